/** A few figures over time as step lines: drawn by itself, readable in grey (each line its own dash), told in words beside it. */
import type { ReactNode } from 'react';
import './step-lines.css';

export interface StepLine {
  readonly key: string;
  /** Colour and dash: `solid` and `data-line` in the style sheet. */
  readonly look: 'green' | 'amber' | 'red' | 'blue' | 'grey';
  /** From left to right; null leaves a gap. */
  readonly values: readonly (number | null)[];
}

const WIDTH = 600;
const PAD = { left: 36, right: 6, top: 10, bottom: 24 } as const;

/** Round steps that give at most five lines. */
const gridOf = (most: number): readonly number[] => {
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000].find((each) => most / each <= 4) ?? 50_000;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, n) => n * step);
};

export const StepLines = ({
  lines,
  labels,
  title,
  height = 120,
  most: asked,
}: {
  readonly lines: readonly StepLine[];
  /** Under the first, middle and last value. */
  readonly labels: readonly string[];
  /** What the picture says, for those who do not see it. */
  readonly title: string;
  readonly height?: number;
  readonly most?: number;
}): ReactNode => {
  const count = Math.max(1, ...lines.map(({ values }) => values.length));
  const most = Math.max(1, asked ?? 0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
  /** Each value stands from its place to the next. */
  const x = (n: number): number => PAD.left + (n * (WIDTH - PAD.left - PAD.right)) / count;
  const y = (value: number): number => PAD.top + (1 - value / most) * (height - PAD.top - PAD.bottom);
  const path = (values: readonly (number | null)[]): string =>
    values
      .map((value, n) => {
        if (value === null) return '';
        const before = values[n - 1];
        const start = before === undefined || before === null ? `M${x(n)} ${y(value)}` : `V${y(value)}`;
        return `${start}H${x(n + 1)}`;
      })
      .join('');
  const places = labels.map((_, n) => (labels.length === 1 ? 0 : (n * count) / (labels.length - 1)));
  const anchors = labels.map((_, n) => (n === 0 ? 'start' : n === labels.length - 1 ? 'end' : 'middle'));
  return (
    <svg className="step-lines" role="img" aria-label={title} viewBox={`0 0 ${WIDTH} ${height}`}>
      {gridOf(most).map((value) => (
        <g key={value}>
          <line x1={PAD.left} x2={WIDTH - PAD.right} y1={y(value)} y2={y(value)} className="grid-line" />
          <text x={PAD.left - 6} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {lines.map(({ key, look, values }) => (
        <path key={key} d={path(values)} data-look={look} />
      ))}
      {labels.map((label, n) => (
        <text key={label} x={x(places[n] ?? 0)} y={height - 4} textAnchor={anchors[n]}>
          {label}
        </text>
      ))}
    </svg>
  );
};

/** How a line looks, for the words beside the picture. */
export const LineSample = ({ look }: { readonly look: StepLine['look'] }): ReactNode => (
  <svg className="step-lines line-sample" aria-hidden viewBox="0 0 28 8" width={28} height={8}>
    <path d="M0 4H28" data-look={look} />
  </svg>
);
