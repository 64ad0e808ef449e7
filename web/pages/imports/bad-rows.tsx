/** Rows with their problems in place: the cell that is meant stands out, and what is wrong is said beside it. */
import { Button, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { readFrom } from '../../client/http.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import type { Job } from './send.ts';
import { said } from './words.ts';

type Phase = 'check' | 'run';

export const BadRows = ({ job, phase }: { readonly job: Job; readonly phase: Phase }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { data, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['read', '/api/v1/imports/{job}/rows', job.id, phase, job.state],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      readFrom(
        '/api/v1/imports/{job}/rows',
        { path: { job: job.id }, query: { phase, after: String(pageParam), limit: '100' } },
        signal,
      ),
    getNextPageParam: ({ nextAfter }) => nextAfter,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const places = Object.entries(job.columns?.places ?? {});
  const hasCells = phase === 'check' && !job.sealed;
  const title = phase === 'check' ? w.problems : w.refusedRows;
  if (rows.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {phase === 'check' && job.sealed && <Text size="sm">{w.hidden}</Text>}
      <Table.ScrollContainer minWidth={640} type="native" tabIndex={0} role="region" aria-label={title}>
        <Table verticalSpacing={4} className="rows">
          <caption className="only-heard">{title}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{w.row}</Table.Th>
              <Table.Th scope="col">{w.what}</Table.Th>
              {hasCells &&
                places.map(([field]) => (
                  <Table.Th key={field} scope="col">
                    {job.columns?.found[field]}
                  </Table.Th>
                ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ row, cells, problems }) => (
              <Table.Tr key={row}>
                <Table.Th scope="row">{row}</Table.Th>
                <Table.Td>
                  {problems.map((each) => (
                    <div key={`${each.field} ${each.code} ${each.vi}`}>
                      {each.field !== null && job.columns?.found[each.field] && (
                        <b>{job.columns.found[each.field]}: </b>
                      )}
                      {each[language]}
                    </div>
                  ))}
                </Table.Td>
                {hasCells &&
                  places.map(([field, place]) => {
                    const isMeant = problems.some((each) => each.field === field);
                    return (
                      <Table.Td key={field} data-wrong={isMeant || undefined} className="import-cell">
                        {cells[place] === '' ? '–' : cells[place]}
                      </Table.Td>
                    );
                  })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {hasNextPage && (
        <Button variant="default" mt="sm" onClick={() => void fetchNextPage()}>
          {w.more}
        </Button>
      )}
    </section>
  );
};
