/** One row of the board: the exercise, a cell a gate, what is due, the last days. */
import { Popover } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { PageLink } from '../../parts/link.tsx';
import { VerdictMark } from '../../parts/marks.tsx';
import { useAsOf } from '../../parts/view.ts';
import { numberText, shortDate } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import type { Cell, Difference, Row } from './board.ts';
import { Detail } from './detail.tsx';
import { CellMark, Strip, TurnMark } from './marks.tsx';
import { said } from './words.ts';

/** How the grid and its rows speak of places: plain values, so that a row is drawn again only when it has changed. */
export interface GridActs {
  readonly onOpen: (row: number, column: number) => void;
  readonly onClose: () => void;
}

const GateCell = ({
  row,
  cell,
  index,
  column,
  isFocused,
  isOpen,
  was,
  onOpen,
  onClose,
}: GridActs & {
  readonly row: Row;
  readonly cell: Cell;
  readonly index: number;
  readonly column: number;
  readonly isFocused: boolean;
  readonly isOpen: boolean;
  readonly was: ReturnType<Difference['cells']['get']>;
}): ReactNode => {
  const w = useWords(said);
  const content = (
    <button
      type="button"
      className="cell on-paper" // a verdict, though a button on the screen
      data-at={`${index}:${column}`}
      tabIndex={isFocused ? 0 : -1}
      aria-expanded={isOpen}
      aria-haspopup="dialog"
      onClick={() => (isOpen ? onClose() : onOpen(index, column))}
    >
      <CellMark state={cell.state} />
      {was && <TurnMark turn={was.turn} was={w[was.was]} />}
    </button>
  );
  return (
    <td data-state={cell.state}>
      {isOpen ? (
        <Popover opened onDismiss={onClose} withinPortal withArrow shadow="md" width={340} trapFocus>
          <Popover.Target>{content}</Popover.Target>
          <Popover.Dropdown>
            <Detail row={row} cell={cell} onClose={onClose} />
          </Popover.Dropdown>
        </Popover>
      ) : (
        content
      )}
    </td>
  );
};

const Ratio = ({ row }: { readonly row: Row }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  if (!row.ratio) return <span className="quiet">{w.noneDue}</span>;
  const { verified, due } = row.ratio;
  const [done, all] = [numberText(verified, language), numberText(due, language)];
  const rate = numberText((100 * verified) / due, language, 2);
  return (
    <>
      <span className="only-heard">{w.ratioWhat(done, all)}</span>
      <span aria-hidden className="figures ratio">
        {done}/{all}
      </span>
      <span className="figures ratio">{rate}%</span>
    </>
  );
};

export const BoardRow = memo(
  ({
    row,
    index,
    focused,
    opened,
    letters,
    difference,
    onOpen,
    onClose,
  }: GridActs & {
    readonly row: Row;
    readonly index: number;
    /** Column that takes the focus; null in all rows but one. */
    readonly focused: number | null;
    /** Column whose cell is open. */
    readonly opened: number | null;
    readonly letters: string;
    readonly difference: Difference | undefined;
  }): ReactNode => {
    const w = useWords(said);
    const say = useSay();
    const asOf = useAsOf();
    return (
      <tr aria-rowindex={index + 2}>
        <th scope="row">
          <PageLink
            to="/dien-tap/$id"
            params={{ id: row.id }}
            search={(asOf ? { ngay: asOf } : {}) as never} // the root's search: short strings
            data-at={`${index}:0`}
            tabIndex={focused === 0 ? 0 : -1}
            preload={false}
            className="row-name"
            title={row.theme}
          >
            {say(row.unitName)}
          </PageLink>
          <div className="row-what">
            <VerdictMark verdict={row.verdict} />
            {difference?.verdict && <TurnMark turn={difference.verdict} />}
            <span className="quiet">
              {[
                ...(row.codeName ? [row.codeName] : []),
                ...(row.startDate ? [w.tDay(shortDate(row.startDate))] : []),
                ...(row.isPilot ? [w.pilot] : []),
              ].join(' · ')}
            </span>
          </div>
        </th>
        {row.cells.map((cell, n) => (
          <GateCell
            key={cell.gate}
            row={row}
            cell={cell}
            index={index}
            column={n + 1}
            isFocused={focused === n + 1}
            isOpen={opened === n + 1}
            was={difference?.cells.get(cell.gate)}
            onOpen={onOpen}
            onClose={onClose}
          />
        ))}
        {row.cells.length === 0 && (
          <td colSpan={10} className="quiet">
            {say(row.phaseLabel)}
          </td>
        )}
        <td>
          <Ratio row={row} />
        </td>
        <td>
          <Strip letters={letters} />
        </td>
      </tr>
    );
  },
);
