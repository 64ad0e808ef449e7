/** Signs of a cell, of what changed since another day, and the strip of the last days. */
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconCircle,
  IconCircleX,
  IconMinus,
  IconSquareDashed,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Sign } from '../../parts/marks.tsx';
import { useWords } from '../../words/language.tsx';
import type { CellState, Turn } from './board.ts';
import { said } from './words.ts';

type Hue = Parameters<typeof Sign>[0]['hue'];

const CELLS: Readonly<Record<CellState, readonly [TablerIcon, Hue]>> = {
  passed: [IconCheck, 'green'],
  open: [IconCircle, 'blue'],
  amber: [IconAlertTriangle, 'amber'],
  red: [IconCircleX, 'red'],
  ahead: [IconMinus, 'grey'],
  none: [IconSquareDashed, 'grey'],
};

/** `short`: what has not come yet keeps its dash, the word is only heard. */
export const CellMark = ({
  state,
  short = false,
}: {
  readonly state: CellState;
  readonly short?: boolean;
}): ReactNode => {
  const w = useWords(said);
  const [icon, hue] = CELLS[state];
  return (
    <Sign icon={icon} hue={hue}>
      {short && (state === 'ahead' || state === 'none') ? <span className="only-heard">{w[state]}</span> : w[state]}
    </Sign>
  );
};

/** "↑ trước: Vướng", or "↑ tốt lên" where what it was is not told. */
export const TurnMark = ({ turn, was }: { readonly turn: Turn; readonly was?: string }): ReactNode => {
  const w = useWords(said);
  const Icon = turn === 'better' ? IconArrowUp : turn === 'worse' ? IconArrowDown : null;
  return (
    <span className="turn" data-turn={turn ?? undefined}>
      {Icon && <Icon aria-hidden size="1em" stroke={2.5} />}
      {was === undefined ? turn && w[turn === 'better' ? 'gotBetter' : 'gotWorse'] : w.was(was)}
    </span>
  );
};

const HEIGHT: Readonly<Record<string, number>> = { n: 2, g: 6, a: 11, r: 18 };

/** Verdict of each day as a bar: the higher, the worse; the words beside it say the same. */
export const Strip = ({ letters }: { readonly letters: string }): ReactNode => {
  const w = useWords(said);
  if (letters === '') return null;
  const count = (letter: string): number => [...letters].filter((each) => each === letter).length;
  return (
    <svg
      className="strip"
      role="img"
      aria-label={w.strip(count('g'), count('a'), count('r'))}
      viewBox={`0 0 ${letters.length * 3} 18`}
      width={letters.length * 3}
      height={18}
    >
      {[...letters].map((letter, day) => (
        <rect
          key={day}
          x={day * 3}
          y={18 - (HEIGHT[letter] ?? 2)}
          width={2}
          height={HEIGHT[letter] ?? 2}
          data-verdict={letter}
        />
      ))}
    </svg>
  );
};
