/** "Nhật ký": everything that was recorded of this file, in words, filtered by the address; and what differs between two days. */
import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { IconArrowsDiff, IconDownload, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { usePrinting } from '../../../parts/printing.tsx';
import { Empty, Shown } from '../../../parts/shown.tsx';
import { useAsOf, useView } from '../../../parts/view.ts';
import { csvText, offerFile } from '../../../words/csv.ts';
import { instantText, numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { Compare } from './compare.tsx';
import { type Entry, entriesShown, pageOf } from './entries.ts';
import { Filters, NO_FILTER, Pages, useFilter } from './filters.tsx';
import { Integrity } from './integrity.tsx';
import { EntryTable } from './table.tsx';
import { SOURCES, type Source, useHistory } from './use-history.ts';
import { useWho } from './use-who.ts';
import { said } from './words.ts';
import './history.css';

const Entries = ({ entries, id }: { readonly entries: readonly Entry[]; readonly id: string }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const who = useWho();
  const { language } = useLanguage();
  const [{ trang }, setView] = useView();
  const filter = useFilter();
  const printing = usePrinting();
  const { body, kind, hideReminders } = filter;
  const shown = useMemo(
    () => entriesShown(entries, { body, kind, hideReminders }),
    [entries, body, kind, hideReminders],
  );
  const { page, pages, items } = pageOf(shown, Number(trang ?? 1));
  const n = (value: number): string => numberText(value, language);
  const offer = (): void =>
    offerFile(
      w.fileName(id),
      csvText([
        [w.number, w.at, w.recordedAt, w.who, w.what, w.place],
        ...shown.map((entry) => [
          String(entry.version),
          instantText(entry.at),
          instantText(entry.recordedAt),
          who(entry.by),
          say(entry.sentence),
          String(entry.position),
        ]),
      ]),
    );
  return (
    <>
      <Filters entries={entries} />
      <Group justify="space-between" mb="xs">
        <Text size="sm" role="status">
          {shown.length === entries.length ? w.count(n(entries.length)) : w.ofAll(n(shown.length), n(entries.length))}
        </Text>
        <Group gap="xs" className="no-print">
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconDownload aria-hidden size={16} />}
            onClick={offer}
          >
            {w.export}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPrinter aria-hidden size={16} />}
            onClick={() => print()}
          >
            {w.print}
          </Button>
        </Group>
      </Group>
      {shown.length === 0 ? (
        <Empty action={<Button onClick={() => setView(NO_FILTER)}>{w.clear}</Button>}>{w.noMatch}</Empty>
      ) : (
        <>
          <EntryTable entries={printing ? shown : items} />
          <Pages page={page} pages={pages} />
        </>
      )}
    </>
  );
};

const Sources = ({ file, source }: { readonly file: File; readonly source: Source }): ReactNode => {
  const w = useWords(said);
  const [, setView] = useView();
  const there = SOURCES.filter(
    (each) =>
      each === 'exercises' ||
      (each === 'drills' && file.drill !== null) ||
      (each === 'reviews' && (file.phase === 'reviewing' || file.phase === 'closed')),
  );
  if (there.length === 1) return null;
  return (
    <SegmentedControl
      className="no-print"
      aria-label={w.source}
      value={source}
      onChange={(next) => setView({ ...NO_FILTER, nguon: next === 'exercises' ? undefined : next })}
      data={there.map((each) => ({ value: each, label: w[each] }))}
    />
  );
};

export const Tab = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const asOf = useAsOf();
  const [{ nguon, xem }, setView] = useView();
  const source = SOURCES.find((each) => each === nguon) ?? 'exercises';
  const read = useHistory(source, file.id, asOf);
  const comparing = xem === 'so';
  return (
    <section className="history" aria-labelledby="history">
      <Group justify="space-between" mb="sm" gap="sm">
        <Group gap="md">
          <Title order={2} size="h4" id="history">
            {w.title}
          </Title>
          <Sources file={file} source={source} />
        </Group>
        <Button
          variant={comparing ? 'light' : 'default'}
          leftSection={<IconArrowsDiff aria-hidden size={18} />}
          aria-expanded={comparing}
          onClick={() => setView({ xem: comparing ? undefined : 'so', tu: undefined, den: undefined })}
          className="no-print"
        >
          {comparing ? w.stopComparing : w.compare}
        </Button>
      </Group>
      {comparing && <Compare id={file.id} />}
      <Shown read={read} lines={10} isEmpty={(entries) => entries.length === 0} empty={<Empty>{w.empty}</Empty>}>
        {(entries) => (
          <>
            {source === 'exercises' && (
              <div className="integrity">
                <Integrity id={file.id} />
              </div>
            )}
            <Entries entries={entries} id={file.id} />
          </>
        )}
      </Shown>
    </section>
  );
};
