/** Home of leaders: a verdict, not a dashboard (ux §6). Are we ready; if not, because of whom, since when; what is mine to decide. */
import { Button, Select, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRead } from '../../client/read.ts';
import { PageLink } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Sheet } from '../../parts/printing.tsx';
import { Empty, Shown } from '../../parts/shown.tsx';
import { useAsOf, useView } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { instantText, longDate } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import type { Board } from '../readiness/board.ts';
import { Counts } from '../readiness/counts.tsx';
import '../readiness/board.css';
import { Changes } from './leadership/changes.tsx';
import { Decisions } from './leadership/decisions.tsx';
import { DrillNow } from './leadership/drill-now.tsx';
import { Heat } from './leadership/heat.tsx';
import './leadership/leadership.css';
import { inOrder } from './leadership/reasons.ts';
import { Trend } from './leadership/trend.tsx';
import { Verdict } from './leadership/verdict.tsx';
import { said } from './leadership/words.ts';

const Whole = ({ board }: { readonly board: Board }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { acting } = useMe();
  const [{ dt }, setView] = useView();
  const asOf = useAsOf();
  const isWide = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false });
  const rows = inOrder(board.rows, acting?.unit);
  const chosen = rows.find(({ id }) => id === dt) ?? rows[0];
  if (!chosen) return <Empty action={<PageLink to="/dien-tap">{w.toExercises}</PageLink>}>{w.none}</Empty>;
  const isNow = asOf === undefined;
  return (
    <>
      <div className="lead-verdict">
        {rows.length > 1 && (
          <Select
            aria-label={w.exercise}
            className="no-print lead-choice"
            size="sm"
            data={rows.map((row) => ({
              value: row.id,
              label: [say(row.unitName), row.codeName].filter(Boolean).join(' · '),
            }))}
            value={chosen.id}
            onChange={(id) => setView({ dt: id === null || id === rows[0]?.id ? undefined : id })}
            allowDeselect={false}
          />
        )}
        <Verdict key={chosen.id} id={chosen.id} />
      </div>
      <div className="lead-now in-turn">
        {isNow && chosen.phase === 'running' && <DrillNow id={chosen.id} />}
        {isNow && <Decisions />}
        {isNow && isWide && <Changes />}
      </div>
      <div className="lead-all in-turn">
        <section aria-labelledby="all">
          <Title order={2} size="h4" id="all" mb={4}>
            {w.all}
          </Title>
          <PageLink to="/san-sang" underline="never" c="var(--mantine-color-text)" preload={false}>
            <Counts counts={board.counts} />
          </PageLink>
        </section>
        <Trend />
        <Heat board={board} />
      </div>
      {isNow && !isWide && <Changes />}
    </>
  );
};

export const Home = (): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { now } = useMe();
  const asOf = useAsOf();
  const read = useRead('/api/v1/readiness/cells', asOf ? { query: { asOf } } : {}, { keepLast: true });
  return (
    <article className="leadership in-turn">
      <Sheet size="A4" margin="12mm 12mm 12mm 20mm" />
      <PageHead
        title={w.title}
        actions={
          <Button variant="default" leftSection={<IconPrinter aria-hidden size={18} />} onClick={() => print()}>
            {w.print}
          </Button>
        }
      />
      <p className="print-only">
        {w.asOf(asOf ? longDate(asOf, language) : instantText(now))} · {w.nothingDone} · {w.internal}
      </p>
      <Shown read={read} lines={8}>
        {(board) => <Whole board={board} />}
      </Shown>
    </article>
  );
};
