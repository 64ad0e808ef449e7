/** `/chuong-trinh`: every programme that the reader may see, how the year stands, and which review comes next. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { PageLink } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Rows } from '../../parts/rows.tsx';
import { Empty, Shown } from '../../parts/shown.tsx';
import { dateText, distanceText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { VerdictCounts } from './marks.tsx';
import { OpenProgramme } from './open.tsx';
import { said } from './words.ts';

type Row = Answer<'/api/v1/programmes'>['programmes'][number];

const Next = ({ next }: { readonly next: Row['next'] }): ReactNode => {
  const say = useSay();
  const { language } = useLanguage();
  if (!next) return '–';
  return (
    <>
      {say(next.name)}
      <Text size="sm" c="dimmed">
        {dateText(next.due)} · {distanceText(next.workingDaysLeft, language)}
      </Text>
    </>
  );
};

const Table = ({ rows }: { readonly rows: readonly Row[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <Rows
      rows={rows}
      rowKey={({ id }) => id}
      caption={w.caption}
      columns={[
        {
          key: 'name',
          head: w.name,
          isTitle: true,
          cell: (row) => (
            <>
              <PageLink to="/chuong-trinh/$id" params={{ id: row.id }} fw={600}>
                {row.title}
              </PageLink>
              <Text size="sm" c="dimmed">
                {say(row.kindName)} · {say(row.unitName)}
              </Text>
            </>
          ),
        },
        {
          key: 'term',
          head: w.term,
          width: '8rem',
          cell: ({ term }) => `${term.from.slice(0, 4)}–${term.to.slice(0, 4)}`,
        },
        { key: 'state', head: w.state, width: '9rem', cell: ({ phaseLabel }) => say(phaseLabel) },
        {
          key: 'figures',
          head: w.figures,
          cell: ({ counts, year }) => (
            <>
              <VerdictCounts counts={counts} />
              <Text size="sm" c="dimmed">
                {year === 'term' ? w.wholeTermOf : w.of(year)}
              </Text>
            </>
          ),
        },
        { key: 'next', head: w.next, cell: ({ next }) => <Next next={next} /> },
      ]}
    />
  );
};

export const Page = (): ReactNode => {
  const w = useWords(said);
  const read = useRead('/api/v1/programmes');
  return (
    <>
      <PageHead
        title={w.title}
        actions={read.data && <OpenProgramme taken={read.data.programmes.map(({ id }) => id)} />}
      />
      <Shown read={read} isEmpty={({ programmes }) => programmes.length === 0} empty={<Empty>{w.none}</Empty>}>
        {({ programmes }) => <Table rows={programmes} />}
      </Shown>
    </>
  );
};
