/** What happens to a paper in force: it is amended and keeps what hangs on it, or revoked and takes it down. */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { type GateCode, PaperSlot } from '../template/index.ts';
import { Paper, Reason, text } from '../text.ts';
import { requireActive } from './checklist.ts';
import { deadlinesOfReopened, type MovedDeadline, withDue } from './deadlines.ts';
import { PHASE_BEFORE, phaseOfGates } from './gate-phase.ts';
import { allowKeeper, chainOf, checkPaper, enteredPaper, isBoard, paperOnFile, ruleIn } from './paper-kinds.ts';
import { Amount, Seats, Subcommittees } from './papers.ts';
import type { ExerciseState, Gate, PaperChange, Phase, RevokedPaper } from './state.ts';
import { judged } from './submissions.ts';
import { withTurns } from './turns.ts';

const Change = z
  .strictObject({
    headPost: text(120).optional(),
    seats: Seats.min(1).optional(),
    subcommittees: Subcommittees.optional(),
    amount: Amount.optional(),
  })
  .meta({ description: 'What the amending paper changes of what is on file' });

export const RevocationCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('AmendPaper'),
    slot: PaperSlot,
    by: Paper.meta({ description: 'The amending paper' }),
    change: Change.default({}),
    reason: Reason,
  }),
  z.strictObject({
    type: z.literal('RevokePaper'),
    slot: PaperSlot,
    paper: Paper.meta({ description: 'The paper that revokes' }),
    reason: Reason,
  }),
]);
export type RevocationCommand = z.infer<typeof RevocationCommand>;

/** What falls with a paper; the paper itself is the first of `papers`. */
export interface Voided {
  readonly papers: readonly PaperSlot[];
  /** Tasks whose proof no longer holds, in order of the checklist. */
  readonly tasks: readonly string[];
  /** Passed gates that stand open again, in order. */
  readonly gates: readonly GateCode[];
  readonly phase: { readonly from: Phase; readonly to: Phase } | null;
}

export type RevocationEvent =
  | {
      readonly type: 'PaperAmended';
      readonly slot: PaperSlot;
      /** The paper as it stands; it keeps its number. */
      readonly paper: Paper;
      readonly amending: Paper;
      readonly change: PaperChange;
      readonly reason: string;
    }
  | {
      readonly type: 'PaperRevoked';
      readonly slot: PaperSlot;
      readonly revoked: Paper;
      readonly paper: Paper;
      readonly reason: string;
      readonly voids: Voided;
      /** New deadlines of the voided tasks, by the days of now; events of old kept the former ones. */
      readonly deadlines?: readonly MovedDeadline[];
    };

const PROVED: readonly string[] = ['submitted', 'verified'];

/**
 * Exactly what hangs on a paper: papers that need or follow it, the proof of tasks that bring or need a fallen paper or
 * come after a task whose proof fell, papers known only by such a proof, the first passed gate that stood on any of these
 * and all later ones. What a gate was passed over by override did not carry it.
 */
export const voidedBy = (state: ExerciseState, slot: PaperSlot): Voided => {
  const { papers: rules, tasks: needs } = chainOf(state);
  const papers = new Set<PaperSlot>([slot]);
  const tasks = new Set<string>();
  const falls = (code: string, after: readonly string[]): boolean =>
    rules.some((rule) => rule.task === code && papers.has(rule.slot)) ||
    (needs[code] ?? []).some((need) => papers.has(need)) ||
    after.some((before) => tasks.has(before));
  for (let before = -1; before !== papers.size + tasks.size; ) {
    before = papers.size + tasks.size;
    for (const rule of rules)
      if (paperOnFile(state, rule.slot)) {
        const proofFell = enteredPaper(state, rule.slot) === null && rule.task !== null && tasks.has(rule.task);
        if (proofFell || [...rule.needs, ...rule.follows].some((need) => papers.has(need))) papers.add(rule.slot);
      }
    for (const task of Object.values(state.tasks))
      if (PROVED.includes(task.status) && falls(task.code, task.after)) tasks.add(task.code);
  }
  const gates = fallenGates(state, papers, tasks);
  const to = phaseOfGates(
    state,
    state.gates.filter((gate) => gate.passed && !gates.includes(gate.code)),
  );
  return {
    papers: [slot, ...rules.map((rule) => rule.slot).filter((other) => other !== slot && papers.has(other))],
    tasks: Object.keys(state.tasks)
      .filter((code) => tasks.has(code))
      .sort(),
    gates,
    phase: to === state.phase ? null : { from: state.phase, to },
  };
};

const fallenGates = (state: ExerciseState, papers: ReadonlySet<PaperSlot>, tasks: ReadonlySet<string>): GateCode[] => {
  const stoodOn = (gate: Gate): boolean => {
    const open = gate.passed?.override?.blockers ?? [];
    const byPaper = [...papers].some((slot) => {
      const rule = ruleIn(state, slot);
      const missing = open.includes(slot) || (rule?.task != null && !rule.entered && open.includes(rule.task));
      return rule?.gate === gate.code && !missing;
    });
    return byPaper || [...tasks].some((code) => state.tasks[code]?.gate === gate.code && !open.includes(code));
  };
  const passed = state.gates.filter((gate) => gate.passed);
  const first = passed.findIndex(stoodOn);
  return first === -1 ? [] : passed.slice(first).map((gate) => gate.code);
};

/** Refuses to touch a paper once the run is open: what was held, was held on it. */
const requireBeforeRun = (state: ExerciseState): void => {
  if (!PHASE_BEFORE.includes(state.phase)) throw new Rejection('run-opened', { phase: state.phase });
};

