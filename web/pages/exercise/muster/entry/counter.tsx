/** The desk of a unit that reports figures: choose a status, then +1, +5 or −1. */
import { Button, Group, Stack, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../../client/http.ts';
import { withQueue } from '../../../../outbox/muster-queue.ts';
import { numberText } from '../../../../words/format.ts';
import { useLanguage, useWords } from '../../../../words/language.tsx';
import { CorrectCounts } from './correct-counts.tsx';
import { countOf, type DeskFigures, figuresOf, notYetOf, pressed, STATUSES } from './press.ts';
import { QueueLine } from './queue-line.tsx';
import { type Choice, StatusChoice } from './status-choice.tsx';
import { useDesk } from './use-desk.ts';
import { said } from './words.ts';

const PRESSES = [-1, 1, 5] as const;

export const Counter = ({
  drill,
  row,
  station,
  name,
}: {
  readonly drill: Schemas['Drill'];
  readonly row: Schemas['DrillRow'];
  /** Code of the open station that this report also is one of. */
  readonly station: string | null;
  readonly name: string;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const desk = useDesk(drill.id);
  const [choice, setChoice] = useState<Choice>({ status: 'onTime', excuse: null });
  const [correcting, setCorrecting] = useState(false);
  const { unit, kind } = row;
  const figures = figuresOf(row, withQueue(desk.queue, drill.id, unit, kind));
  const word = w[choice.status].toLowerCase();
  const labelOf = (after: DeskFigures): string =>
    `${name}: ${STATUSES.filter((status) => countOf(after, status) !== countOf(figuresOf(row, {}), status))
      .map((status) => `${w[status].toLowerCase()} ${numberText(countOf(after, status), language)}`)
      .join(', ')}`;
  const press = (by: number): void => {
    const counts = pressed(figures, choice.status, by, choice.excuse);
    if (!counts) return;
    desk.record({ unit, kind, counts, ...(station ? { station } : {}) }, (all) => labelOf(figuresOf(row, all)));
  };
  return (
    <Stack gap="md" className="desk">
      <Title order={2} className="section-title">
        {name}: {numberText(figures.onTime + figures.late, language)}/{numberText(figures.ordered, language)}
      </Title>
      <StatusChoice
        choice={choice}
        onChoose={setChoice}
        counts={Object.fromEntries(STATUSES.map((status) => [status, countOf(figures, status)]))}
        notYet={notYetOf(figures)}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a row of keys, no fieldset of a form */}
      <div className="desk-press" role="group" aria-label={w.press(word)}>
        {PRESSES.map((by) => (
          <Button
            key={by}
            variant={by < 0 ? 'default' : 'filled'}
            aria-label={by < 0 ? w.less(word) : w.add(by, word)}
            disabled={pressed(figures, choice.status, by, choice.excuse) === null}
            onClick={() => press(by)}
          >
            {by < 0 ? '−1' : `+${by}`}
          </Button>
        ))}
      </div>
      {choice.status === 'excused' && choice.excuse === null && <p className="quiet">{w.chooseExcuse}</p>}
      <QueueLine desk={desk} drill={drill.id} />
      <Group gap="sm">
        <Button variant="default" onClick={() => setCorrecting(true)}>
          {w.correct}
        </Button>
        {station && (
          <Button
            variant="default"
            onClick={() => desk.enter({ type: 'ReportStation', station }, w.reportedStation(station))}
          >
            {w.reportStation}
          </Button>
        )}
      </Group>
      <p className="quiet">{w.offlineOk}</p>
      {correcting && <CorrectCounts drill={drill} row={row} name={name} onClose={() => setCorrecting(false)} />}
    </Stack>
  );
};
