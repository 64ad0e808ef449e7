/** `/san-sang`: how many are ready, which are not, and why; as of any day, beside any other (ux §8). */
import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useRead } from '../../client/read.ts';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { PageLink } from '../../parts/link.tsx';
import { useIsNarrow } from '../../parts/narrow.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Sheet } from '../../parts/printing.tsx';
import { Broken, Empty, Shown } from '../../parts/shown.tsx';
import { useAsOf, useView } from '../../parts/view.ts';
import { longDate } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { AsOfBar } from './as-of-bar.tsx';
import { type Board, differencesOf, rowsShown, stripOf } from './board.ts';
import { Counts, Turns } from './counts.tsx';
import { Filters, isFiltered, NO_FILTER, useFilter, useYear } from './filters.tsx';
import { Legend } from './legend.tsx';
import { BoardList } from './list.tsx';
import { BoardTable, STRIP_DAYS } from './table.tsx';
import { said } from './words.ts';
import './board.css';

const HISTORY_DAYS = 90;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const Rows = ({ board, earlier }: { readonly board: Board; readonly earlier: Board | undefined }): ReactNode => {
  const w = useWords(said);
  const [, setView] = useView();
  const filter = useFilter();
  const narrow = useIsNarrow();
  const trend = useRead('/api/v1/readiness/trend', { query: { days: String(HISTORY_DAYS) } });
  const rows = useMemo(() => rowsShown(board.rows, filter), [board.rows, filter]);
  const differences = useMemo(() => differencesOf(earlier?.rows, board.rows), [earlier, board.rows]);
  const strips = useMemo(() => {
    const days = trend.data?.days.map(({ day }) => day) ?? [];
    return new Map(
      trend.data?.exercises.map(({ id, verdicts }) => [id, stripOf(verdicts, days, board.today, STRIP_DAYS)]),
    );
  }, [trend.data, board.today]);
  if (rows.length === 0)
    return (
      <Empty action={isFiltered(filter) && <Button onClick={() => setView(NO_FILTER)}>{w.clear}</Button>}>
        {w.noMatch}
      </Empty>
    );
  return narrow ? (
    <BoardList rows={rows} differences={differences} />
  ) : (
    <BoardTable rows={rows} gates={board.gates} stripFor={(id) => strips.get(id) ?? ''} differences={differences} />
  );
};

const NoRows = (): ReactNode => {
  const w = useWords(said);
  const year = useYear();
  return (
    <Empty action={<PageLink to="/dien-tap">{w.toExercises}</PageLink>}>{year ? w.emptyYear(year) : w.emptyAll}</Empty>
  );
};

/** On a phone the tools are folded away: what stands first there is who is not ready. */
const Tools = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const w = useWords(said);
  return useIsNarrow() ? (
    <details className="board-tools no-print">
      <summary>{w.tools}</summary>
      {children}
    </details>
  ) : (
    children
  );
};

export const Page = (): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const asOf = useAsOf();
  const year = useYear();
  const [{ so }] = useView();
  const since = so !== undefined && DAY.test(so) ? so : undefined;
  const ofYear = year ? { year } : {};
  const read = useRead(
    '/api/v1/readiness/cells',
    { query: { ...ofYear, ...(asOf ? { asOf } : {}) } },
    { keepLast: true },
  );
  const earlier = useRead(
    '/api/v1/readiness/cells',
    { query: { ...ofYear, asOf: since ?? '' } },
    { enabled: since !== undefined, keepLast: true },
  );
  const days = useRead('/api/v1/readiness/trend', { query: { days: String(HISTORY_DAYS) } });
  const before = since === undefined ? undefined : earlier.data;
  return (
    <article>
      <Sheet size="A3 landscape" margin="12mm" />
      <PageHead
        title={w.title}
        actions={
          <>
            <ExportMenu of="readiness/cells" query={{ ...ofYear, asOf }} />
            <Button
              variant="default"
              leftSection={<IconPrinter aria-hidden size={18} />}
              onClick={() => print()}
              title={w.printWhat}
            >
              {w.print}
            </Button>
          </>
        }
      />
      <Shown read={read} lines={10}>
        {(board) => (
          <>
            <p className="print-only">
              {w.asAt(longDate(board.today, language))} · {w.internal}
            </p>
            <Group justify="space-between" mb="sm" gap="md">
              <Counts counts={board.counts} />
              {before && since && <Turns differences={differencesOf(before.rows, board.rows)} since={since} />}
            </Group>
            <Tools>
              <AsOfBar days={days.data?.days.map(({ day }) => day) ?? []} day={board.today} />
              <Filters rows={board.rows} />
            </Tools>
            {since !== undefined && earlier.error && <Broken error={earlier.error} />}
            {board.rows.length === 0 ? (
              <NoRows />
            ) : (
              <>
                <Rows board={board} earlier={before} />
                <Legend rule={board.rule} />
              </>
            )}
          </>
        )}
      </Shown>
    </article>
  );
};
