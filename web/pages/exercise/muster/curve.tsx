/** The arrival curve: present by the hour beside those ordered and the targets; the same in a table for whom a line says nothing. */
import { Table, Text, Title } from '@mantine/core';
import { IconCheck, IconCircleX, IconHourglass } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { Sign } from '../../../parts/marks.tsx';
import { numberText, timeText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { shortPercent } from './figure.tsx';
import { type Step, stepPath, stepsOf } from './steps.ts';
import { percentOf } from './tiles.ts';
import { said } from './words.ts';

type Total = Schemas['DrillTotal'];

const BOX = { width: 720, height: 260, left: 48, right: 26, top: 24, bottom: 34 } as const;
const MINUTES_AT_LEAST = 240;

interface Scale {
  readonly x: (minutes: number) => number;
  readonly y: (present: number) => number;
  readonly hours: readonly number[];
  readonly counts: readonly number[];
  readonly end: number;
}

const scaleOf = (steps: readonly Step[], total: Total, elapsed: number): Scale => {
  const last = Math.max(MINUTES_AT_LEAST, ...total.targets.map(({ hours }) => hours * 60), steps.at(-1)?.minutes ?? 0);
  const end = Math.min(last, Math.max(MINUTES_AT_LEAST, elapsed, steps.at(-1)?.minutes ?? 0));
  const most = Math.max(1, total.counts.ordered, ...steps.map(({ present }) => present));
  const span = BOX.width - BOX.left - BOX.right;
  const hourStep = Math.max(1, Math.ceil(end / 60 / 8));
  const countStep = Math.max(1, Math.ceil(most / 4));
  return {
    x: (minutes) => Math.round(BOX.left + (Math.min(minutes, end) / end) * span),
    y: (present) => Math.round(BOX.height - BOX.bottom - (present / most) * (BOX.height - BOX.top - BOX.bottom)),
    hours: Array.from({ length: Math.floor(end / 60 / hourStep) + 1 }, (_, n) => n * hourStep),
    counts: Array.from({ length: Math.floor(most / countStep) + 1 }, (_, n) => n * countStep),
    end,
  };
};

const Lines = ({
  steps,
  total,
  elapsed,
}: {
  readonly steps: readonly Step[];
  readonly total: Total;
  readonly elapsed: number;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const hatch = useId();
  const { x, y, hours, counts, end } = scaleOf(steps, total, elapsed);
  const { ordered, absentExcused, present } = total.counts;
  const right = BOX.width - BOX.right;
  return (
    <svg
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      className="muster-curve"
      role="img"
      aria-label={w.curveOf(present, ordered)}
    >
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="7" className="hatch" />
        </pattern>
      </defs>
      {counts.map((count) => (
        <g key={count}>
          <line x1={BOX.left} x2={right} y1={y(count)} y2={y(count)} className="grid" />
          <text x={BOX.left - 6} y={y(count) + 4} textAnchor="end">
            {numberText(count, language)}
          </text>
        </g>
      ))}
      {hours.map((hour) => (
        <text key={hour} x={x(hour * 60)} y={BOX.height - 8} textAnchor="middle">
          {w.hourMark(String(hour))}
        </text>
      ))}
      {absentExcused > 0 && (
        <rect
          x={BOX.left}
          width={right - BOX.left}
          y={y(ordered)}
          height={y(ordered - absentExcused) - y(ordered)}
          fill={`url(#${hatch})`}
        >
          <title>{w.excusedBand}</title>
        </rect>
      )}
      <line x1={BOX.left} x2={right} y1={y(ordered)} y2={y(ordered)} className="ordered-line" />
      <text x={BOX.left + 4} y={y(ordered) - 6}>
        {w.orderedLine(numberText(ordered, language))}
      </text>
      {total.targets
        .filter((target) => target.hours * 60 <= end)
        .map((target) => {
          const [cx, cy] = [x(target.hours * 60), y((target.percent * ordered) / 100)];
          return (
            <g key={target.hours}>
              <line x1={cx} x2={cx} y1={y(0)} y2={cy} className="target-line" />
              <path d={`M${cx - 6} ${cy}h12`} className="target-mark" />
              <text x={cx - 8} y={target.percent > 85 ? cy + 22 : cy - 7} textAnchor="end">
                {shortPercent(target.percent, language)}%
              </text>
            </g>
          );
        })}
      <path d={stepPath(steps, Math.min(elapsed, end), x, y)} className="present-line" />
    </svg>
  );
};

const REACHED = {
  yes: [IconCheck, 'green', 'reachedIn'],
  no: [IconCircleX, 'red', 'reachedNot'],
  ahead: [IconHourglass, 'grey', 'reachedNotYet'],
} as const;

const Targets = ({ targets }: { readonly targets: Total['targets'] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  return (
    <ul className="muster-targets figures" aria-label={w.targetsTitle}>
      {targets.map(({ hours, percent, due, arrived, reached }) => {
        const [icon, hue, word] = REACHED[reached === null ? 'ahead' : reached ? 'yes' : 'no'];
        return (
          <li key={hours}>
            <b>{w.targetLine(shortPercent(hours, language), shortPercent(percent, language))}</b> ({timeText(due)}){' '}
            <Sign icon={icon} hue={hue}>
              {w[word]}
            </Sign>
            {reached !== null && <span className="quiet"> · {say(arrived.text)}</span>}
          </li>
        );
      })}
    </ul>
  );
};

const AsTable = ({ steps, ordered }: { readonly steps: readonly Step[]; readonly ordered: number }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  return (
    <details className="no-print">
      <summary>{w.table}</summary>
      <Table className="figures" withRowBorders maw="30rem">
        <caption className="only-heard">{w.curve}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{w.time}</Table.Th>
            <Table.Th scope="col">{w.afterH}</Table.Th>
            <Table.Th scope="col">{w.present}</Table.Th>
            <Table.Th scope="col">{w.share}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {steps.map(({ minutes, at, present }) => {
            const percent = percentOf(present, ordered);
            return (
              <Table.Tr key={minutes}>
                <Table.Td>{timeText(at)}</Table.Td>
                <Table.Td>
                  {w.hourMark(`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`)}
                </Table.Td>
                <Table.Td>{numberText(present, language)}</Table.Td>
                <Table.Td>{percent === null ? '–' : `${numberText(percent, language, 2)}%`}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </details>
  );
};

export const ArrivalCurve = ({
  curve,
  total,
  now,
  plain = false,
}: {
  readonly curve: Schemas['DrillCurve'];
  readonly total: Total;
  /** In milliseconds. */
  readonly now: number;
  /** The line alone, for the wall. */
  readonly plain?: boolean;
}): ReactNode => {
  const w = useWords(said);
  const id = useId();
  const steps = stepsOf(curve, total.kind);
  if (curve.start === null) return plain ? null : <Text c="dimmed">{w.noCurve}</Text>;
  const elapsed = Math.max(0, (now - Date.parse(curve.start)) / 60_000);
  const lines = <Lines steps={steps} total={total} elapsed={elapsed} />;
  if (plain) return lines;
  return (
    <section aria-labelledby={id}>
      <Title order={2} className="section-title" id={id}>
        {w.curve}
      </Title>
      {lines}
      {total.targets.length > 0 && <Targets targets={total.targets} />}
      <AsTable steps={steps} ordered={total.counts.ordered} />
    </section>
  );
};
