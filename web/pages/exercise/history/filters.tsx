/** Filters and pages of the log; they live in the address. */
import { Pagination, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { FilterLine } from '../../../parts/filter-line.tsx';
import { useView } from '../../../parts/view.ts';
import { byName, numberText } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { countBy, type Entry, type EntryFilter, isFiltered, KINDS, kindOf } from './entries.ts';
import { useWho } from './use-who.ts';
import { said } from './words.ts';

export const useFilter = (): EntryFilter => {
  const [{ dv, loai, nhac }] = useView();
  return { body: dv, kind: KINDS.find((kind) => kind === loai), hideReminders: nhac === 'an' };
};
export const NO_FILTER = { dv: undefined, loai: undefined, nhac: undefined, trang: undefined } as const;

export const Filters = ({ entries }: { readonly entries: readonly Entry[] }): ReactNode => {
  const w = useWords(said);
  const who = useWho();
  const { language } = useLanguage();
  const [, setView] = useView();
  const filter = useFilter();
  const bodies = countBy(entries, ({ by }) => by.body);
  const kinds = countBy(entries, kindOf);
  const change = (parts: Parameters<typeof setView>[0]): void => setView({ ...parts, trang: undefined });
  const counted = (name: string, count: number): string => `${name} (${numberText(count, language)})`;
  return (
    <FilterLine
      only={w.hideReminders}
      isOnly={filter.hideReminders}
      onOnly={(isOnly) => change({ nhac: isOnly ? 'an' : undefined })}
      isFiltered={isFiltered(filter)}
      clear={w.clear}
      onClear={() => setView(NO_FILTER)}
    >
      <Select
        label={w.body}
        placeholder={w.allBodies}
        data={[...bodies]
          .map(([body, count]) => ({ value: body, label: counted(who({ body, post: 'member' }), count) }))
          .sort((a, b) => byName(a.label, b.label))}
        value={filter.body ?? null}
        onChange={(body) => change({ dv: body ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': w.clear }}
        searchable
        w={320}
        maw="100%"
      />
      <Select
        label={w.kind}
        placeholder={w.allKinds}
        data={KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({
          value: kind,
          label: counted(w[kind], kinds.get(kind) ?? 0),
        }))}
        value={filter.kind ?? null}
        onChange={(kind) => change({ loai: kind ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': w.clear }}
        w={240}
        maw="100%"
      />
    </FilterLine>
  );
};

export const Pages = ({ page, pages }: { readonly page: number; readonly pages: number }): ReactNode => {
  const w = useWords(said);
  const [, setView] = useView();
  if (pages === 1) return null;
  return (
    <nav aria-label={w.pages} className="no-print">
      <Pagination
        total={pages}
        value={page}
        onChange={(next) => setView({ trang: next === 1 ? undefined : String(next) })}
        getItemProps={(item) => ({ 'aria-label': w.page(item) })}
        getControlProps={(control) => ({ 'aria-label': control === 'previous' ? w.previous : w.next })}
        mt="md"
      />
    </nav>
  );
};
