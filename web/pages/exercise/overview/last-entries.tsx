/** The last five events of the file, in words. */
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../../client/read.ts';
import { PageLink } from '../../../parts/link.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { instantText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { useMomentQuery } from '../use-file.ts';
import { said } from './words.ts';

const HOW_MANY = 5;

export const LastEntries = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const moment = useMomentQuery();
  const read = useRead(
    '/api/v1/exercises/{id}/events',
    {
      path: { id: file.id },
      query: { ...moment, afterVersion: String(Math.max(0, file.version - HOW_MANY)), limit: String(HOW_MANY) },
    },
    { keepLast: true },
  );
  if (read.data?.events.length === 0) return null;
  return (
    <section aria-labelledby="last-title">
      <Title order={2} className="section-title" id="last-title">
        {w.last}
      </Title>
      <Shown read={read} lines={5}>
        {({ events }) => (
          <ul className="lines">
            {[...events].reverse().map((event) => (
              <li key={event.version}>
                <Text size="sm" c="dimmed" className="figures">
                  {instantText(event.at)}
                </Text>
                {say(event.sentence)}
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <PageLink to="/dien-tap/$id/$tab" params={{ id: file.id, tab: 'nhat-ky' }} size="sm">
        {w.allHistory}
      </PageLink>
    </section>
  );
};
