/** The board of readiness in its smallest form: one cell a gate, thousands of exercises at once. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Calendar } from '../../../domain/calendar/index.ts';
import { READINESS_RULE, type Readiness, type ReadinessReason, type Verdict } from '../../../domain/exercise/index.ts';
import { PHASES } from '../../../domain/labels/words.ts';
import { superiorsOf, unitWith } from '../../../domain/organisation/lookup.ts';
import type { OrganisationState } from '../../../domain/organisation/state.ts';
import type { BodyId, OrgUnitId } from '../../../domain/people.ts';
import type { EntityId } from '../../../domain/streams.ts';
import { GATE_NAMES } from '../../../domain/template/gates.ts';
import { GATE_CODES } from '../../../domain/template/index.ts';
import type { LocalDate } from '../../../domain/time.ts';
import type { ReadinessCellBoard } from '../../contract/index.ts';
import type { ApiDeps } from '../../deps.ts';
import { reasonText } from '../../words.ts';
import type { Seer } from '../access.ts';
import { calendarNow } from '../calendar.ts';
import { unitNameOn } from '../names.ts';
import { workingDaysTo } from '../readiness.ts';
import type { Moment } from '../sources.ts';
import { type Listed, listed } from './listed.ts';
import { isWorkedOnIn, judgeOutline, type Outline, type OutlineTask } from './outline.ts';
import { outlinesNow } from './outlines.ts';
import { outlineAt, timelinesOf } from './timelines.ts';

type Row = z.output<typeof ReadinessCellBoard>['rows'][number];
type Cell = Row['cells'][number];

const bodiesOf = (reason: ReadinessReason): readonly BodyId[] =>
  reason.kind === 'gate-near' ? reason.bodies : [reason.body];

const firstOf = (open: readonly OutlineTask[], red: ReadinessReason | undefined): string | null => {
  if (red) return red.kind === 'gate-near' ? (red.open[0] ?? red.task) : red.task;
  return (
    open.reduce<OutlineTask | null>((first, task) => (first && first.due <= task.due ? first : task), null)?.code ??
    null
  );
};

/** Cells in the order of the gates; a gate is red or amber exactly where a reason of the verdict speaks of it. */
export const cellsOf = ({ phase, tasks, gates }: Outline, { reasons }: Readiness): Cell[] => {
  const next = gates.find(({ passed }) => !passed);
  const late = new Set(reasons.flatMap((reason) => (reason.kind === 'task-late' ? [reason.task] : [])));
  return gates.map((gate) => {
    const open = tasks.filter((task) => task.gate === gate.code && !task.done);
    const red = reasons.find((reason) => reason.kind !== 'task-late' && reason.gate === gate.code);
    const stands = (): Cell['state'] => {
      if (red) return 'red';
      if (open.some(({ code }) => late.has(code))) return 'amber';
      if (gate.passed) return 'passed';
      if (!isWorkedOnIn(phase)) return 'none';
      return gate === next ? 'open' : 'ahead';
    };
    return {
      gate: gate.code,
      state: stands(),
      date: tasks.find(({ code }) => code === gate.gateTask)?.due ?? null,
      open: open.length,
      first: firstOf(open, red),
    };
  });
};

const GRAVITY: Readonly<Record<Verdict, number>> = { red: 3_000_000, amber: 2_000_000, green: 1_000_000, none: 0 };

type Judged = Pick<
  Row,
  'phase' | 'startDate' | 'workingDaysLeft' | 'verdict' | 'reasons' | 'worst' | 'ratio' | 'cells'
> & {
  readonly gravest: ReadinessReason | null;
};

const judged = (calendar: Calendar, outline: Outline, today: LocalDate): Judged => {
  const readiness = judgeOutline(calendar, outline, today);
  const { verdict, reasons, ratio } = readiness;
  const [gravest = null] = reasons;
  const left = workingDaysTo(calendar, outline.startDate, today);
  const soon = left === null ? 0 : Math.max(0, 999 - Math.abs(left));
  return {
    phase: outline.phase,
    startDate: outline.startDate,
    workingDaysLeft: left,
    verdict,
    reasons: reasons.length,
    worst: GRAVITY[verdict] + Math.min(reasons.length, 900) * 1_000 + soon,
    ratio,
    cells: cellsOf(outline, readiness),
    gravest,
  };
};

/** Kept as long as outline, day and calendar are the same. */
const known = new WeakMap<Outline, { readonly calendar: Calendar; readonly today: LocalDate; readonly row: Judged }>();

const judgedNow = (calendar: Calendar, outline: Outline, today: LocalDate): Judged => {
  const before = known.get(outline);
  if (before?.calendar === calendar && before.today === today) return before.row;
  const row = judged(calendar, outline, today);
  known.set(outline, { calendar, today, row });
  return row;
};

const clusterOf = (org: OrganisationState, unit: OrgUnitId, day: LocalDate): OrgUnitId | null =>
  superiorsOf(org, unit, day).find((above) => unitWith(org, above)?.level === 'region') ?? null;

const COLUMNS = GATE_CODES.map((code) => ({ code, name: GATE_NAMES[code] }));

/** Every exercise that somebody sees. Where he sees only his own part, reasons and codes of others are left out. */
export const cellBoard = async (
  deps: Pick<ApiDeps, 'db' | 'store' | 'clock'>,
  moment: Moment,
  seer: Seer,
  year?: number,
): Promise<z.output<typeof ReadinessCellBoard>> => {
  const where =
    year === undefined
      ? sql<boolean>`true`
      : sql<boolean>`e.start_date BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`;
  const { asOf, today } = moment;
  const [calendar, rows] = await Promise.all([calendarNow(deps, asOf), listed(deps, seer, where)]);
  const outline = await outliner(deps, rows, moment);
  const counts = { green: 0, amber: 0, red: 0, none: 0 };
  const shown = rows.flatMap(({ whole, version: _, ...row }): Row[] => {
    const found = outline(row.id);
    if (!found) return [];
    const { gravest, cells, ...verdict } = judgedNow(calendar, found, today);
    counts[verdict.verdict] += 1;
    const speaks = gravest && (whole || bodiesOf(gravest).some((body) => seer.subject.bodies.includes(body)));
    const cluster = clusterOf(seer.org, row.orgUnit, today);
    return [
      {
        ...row,
        unitName: unitNameOn(seer.org, row.orgUnit, today),
        cluster: cluster && { id: cluster, name: unitNameOn(seer.org, cluster, today) },
        ...verdict,
        phaseLabel: PHASES[verdict.phase],
        reason: speaks ? reasonText(gravest) : null,
        cells: whole ? cells : cells.map((cell) => ({ ...cell, first: null })),
      },
    ];
  });
  return { ...moment, gates: COLUMNS, rule: READINESS_RULE, counts, rows: shown };
};

/** How an exercise stood at the moment, and now when it names none. */
const outliner = async (
  deps: Pick<ApiDeps, 'db' | 'store'>,
  rows: readonly Listed[],
  { asOf }: Moment,
): Promise<(id: EntityId) => Outline | null> => {
  if (!asOf) {
    const outlines = await outlinesNow(deps, rows);
    return (id) => outlines.get(id) ?? null;
  }
  const timelines = await timelinesOf(deps, rows);
  return (id) => {
    const timeline = timelines.get(id);
    return timeline ? outlineAt(timeline, asOf) : null;
  };
};
