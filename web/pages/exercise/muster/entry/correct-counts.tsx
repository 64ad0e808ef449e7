/** Figures of a unit corrected with a reason: a line of its own in the history. */
import { Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { EXCUSE_NAMES } from '../../../../../domain/labels/words-drill.ts';
import type { Command } from '../../../../client/command.ts';
import type { Schemas } from '../../../../client/http.ts';
import { ActDialog } from '../../../../parts/act-dialog.tsx';
import { CountField, readCount } from '../../../../parts/count-field.tsx';
import { ReasonField } from '../../../../parts/reason-field.tsx';
import { useAct } from '../../../../parts/use-act.ts';
import { useSay, useWords } from '../../../../words/language.tsx';
import type { Excuse } from './press.ts';
import { said } from './words.ts';

type Correction = Extract<Command<'drills'>, { type: 'CorrectCounts' }>;
const EXCUSES = Object.keys(EXCUSE_NAMES) as Excuse[]; // the keys of a closed record
const PLAIN = ['presentOnTime', 'presentLate', 'absentUnexcused'] as const;
const LABELS = { presentOnTime: 'onTime', presentLate: 'late', absentUnexcused: 'unexcused' } as const;

/** Fields by name, as typed; excuses under `excuse.<code>`. */
type Typed = Readonly<Record<string, string>>;

const typedOf = ({ counts }: Schemas['DrillRow'], extra: 'technicallyFit' | 'specialityMatched'): Typed => ({
  ...Object.fromEntries(PLAIN.map((field) => [field, String(counts[field])])),
  ...Object.fromEntries(EXCUSES.map((code) => [`excuse.${code}`, String(counts.excuses[code] ?? 0)])),
  [extra]: String(counts[extra]),
});

export const CorrectCounts = ({
  drill,
  row,
  name,
  onClose,
}: {
  readonly drill: Schemas['Drill'];
  readonly row: Schemas['DrillRow'];
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const extra = row.kind === 'vehicle' ? 'technicallyFit' : 'specialityMatched';
  const [before] = useState(() => typedOf(row, extra));
  const [typed, setTyped] = useState(before);
  const [reason, setReason] = useState('');
  const act = useAct('drills', drill.id, w.corrected, onClose);
  const read = (field: string): number => readCount(typed[field] ?? '') ?? 0;
  const changed = Object.keys(before).filter((field) => typed[field] !== before[field]);
  const isReadable = Object.values(typed).every((value) => readCount(value) !== null);
  const sum = [...PLAIN, ...EXCUSES.map((code) => `excuse.${code}`)].reduce((all, field) => all + read(field), 0);
  const isTooMany = sum > row.counts.ordered;
  const counts = (): Correction['counts'] => ({
    ...Object.fromEntries([...PLAIN, extra].filter((field) => changed.includes(field)).map((f) => [f, read(f)])),
    ...(changed.some((field) => field.startsWith('excuse.'))
      ? { absentExcused: Object.fromEntries(EXCUSES.map((code) => [code, read(`excuse.${code}`)])) }
      : {}),
  });
  const field = (key: string, label: string): ReactNode => (
    <CountField
      key={key}
      id={`field-counts.${key}`}
      label={label}
      value={typed[key] ?? ''}
      onChange={(value) => setTyped({ ...typed, [key]: value })}
    />
  );
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        act.send({ type: 'CorrectCounts', unit: row.unit, kind: row.kind, counts: counts(), reason: reason.trim() })
      }
      title={w.correctTitle(name)}
      button={w.correctThis(changed.length)}
      effect={w.correctWhat}
      error={act.error}
      sending={act.sending}
      disabled={changed.length === 0 || !isReadable || isTooMany || reason.trim() === ''}
      dirty={changed.length > 0 || reason !== ''}
    >
      <Stack gap="sm">
        <Group align="flex-start" gap="sm">
          {PLAIN.map((key) => field(key, w[LABELS[key]]))}
          {field(extra, extra === 'technicallyFit' ? w.fit : w.speciality)}
        </Group>
        <fieldset className="plain-set">
          <legend>{w.excuses}</legend>
          <Group align="flex-start" gap="sm">
            {EXCUSES.map((code) => field(`excuse.${code}`, say(EXCUSE_NAMES[code])))}
          </Group>
        </fieldset>
        <Text size="sm" {...(isTooMany ? { c: 'var(--hue-red)' } : {})}>
          {isTooMany ? w.tooMany(row.counts.ordered) : w.sum(sum, row.counts.ordered)}
        </Text>
        <ReasonField value={reason} onChange={setReason} />
      </Stack>
    </ActDialog>
  );
};
