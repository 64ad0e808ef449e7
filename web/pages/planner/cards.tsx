/** On a phone: how full each year is, and each commune with its month; a card opens the commune. */
import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay, useWords } from '../../words/language.tsx';
import { CoverHead } from './cover.tsx';
import type { Basis, Judged, Table } from './draft.ts';
import { said } from './words.ts';

export const Cards = ({
  basis,
  table,
  years,
  judged,
  onOpen,
}: {
  readonly basis: Basis;
  readonly table: Table;
  readonly years: readonly number[];
  readonly judged: Judged;
  readonly onOpen: (commune: string) => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <>
      <SimpleGrid cols={2} spacing="sm">
        {years.map((year, i) => (
          <CoverHead
            key={year}
            year={year}
            cover={judged.cover[i]}
            band={judged.band}
            isOver={year < basis.opens.year}
            all={basis.communes.length}
          />
        ))}
      </SimpleGrid>
      <ul className="plan-cards" aria-label={w.grid}>
        {basis.communes.map(({ id, name, lastYear }) => {
          const cell = table.cells[id];
          const faulty = judged.faulty.has(id);
          return (
            <li key={id}>
              <button type="button" data-faulty={faulty || undefined} onClick={() => onOpen(id)}>
                <span className="row-name">{say(name)}</span>
                <br />
                <span className="figures">{cell ? `${w.month(cell.month)} / ${cell.year}` : w.none}</span>
                {cell?.fixed && ` · ${w.fixedMark}`}
                {faulty && ` · ${w.faultMark}`} · {w.last(lastYear ?? w.never)}
                {table.rules.pilots.some((pilot) => pilot === id) && ` · ${w.pilot}`}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
};