const FIELDS: Readonly<Record<keyof PaperChange, (slot: PaperSlot) => boolean>> = {
  headPost: isBoard,
  seats: (slot) => isBoard(slot) || slot === 'frame',
  subcommittees: (slot) => slot === 'organising',
  amount: (slot) => slot === 'budget',
};

const checkChange = (slot: PaperSlot, change: PaperChange): void => {
  // keys of a parsed strict object
  const given = (Object.keys(change) as (keyof PaperChange)[]).filter((field) => change[field] !== undefined);
  const foreign = given.filter((field) => !FIELDS[field](slot));
  if (foreign.length > 0) throw new Rejection('amendment-not-fitting', { paper: slot, changes: foreign });
};

export const decideRevocation = (
  command: RevocationCommand,
  state: ExerciseState,
  meta: CommandMeta,
  { calendar }: Context,
): RevocationEvent[] => {
  requireActive(state);
  const { slot, reason } = command;
  const acting = command.type === 'AmendPaper' ? command.by : command.paper;
  checkPaper(state, slot, acting, meta);
  allowKeeper(state, slot, meta);
  if (command.type === 'RevokePaper') requireBeforeRun(state);
  const onFile = paperOnFile(state, slot);
  if (!onFile) throw new Rejection('paper-missing', { paper: slot });
  if (acting.date < onFile.date) throw new Rejection('paper-older', { date: acting.date, than: onFile.date });
  if (acting.number === onFile.number && acting.date === onFile.date)
    throw new Rejection('paper-itself', { paper: slot, number: onFile.number });
  if (command.type === 'RevokePaper') {
    const voids = voidedBy(state, slot);
    const deadlines = deadlinesOfReopened(state, voids.tasks, calendar);
    const moved = deadlines.length > 0 ? { deadlines } : {};
    return [{ type: 'PaperRevoked', slot, revoked: onFile, paper: acting, reason, voids, ...moved }];
  }
  checkChange(slot, command.change);
  return [{ type: 'PaperAmended', slot, paper: onFile, amending: acting, change: command.change, reason }];
};

export const evolveRevocation = (state: ExerciseState, fact: Fact<RevocationEvent>): ExerciseState => {
  switch (fact.type) {
    case 'PaperAmended': {
      const { slot, amending: by, reason, at, change } = fact;
      return {
        ...withChange(state, slot, fact.paper, change),
        amendments: [...state.amendments, { slot, by, reason, at, change }],
      };
    }
    case 'PaperRevoked':
      return withoutVoided(state, fact);
    default:
      return fact satisfies never;
  }
};

/** An amended paper is from then on an entered one, whatever becomes of the evidence that told of it. */
const withChange = (state: ExerciseState, slot: PaperSlot, paper: Paper, change: PaperChange): ExerciseState => {
  if (slot === 'resolution') return { ...state, resolution: paper };
  if (slot === 'frame') {
    const seats = change.seats ?? state.frame?.seats ?? [];
    return { ...state, frame: { paper, seats } };
  }
  if (isBoard(slot)) {
    const board = state.boards[slot];
    const headPost = change.headPost ?? board?.headPost ?? '';
    const seats = change.seats ?? board?.seats ?? [];
    const subcommittees = change.subcommittees ?? board?.subcommittees;
    const changed = { paper, headPost, seats, ...(subcommittees ? { subcommittees } : {}) };
    return { ...state, boards: { ...state.boards, [slot]: changed } };
  }
  const amount = change.amount ?? state.papers[slot]?.amount ?? null;
  return { ...state, papers: { ...state.papers, [slot]: { paper, amount } } };
};

/** Takes out exactly what the event lists; work that waited on a fallen proof waits again. The first deadlines stay. */
const withoutVoided = (
  state: ExerciseState,
  fact: Fact<Extract<RevocationEvent, { type: 'PaperRevoked' }>>,
): ExerciseState => {
  const { slot: cause, paper: by, reason, at, voids } = fact;
  const fallen = voids.papers.flatMap((slot): RevokedPaper[] => {
    const paper = paperOnFile(state, slot);
    return paper ? [{ slot, paper, cause, by, reason, at }] : [];
  });
  const stays = ([slot]: readonly [string, unknown]): boolean => !voids.papers.some((gone) => gone === slot);
  const tasks = { ...state.tasks };
  for (const code of voids.tasks) {
    const task = tasks[code];
    if (task)
      tasks[code] = {
        ...task,
        status: 'returned',
        since: at,
        verifiedAt: null,
        returned: { times: (task.returned?.times ?? 0) + 1, reason },
        submissions: judged(task.submissions, 'voided', reason),
      };
  }
  return {
    ...withTurns(withDue({ ...state, tasks }, fact.deadlines ?? []), at),
    resolution: voids.papers.includes('resolution') ? null : state.resolution,
    frame: voids.papers.includes('frame') ? null : state.frame,
    boards: Object.fromEntries(Object.entries(state.boards).filter(stays)),
    papers: Object.fromEntries(Object.entries(state.papers).filter(stays)),
    amendments: state.amendments.filter(({ slot }) => !voids.papers.includes(slot)),
    revoked: [...state.revoked, ...fallen],
    phase: voids.phase?.to ?? state.phase,
    gates: state.gates.map((gate) =>
      voids.gates.includes(gate.code) ? { ...gate, passed: null, approvals: [] } : gate,
    ),
  };
};
