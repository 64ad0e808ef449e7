/** Communes × years. The keyboard walks cell by cell, lifts a cell with Space, moves it by arrows and puts it down. */
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Cell } from '../../../domain/rollout/problem.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { type Place, placeAfter } from '../readiness/grid-keys.ts';
import { CoverHead } from './cover.tsx';
import type { Basis, Judged, Table } from './draft.ts';
import { said } from './words.ts';

interface Lifted {
  readonly commune: string;
  readonly from: Cell;
}

export const PlanGrid = ({
  basis,
  table,
  years,
  judged,
  mayMove,
  onPlace,
  onOpen,
}: {
  readonly basis: Basis;
  readonly table: Table;
  readonly years: readonly number[];
  readonly judged: Judged;
  readonly mayMove: boolean;
  readonly onPlace: (cell: Cell) => void;
  readonly onOpen: (commune: string) => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [told, setTold] = useState('');
  const goes = useRef(false);
  const rows = basis.communes;
  const pilots = new Set<string>(table.rules.pilots);
  const dated = new Set<string>(basis.done.map(({ commune }) => commune));
  const mayTake = (commune: string): boolean => mayMove && !dated.has(commune);
  const at = (cell: Cell): string => `${cell.month}/${cell.year}`;

  useEffect(() => {
    if (!goes.current) return;
    goes.current = false;
    const target = box.current?.querySelector<HTMLElement>(`[data-at="${place.row}:${place.column}"]`);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  const go = (next: Place): void => {
    goes.current = true;
    setPlace(next);
  };
  const nameOf = (commune: string): string => {
    const row = rows.find(({ id }) => id === commune);
    return row ? say(row.name) : commune;
  };
  /** While a cell is lifted, arrows move it instead of the focus. */
  const shift = (event: KeyboardEvent, { commune, from }: Lifted): boolean => {
    const cell = table.cells[commune];
    if (!cell) return false;
    if (event.key === 'Escape') {
      onPlace(from);
      setLifted(null);
      go({ row: place.row, column: years.indexOf(from.year) });
      return true;
    }
    if (event.key === ' ' || event.key === 'Enter') {
      setTold(w.put(nameOf(commune), at(cell)));
      setLifted(null);
      return true;
    }
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step) return false;
    const [years_, months] = step as [number, number]; // of the table above
    const year = years[years.indexOf(cell.year) + years_];
    const month = Math.min(12, Math.max(1, cell.month + months));
    if (year === undefined) return true;
    const next = { ...cell, year, month, fixed: true };
    onPlace(next);
    setTold(w.lifted(nameOf(commune), at(next)));
    go({ row: place.row, column: years.indexOf(year) });
    return true;
  };
  const press = (event: KeyboardEvent): void => {
    if (lifted) {
      if (shift(event, lifted)) event.preventDefault();
      return;
    }
    const commune = rows[place.row]?.id;
    const cell = commune === undefined ? undefined : table.cells[commune];
    const here = cell && years[place.column] === cell.year ? cell : undefined;
    if (event.key === ' ' && here && mayTake(here.commune)) {
      event.preventDefault();
      setLifted({ commune: here.commune, from: here });
      setTold(w.lifted(nameOf(here.commune), at(here)));
      return;
    }
    if (event.key.toLowerCase() === 'k' && !event.ctrlKey && here && mayTake(here.commune)) {
      event.preventDefault();
      onPlace({ ...here, fixed: !here.fixed });
      return;
    }
    const next = placeAfter(place, event, { rows: rows.length, columns: years.length });
    if (!next) return;
    event.preventDefault();
    go(next);
  };
  /** By mouse: the cell opens its commune; with a cell lifted, a year of the same row takes it. */
  const click = (row: number, column: number, commune: string): void => {
    setPlace({ row, column });
    const cell = table.cells[commune];
    const year = years[column];
    if (mayTake(commune) && cell && year !== undefined && cell.year !== year) onPlace({ ...cell, year, fixed: true });
    else onOpen(commune);
  };
  return (
    <>
      <section ref={box} tabIndex={-1} className="plan-grid" aria-label={w.grid} onKeyDown={press}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table moved through cell by cell is a grid (ARIA) */}
        <table role="grid" aria-rowcount={rows.length + 1} aria-describedby="plan-keys">
          <thead>
            <tr>
              <th scope="col">{w.commune}</th>
              {years.map((year, i) => (
                <th key={year} scope="col">
                  <CoverHead
                    year={year}
                    cover={judged.cover[i]}
                    band={judged.band}
                    isOver={year < basis.opens.year}
                    all={rows.length}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => (
              <tr key={row.id}>
                <th scope="row">
                  <span className="row-name">{say(row.name)}</span>{' '}
                  <span className="plan-last">
                    {w.last(row.lastYear ?? w.never)}
                    {pilots.has(row.id) && <span className="plan-pilot">{w.pilot}</span>}
                  </span>
                </th>
                {years.map((year, c) => {
                  const cell = table.cells[row.id];
                  const here = cell?.year === year ? cell : undefined;
                  const faulty = here !== undefined && judged.faulty.has(row.id);
                  const marks = [...(here?.fixed ? [w.fixedMark] : []), ...(faulty ? [w.faultMark] : [])];
                  const label = here
                    ? w.fullCell(say(row.name), year, here.month, marks.map((mark) => `, ${mark}`).join(''))
                    : w.emptyCell(say(row.name), year);
                  return (
                    <td
                      key={year}
                      data-full={here ? true : undefined}
                      data-faulty={faulty || undefined}
                      data-lifted={(here && lifted?.commune === row.id) || undefined}
                    >
                      <button
                        type="button"
                        data-at={`${r}:${c}`}
                        tabIndex={place.row === r && place.column === c ? 0 : -1}
                        aria-label={label}
                        onClick={() => click(r, c, row.id)}
                        onFocus={() => setPlace({ row: r, column: c })}
                      >
                        {here && (
                          <>
                            <span>{w.month(here.month)}</span>
                            {here.fixed && <IconLock aria-hidden size={14} stroke={2.2} />}
                            {faulty && <IconAlertTriangle aria-hidden size={14} stroke={2.2} />}
                          </>
                        )}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p id="plan-keys" className="plan-keys">
        {w.keys}
      </p>
      <output className="only-heard">{told}</output>
    </>
  );
};
