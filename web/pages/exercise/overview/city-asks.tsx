/** What the city changed and this exercise did not follow by itself: its leaders answer all of it with one word. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { dateText } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { useMay } from '../use-file.ts';
import { said } from './words.ts';

type Ask = File['cityAsks'][number];

const useSentence = (): ((ask: Ask) => string) => {
  const w = useWords(said);
  return ({ change, from, to }) => {
    if (change === 'cancelled') return w.cityCancelled;
    if (change === 'postponed' || !to) return w.cityPostponed;
    return change === 'resumed' || !from
      ? w.cityResumed(dateText(to.startDate))
      : w.cityRescheduled(dateText(from.startDate), dateText(to.startDate));
  };
};

const Answer = ({
  file,
  answer,
  onClose,
}: {
  readonly file: File;
  readonly answer: 'follow' | 'keep';
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const sentence = useSentence();
  const [reason, setReason] = useState('');
  const [startDate, setStart] = useState<string | null>(null);
  const [endDate, setEnd] = useState<string | null>(null);
  const act = useAct('exercises', file.id, w.answered, onClose);
  const last = file.cityAsks.at(-1);
  const withDays = answer === 'follow' && (last?.change === 'rescheduled' || last?.change === 'resumed');
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        act.send(
          {
            type: 'AnswerCity',
            answer,
            reason: reason.trim(),
            ...(withDays && startDate ? { startDate, ...(endDate ? { endDate } : {}) } : {}),
          },
          { expectedVersion: file.version },
        )
      }
      title={w.answerTitle}
      button={answer === 'follow' ? w.follow : w.keep}
      effect={last && sentence(last)}
      error={act.error}
      sending={act.sending}
      danger={answer === 'follow' && last?.change === 'cancelled'}
      disabled={reason.trim() === ''}
      dirty={reason !== ''}
    >
      {withDays && (
        <Stack gap="xs">
          <Text size="sm">{w.ownDays}</Text>
          <Group grow align="flex-start">
            <DateField label={w.ownStart} value={startDate} onChange={setStart} min={file.today} />
            <DateField label={w.ownEnd} value={endDate} onChange={setEnd} min={startDate ?? file.today} />
          </Group>
        </Stack>
      )}
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};

export const CityAsks = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const may = useMay(file);
  const sentence = useSentence();
  const [answer, setAnswer] = useState<'follow' | 'keep' | null>(null);
  if (file.cityAsks.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="city-title">
      <Title order={2} className="section-title" id="city-title">
        {w.city}
      </Title>
      <ul className="lines">
        {file.cityAsks.map((ask) => (
          <li key={`${ask.at} ${ask.change}`}>
            {sentence(ask)} {w.cityReason(ask.reason)}
          </li>
        ))}
      </ul>
      {may('answerCity') && (
        <Group gap="sm" mt="sm">
          <Button onClick={() => setAnswer('follow')}>{w.follow}</Button>
          <Button variant="default" onClick={() => setAnswer('keep')}>
            {w.keep}
          </Button>
        </Group>
      )}
      {answer && <Answer file={file} answer={answer} onClose={() => setAnswer(null)} />}
    </section>
  );
};
