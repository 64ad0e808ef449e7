/** Places and vehicles that the exercise takes for its days; reserving them shows at once what clashes. */
import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Command } from '../../../client/command.ts';
import { Refused } from '../../../client/http.ts';
import { usePreview } from '../../../client/preview.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { CountField, readCount } from '../../../parts/count-field.tsx';
import { Fact, Facts, Sign } from '../../../parts/marks.tsx';
import { Broken } from '../../../parts/shown.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { useMay } from '../use-file.ts';
import { said } from './resource-words.ts';

interface VehicleRow {
  /** Tells rows apart while they are edited. */
  readonly key: number;
  readonly name: string;
  readonly count: string;
}
interface Draft {
  readonly venues: string;
  readonly vehicles: readonly VehicleRow[];
  readonly reason: string;
}

const draftOf = ({ resources: { venues, vehicles } }: File): Draft => ({
  venues: venues.join('\n'),
  vehicles: vehicles.map((each, key) => ({ key, name: each.class, count: String(each.count) })),
  reason: '',
});

/** Null while a row is half filled in; empty rows are left out. */
const commandOf = ({
  venues,
  vehicles,
  reason,
}: Draft): Extract<Command<'exercises'>, { type: 'ReserveResources' }> | null => {
  const rows = vehicles.filter(({ name, count }) => name.trim() !== '' || count.trim() !== '');
  const sent = rows.flatMap(({ name, count }) => {
    const read = readCount(count);
    return name.trim() === '' || read === null ? [] : [{ class: name.trim(), count: read }];
  });
  if (sent.length < rows.length) return null;
  return {
    type: 'ReserveResources',
    venues: venues
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    vehicles: sent,
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  };
};

const VehicleRows = ({
  rows,
  onChange,
}: {
  readonly rows: readonly VehicleRow[];
  readonly onChange: (rows: readonly VehicleRow[]) => void;
}): ReactNode => {
  const w = useWords(said);
  const change = (key: number, part: Partial<VehicleRow>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <fieldset className="plain-set">
      <legend>{w.vehicles}</legend>
      <Stack gap="xs">
        {rows.map(({ key, name, count }) => (
          <Group key={key} gap="xs" wrap="nowrap" align="flex-end">
            <TextInput
              label={w.vehicleClass}
              value={name}
              onChange={({ currentTarget }) => change(key, { name: currentTarget.value })}
              maxLength={60}
              flex={1}
            />
            <CountField label={w.count} value={count} onChange={(typed) => change(key, { count: typed })} />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={w.remove(name)}
              onClick={() => onChange(rows.filter((row) => row.key !== key))}
            >
              <IconTrash aria-hidden size={18} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="subtle"
          w="fit-content"
          leftSection={<IconPlus aria-hidden size={18} />}
          onClick={() =>
            onChange([...rows, { key: 1 + Math.max(-1, ...rows.map(({ key }) => key)), name: '', count: '' }])
          }
        >
          {w.add}
        </Button>
      </Stack>
    </fieldset>
  );
};

const NewClashes = ({ file, command }: { readonly file: File; readonly command: Command<'exercises'> }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const preview = usePreview('exercises', file.id, command);
  if (preview.error) return <Broken error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data || preview.isPlaceholderData) return <Text c="dimmed">{w.asking}</Text>;
  if (!preview.data.accepted) return <Broken error={new Refused(preview.data.problem)} />;
  const clashes = preview.data.effects?.clashesNew ?? [];
  if (clashes.length === 0) return <Text c="dimmed">{w.noClash}</Text>;
  return (
    <div>
      <Sign icon={IconAlertTriangle} hue="amber">
        {w.clashes(clashes.length)}
      </Sign>
      <ul className="field-errors">
        {clashes.map(({ key, text }) => (
          <li key={key}>{say(text)}</li>
        ))}
      </ul>
    </div>
  );
};

const Reserve = ({ file, onClose }: { readonly file: File; readonly onClose: () => void }): ReactNode => {
  const w = useWords(said);
  const [draft, setDraft] = useState(() => draftOf(file));
  const [asked, setAsked] = useState(() => commandOf(draft));
  const [touched, setTouched] = useState(false);
  const act = useAct('exercises', file.id, w.reserved, onClose);
  const command = commandOf(draft);
  const change = (part: Partial<Draft>): void => {
    setTouched(true);
    setDraft({ ...draft, ...part });
  };
  const total = command?.vehicles.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => command && act.send(command, { expectedVersion: file.version })}
      title={w.reserveTitle}
      button={w.reserveThis(command?.venues.length ?? 0, total)}
      effect={<Text size="sm">{w.what}</Text>}
      error={act.error}
      sending={act.sending}
      disabled={!command || !touched}
      dirty={touched}
    >
      {/* clashes are asked for when a field is left, not with every letter */}
      <Stack gap="md" onBlur={() => setAsked(command)}>
        <Textarea
          id="field-venues"
          label={w.venuesField}
          value={draft.venues}
          onChange={({ currentTarget }) => change({ venues: currentTarget.value })}
          autosize
          minRows={2}
        />
        <VehicleRows rows={draft.vehicles} onChange={(vehicles) => change({ vehicles })} />
        <TextInput
          id="field-reason"
          label={w.reason}
          value={draft.reason}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
          maxLength={500}
        />
      </Stack>
      {asked && <NewClashes file={file} command={asked} />}
    </ActDialog>
  );
};

export const Resources = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const may = useMay(file);
  const [opened, setOpened] = useState(false);
  const { venues, vehicles } = file.resources;
  const isEmpty = venues.length === 0 && vehicles.length === 0;
  if (isEmpty && !may('reserve')) return null;
  return (
    <section aria-labelledby="resources-title">
      <Group justify="space-between" gap="sm" mb="xs">
        <Title order={2} className="section-title" id="resources-title" m={0}>
          {w.title}
        </Title>
        {may('reserve') && (
          <Button size="compact-md" variant="default" className="no-print" onClick={() => setOpened(true)}>
            {w.reserve}
          </Button>
        )}
      </Group>
      {isEmpty ? (
        <Text c="dimmed">{w.none}</Text>
      ) : (
        <Facts>
          {venues.length > 0 && <Fact label={w.venues}>{venues.join('; ')}</Fact>}
          {vehicles.length > 0 && (
            <Fact label={w.vehicles}>
              {vehicles.map((each) => w.times(numberText(each.count, language), each.class)).join('; ')}
            </Fact>
          )}
        </Facts>
      )}
      {opened && <Reserve file={file} onClose={() => setOpened(false)} />}
    </section>
  );
};
