/** What the signs of the chart mean. */
import type { ReactNode } from 'react';
import { useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

export const Legend = (): ReactNode => {
  const w = useWords(said);
  const entries = [
    ['off', w.lDay],
    ['made-up', w.lMadeUp],
    ['band', w.lBand],
    ['first', w.lShadow],
    ['diamond', w.lDiamond],
    ['today', w.lToday],
    ['t', w.lT],
  ] as const;
  return (
    <ul className="gantt-legend" aria-label={w.legend}>
      {entries.map(([kind, text]) => (
        <li key={kind}>
          <span className={`swatch swatch-${kind}`} aria-hidden="true" /> {text}
        </li>
      ))}
    </ul>
  );
};
