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

/** Only the verdict; that and the gravest reason; everything. */
type View = 'verdict' | 'reason' | 'whole';

interface Said {
  readonly version: number;
  readonly org: OrganisationState;
  readonly calendar: Calendar;
  readonly today: LocalDate;
  readonly judged: Judged;
  readonly rows: Map<View, Row>;
}

/** What was said of an outline, kept as long as its row, organisation, calendar and day are the same. */
const known = new WeakMap<Outline, Said>();

const saidOf = (outline: Outline, now: Omit<Said, 'judged' | 'rows'>): Said => {
  const before = known.get(outline);
  const { version, org, calendar, today } = now;
  const isSame = before?.calendar === calendar && before.today === today;
  if (isSame && before.version === version && before.org === org) return before;
  const said = { ...now, judged: isSame ? before.judged : judged(calendar, outline, today), rows: new Map() };
  known.set(outline, said);
  return said;
};

const clusterOf = (org: OrganisationState, unit: OrgUnitId, day: LocalDate): OrgUnitId | null =>
  superiorsOf(org, unit, day).find((above) => unitWith(org, above)?.level === 'region') ?? null;

const rowOf = ({ whole: _, version: _version, ...listed }: Listed, { org, today, judged }: Said, view: View): Row => {
  const { gravest, cells, ...verdict } = judged;
  const cluster = clusterOf(org, listed.orgUnit, today);
  return {
    ...listed,
    unitName: unitNameOn(org, listed.orgUnit, today),
    cluster: cluster && { id: cluster, name: unitNameOn(org, cluster, today) },
    ...verdict,
    phaseLabel: PHASES[verdict.phase],
    reason: gravest && view !== 'verdict' ? reasonText(gravest) : null,
    cells: view === 'whole' ? cells : cells.map((cell) => ({ ...cell, first: null })),
  };
};

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
  const shown = rows.flatMap((row): Row[] => {
    const found = outline(row.id);
    if (!found) return [];
    const said = saidOf(found, { version: row.version, org: seer.org, calendar, today });
    const { verdict, gravest } = said.judged;
    counts[verdict] += 1;
    const concerns = gravest && bodiesOf(gravest).some((body) => seer.subject.bodies.includes(body));
    const view = row.whole ? 'whole' : concerns ? 'reason' : 'verdict';
    const line = said.rows.get(view) ?? rowOf(row, said, view);
    said.rows.set(view, line);
    return [line];
  });
  return { ...moment, gates: COLUMNS, rule: READINESS_RULE, counts, rows: shown };
};

const texts = new WeakMap<Row, Buffer>();
const COMMA = Buffer.from(',');
const END = Buffer.from(']}');

const textOf = (row: Row): Buffer => {
  const text = texts.get(row) ?? Buffer.from(JSON.stringify(row));
  texts.set(row, text);
  return text;
};

/** The board as JSON; of a row that was shown before, the same bytes. */
export const writeCells = ({ rows, ...board }: z.output<typeof ReadinessCellBoard>): Buffer => {
  const head = Buffer.from(`${JSON.stringify(board).slice(0, -1)},"rows":[`);
  const lines = rows.flatMap((row, n) => (n === 0 ? [textOf(row)] : [COMMA, textOf(row)]));
  return Buffer.concat([head, ...lines, END]);
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
