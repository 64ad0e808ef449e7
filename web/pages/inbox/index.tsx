/** `/hop-thu`: what is for me to do, what I should know, what is done with. What is shown counts as seen. */
import { Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Schemas } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Shown } from '../../parts/shown.tsx';
import { useWrite } from '../../parts/use-write.ts';
import { useView } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { useWords } from '../../words/language.tsx';
import { Line } from './line.tsx';
import { Silent } from './silent.tsx';
import { said } from './words.ts';
import './inbox.css';

const SECTIONS = { 'can-lam': 'todo', 'de-biet': 'know', 'da-xu-ly': 'done' } as const;
type Part = keyof typeof SECTIONS;
const SILENT = 'chua-tra-loi';
const isPart = (part: string | undefined): part is Part => part !== undefined && Object.hasOwn(SECTIONS, part);
const EMPTY = { todo: 'noTodo', know: 'noKnow', done: 'noDone' } as const;

/** Notes once what is shown for the first time; it stays marked as new until the page is left. */
const useSeen = (entries: Schemas['Inbox']['entries']): ReadonlySet<string> => {
  const fresh = useRef(new Set<string>());
  const told = useRef(new Set<string>());
  const { mutate } = useWrite(null);
  const unseen = entries.filter(({ isRead }) => !isRead);
  for (const { id } of unseen) fresh.current.add(id);
  const notices = unseen.flatMap((entry) => entry.notices).filter((id) => !told.current.has(id));
  useEffect(() => {
    if (notices.length === 0) return;
    for (const id of notices) told.current.add(id);
    mutate({ path: '/api/v1/inbox/read', body: { notices: notices.slice(0, 500) } });
  });
  return fresh.current;
};

const Lines = ({ inbox, part }: { readonly inbox: Schemas['Inbox']; readonly part: Part }): ReactNode => {
  const w = useWords(said);
  const entries = inbox.entries.filter(({ section }) => section === SECTIONS[part]);
  const fresh = useSeen(entries);
  if (entries.length === 0) return <Empty>{w[EMPTY[SECTIONS[part]]]}</Empty>;
  return (
    <ul className="inbox-lines" aria-label={w[SECTIONS[part]]}>
      {entries.map((entry) => (
        <Line key={entry.id} entry={entry} wasFresh={fresh.has(entry.id)} />
      ))}
    </ul>
  );
};

export const Page = (): ReactNode => {
  const w = useWords(said);
  const { group } = useMe();
  const [{ muc }, setView] = useView();
  const read = useRead('/api/v1/inbox');
  const mayWatch = group === 'staff' || group === 'leadership';
  const part: Part | typeof SILENT = muc === SILENT && mayWatch ? SILENT : isPart(muc) ? muc : 'can-lam';
  const counts = read.data?.counts;
  return (
    <>
      <PageHead title={w.title} />
      <Tabs value={part} onChange={(next) => setView({ muc: next ?? undefined })} keepMounted={false}>
        <Tabs.List aria-label={w.sections} mb="md">
          {(Object.keys(SECTIONS) as Part[]).map((each) => (
            <Tabs.Tab key={each} value={each}>
              {w[SECTIONS[each]]} {counts ? `(${counts[SECTIONS[each]]})` : ''}
            </Tabs.Tab>
          ))}
          {mayWatch && <Tabs.Tab value={SILENT}>{w.silent}</Tabs.Tab>}
        </Tabs.List>
        {(Object.keys(SECTIONS) as Part[]).map((each) => (
          <Tabs.Panel key={each} value={each}>
            <Shown read={read} lines={8}>
              {(inbox) => <Lines inbox={inbox} part={each} />}
            </Shown>
          </Tabs.Panel>
        ))}
        {mayWatch && (
          <Tabs.Panel value={SILENT}>
            <Silent />
          </Tabs.Panel>
        )}
      </Tabs>
    </>
  );
};
