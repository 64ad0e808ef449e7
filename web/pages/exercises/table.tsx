/** The exercises of a year as a table, sorted by its heads; cards on a phone. */
import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconStar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PageLink } from '../../parts/link.tsx';
import { Sign, VerdictMark } from '../../parts/marks.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { useView } from '../../parts/view.ts';
import { distanceText, longDate } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { type Named, type Sort, sortOf } from './filter.ts';
import { said } from './words.ts';

const Head = ({ sort, children }: { readonly sort: Sort; readonly children: string }): ReactNode => {
  const [view, setView] = useView();
  const w = useWords(said);
  const isSorted = sortOf(view) === sort;
  return (
    <UnstyledButton
      className="sort-head"
      aria-pressed={isSorted}
      aria-label={w.sorted(children)}
      onClick={() => setView({ sap: sort === 'ngay' ? undefined : sort })}
    >
      {children} {isSorted && <IconArrowDown aria-hidden size={14} />}
    </UnstyledButton>
  );
};

/** Before the opening day how far it is; nothing once it is past. */
const Distance = ({ exercise }: { readonly exercise: Named }): ReactNode => {
  const { language } = useLanguage();
  const { workingDaysLeft, phase } = exercise;
  if (workingDaysLeft === null || workingDaysLeft < 0 || phase === 'closed' || phase === 'cancelled') return null;
  return <div className="quiet">{distanceText(workingDaysLeft, language)}</div>;
};

export const ExerciseTable = ({ exercises }: { readonly exercises: readonly Named[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const columns: readonly Column<Named>[] = [
    {
      key: 'name',
      head: <Head sort="ten">{w.name}</Head>,
      isTitle: true,
      width: '32%',
      cell: ({ id, theme, codeName, isPilot }) => (
        <>
          <PageLink to="/dien-tap/$id" params={{ id }} data-row={id} fw={600}>
            {theme}
          </PageLink>
          {codeName && <span className="quiet"> · {codeName}</span>}
          {isPilot && (
            <>
              {' '}
              <Sign icon={IconStar} hue="blue">
                {w.pilot}
              </Sign>
            </>
          )}
        </>
      ),
    },
    { key: 'type', head: w.type, cell: ({ typeLabel }) => say(typeLabel) },
    { key: 'unit', head: <Head sort="dia-ban">{w.unit}</Head>, cell: ({ unit }) => unit },
    {
      key: 'day',
      head: <Head sort="ngay">{w.day}</Head>,
      cell: (each) => (
        <span className="figures nowrap">
          {each.startDate ? longDate(each.startDate, language) : w.noDay}
          <Distance exercise={each} />
        </span>
      ),
    },
    { key: 'phase', head: w.phase, cell: ({ phaseLabel }) => say(phaseLabel) },
    {
      key: 'gate',
      head: w.gate,
      cell: ({ nextGate }) => (nextGate ? `${nextGate.code} ${say(nextGate.name)}` : '–'),
    },
    {
      key: 'verdict',
      head: <Head sort="nhan-dinh">{w.verdict}</Head>,
      cell: ({ verdict }) => (
        <span className="nowrap">
          <VerdictMark verdict={verdict} />
        </span>
      ),
    },
  ];
  return <Rows rows={exercises} columns={columns} rowKey={({ id }) => id} caption={w.list} />;
};
