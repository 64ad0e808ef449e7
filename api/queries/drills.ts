/** The muster of a drill: rows, totals, and every rate with what it was made of. */
import type { z } from 'zod';
import {
  type Counts,
  type DrillState,
  excused,
  KINDS,
  type Kind,
  notYetReported,
  present,
  rate,
  ratesOf,
  rowsOf,
  totalOf,
} from '../../domain/drill/index.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { DrillShown } from '../contract/index.ts';
import { rateText, words } from '../words.ts';
import type { Moment } from './sources.ts';

/** Domain guide §6, TDE: green from 98 %, amber from 95 %; Tam Kỳ 2022 asked for 100 % of both kinds (S). */
const GREEN = 98;
const AMBER = 95;
const TARGET = 100;

const COLOURS = {
  green: words('Đạt', 'Good'),
  amber: words('Gần đạt', 'Nearly'),
  red: words('Chưa đạt', 'Not good enough'),
  none: words('Chưa có dữ liệu', 'No data'),
} as const;

const figures = (kind: Kind, counts: Counts) => {
  const attendance = rate(present(counts), counts.ordered);
  const { percent } = attendance;
  const colour = percent === null ? 'none' : percent >= GREEN ? 'green' : percent >= AMBER ? 'amber' : 'red';
  const { absentExcused, ...rest } = counts;
  return {
    counts: {
      ...rest,
      present: present(counts),
      absentExcused: excused(counts),
      excuses: absentExcused,
      notYetReported: notYetReported(counts),
    },
    rates: Object.fromEntries(
      Object.entries({ ...ratesOf(kind, counts), registrationRate: rate(counts.registered, counts.required) }).map(
        ([name, each]) => [name, { ...each, text: rateText(each) }],
      ),
    ),
    colour,
    colourLabel: COLOURS[colour],
    target: TARGET,
    // whole numbers decide: 9,999 of 10,000 rounds to 99.99 and never to the target
    meetsTarget: percent === null ? null : attendance.numerator * 100 >= TARGET * attendance.denominator,
  } as const;
};

export const drillView = (id: EntityId, state: DrillState, moment: Moment): z.output<typeof DrillShown> => {
  const { exercise, orgUnit, phase, version } = state;
  if (exercise === null || orgUnit === null || phase === 'none') throw new Rejection('drill-unknown', { id });
  const rows = KINDS.flatMap((kind) => rowsOf(state, kind)).sort((a, b) =>
    a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0,
  );
  return {
    id,
    version,
    ...moment,
    exercise,
    orgUnit,
    phase,
    rows: rows.map(({ unit, kind, station, reportedAt, counts }) => ({
      unit,
      kind,
      station,
      reportedAt,
      ...figures(kind, counts),
    })),
    totals: KINDS.map((kind) => ({ kind, ...figures(kind, totalOf(state, kind)) })),
  };
};
