/** How many communes a year holds: a bar with the band, the figures, and in words whether they fit. */
import type { ReactNode } from 'react';
import { numberText } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import type { Judged } from './draft.ts';
import { said } from './words.ts';

export const CoverHead = ({
  year,
  cover,
  band,
  all,
  isOver,
}: {
  readonly year: number;
  readonly cover: Judged['cover'][number] | undefined;
  readonly band: Judged['band'];
  readonly all: number;
  /** The year is over and not judged. */
  readonly isOver: boolean;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const count = cover?.count ?? 0;
  const share = cover?.share == null ? '–' : `${numberText(cover.share / 100, language, 2)}%`;
  const state = isOver ? 'past' : count < band.least ? 'short' : count > band.most ? 'over' : 'fits';
  // the bar ends at twice the most, so that the band stands in its middle
  const full = Math.max(1, 2 * band.most);
  const at = (value: number): number => Math.min(100, (100 * value) / full);
  return (
    <div className="plan-cover">
      <span className="plan-year figures">{year}</span>
      <span className="figures">{w.cover(count, all, share)}</span>
      <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" data-state={state}>
        <rect x="0" y="0" width="100" height="8" className="plan-bar-ground" />
        <rect
          x={at(band.least)}
          y="0"
          width={Math.max(1.5, at(band.most) - at(band.least))}
          height="8"
          className="plan-bar-band"
        />
        <rect x="0" y="2" width={at(count)} height="4" className="plan-bar" />
      </svg>
      <span className="plan-band">{isOver ? w.past : `${w.band(band.least, band.most)} · ${w[state]}`}</span>
    </div>
  );
};
