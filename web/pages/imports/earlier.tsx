/** One's own imports, latest first; each leads to its address. */
import { Anchor, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '../../client/read.ts';
import { Rows } from '../../parts/rows.tsx';
import { Shown } from '../../parts/shown.tsx';
import { instantText, numberText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import type { Job } from './send.ts';
import { said } from './words.ts';

export const Earlier = (): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const read = useRead('/api/v1/imports', {});
  const number = (n: number): string => numberText(n, language);
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {w.earlier}
      </Title>
      <Shown
        read={read}
        lines={3}
        isEmpty={({ imports }) => imports.length === 0}
        empty={<p className="quiet">{w.none}</p>}
      >
        {({ imports }) => (
          <Rows<Job>
            rows={imports}
            rowKey={({ id }) => id}
            caption={w.earlier}
            columns={[
              {
                key: 'file',
                head: w.file,
                isTitle: true,
                cell: ({ id, fileName }) => (
                  <Anchor component={Link} to={`/cong-viec-nen/${id}`}>
                    {fileName}
                  </Anchor>
                ),
              },
              { key: 'kind', head: w.kind, cell: ({ title }) => say(title) },
              { key: 'when', head: w.when, cell: ({ createdAt }) => instantText(createdAt) },
              { key: 'state', head: w.state, cell: ({ stateLabel }) => say(stateLabel) },
              {
                key: 'rows',
                head: w.result,
                cell: ({ rows, good, bad }) => w.counts(number(rows), number(good), number(bad)),
              },
            ]}
          />
        )}
      </Shown>
    </section>
  );
};
