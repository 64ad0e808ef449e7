/** The muster of a drill: rows, totals, and every rate with what it was made of. */
import type { z } from 'zod';
import {
  type Arrivals,
  arrivalsOf,
  attendanceOf,
  type Counts,
  colourOf,
  type DrillRule,
  type DrillState,
  excused,
  KINDS,
  type Kind,
  notYetReported,
  present,
  quotaStandings,
  type Rate,
  rate,
  ratesOf,
  rowsOf,
  stationStandings,
  targetsOf,
  totalOf,
} from '../../domain/drill/index.ts';
import { partOf } from '../../domain/drill/rights.ts';
import { QUOTA_WARNINGS, REMOVAL_NAMES } from '../../domain/labels/words-drill.ts';
import type { BodyId } from '../../domain/people.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import type { DrillShown } from '../contract/index.ts';
import { rateText, words } from '../words.ts';
import type { Moment } from './sources.ts';

const COLOURS = {
  green: words('Đạt', 'Good'),
  amber: words('Gần đạt', 'Nearly'),
  red: words('Chưa đạt', 'Not good enough'),
  none: words('Chưa có dữ liệu', 'No data'),
} as const;

export const rateShown = (each: Rate) => ({ ...each, text: rateText(each) });

const figures = (kind: Kind, counts: Counts, rule: DrillRule) => {
  const attendance = attendanceOf(counts, rule.excusedInDenominator);
  const colour = colourOf(attendance.percent, rule);
  const { absentExcused, ...rest } = counts;
  const rates = {
    ...ratesOf(kind, counts, rule.excusedInDenominator),
    registrationRate: rate(counts.registered, counts.required),
  };
  return {
    counts: {
      ...rest,
      present: present(counts),
      absentExcused: excused(counts),
      excuses: absentExcused,
      notYetReported: notYetReported(counts),
    },
    rates: Object.fromEntries(Object.entries(rates).map(([name, each]) => [name, rateShown(each)])),
    colour,
    colourLabel: COLOURS[colour],
    target: rule.attendanceTarget,
    // whole numbers decide: 9,999 of 10,000 rounds to 99.99 and never to the target
    meetsTarget:
      attendance.percent === null ? null : attendance.numerator * 100 >= rule.attendanceTarget * attendance.denominator,
  };
};

/** Whether arrivals kept up with what the rule asks for by the hour; empty before the hour H is known. */
export const targetsShown = ({ start, rule }: DrillState, arrivals: Arrivals, now: Instant) =>
  start === null
    ? []
    : targetsOf(arrivals, { start, targets: rule.targets, now }).map((target) => ({
        ...target,
        arrived: rateShown(target.arrived),
      }));

const quotasShown = (state: DrillState) =>
  quotaStandings(state).map(({ spare, warnings, ...quota }) => ({
    ...quota,
    spare: rateShown(spare),
    warnings: warnings.map((code) => ({ code, text: QUOTA_WARNINGS[code] })),
  }));

const registersShown = ({ registers }: DrillState) =>
  Object.entries(registers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { removed, ...register }]) => ({
      ...register,
      removed: (Object.keys(REMOVAL_NAMES) as (keyof typeof REMOVAL_NAMES)[]) // the keys of a closed record
        .flatMap((reason) =>
          removed[reason] === undefined ? [] : [{ reason, label: REMOVAL_NAMES[reason], count: removed[reason] }],
        ),
    }));

/** A drill as it stands at a moment, for a body. */
export interface DrillThen {
  readonly id: EntityId;
  readonly state: DrillState;
  readonly moment: Moment;
  /** The moment that the answer speaks of. */
  readonly now: Instant;
  /** Of who asks. */
  readonly body: BodyId;
}

export const drillView = (
  id: EntityId,
  state: DrillState,
  { moment, now, body }: Pick<DrillThen, 'moment' | 'now' | 'body'>,
): z.output<typeof DrillShown> => {
  const { exercise, orgUnit, phase, version, rule, start } = state;
  if (exercise === null || orgUnit === null || phase === 'none') throw new Rejection('drill-unknown', { id });
  const rows = KINDS.flatMap((kind) => rowsOf(state, kind)).sort((a, b) =>
    a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0,
  );
  const arrivals = arrivalsOf(state);
  const part = partOf(state, body);
  return {
    id,
    version,
    ...moment,
    exercise,
    orgUnit,
    phase,
    rule,
    start,
    rows: rows.map(({ unit, kind, station, reportedAt, source, counts, reserve }) => ({
      unit,
      kind,
      station,
      reportedAt,
      source,
      ...figures(kind, counts, rule),
      reserve,
    })),
    totals: KINDS.map((kind) => ({
      kind,
      ...figures(kind, totalOf(state, kind), rule),
      targets: targetsShown(state, arrivals[kind], now),
    })),
    quotas: quotasShown(state),
    registers: registersShown(state),
    silentStations: stationStandings(state, now)
      .filter(({ silence }) => silence === 'overdue')
      .map(({ station }) => station),
    may: { keep: part.keeps, rule: part.rules, reportIncident: part.reportsIncidents, units: part.units },
    incidents: state.incidents,
  };
};
