/** Order and filters of the board; all of them live in the address. */
import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { FilterLine } from '../../parts/filter-line.tsx';
import { Find } from '../../parts/find.tsx';
import { useView } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { useSay, useWords } from '../../words/language.tsx';
import { clustersOf, type Filter, ORDERS, type Row } from './board.ts';
import { said } from './words.ts';

const ALL_YEARS = 'tat-ca';

/** Year of the opening day that is asked for; undefined for all. */
export const useYear = (): string | undefined => {
  const [{ nam }] = useView();
  const { today } = useMe();
  if (nam === ALL_YEARS) return undefined;
  return nam !== undefined && /^\d{4}$/.test(nam) ? nam : today.slice(0, 4);
};

export const useFilter = (): Filter => {
  const [{ sap, vuong, cum, tim }] = useView();
  return {
    order: ORDERS.find((each) => each === sap) ?? 'worst',
    onlyBlocked: vuong === '1',
    cluster: cum,
    sought: tim ?? '',
  };
};

export const isFiltered = ({ onlyBlocked, cluster, sought }: Filter): boolean =>
  onlyBlocked || cluster !== undefined || sought !== '';

export const NO_FILTER = { vuong: undefined, cum: undefined, tim: undefined } as const;

export const Filters = ({ rows }: { readonly rows: readonly Row[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { today } = useMe();
  const [, setView] = useView();
  const filter = useFilter();
  const year = useYear();
  const clusters = clustersOf(rows);
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 7 }, (_, n) => String(thisYear + 2 - n));
  const orders = [
    { value: 'worst', label: w.byWorst },
    { value: 'name', label: w.byName },
    { value: 'day', label: w.byDay },
    ...(clusters.length > 0 ? [{ value: 'cluster', label: w.byCluster }] : []),
  ];
  return (
    <FilterLine
      only={w.onlyBlocked}
      isOnly={filter.onlyBlocked}
      onOnly={(isOnly) => setView({ vuong: isOnly ? '1' : undefined })}
      isFiltered={isFiltered(filter)}
      clear={w.clear}
      onClear={() => setView(NO_FILTER)}
    >
      <Find label={w.find} />
      <Select
        label={w.sort}
        data={orders}
        value={filter.order}
        onChange={(order) => setView({ sap: order === 'worst' || order === null ? undefined : order })}
        allowDeselect={false}
        w={160}
      />
      <Select
        label={w.year}
        data={[...years.map((each) => ({ value: each, label: each })), { value: ALL_YEARS, label: w.allYears }]}
        value={year ?? ALL_YEARS}
        onChange={(chosen) => setView({ nam: chosen === null || chosen === String(thisYear) ? undefined : chosen })}
        allowDeselect={false}
        w={150}
      />
      {clusters.length > 0 && (
        <Select
          label={w.cluster}
          placeholder={w.allClusters}
          data={clusters.map(({ id, name }) => ({ value: id, label: say(name) }))}
          value={filter.cluster ?? null}
          onChange={(chosen) => setView({ cum: chosen ?? undefined })}
          clearable
          w={220}
        />
      )}
    </FilterLine>
  );
};
