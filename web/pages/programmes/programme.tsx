/** `/chuong-trinh/:id/:tab`: the board, the sheet of figures, the reviews, what changed. Any past day by `?ngay=`. */
import { Group, Tabs, Text } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '../../client/read.ts';
import { DayField } from '../../parts/day-field.tsx';
import { PageLink } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useAsOf, useView } from '../../parts/view.ts';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { Board } from './board.tsx';
import { Changes } from './changes.tsx';
import { DrawingUp } from './drawing-up.tsx';
import { Entry } from './entry.tsx';
import { VerdictCounts } from './marks.tsx';
import './programmes.css';
import { Reviews } from './reviews.tsx';
import type { Programme } from './rights.ts';
import { said } from './words.ts';

const TABS = ['chi-tieu', 'so-lieu', 'so-ket', 'thay-doi'] as const;
type Tab = (typeof TABS)[number];
const isTab = (name: string | undefined): name is Tab => TABS.some((tab) => tab === name);

const Facts = ({ file }: { readonly file: Programme }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { term, signed, conference, parties, basis, closed } = file;
  return (
    <Group mb="sm" className="programme-facts">
      <Text size="sm">
        {say(file.kindName)} · {say(file.unitName)} · {dateText(term.from)}–{dateText(term.to)} · {say(file.phaseLabel)}
      </Text>
      <Text size="sm">
        {w.parties}: {parties.map(({ name }) => say(name)).join('; ')}
      </Text>
      {basis.length > 0 && (
        <Text size="sm">
          {w.basis}: {basis.map(({ number, date }) => `${number} (${dateText(date)})`).join('; ')}
        </Text>
      )}
      {conference && (
        <Text size="sm">
          {w.conference}: {dateText(conference.date)}
        </Text>
      )}
      {signed && (
        <Text size="sm">
          {w.signed}: {signed.number}, {dateText(signed.date)}
        </Text>
      )}
      {closed && (
        <Text size="sm">
          {w.closedBy}: {closed.number}, {dateText(closed.date)}
        </Text>
      )}
    </Group>
  );
};

const Parts = ({ file, tab }: { readonly file: Programme; readonly tab: Tab }): ReactNode => {
  const w = useWords(said);
  const navigate = useNavigate();
  const [view] = useView();
  const open = (next: string | null): void =>
    void navigate({
      to: '/chuong-trinh/$id/$tab',
      params: { id: file.id, tab: next ?? 'chi-tieu' },
      search: (view.ngay === undefined ? {} : { ngay: view.ngay }) as never, // the root's search
    });
  return (
    <Tabs value={tab} onChange={open} keepMounted={false}>
      <Tabs.List aria-label={w.tabs} mb="md">
        <Tabs.Tab value="chi-tieu">{w.board}</Tabs.Tab>
        <Tabs.Tab value="so-lieu">{w.entry}</Tabs.Tab>
        <Tabs.Tab value="so-ket">{w.reviews}</Tabs.Tab>
        <Tabs.Tab value="thay-doi">{w.changes}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="chi-tieu">
        <Board file={file} />
      </Tabs.Panel>
      <Tabs.Panel value="so-lieu">
        <Entry file={file} />
      </Tabs.Panel>
      <Tabs.Panel value="so-ket">
        <Reviews file={file} />
      </Tabs.Panel>
      <Tabs.Panel value="thay-doi">
        <Changes file={file} />
      </Tabs.Panel>
    </Tabs>
  );
};

export const Page = (): ReactNode => {
  const w = useWords(said);
  const { id = '', tab } = useParams({ strict: false }) as { id?: string; tab?: string }; // of this route
  const asOf = useAsOf();
  const read = useRead(
    '/api/v1/programmes/{id}',
    { path: { id }, ...(asOf ? { query: { asOf } } : {}) },
    { keepLast: true },
  );
  return (
    <>
      <div className="programme-head">
        <PageHead
          title={read.data?.title ?? w.title}
          actions={
            <>
              <PageLink to="/chuong-trinh">{w.toBoard}</PageLink>
              <DayField />
            </>
          }
        />
      </div>
      <Shown read={read}>
        {(file) => (
          <>
            <Facts file={file} />
            {file.phase === 'draft' ? (
              <DrawingUp file={file} />
            ) : (
              <Group mb="md">
                <VerdictCounts counts={file.counts} />
                <Text size="sm" c="dimmed">
                  {file.phase === 'closed' ? w.wholeTermOf : w.of(file.year)}
                </Text>
              </Group>
            )}
            <Parts file={file} tab={isTab(tab) ? tab : 'chi-tieu'} />
          </>
        )}
      </Shown>
    </>
  );
};
