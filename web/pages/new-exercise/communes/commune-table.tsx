/** One row a commune: whether it is made, its day, what it would meet, and what became of it. */
import { Checkbox, Loader, Radio } from '@mantine/core';
import { IconAlertTriangle, IconArrowsCross, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Refused, type Schemas } from '../../../client/http.ts';
import { DateField } from '../../../parts/date-field.tsx';
import { PageLink } from '../../../parts/link.tsx';
import { Sign } from '../../../parts/marks.tsx';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { addDays, longDate } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import type { WouldBe } from '../preview.ts';
import { isPast } from '../step-days.tsx';
import { said } from '../words.ts';
import type { Row } from './rows.ts';

type Exercise = Schemas['ExerciseSummary'];

const Meets = ({ plan, today }: { readonly plan: WouldBe; readonly today: string }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const past = plan.tasks.filter((task) => isPast(task, today)).length;
  const gaps = plan.owners.filter(({ inForce }) => !inForce).length;
  if (plan.problem)
    return (
      <>
        <Sign icon={IconAlertTriangle} hue="red">
          {plan.problem.messages[language].what}
        </Sign>
        {gaps > 0 && <span className="quiet">{w.gapN(gaps)}</span>}
      </>
    );
  return (
    <>
      {past > 0 && (
        <Sign icon={IconAlertTriangle} hue="red">
          {w.pastN(past)}
        </Sign>
      )}
      {plan.clashes.length > 0 && (
        <details>
          <summary>
            <Sign icon={IconArrowsCross} hue="orange">
              {w.clashN(plan.clashes.length)}
            </Sign>
          </summary>
          {plan.clashes.map(({ key, text }) => (
            <div key={key}>{say(text)}</div>
          ))}
        </details>
      )}
      {past === 0 && plan.clashes.length === 0 && (
        <Sign icon={IconCheck} hue="green">
          {w.ready}
        </Sign>
      )}
    </>
  );
};

export const CommuneTable = ({
  rows,
  pilot,
  today,
  nameOf,
  onRows,
  onPilot,
  existing,
  wouldBe,
  refused,
  working,
}: {
  readonly rows: readonly Row[];
  readonly pilot: string | null;
  readonly today: string;
  readonly nameOf: (unit: string) => string;
  readonly onRows: (rows: readonly Row[]) => void;
  readonly onPilot: (unit: string | null) => void;
  /** Exercises that the city has already, by commune. */
  readonly existing: ReadonlyMap<string, Exercise>;
  readonly wouldBe: ReadonlyMap<string, WouldBe | undefined>;
  readonly refused: ReadonlyMap<string, Error>;
  readonly working: string | null;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const isOpen = (row: Row): boolean => !existing.has(row.unit) && !row.done;
  const open = rows.filter(isOpen);
  const chosen = open.filter((row) => row.chosen).length;
  const put = (unit: string, parts: Partial<Row>): void =>
    onRows(rows.map((row) => (row.unit === unit ? { ...row, ...parts } : row)));
  const columns: readonly Column<Row>[] = [
    {
      key: 'chosen',
      width: 44,
      head: (
        <Checkbox
          aria-label={w.chooseAll}
          checked={chosen > 0 && chosen === open.length}
          indeterminate={chosen > 0 && chosen < open.length}
          onChange={() => onRows(rows.map((row) => (isOpen(row) ? { ...row, chosen: chosen !== open.length } : row)))}
        />
      ),
      cell: (row) => (
        <Checkbox
          aria-label={w.chooseOne(nameOf(row.unit))}
          disabled={!isOpen(row)}
          checked={row.chosen || !isOpen(row)}
          onChange={({ currentTarget }) => put(row.unit, { chosen: currentTarget.checked })}
        />
      ),
    },
    { key: 'commune', head: w.commune, isTitle: true, cell: ({ unit }) => nameOf(unit) },
    {
      key: 'pilot',
      head: w.pilot,
      cell: (row) =>
        existing.has(row.unit) ? (
          existing.get(row.unit)?.isPilot && w.yes
        ) : (
          <Radio
            aria-label={w.pilotOf(nameOf(row.unit))}
            name="pilot"
            disabled={!isOpen(row) || !row.chosen}
            checked={pilot === row.unit}
            onClick={() => pilot === row.unit && onPilot(null)}
            onChange={() => onPilot(row.unit)}
          />
        ),
    },
    {
      key: 'day',
      head: w.start,
      cell: (row) => {
        const there = existing.get(row.unit);
        if (there) return there.startDate && longDate(there.startDate, language);
        if (!isOpen(row)) return row.start && longDate(row.start, language);
        return row.chosen ? (
          <div className="commune-day">
            <DateField
              label={w.dayOf(nameOf(row.unit))}
              value={row.start}
              onChange={(start) => put(row.unit, { start })}
              min={addDays(today, 1)}
            />
          </div>
        ) : (
          '–'
        );
      },
    },
    {
      key: 'result',
      head: w.result,
      cell: (row) => {
        const there = existing.get(row.unit);
        const plan = wouldBe.get(row.unit);
        const error = refused.get(row.unit);
        if (there)
          return (
            <PageLink to="/dien-tap/$id" params={{ id: there.id }}>
              {w.already} · {w.open}
            </PageLink>
          );
        if (row.done)
          return (
            <Sign icon={IconCheck} hue="green">
              {w.done}
            </Sign>
          );
        if (working === row.unit)
          return (
            <>
              <Loader size="xs" /> {w.working}
            </>
          );
        return (
          <div className="commune-result">
            {error && (
              <Sign icon={IconAlertTriangle} hue="red">
                {error instanceof Refused ? error.problem.messages[language].what : error.message}
              </Sign>
            )}
            {row.chosen && plan && !error && <Meets plan={plan} today={today} />}
          </div>
        );
      },
    },
  ];
  return <Rows rows={rows} columns={columns} rowKey={({ unit }) => unit} caption={w.commune} />;
};
