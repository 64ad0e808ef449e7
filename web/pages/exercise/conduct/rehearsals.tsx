/** The rehearsals held, who came, and the two acts of their leaders: recording one, raising an issue that it showed. */
import { Button, Group, Select, Text, Textarea, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { STEP_NAMES } from '../../../../domain/labels/words-preparation.ts';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { CountField, readCount } from '../../../parts/count-field.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { Rows } from '../../../parts/rows.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useAsOf } from '../../../parts/view.ts';
import { dateText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { BodySelect } from '../body-select.tsx';
import type { File } from '../tabs.ts';
import { useMomentQuery } from '../use-file.ts';
import { said } from './rehearsal-words.ts';
import { mayRehearse } from './rights.ts';

type Rehearsal = Schemas['Rehearsal'];
type Step = Schemas['RehearsalStep'];
interface Dialog {
  readonly file: File;
  readonly rehearsals: readonly Rehearsal[];
  readonly onClose: () => void;
}

export const STEPS = Object.keys(STEP_NAMES) as Step[]; // the keys of a closed record, in the order of the ladder
/** Short ids as the staff writes them: LT1 a practice, DT1 a trial run, TD1 a final rehearsal, V1 an issue. */
const LETTERS: Readonly<Record<Step, string>> = { practice: 'LT', trialRun: 'DT', finalRehearsal: 'TD' };
const freeId = (letters: string, used: readonly string[]): string => {
  let n = 1;
  while (used.includes(`${letters}${n}`)) n += 1;
  return `${letters}${n}`;
};

const Hold = ({ file, rehearsals, onClose }: Dialog): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [step, setStep] = useState<Step>('practice');
  const [date, setDate] = useState<string | null>(file.today);
  const [typed, setTyped] = useState({ attended: '', expected: '' });
  const act = useAct('exercises', file.id, w.held, onClose);
  const [attended, expected] = [readCount(typed.attended), readCount(typed.expected)];
  const isTyped = (typed.attended === '' || attended !== null) && (typed.expected === '' || expected !== null);
  const isTooMany = attended !== null && expected !== null && attended > expected;
  const id = freeId(
    LETTERS[step],
    rehearsals.map((each) => each.id),
  );
  const send = (): void => {
    if (date)
      act.send({
        ...{ type: 'HoldRehearsal', rehearsal: id, step, date },
        ...(attended === null ? {} : { attended }),
        ...(expected === null ? {} : { expected }),
      });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.hold}
      button={w.holdThis(id)}
      error={act.error}
      sending={act.sending}
      disabled={!date || !isTyped || isTooMany}
      dirty={typed.attended !== '' || typed.expected !== ''}
    >
      <Select
        id="field-step"
        label={w.step}
        data={STEPS.map((value) => ({ value, label: say(STEP_NAMES[value]) }))}
        value={step}
        onChange={(chosen) => setStep(STEPS.find((each) => each === chosen) ?? 'practice')}
        allowDeselect={false}
      />
      <DateField id="field-date" label={w.date} value={date} onChange={setDate} max={file.today} required />
      <Group align="flex-start" gap="sm">
        {(['attended', 'expected'] as const).map((key) => (
          <CountField
            key={key}
            id={`field-${key}`}
            label={w[key]}
            value={typed[key]}
            onChange={(value) => setTyped({ ...typed, [key]: value })}
          />
        ))}
      </Group>
      {isTooMany && (
        <Text size="sm" c="red" role="alert">
          {w.tooMany}
        </Text>
      )}
    </ActDialog>
  );
};

const Raise = ({ file, rehearsals, onClose }: Dialog): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [rehearsal, setRehearsal] = useState(rehearsals.at(-1)?.id ?? null);
  const [text, setText] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const act = useAct('exercises', file.id, w.raised, onClose);
  const issue = freeId(
    'V',
    rehearsals.flatMap(({ issues }) => issues.map(({ id }) => id)),
  );
  const isWhole = rehearsal !== null && owner !== null && due !== null && text.trim() !== '';
  const send = (): void => {
    if (isWhole) act.send({ type: 'RaiseIssue', issue, rehearsal, text: text.trim(), owner, due });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.raise}
      button={w.raiseThis(issue)}
      effect={<Text size="sm">{w.keepsShut}</Text>}
      error={act.error}
      sending={act.sending}
      disabled={!isWhole}
      dirty={text !== ''}
    >
      <Select
        id="field-rehearsal"
        label={w.shownBy}
        data={rehearsals.map(({ id, name, date }) => ({ value: id, label: `${id} ${say(name)} – ${dateText(date)}` }))}
        value={rehearsal}
        onChange={setRehearsal}
        allowDeselect={false}
      />
      <Textarea
        id="field-text"
        label={w.what}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
        required
      />
      <BodySelect file={file} label={w.owner} value={owner} onChange={setOwner} />
      <DateField id="field-due" label={w.due} value={due} onChange={setDue} min={file.today} required />
    </ActDialog>
  );
};

export const Rehearsals = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const isNow = useAsOf() === undefined;
  const [opened, setOpened] = useState<'hold' | 'raise' | null>(null);
  const { data } = useRead('/api/v1/exercises/{id}/rehearsals', { path: { id: file.id }, query: useMomentQuery() });
  if (!data) return null;
  const { rehearsals } = data;
  const isOffered = isNow && mayRehearse(file);
  if (rehearsals.length === 0 && !isOffered) return null;
  const dialog = { file, rehearsals, onClose: () => setOpened(null) };
  return (
    <section>
      <Group justify="space-between" gap="sm" mb="xs">
        <Title order={2} className="section-title" m={0}>
          {w.title}
        </Title>
        {isOffered && (
          <Group gap="xs" className="no-print">
            <Button size="compact-md" variant="default" onClick={() => setOpened('hold')}>
              {w.hold}
            </Button>
            {rehearsals.length > 0 && (
              <Button size="compact-md" variant="default" onClick={() => setOpened('raise')}>
                {w.raise}
              </Button>
            )}
          </Group>
        )}
      </Group>
      {rehearsals.length === 0 ? (
        <Text c="dimmed">{w.none}</Text>
      ) : (
        <Rows
          rows={rehearsals}
          rowKey={({ id }) => id}
          caption={w.title}
          columns={[
            { key: 'step', head: w.step, isTitle: true, cell: ({ id, name }) => `${id} ${say(name)}` },
            { key: 'date', head: w.date, cell: ({ date }) => dateText(date) },
            { key: 'attended', head: w.attended, align: 'right', cell: ({ attended }) => attended ?? '–' },
            { key: 'expected', head: w.expected, align: 'right', cell: ({ expected }) => expected ?? '–' },
            { key: 'issues', head: w.issues, align: 'right', cell: ({ issues }) => issues.length },
          ]}
        />
      )}
      {opened === 'hold' && <Hold {...dialog} />}
      {opened === 'raise' && <Raise {...dialog} />}
    </section>
  );
};
