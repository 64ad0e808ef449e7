/** The access log: latest first, filtered by day, kind and person, written out as CSV. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../../client/read.ts';
import { ExportMenu } from '../../../parts/export-menu.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { Broken, Empty, Waiting } from '../../../parts/shown.tsx';
import { instantText, numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { csv, saveText } from './csv.ts';
import { AT_MOST, allEntries, detailText, type Entry, useEntries } from './entries.ts';
import { Filters, useFilter } from './filters.tsx';
import { said } from './words.ts';

/** User names by id, of the first two hundred accounts; others keep their id. */
const useNameOf = (): ((entry: Entry) => string) => {
  const w = useWords(said);
  const { data } = useRead('/api/v1/users', { query: { page: '1', size: '200' } });
  const names = new Map((data?.users ?? []).map(({ id, userName }) => [id, userName]));
  return ({ userId }) => (userId === null ? w.nobody : (names.get(userId) ?? userId));
};

const useExport = (nameOf: (entry: Entry) => string) => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const filter = useFilter();
  const [fetched, setFetched] = useState(0);
  const run = useMutation<void, Error>({
    mutationFn: async () => {
      const entries = await allEntries(filter, setFetched);
      const head = [w.number, w.at, w.kind, w.who, w.person, w.body, w.address, w.route, w.object, w.code, w.details];
      const rows = entries.map((entry) => [
        ...[String(entry.number), instantText(entry.at), say(entry.kindLabel), nameOf(entry), entry.person ?? ''],
        ...[entry.body ?? '', entry.ip ?? '', entry.route ?? '', entry.object ?? '', entry.code],
        detailText(entry.details),
      ]);
      saveText(`nhat-ky-truy-cap${filter.day ? `-${filter.day}` : ''}.csv`, csv([head, ...rows]));
      const count = numberText(entries.length, language);
      notifications.show({ message: entries.length >= AT_MOST ? w.cut(count) : w.saved(count) });
    },
  });
  return { ...run, fetched };
};

const useColumns = (nameOf: (entry: Entry) => string): readonly Column<Entry>[] => {
  const w = useWords(said);
  const say = useSay();
  return [
    { key: 'at', head: w.at, cell: ({ at }) => instantText(at), width: 150 },
    { key: 'kind', head: w.kind, isTitle: true, cell: ({ kindLabel }) => say(kindLabel) },
    {
      key: 'who',
      head: w.who,
      cell: (entry) => (
        <>
          {nameOf(entry)}
          {entry.person && (
            <Text size="sm" c="dimmed" component="div">
              {entry.person}
              {entry.body && ` · ${entry.body}`}
            </Text>
          )}
        </>
      ),
    },
    { key: 'ip', head: w.address, cell: ({ ip }) => ip ?? '–', wideOnly: true },
    {
      key: 'what',
      head: w.whatCol,
      cell: ({ code, route, object, details }) => (
        <>
          {code}
          <Text size="sm" c="dimmed" component="div">
            {[object ?? route, detailText(details)].filter(Boolean).join(' · ')}
          </Text>
        </>
      ),
    },
  ];
};

export const Tab = (): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const filter = useFilter();
  const read = useEntries(filter);
  const nameOf = useNameOf();
  const columns = useColumns(nameOf);
  const out = useExport(nameOf);
  const isFiltered = Object.keys(filter).length > 0;
  const retry = (): void => void read.refetch();
  return (
    <>
      <PageHead
        title={w.title}
        actions={
          <>
            <ExportMenu of="audit" query={{ ...filter }} />
            <Button
              variant="default"
              leftSection={<IconDownload aria-hidden size={18} />}
              disabled={out.isPending}
              onClick={() => out.mutate()}
            >
              {out.isPending ? w.exporting(numberText(out.fetched, language)) : w.export}
            </Button>
          </>
        }
      />
      <Text c="dimmed" mb="md" maw="75ch">
        {w.what}
      </Text>
      <Filters filter={filter} />
      {out.error && <Broken error={out.error} onRetry={() => out.mutate()} />}
      {read.data === undefined ? (
        read.error ? (
          <Broken error={read.error} onRetry={retry} />
        ) : (
          <Waiting onRetry={retry} />
        )
      ) : read.data.length === 0 ? (
        <Empty>{isFiltered ? w.noMatch : w.none}</Empty>
      ) : (
        <>
          <Rows rows={read.data} columns={columns} rowKey={({ number }) => String(number)} caption={w.title} />
          {read.hasNextPage && (
            <Group justify="center" mt="md" className="no-print">
              <Button variant="default" loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
                {w.older}
              </Button>
            </Group>
          )}
        </>
      )}
    </>
  );
};
