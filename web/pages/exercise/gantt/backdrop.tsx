/** What lies behind every row, drawn once and used by each: days off, made-up Saturdays, lines of T, E and today. */
import type { ReactNode } from 'react';
import type { DayKinds } from '../day-kinds.ts';
import { daysIn, leftOf, rightOf, type Scale } from './scale.ts';

export const BACKDROP = 'gantt-backdrop';

export interface Marks {
  readonly today: string;
  readonly start: string | null;
  readonly end: string | null;
}

const Line = ({ scale, date, kind }: { readonly scale: Scale; readonly date: string; readonly kind: string }) => {
  const x = (leftOf(scale, date) + rightOf(scale, date)) / 2;
  return <line className={`line-${kind}`} x1={x} x2={x} y1="0" y2="100%" />;
};
const within = ({ from, to }: Scale, date: string | null): date is string =>
  date !== null && date >= from && date <= to;

export const Backdrop = ({
  scale,
  days,
  marks,
}: {
  readonly scale: Scale;
  readonly days: DayKinds;
  readonly marks: Marks;
}): ReactNode => (
  <svg width="0" height="0" className="gantt-defs" aria-hidden="true">
    <title>–</title>
    <defs>
      <g id={BACKDROP}>
        {daysIn(scale).map((date) => {
          const kind = days.kindOf(date);
          if (kind === 'work') return null;
          return (
            <rect key={date} className={`day-${kind}`} x={leftOf(scale, date)} y="0" width={scale.px} height="100%" />
          );
        })}
        {within(scale, marks.start) && <Line scale={scale} date={marks.start} kind="t" />}
        {within(scale, marks.end) && marks.end !== marks.start && <Line scale={scale} date={marks.end} kind="t" />}
        {within(scale, marks.today) && <Line scale={scale} date={marks.today} kind="today" />}
      </g>
    </defs>
  </svg>
);
