/** `/nhap`: choose a kind, take its template, send the file to be checked. The address holds the kind and the drill. */
import { Anchor, Button, FileInput, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload, IconTableImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../client/read.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Broken, Shown } from '../../parts/shown.tsx';
import { useView } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { Earlier } from './earlier.tsx';
import { type Job, type Kind, type Sending, sendTable } from './send.ts';
import { said } from './words.ts';

const needsDrill = ({ door }: Kind): boolean => door === 'drill' || door === 'roster';

/** Doors that the duty of who looks may open; the server decides in any case. */
const useKinds = (kinds: readonly Kind[]): readonly Kind[] => {
  const { isAdmin, acting } = useMe();
  return kinds.filter(({ door }) => (door === 'users' ? isAdmin : acting !== null));
};

const Columns = ({ kind }: { readonly kind: Kind }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <details>
      <summary>
        {w.columns} ({kind.columns.length})
      </summary>
      <ul>
        {kind.columns.map(({ field, title, required, note, choices, example }) => (
          <li key={field}>
            <b>{say(title)}</b>
            {required && ` (${w.required})`}
            {[note && say(note), choices.join(' · '), example].filter(Boolean).map((text) => ` – ${text}`)}
          </li>
        ))}
      </ul>
    </details>
  );
};

const DrillField = ({
  value,
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}): ReactNode => {
  const w = useWords(said);
  const read = useRead('/api/v1/exercises', {});
  const exercises = read.data?.exercises ?? [];
  return (
    <Select
      label={w.drill}
      withAsterisk
      searchable
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      data={exercises.map(({ id, theme }) => ({ value: id, label: `${theme} (${id})` }))}
    />
  );
};

const Form = ({
  kind,
  drill,
  onDrill,
}: {
  readonly kind: Kind;
  readonly drill: string | undefined;
  readonly onDrill: (id: string | undefined) => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [settings, setSettings] = useState<Readonly<Record<string, string>>>({});
  const [file, setFile] = useState<File | null>(null);
  const send = useMutation<Job, Error, Sending>({
    mutationFn: sendTable,
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['read', '/api/v1/imports'] });
      void navigate({ to: '/cong-viec-nen/$id', params: { id } });
    },
  });
  const isReady = file !== null && (!needsDrill(kind) || drill !== undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file) send.mutate({ kind, drill, settings, file });
      }}
    >
      <Stack gap="md" maw="40rem">
        <Text size="sm">{say(kind.about)}</Text>
        <Group gap="lg">
          <Anchor href={`/api/v1/imports/kinds/${kind.kind}/template?language=${language}`} download>
            <IconDownload aria-hidden size={16} /> {w.template} (XLSX)
          </Anchor>
          <Anchor href={`/api/v1/imports/kinds/${kind.kind}/template?format=csv&language=${language}`} download>
            CSV
          </Anchor>
        </Group>
        <Columns kind={kind} />
        {needsDrill(kind) && <DrillField value={drill} onChange={onDrill} />}
        {kind.settings.map(({ field, title, required, note, example }) => (
          <TextInput
            key={field}
            label={say(title)}
            withAsterisk={required}
            required={required}
            description={note ? say(note) : undefined}
            placeholder={example}
            value={settings[field] ?? ''}
            onChange={({ currentTarget }) => setSettings({ ...settings, [field]: currentTarget.value })}
          />
        ))}
        <FileInput
          label={w.file}
          description={w.fileHint}
          accept=".xlsx,.csv,.tsv,.txt"
          withAsterisk
          clearable
          value={file}
          onChange={setFile}
        />
        {send.error && <Broken error={send.error} />}
        <Group>
          <Button
            type="submit"
            disabled={!isReady}
            loading={send.isPending}
            leftSection={<IconTableImport aria-hidden size={18} />}
          >
            {w.check}
          </Button>
          <Text size="sm" c="dimmed">
            {send.isPending ? w.sending : w.checkHint}
          </Text>
        </Group>
      </Stack>
    </form>
  );
};

const Chosen = ({ kinds: all }: { readonly kinds: readonly Kind[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [{ loai, dt }, setView] = useView();
  const kinds = useKinds(all);
  const kind = kinds.find((each) => each.kind === loai);
  return (
    <Stack gap="md">
      <Select
        label={w.kind}
        placeholder={w.chooseKind}
        maw="40rem"
        value={kind?.kind ?? null}
        onChange={(next) => setView({ loai: next ?? undefined })}
        data={kinds.map((each) => ({ value: each.kind, label: say(each.title) }))}
      />
      {kind && <Form key={kind.kind} kind={kind} drill={dt} onDrill={(id) => setView({ dt: id })} />}
      <Earlier />
    </Stack>
  );
};

export const Page = (): ReactNode => {
  const w = useWords(said);
  const read = useRead('/api/v1/imports/kinds', {});
  return (
    <>
      <PageHead title={w.title} />
      <Shown read={read} lines={6}>
        {({ kinds }) => <Chosen kinds={kinds} />}
      </Shown>
    </>
  );
};
