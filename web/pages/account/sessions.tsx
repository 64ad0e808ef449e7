import { Button, Text } from '@mantine/core';
import { IconDevices } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { Sign } from '../../parts/marks.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { Broken, Shown } from '../../parts/shown.tsx';
import { useWrite } from '../../parts/use-write.ts';
import { instantText } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { browserName } from './browser-name.ts';
import { said } from './words.ts';

type Session = Schemas['Session'];

export const Sessions = (): ReactNode => {
  const w = useWords(said);
  const read = useRead('/api/v1/me/sessions');
  const end = useWrite(w.ended);
  const others = useWrite(w.endedOthers);
  const nameOf = ({ browser }: Session): string => browserName(browser) ?? w.unknownBrowser;
  const columns: readonly Column<Session>[] = [
    {
      key: 'browser',
      head: w.browser,
      isTitle: true,
      cell: (session) => (
        <>
          {nameOf(session)}
          <Text component="div" size="sm" c="dimmed" fw={400}>
            {session.address || '–'}
          </Text>
          {session.isThis && (
            <Text component="div" size="sm" fw={400}>
              <Sign icon={IconDevices} hue="blue">
                {w.thisOne}
              </Sign>
            </Text>
          )}
        </>
      ),
    },
    { key: 'since', head: w.since, cell: ({ since }) => instantText(since) },
    { key: 'seen', head: w.seen, cell: ({ lastSeenAt }) => instantText(lastSeenAt) },
    {
      key: 'end',
      head: <span className="only-heard">{w.end}</span>,
      cell: (session) =>
        !session.isThis && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={w.endOf(`${nameOf(session)}, ${session.address}`)}
            loading={end.isPending && end.variables.path.includes(session.id)}
            onClick={() => end.mutate({ path: `/api/v1/me/sessions/${encodeURIComponent(session.id)}/end` })}
          >
            {w.end}
          </Button>
        ),
    },
  ];
  const hasOthers = (read.data?.sessions.length ?? 0) > 1;
  return (
    <Section
      title={w.sessions}
      what={w.sessionsWhat}
      aside={
        hasOthers && (
          <Button
            variant="default"
            size="compact-md"
            loading={others.isPending}
            onClick={() => others.mutate({ path: '/api/v1/me/sessions/end-others' })}
          >
            {w.endOthers}
          </Button>
        )
      }
    >
      {(end.error ?? others.error) && <Broken error={(end.error ?? others.error) as Error} />}
      <Shown read={read} lines={3}>
        {({ sessions }) => (
          <Rows rows={sessions} columns={columns} rowKey={({ id }) => id} caption={w.sessions} minWidth={440} />
        )}
      </Shown>
    </Section>
  );
};
