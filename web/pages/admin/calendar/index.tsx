/** Working-day tables by year: looked at, entered, corrected with what it moves shown first. The address holds the year. */
import { Alert, Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconCalendarPlus, IconPencil } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../../client/read.ts';
import { Fact, Facts } from '../../../parts/marks.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useAsOf, useView } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { longDate, numberText } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import '../../../parts/chips.css';
import './calendar-table.css';
import { EditYear } from './edit.tsx';
import { Months } from './months.tsx';
import { StatusMark } from './status-mark.tsx';
import { draftOf, emptyDraft, sourceText, type Table } from './table.ts';
import { said } from './words.ts';

const KEEPERS: readonly string[] = ['SA', 'MPC', 'PC'];
const AHEAD = 2;

/** From the first year with a table to two years after this one or the last table, whichever is later. */
const yearsShown = (known: readonly number[], now: number): number[] => {
  const [first, last] = [Math.min(now, ...known), Math.max(now + AHEAD, ...known)];
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
};

const OneYear = ({ table }: { readonly table: Table }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const columns: readonly Column<Table['days'][number]>[] = [
    { key: 'date', head: w.day, isTitle: true, cell: ({ date }) => longDate(date, language) },
    { key: 'kind', head: w.kind, cell: ({ kind }) => w[kind] },
    { key: 'status', head: w.status, cell: ({ status }) => <StatusMark status={status} /> },
  ];
  return (
    <>
      <Facts>
        <Fact label={w.status}>
          <StatusMark status={table.status} /> <span className="quiet">({w[`${table.status}What`]})</span>
        </Fact>
        <Fact label={w.workingDays}>{numberText(table.workingDays, language)}</Fact>
        <Fact label={w.source}>{sourceText(table.source, language)}</Fact>
        {!table.madeUpKnown && <Fact label={w.madeUp}>{w.madeUpUnknown}</Fact>}
      </Facts>
      <div className="two-parts" style={{ marginTop: 20 }}>
        <div>
          <Months year={table.year} draft={draftOf(table)} />
        </div>
        <div>
          <Rows rows={table.days} columns={columns} rowKey={({ date }) => date} caption={w.days} minWidth={320} />
        </div>
      </div>
    </>
  );
};

export const Tab = (): ReactNode => {
  const w = useWords(said);
  const { today, acting } = useMe();
  const [{ nam }, setView] = useView();
  const asOf = useAsOf();
  const [editing, setEditing] = useState(false);
  const now = Number(today.slice(0, 4));
  const year = /^\d{4}$/.test(nam ?? '') ? Number(nam) : now;
  const list = useRead('/api/v1/calendars');
  const known = (list.data?.years ?? []).map((each) => each.year);
  const hasTable = known.includes(year);
  const read = useRead('/api/v1/calendars/{year}', { path: { year: String(year) } }, { enabled: hasTable });
  const mayWrite = asOf === undefined && acting !== null && KEEPERS.includes(acting.body.split('.').at(-1) ?? '');
  const years = yearsShown(known, now);
  const missing = years.filter((each) => !known.includes(each));
  const act = (
    <Button
      leftSection={hasTable ? <IconPencil aria-hidden size={18} /> : <IconCalendarPlus aria-hidden size={18} />}
      onClick={() => setEditing(true)}
      disabled={hasTable && !read.data}
    >
      {hasTable ? w.correct : w.copyYear(year)}
    </Button>
  );
  return (
    <>
      <PageHead title={`${w.title} ${year}`} actions={mayWrite && list.data && act} />
      <Text c="dimmed" mb="md" maw="75ch">
        {w.what} {!mayWrite && asOf === undefined && w.noKeeper}
      </Text>
      <Shown read={list}>
        {() => (
          <>
            <ul className="year-chips no-print" aria-label={w.years}>
              {years.map((each) => (
                <li key={each}>
                  <UnstyledButton
                    className="chip"
                    aria-pressed={each === year}
                    onClick={() => setView({ nam: String(each) })}
                  >
                    {each}
                    {!known.includes(each) && <span className="chip-count"> {w.missing}</span>}
                  </UnstyledButton>
                </li>
              ))}
            </ul>
            {missing.length > 0 && (
              <Alert color="yellow" variant="light" mb="md" className="on-tint" role="note">
                {w.missingYears(missing.join(', '))}
              </Alert>
            )}
            {hasTable ? (
              <Shown read={read}>{(table) => <OneYear table={table} />}</Shown>
            ) : (
              <Group>
                <Text>
                  {w.year} {year}: {w.missing.toLowerCase()}.
                </Text>
                {mayWrite && (
                  <Button variant="default" onClick={() => setEditing(true)}>
                    {w.copyYear(year)}
                  </Button>
                )}
              </Group>
            )}
          </>
        )}
      </Shown>
      {editing && (
        <EditYear
          start={hasTable && read.data ? draftOf(read.data) : emptyDraft(year)}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
};
