/** The acts of a leader, each in a dialog that names its effect; a file that has changed meanwhile is said, and sent on again. */
import { Checkbox, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Command, Kind } from '../../../client/command.ts';
import { Refused, type Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { emptyPaper, isTouched, PaperFields, paperSent } from '../../../parts/paper-fields.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { dateText, longDate, numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { said } from './decide-words.ts';

type Decision = Schemas['Decision'];
interface Dialog {
  readonly decision: Decision;
  readonly onClose: () => void;
}

/** Sends on the version last read; after a 412 that is the new one, so pressing again sends it there. */
const useDecide = <K extends Kind>(kind: K, decision: Decision, done: string, onClose: () => void) => {
  const w = useWords(said);
  const act = useAct(kind, decision.exercise, done, onClose);
  const isStale = act.error instanceof Refused && act.error.problem.status === 412;
  return {
    send: (command: Command<K>) => act.send(command, { expectedVersion: decision.version, about: decision.key }),
    error: act.error,
    sending: act.sending,
    button: (usual: string): string => (isStale ? w.sendAgain : usual),
    changed: isStale ? <Text fw={600}>{w.changed}</Text> : null,
  };
};

export const PassGate = ({ decision, onClose }: Dialog): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [withPaper, setWithPaper] = useState(false);
  const [paper, setPaper] = useState(emptyPaper);
  const act = useDecide('exercises', decision, w.passed, onClose);
  const sent = withPaper ? paperSent(paper) : null;
  const gate = decision.subject as 'G0'; // one of the gates; the server checks it
  return (
    <ActDialog
      opened
      onClose={onClose}
      title={say(decision.title)}
      button={act.button(w.passGate(decision.subject))}
      effect={
        <Stack gap={4}>
          <Text>{say(decision.text)}</Text>
          <Text>{decision.kind === 'second' ? w.secondWhat : w.passWhat}</Text>
        </Stack>
      }
      error={act.error}
      sending={act.sending}
      disabled={withPaper && sent === null}
      dirty={isTouched(paper)}
      onSend={() => act.send({ type: 'PassGate', gate, ...(sent ? { paper: sent } : {}) })}
    >
      <Checkbox
        label={w.withPaper}
        checked={withPaper}
        onChange={({ currentTarget }) => setWithPaper(currentTarget.checked)}
      />
      {withPaper && <PaperFields paper={paper} onChange={setPaper} />}
      {act.changed}
    </ActDialog>
  );
};

export const DecideExtension = ({ decision, onClose, granted }: Dialog & { readonly granted: boolean }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  const act = useDecide('exercises', decision, granted ? w.granted : w.refused, onClose);
  const { extension } = decision;
  if (!extension) return null;
  const until = longDate(extension.until, language);
  return (
    <ActDialog
      opened
      onClose={onClose}
      title={`${granted ? w.grant : w.refuse}: ${say(decision.title)}`}
      button={act.button(granted ? w.grantUntil(dateText(extension.until)) : w.refuse)}
      effect={
        <Stack gap={4}>
          <Text>{w.both(decision.due ? longDate(decision.due, language) : '–', until)}</Text>
          <Text c="dimmed">“{extension.reason}”</Text>
        </Stack>
      }
      error={act.error}
      sending={act.sending}
      disabled={reason.trim() === ''}
      dirty={reason !== ''}
      onSend={() => act.send({ type: 'DecideExtension', task: decision.subject, granted, reason: reason.trim() })}
    >
      <ReasonField value={reason} onChange={setReason} />
      {act.changed}
    </ActDialog>
  );
};

export const SettleScore = ({ decision, onClose }: Dialog): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const [points, setPoints] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const act = useDecide('reviews', decision, w.settled, onClose);
  const { score } = decision;
  if (!score) return null;
  const n = (value: number): string => numberText(value, language, Number.isInteger(value) ? 0 : 2);
  return (
    <ActDialog
      opened
      onClose={onClose}
      title={say(decision.title)}
      button={act.button(points === null ? w.settle : w.settleAt(n(points)))}
      effect={w.given(score.points.map(n).join(' · '))}
      error={act.error}
      sending={act.sending}
      disabled={points === null || reason.trim() === ''}
      dirty={points !== null || reason !== ''}
      onSend={() =>
        points !== null && act.send({ type: 'SettleScore', domain: decision.subject, points, reason: reason.trim() })
      }
    >
      <NumberInput
        label={w.points(n(score.of))}
        value={points ?? ''}
        onChange={(value) => setPoints(typeof value === 'number' ? value : null)}
        min={0}
        max={score.of}
        decimalScale={2}
        decimalSeparator={language === 'vi' ? ',' : '.'}
        allowedDecimalSeparators={[',', '.']}
        data-autofocus
        required
        w={240}
      />
      <ReasonField value={reason} onChange={setReason} />
      {act.changed}
    </ActDialog>
  );
};

export const AnswerCity = ({ decision, onClose }: Dialog): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [answer, setAnswer] = useState<'follow' | 'keep'>('follow');
  const [startDate, setStart] = useState<string | null>(null);
  const [endDate, setEnd] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const act = useDecide('exercises', decision, w.answered, onClose);
  const mayMove = answer === 'follow' && (decision.subject === 'rescheduled' || decision.subject === 'resumed');
  const days = mayMove && startDate ? { startDate, ...(endDate ? { endDate } : {}) } : {};
  return (
    <ActDialog
      opened
      onClose={onClose}
      title={say(decision.title)}
      button={act.button(answer === 'follow' ? w.follow : w.keep)}
      effect={say(decision.text)}
      error={act.error}
      sending={act.sending}
      danger={answer === 'follow' && decision.subject === 'cancelled'}
      disabled={reason.trim() === ''}
      dirty={reason !== ''}
      onSend={() => act.send({ type: 'AnswerCity', answer, ...days, reason: reason.trim() })}
    >
      <SegmentedControl
        aria-label={w.choose}
        value={answer}
        onChange={(value) => setAnswer(value === 'keep' ? 'keep' : 'follow')}
        data={[
          { value: 'follow', label: w.follow },
          { value: 'keep', label: w.keep },
        ]}
      />
      {mayMove && (
        <>
          <DateField label={w.startDate} value={startDate} onChange={setStart} />
          {startDate && <DateField label={w.endDate} value={endDate} onChange={setEnd} min={startDate} />}
        </>
      )}
      <ReasonField value={reason} onChange={setReason} />
      {act.changed}
    </ActDialog>
  );
};
