/** The tree as drawn: only the rows in sight exist, so thousands of communes stay fluent; arrows walk, open and fold. */
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useSay, useWords } from '../../../words/language.tsx';
import { alone, type TreeRow } from './tree.ts';
import { said } from './words.ts';

const HEIGHT = 34;
const idOf = (unit: string): string => `unit-${unit}`;

export const TreeView = ({
  rows,
  chosen,
  onChoose,
  onFold,
}: {
  readonly rows: readonly TreeRow[];
  readonly chosen: string | undefined;
  readonly onChoose: (unit: string) => void;
  readonly onFold: (unit: string, open: boolean) => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const at = rows.findIndex(({ unit }) => unit.id === chosen);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => HEIGHT,
    overscan: 12,
  });
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
  }, [at, list]);
  const step = (event: KeyboardEvent): void => {
    const row = rows[at];
    const go = (index: number): void => {
      const next = rows[Math.min(Math.max(index, 0), rows.length - 1)];
      if (next) onChoose(next.unit.id);
    };
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at < 0 ? 0 : at - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      PageDown: () => go(at + 15),
      PageUp: () => go(at - 15),
      ArrowRight: () => row && row.below > 0 && (row.isOpen ? go(at + 1) : onFold(row.unit.id, true)),
      ArrowLeft: () => {
        if (row?.isOpen) onFold(row.unit.id, false);
        else go(rows.findLastIndex((each, n) => n < at && row !== undefined && each.depth < row.depth));
      },
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  return (
    <div
      ref={box}
      className="unit-tree"
      role="tree"
      tabIndex={0}
      aria-label={w.tree}
      aria-activedescendant={at >= 0 ? idOf(rows[at]?.unit.id ?? '') : undefined}
      onKeyDown={step}
    >
      <div role="presentation" style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          const { unit, depth, below, isOpen, place, sisters, found } = row;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the tree keeps the focus and names the row
            <div
              key={key}
              id={idOf(unit.id)}
              role="treeitem"
              aria-level={depth + 1}
              aria-posinset={place}
              aria-setsize={sisters}
              aria-selected={unit.id === chosen}
              {...(below > 0 ? { 'aria-expanded': isOpen } : {})}
              className="unit-row"
              data-selected={unit.id === chosen || undefined}
              style={{ height: HEIGHT, transform: `translateY(${start}px)`, paddingLeft: 6 + depth * 20 }}
              onClick={() => onChoose(unit.id)}
              onKeyDown={undefined}
            >
              {below > 0 ? (
                <UnstyledButton
                  tabIndex={-1}
                  aria-hidden
                  className="unit-fold"
                  onClick={(event) => {
                    event.stopPropagation();
                    onFold(unit.id, !isOpen);
                  }}
                >
                  {isOpen ? <IconChevronDown size={18} /> : <IconChevronRight size={18} />}
                </UnstyledButton>
              ) : (
                <span className="unit-fold" />
              )}
              <span className="unit-name">
                {alone(say(unit.name))}
                {found && (
                  <span className="quiet">
                    {' '}
                    ({w.formerly} {found})
                  </span>
                )}
              </span>
              {below > 0 && <span className="quiet">{below}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
};
