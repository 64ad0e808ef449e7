/** A season as people read it: day by day, one line an event, and what came of each exercise. */
import { CALENDAR, type Calendar } from '../domain/calendar/index.ts';
import { type Names, sentenceOf } from '../domain/labels/events.ts';
import { formatDate, formatNumber, formatTime, type Language } from '../domain/labels/format.ts';
import { type BodyCode, BodyId, codeOf, isSystem } from '../domain/people.ts';
import { explain } from '../domain/rejection.ts';
import { type EntityId, entityOf } from '../domain/streams.ts';
import type { GateCode } from '../domain/template/index.ts';
import { atHour, dayOf, type Instant, type LocalDate } from '../domain/time.ts';
import { type BlockedGate, type Chronicle, chronicleOf, exerciseIn, factOf, offsetOn } from './chronicle.ts';
import type { Recorded, RefusedCommand } from './engine.ts';
import { blockerName, namesOf } from './names.ts';
import type { SeasonPlan } from './plan.ts';
import { type ExerciseSummary, summariesOf } from './summary.ts';

export interface TimelineLine {
  readonly at: Instant;
  /** `HH:mm` in Vietnam. */
  readonly time: string;
  readonly exercise: EntityId;
  /** Type of the event, or `GateBlocked`, `CommandRefused` for what no event says. */
  readonly type: string;
  /** Bodies that acted, were told, or own the task. */
  readonly bodies: readonly BodyCode[];
  readonly text: string;
}

export interface TimelineDay {
  readonly date: LocalDate;
  /** Distance to the season's first exercise, `T-80`; null before it was planned. */
  readonly offset: string | null;
  readonly lines: readonly TimelineLine[];
}

export interface Timeline {
  readonly days: readonly TimelineDay[];
  readonly exercises: readonly ExerciseSummary[];
}

export interface TimelineOptions {
  readonly language: Language;
  readonly calendar?: Calendar;
  readonly only?: EntityId;
  readonly body?: BodyCode;
  /** Commands that a rule refused, told among the events. */
  readonly refused?: readonly RefusedCommand[];
}

