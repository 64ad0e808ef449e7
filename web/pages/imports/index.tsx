/** `/nhap`: choose a kind, take its template, send the file to be checked. The address holds the kind and the drill or programme. */
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
import { type Job, type Kind, type Sending, sendTable, targetOf } from './send.ts';
import { said } from './words.ts';

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

interface TargetProps {
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

const Choose = ({
  label,
  data,
  value,
  onChange,
}: TargetProps & {
  readonly label: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
}): ReactNode => (
  <Select
    label={label}
    withAsterisk
    searchable
    value={value ?? null}
    onChange={(id) => onChange(id ?? undefined)}
    data={data}
  />
);

const DrillField = (props: TargetProps): ReactNode => {
  const w = useWords(said);
  const { data } = useRead('/api/v1/exercises', {});
  const exercises = (data?.exercises ?? []).map(({ id, theme }) => ({ value: id, label: `${theme} (${id})` }));
  return <Choose label={w.drill} data={exercises} {...props} />;
};

const ProgrammeField = (props: TargetProps): ReactNode => {
  const w = useWords(said);
  const { data } = useRead('/api/v1/programmes', {});
  const programmes = (data?.programmes ?? [])
    .filter(({ phase }) => phase === 'inForce')
    .map(({ id, title }) => ({ value: id, label: `${title} (${id})` }));
  return <Choose label={w.programme} data={programmes} {...props} />;
};

/** The sheet to be filled in; that of a programme holds its indicators already. */
const templateOf = (kind: Kind, target: string | undefined): string =>
  kind.door === 'programme' && target !== undefined
    ? `/api/v1/imports/programme/${encodeURIComponent(target)}/template`
    : `/api/v1/imports/kinds/${kind.kind}/template`;

const Form = ({
  kind,
  target,
  onTarget,
}: {
  readonly kind: Kind;
  readonly target: string | undefined;
  readonly onTarget: (id: string | undefined) => void;
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
  const needed = targetOf(kind);
  const isReady = file !== null && (needed === null || target !== undefined);
  const template = templateOf(kind, target);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file) send.mutate({ kind, target, settings, file });
      }}
    >
      <Stack gap="md" maw="40rem">
        <Text size="sm">{say(kind.about)}</Text>
        {needed === 'drill' && <DrillField value={target} onChange={onTarget} />}
        {needed === 'programme' && <ProgrammeField value={target} onChange={onTarget} />}
        <Group gap="lg">
          <Anchor href={`${template}?language=${language}`} download>
            <IconDownload aria-hidden size={16} /> {w.template} (XLSX)
          </Anchor>
          <Anchor href={`${template}?format=csv&language=${language}`} download>
            CSV
          </Anchor>
        </Group>
        <Columns kind={kind} />
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
  const [{ loai, dt, ct }, setView] = useView();
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
      {kind && (
        <Form
          key={kind.kind}
          kind={kind}
          target={targetOf(kind) === 'programme' ? ct : dt}
          onTarget={(id) => setView(targetOf(kind) === 'programme' ? { ct: id } : { dt: id })}
        />
      )}
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
