/** What was recorded since the reader last looked here; the place is remembered in his browser. */
import { Button, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useRead } from '../../../client/read.ts';
import { PageLink } from '../../../parts/link.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useMe } from '../../../session/session.tsx';
import { instantText } from '../../../words/format.ts';
import { keep, kept } from '../../../words/kept.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

const AT_MOST = 8;
/** Once all was in sight for so long, it counts as seen at the next visit. */
const SEEN_MS = 4_000;

const place = (user: string): string => `changes.${user}`;

export const Changes = (): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { user } = useMe();
  const [after, setAfter] = useState(() => Number(kept(place(user.id)) ?? '0') || 0);
  const read = useRead(
    '/api/v1/changes',
    { query: { after: String(after), limit: String(AT_MOST) } },
    { keepLast: true },
  );
  const position = read.data?.position;
  useEffect(() => {
    if (position === undefined) return;
    const timer = setTimeout(() => keep(place(user.id), String(position)), SEEN_MS);
    return () => clearTimeout(timer);
  }, [position, user.id]);
  const forget = (): void => {
    if (position === undefined) return;
    keep(place(user.id), String(position));
    setAfter(position);
  };
  const isFirst = after === 0;
  return (
    <section aria-labelledby="changes" className="no-print">
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h4" id="changes">
          {isFirst ? w.changesFirst : w.changes}
        </Title>
        {!isFirst && (read.data?.changes.length ?? 0) > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={forget}>
            {w.seen}
          </Button>
        )}
      </Group>
      <Shown
        read={read}
        lines={3}
        isEmpty={({ changes }) => changes.length === 0}
        empty={<Text c="dimmed">{w.noChanges}</Text>}
      >
        {({ changes, more }) => (
          <>
            <ul className="changes">
              {changes.map((change) => (
                <li key={change.position}>
                  <span className="quiet figures">{instantText(change.at)}</span>{' '}
                  {change.kind === 'exercise' || change.kind === 'drill' || change.kind === 'review' ? (
                    <PageLink
                      to="/dien-tap/$id/$tab"
                      params={{ id: change.id, tab: 'nhat-ky' }}
                      preload={false}
                      c="var(--mantine-color-text)"
                      underline="hover"
                    >
                      {say(change.sentence)}
                    </PageLink>
                  ) : (
                    say(change.sentence)
                  )}
                  {change.theme && <div className="quiet change-theme">{change.theme}</div>}
                </li>
              ))}
            </ul>
            {more && (
              <Text size="sm" c="dimmed">
                {w.moreChanges}
              </Text>
            )}
          </>
        )}
      </Shown>
    </section>
  );
};