export const timelineOf = (
  plan: SeasonPlan,
  records: readonly Recorded[],
  { language, calendar = CALENDAR, only, body, refused = [] }: TimelineOptions,
): Timeline => {
  const chronicle = chronicleOf(records);
  const names = namesOf(plan, language);
  const lines = [
    ...linesOf(plan, records, chronicle, names, language),
    ...refused.map((each) => refusedLine(each, names, language)),
    ...chronicle.blocked.map((gate) => blockedLine(gate, chronicle, names, language)),
  ].filter((line) => (!only || line.exercise === only) && (!body || line.bodies.includes(body)));
  const days = new Map<LocalDate, TimelineLine[]>();
  for (const line of lines.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const day = dayOf(line.at);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  const reference = only ?? plan.exercises[0]?.id;
  return {
    days: [...days].map(([date, own]) => ({ date, offset: offset(chronicle, calendar, reference, date), lines: own })),
    exercises: summariesOf(plan, records, chronicle, calendar).filter(({ id }) => !only || id === only),
  };
};

const offset = (chronicle: Chronicle, calendar: Calendar, id: EntityId | undefined, date: LocalDate): string | null => {
  const days = id && chronicle.daysOn(id, date);
  return days ? offsetOn(calendar, date, days) : null;
};

/** One line a fact; the scores of one review on one day are one line together. */
const linesOf = (
  plan: SeasonPlan,
  records: readonly Recorded[],
  chronicle: Chronicle,
  names: Names,
  language: Language,
): TimelineLine[] => {
  const owners = new Map<string, BodyCode>();
  const lines: TimelineLine[] = [];
  const scores = new Map<string, number>();
  for (const record of records) {
    const fact = factOf(record);
    const exercise = entityOf(record.stream);
    if (fact.type === 'ExercisePlanned')
      for (const task of fact.tasks) owners.set(`${exercise}/${task.code}`, codeOf(task.owner));
    if (fact.type === 'TaskAssigned') owners.set(`${exercise}/${fact.task}`, codeOf(fact.owner));
    if (fact.type === 'ScoreRecorded') {
      const key = `${exercise}/${dayOf(fact.at)}`;
      scores.set(key, (scores.get(key) ?? 0) + 1);
      if (scores.get(key) !== 1) continue;
    }
    const told = BodyId.safeParse('to' in fact ? fact.to : null);
    const owner = 'task' in fact ? owners.get(`${exercise}/${fact.task}`) : undefined;
    const actor = isSystem(fact.by) ? [] : [codeOf(fact.by.body)];
    const text =
      fact.type === 'ScoreRecorded' ? scored(names.body(fact.by.body), language) : sentenceOf(fact, names, language);
    const remark =
      fact.type === 'DrillClosed'
        ? shortfall(plan, exercise, fact, language)
        : fact.type === 'GatePassed'
          ? lateness(exercise, fact, chronicle, language)
          : '';
    lines.push({
      at: fact.at,
      time: formatTime(fact.at),
      exercise,
      type: fact.type,
      bodies: [...new Set([...actor, ...(told.success ? [codeOf(told.data)] : []), ...(owner ? [owner] : [])])],
      text: `${text}${remark}`,
    });
  }
  return lines;
};

const scored = (by: string, language: Language): string =>
  language === 'vi' ? `${by} chấm điểm các mục, mỗi mục hai người` : `${by} scores every domain, two scorers each`;

const shortfall = (
  plan: SeasonPlan,
  exercise: EntityId,
  {
    reservists,
    vehicles,
  }: { reservists: { present: number; ordered: number }; vehicles: { present: number; ordered: number } },
  language: Language,
): string => {
  const targets = plan.drills.find((drill) => drill.exercise === exercise)?.targets;
  if (!targets) return '';
  const short = ([figures, target]: readonly [typeof reservists, number]): boolean =>
    figures.ordered > 0 && figures.present * 100 < target * figures.ordered;
  const missed = (
    [
      [reservists, targets.reservist],
      [vehicles, targets.vehicle],
    ] as const
  ).find(short);
  if (!missed) return language === 'vi' ? ' (đạt chỉ tiêu)' : ' (target met)';
  const target = formatNumber(missed[1], language);
  return language === 'vi' ? ` (dưới chỉ tiêu ${target}%)` : ` (below the target of ${target}%)`;
};

const refusedLine = ({ envelope, rejection }: RefusedCommand, names: Names, language: Language): TimelineLine => {
  const { stream, at, by } = envelope;
  const { what } = explain(rejection, language);
  const who = names.body(by.body);
  return {
    at,
    time: formatTime(at),
    exercise: entityOf(stream),
    type: 'CommandRefused',
    bodies: [codeOf(by.body)],
    text: language === 'vi' ? `Không chấp nhận đề nghị của ${who}: ${what}` : `${who} is refused: ${what}`,
  };
};

/** Said in the evening of the day on which the gate should have been passed. */
const blockedLine = (gate: BlockedGate, chronicle: Chronicle, names: Names, language: Language): TimelineLine => {
  const at = atHour(gate.from, 17);
  const state = exerciseIn(chronicle, gate.exercise);
  const first = gate.blockers.filter((blocker) => blocker.from === gate.from);
  const owners = first.flatMap(({ code }) => state?.tasks[code]?.owner ?? []);
  const what = first.map(({ code }) => {
    const owner = state?.tasks[code]?.owner;
    return `${blockerName(code, names, language)}${owner ? ` (${names.body(owner)})` : ''}`;
  });
  const start = language === 'vi' ? `Cổng ${gate.gate} còn vướng` : `Gate ${gate.gate} is blocked by`;
  return {
    at,
    time: formatTime(at),
    exercise: gate.exercise,
    type: 'GateBlocked',
    bodies: [...new Set(owners.map(codeOf))],
    text: `${start}: ${what.join('; ')}`,
  };
};

/** Of a gate that was passed after its day: since when it was due. */
const lateness = (
  exercise: EntityId,
  fact: { readonly gate: GateCode; readonly at: Instant },
  chronicle: Chronicle,
  language: Language,
): string => {
  const day = dayOf(fact.at);
  const late = chronicle.blocked.find(
    (each) => each.exercise === exercise && each.gate === fact.gate && each.to === day,
  );
  if (!late) return '';
  return language === 'vi'
    ? ` (muộn, vướng từ ${formatDate(late.from)})`
    : ` (late, blocked since ${formatDate(late.from)})`;
};
