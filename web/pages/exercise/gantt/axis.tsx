/** The axis: months above, days or weeks below, and the names of T, E and today. */
import type { ReactNode } from 'react';
import { useWords } from '../../../words/language.tsx';
import type { DayKinds } from '../day-kinds.ts';
import { BACKDROP, type Marks } from './backdrop.tsx';
import { leftOf, monthsOf, type Scale, ticksOf, type Zoom } from './scale.ts';
import { said } from './words.ts';

export const AXIS_HEIGHT = 58;

const Flag = ({ scale, date, text, kind }: { scale: Scale; date: string; text: string; kind: 't' | 'today' }) => {
  if (date < scale.from || date > scale.to) return null;
  const x = leftOf(scale, date) + scale.px / 2;
  const atEnd = text === 'T' || x > scale.width - 70;
  return (
    <text className={`flag-${kind}`} x={atEnd ? x - 4 : x + 4} y={AXIS_HEIGHT - 5} textAnchor={atEnd ? 'end' : 'start'}>
      {text}
    </text>
  );
};

export const Axis = ({
  scale,
  zoom,
  days,
  marks,
}: {
  readonly scale: Scale;
  readonly zoom: Zoom;
  readonly days: DayKinds;
  readonly marks: Marks;
}): ReactNode => {
  const w = useWords(said);
  return (
    <svg width={scale.width} height={AXIS_HEIGHT} aria-hidden="true" className="gantt-axis">
      <title>{w.days}</title>
      <use href={`#${BACKDROP}`} />
      {monthsOf(scale).map(({ date, month, year }) => (
        <g key={date}>
          <line className="line-month" x1={leftOf(scale, date)} x2={leftOf(scale, date)} y1="0" y2="100%" />
          <text className="axis-month" x={leftOf(scale, date) + 4} y="15">
            {w.month(month, year)}
          </text>
        </g>
      ))}
      {ticksOf(scale, zoom).map(({ date, label }) => (
        <text
          key={date}
          className="axis-day"
          data-kind={days.kindOf(date)}
          x={leftOf(scale, date) + (zoom === 'ngay' ? scale.px / 2 : 2)}
          y="34"
          textAnchor={zoom === 'ngay' ? 'middle' : 'start'}
        >
          {label}
        </text>
      ))}
      {marks.start && <Flag scale={scale} date={marks.start} text="T" kind="t" />}
      {marks.end && marks.end !== marks.start && <Flag scale={scale} date={marks.end} text="E" kind="t" />}
      <Flag scale={scale} date={marks.today} text={w.today} kind="today" />
    </svg>
  );
};
