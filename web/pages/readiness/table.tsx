/** The board as one table: head and first column stay, only the rows in sight are drawn, the keyboard moves cell by cell. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { usePrinting } from '../../parts/printing.tsx';
import { useSay, useWords } from '../../words/language.tsx';
import type { Board, Difference, Row } from './board.ts';
import { type Place, placeAfter } from './grid-keys.ts';
import { BoardRow } from './row.tsx';
import { said } from './words.ts';

/** Height of a row in a long board, in letters of the page: `.board[data-long] tr` has the same. */
const ROW_REM = 4;
const HEAD_HEIGHT = 62;
const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
/** Short boards are drawn whole: they can then be found by the browser's own search. */
const DRAWN_WHOLE = 60;
/** More than a pile of paper helps nobody; the filters choose what is printed. */
const PRINTED = 600;
export const STRIP_DAYS = 30;

export const BoardTable = ({
  rows,
  gates,
  stripFor,
  differences,
}: {
  readonly rows: readonly Row[];
  readonly gates: Board['gates'];
  readonly stripFor: (id: string) => string;
  readonly differences: ReadonlyMap<string, Difference>;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  /** Keys may come faster than the rows are drawn. */
  const here = useRef(place);
  const [opened, setOpened] = useState<Place | null>(null);
  const goes = useRef(false);
  const printing = usePrinting();
  const whole = printing || rows.length <= DRAWN_WHOLE;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_REM * rem(),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    scrollPaddingStart: HEAD_HEIGHT,
    enabled: !whole,
  });
  const columns = gates.length + 1;
  useEffect(() => {
    if (!goes.current) return;
    const target = box.current?.querySelector<HTMLElement>(`[data-at="${place.row}:${place.column}"]`);
    if (!target) {
      box.current?.focus({ preventScroll: true });
      return;
    }
    goes.current = false;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  const press = (event: KeyboardEvent): void => {
    if (opened) return;
    const next = placeAfter(here.current, event, { rows: rows.length, columns });
    if (!next) return;
    event.preventDefault();
    goes.current = true;
    here.current = next;
    if (!whole) virtual.scrollToIndex(next.row);
    setPlace(next);
  };
  const onOpen = useCallback((row: number, column: number) => {
    here.current = { row, column };
    setPlace({ row, column });
    setOpened({ row, column });
  }, []);
  const onClose = useCallback(() => {
    goes.current = true;
    setOpened(null);
  }, []);
  const focusedRow = Math.min(place.row, rows.length - 1);
  const drawn = virtual.getVirtualItems();
  const [first, last] = [drawn[0], drawn.at(-1)];
  const above = whole || !first ? 0 : first.start;
  const below = whole || !last ? 0 : virtual.getTotalSize() - last.end;
  const indexes = whole ? rows.slice(0, PRINTED).map((_, index) => index) : drawn.map(({ index }) => index);
  return (
    <section
      ref={box}
      tabIndex={-1}
      className="board"
      data-long={!whole || undefined}
      aria-label={w.table}
      onKeyDown={press}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table moved through cell by cell is a grid (ARIA) */}
      <table role="grid" aria-rowcount={rows.length + 1} aria-colcount={columns + 2} aria-describedby="board-keys">
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{w.unit}</th>
            {gates.map(({ code, name }) => (
              <th key={code} scope="col">
                {code}
                <span className="gate-name">{say(name)}</span>
              </th>
            ))}
            <th scope="col">{w.due}</th>
            <th scope="col">{w.days(STRIP_DAYS)}</th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {indexes.map((index) => {
            const row = rows[index];
            return (
              row && (
                <BoardRow
                  key={row.id}
                  row={row}
                  index={index}
                  focused={index === focusedRow ? place.column : null}
                  opened={opened?.row === index ? opened.column : null}
                  letters={stripFor(row.id)}
                  difference={differences.get(row.id)}
                  onOpen={onOpen}
                  onClose={onClose}
                />
              )
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
      {printing && rows.length > PRINTED && <p>{w.printedOnly(PRINTED, rows.length)}</p>}
      <p id="board-keys" className="only-heard">
        {w.keys}
      </p>
    </section>
  );
};
