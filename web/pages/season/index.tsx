/** `/mua-dien-tap`: all exercises of a year on the working calendar. Nothing is dragged: a day is moved on the exercise's page. */
import { Alert, Button, Group, Switch, Text } from '@mantine/core';
import { IconArrowsCross, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import type { Answer } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { DayField } from '../../parts/day-field.tsx';
import { useListKeys } from '../../parts/list-keys.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Sheet } from '../../parts/printing.tsx';
import { Empty, Shown } from '../../parts/shown.tsx';
import { useAsOf, useView } from '../../parts/view.ts';
import { EmptyYear, YearChoice } from '../../parts/year-choice.tsx';
import { useMe } from '../../session/session.tsx';
import { addDays } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { useDayKinds } from '../exercise/days.ts';
import { yearOf, yearShown, yearsIn } from '../exercises/filter.ts';
import { Chart } from './chart.tsx';
import { ClashList } from './clash-list.tsx';
import './season.css';
import { type Clash, inSeason, weeksOf } from './weeks.ts';
import { said } from './words.ts';

type List = Answer<'/api/v1/exercises'>;

const Legend = (): ReactNode => {
  const w = useWords(said);
  return (
    <ul className="season-legend">
      <li>
        <span className="season-key season-bar" /> {w.legendBar}
      </li>
      <li>
        <span className="season-key season-run" /> {w.legendRun}
      </li>
      <li>
        <span className="season-key season-off" /> {w.legendOff}
      </li>
      <li>
        <span className="season-key season-now" /> {w.legendToday}
      </li>
      <li>
        <span className="season-clash">
          <IconArrowsCross aria-hidden size={14} stroke={2.4} />
        </span>{' '}
        {w.legendClash}
      </li>
    </ul>
  );
};

const NoneInYear = ({ list, year }: { readonly list: List; readonly year: string }): ReactNode => {
  const w = useWords(said);
  const others = yearsIn(list.exercises, year).filter((other) => list.exercises.some((each) => yearOf(each) === other));
  return <EmptyYear others={others}>{w.emptyYear(year)}</EmptyYear>;
};

const Season = ({
  list,
  year,
  clashes,
}: {
  readonly list: List;
  readonly year: string;
  readonly clashes: readonly Clash[];
}) => {
  const w = useWords(said);
  const say = useSay();
  const { group } = useMe();
  const [view, setView] = useView();
  const box = useRef<HTMLDivElement>(null);
  useListKeys(box, {});
  const all = inSeason(list.exercises, year);
  const ids = new Set(all.map(({ id }) => id));
  const own = clashes.filter(({ exercises }) => exercises.some((id) => ids.has(id)));
  const clashing = new Set(own.flatMap(({ exercises }) => exercises));
  const onlyClashing = view.loc === 'va-cham';
  const shown = onlyClashing ? all.filter(({ id }) => clashing.has(id)) : all;
  const weeks = weeksOf(shown.length > 0 ? shown : all);
  const days = useDayKinds(weeks[0] ?? `${year}-01-01`, addDays(weeks.at(-1) ?? `${year}-12-25`, 6));
  const units = new Map(list.units.map(({ id, name }) => [id, say(name)]));
  const names = new Map(list.exercises.map(({ id, theme }) => [id, theme]));
  if (all.length === 0) return <NoneInYear list={list} year={year} />;
  return (
    <>
      <Group justify="space-between" mb="xs" gap="sm">
        <Legend />
        <DayField />
        <Switch
          className="no-print"
          label={w.onlyClashing}
          checked={onlyClashing}
          onChange={({ currentTarget }) => setView({ loc: currentTarget.checked ? 'va-cham' : undefined })}
        />
      </Group>
      {days.missing.length > 0 && (
        <Alert color="gray" variant="light" mb="xs">
          {w.missingYear(days.missing.join(', '))}
        </Alert>
      )}
      {shown.length === 0 ? (
        <Empty
          action={
            <Button variant="default" onClick={() => setView({ loc: undefined })}>
              {w.showAll}
            </Button>
          }
        >
          {w.noneClashing}
        </Empty>
      ) : (
        <div ref={box}>
          <Chart
            year={year}
            exercises={shown}
            weeks={weeks}
            clashes={own}
            days={days}
            today={list.today}
            unitOf={(id) => units.get(id) ?? id}
          />
        </div>
      )}
      <ClashList
        clashes={own}
        nameOf={(id) => names.get(id) ?? id}
        mayMove={group === 'staff' && view.ngay === undefined}
      />
    </>
  );
};

export const Page = (): ReactNode => {
  const w = useWords(said);
  const [{ nam }] = useView();
  const asOf = useAsOf();
  const moment = asOf === undefined ? {} : { asOf };
  const read = useRead('/api/v1/exercises', { query: moment }, { keepLast: true });
  const year = read.data && yearShown(read.data.exercises, nam, read.data.today);
  const clashes = useRead(
    '/api/v1/clashes',
    { query: { ...moment, from: `${year}-01-01`, to: `${year}-12-31` } },
    { enabled: year !== undefined, keepLast: true },
  );
  const undated = read.data?.exercises.filter(({ startDate }) => startDate === null).length ?? 0;
  return (
    <>
      <Sheet size="A3 landscape" margin="10mm 12mm" />
      <PageHead
        title={w.title}
        aside={year && <YearChoice year={year} />}
        actions={
          <Button variant="default" leftSection={<IconPrinter aria-hidden size={18} />} onClick={() => window.print()}>
            {w.print}
          </Button>
        }
      />
      <Shown read={read} lines={10}>
        {(list) => (
          <Shown read={clashes} lines={10}>
            {(met) => <Season list={list} year={year ?? ''} clashes={met.clashes} />}
          </Shown>
        )}
      </Shown>
      {undated > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {w.undated(undated)}
        </Text>
      )}
    </>
  );
};
