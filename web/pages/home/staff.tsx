/** "Bàn tham mưu" (ux §6): what needs a hand now, in four queues; below it the running exercises; beside it this week. */
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRead } from '../../client/read.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Shown } from '../../parts/shown.tsx';
import { useAsOf } from '../../parts/view.ts';
import { useWords } from '../../words/language.tsx';
import { Queues } from './staff/queues.tsx';
import { Running } from './staff/running.tsx';
import { Slowest } from './staff/slowest.tsx';
import { Week } from './staff/week.tsx';
import { said } from './staff/words.ts';
import './staff/staff.css';

export const Home = (): ReactNode => {
  const w = useWords(said);
  const asOf = useAsOf();
  const desk = useRead('/api/v1/queues', { query: asOf ? { asOf } : {} }, { keepLast: true });
  const create = asOf === undefined && (
    <ButtonLink to="/dien-tap/moi" leftSection={<IconPlus aria-hidden size={18} />}>
      {w.create}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={w.title} actions={create} />
      <Shown
        read={desk}
        lines={12}
        isEmpty={({ exercises }) => exercises.length === 0}
        empty={<Empty action={create}>{w.none}</Empty>}
      >
        {(data) => (
          <>
            <Queues desk={data} />
            <div className="desk-columns">
              <Running desk={data} />
              <aside className="desk-aside in-turn" aria-label={w.aside}>
                <Week desk={data} />
                <Slowest desk={data} />
              </aside>
            </div>
          </>
        )}
      </Shown>
    </>
  );
};
