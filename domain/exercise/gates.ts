/** Gates G0–G9: each names what blocks it; it is passed when clear, or by a recorded override (who, why, on what basis). */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import type { Actor, BodyId } from '../people.ts';
import { type Clash, filedIn } from '../planning/clash.ts';
import { unresolvedClashes } from '../planning/clashes.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { type EntityId, entityOf } from '../streams.ts';
import { GATE_CODES, type GateCode, type PaperSlot } from '../template/index.ts';
import { Paper, Reason, text } from '../text.ts';
import type { LocalDate } from '../time.ts';
import { requireActive } from './checklist.ts';
import { untested } from './findings.ts';
import { PHASE_AFTER } from './gate-phase.ts';
import { missingAtGate } from './paper-kinds.ts';
import { issueBlocker, issueHolder, openIssues } from './rehearsals.ts';
import { bodyIn, holderOf } from './rights.ts';
import {
  type Approval,
  type ExerciseState,
  type Gate,
  isDone,
  type Override,
  type Task,
  waitsOn,
  withGate,
} from './state.ts';

export const GateCommand = z.strictObject({
  type: z.literal('PassGate'),
  gate: z.enum(GATE_CODES),
  paper: Paper.optional().meta({ description: 'Paper that records the approval' }),
  override: z
    .strictObject({
      reason: Reason,
      basis: text(200).meta({ description: 'Document that allows passing despite blockers' }),
    })
    .optional(),
});
export type GateCommand = z.infer<typeof GateCommand>;

export interface GatePassed {
  readonly type: 'GatePassed';
  readonly gate: GateCode;
  readonly paper: Paper | null;
  readonly override: Override | null;
}
/** The first of two persons approves; the gate is not passed yet. */
export interface GateApproved {
  readonly type: 'GateApproved';
  readonly gate: GateCode;
  /** Events of old hold neither. */
  readonly paper?: Paper | null;
  readonly override?: Override | null;
}
export type GateEvent = GatePassed | GateApproved;

/** One thing that keeps a gate shut, with the body whose turn it is. */
export type Blocker =
  | { readonly kind: 'gate'; readonly gate: GateCode }
  | {
      readonly kind: 'task';
      readonly task: string;
      readonly titleVi: string;
      readonly titleEn: string;
      readonly status: Task['status'];
      readonly due: LocalDate;
      readonly holder: BodyId;
      readonly waitsOn: readonly string[];
    }
  | { readonly kind: 'paper'; readonly paper: PaperSlot; readonly holder: BodyId }
  | { readonly kind: 'clash'; readonly clash: Clash; readonly holder: BodyId }
  | {
      readonly kind: 'finding';
      readonly fromReview: EntityId;
      readonly action: string;
      readonly text: string;
      readonly holder: BodyId;
    }
  | {
      readonly kind: 'issue';
      readonly issue: string;
      readonly text: string;
      readonly due: LocalDate;
      readonly holder: BodyId;
    }
  | { readonly kind: 'run' | 'drill' | 'review'; readonly holder: BodyId };

export const gateOf = (state: ExerciseState, code: GateCode): Gate => {
  const gate = state.gates.find((candidate) => candidate.code === code);
  if (!gate) throw new Rejection('gate-unknown', { gate: code });
  return gate;
};

export const nextGate = (state: ExerciseState): Gate | null => state.gates.find((gate) => !gate.passed) ?? null;

/**
 * What blocks a gate now; empty when it may be passed. The plan (G3) is also blocked by clashes with other exercises that
 * are neither resolved nor accepted; the caller gives them.
 */
export const blockersOf = (state: ExerciseState, code: GateCode, clashes: readonly Clash[] = []): Blocker[] => {
  const gate = gateOf(state, code);
  if (gate.passed) return [];
  const steering = bodyIn(state, 'SB');
  const agency = bodyIn(state, 'SA');
  const earlier = state.gates.slice(0, state.gates.indexOf(gate)).filter((other) => !other.passed);
  const tasks = Object.values(state.tasks).filter((task) => task.gate === code && !isDone(task));
  const papers = missingAtGate(state, code);
  return [
    ...earlier.map((other): Blocker => ({ kind: 'gate', gate: other.code })),
    ...papers.map((paper): Blocker => ({ kind: 'paper', paper, holder: agency })),
    ...tasks.map(
      (task): Blocker => ({
        kind: 'task',
        task: task.code,
        titleVi: task.titleVi,
        titleEn: task.titleEn,
        status: task.status,
        due: task.due,
        holder: holderOf(state, task),
        waitsOn: waitsOn(state, task),
      }),
    ),
    ...(code === 'G3' ? clashes.map((clash): Blocker => ({ kind: 'clash', clash, holder: steering })) : []),
    ...openIssues(state, code).map(
      (issue): Blocker => ({
        kind: 'issue',
        issue: issue.id,
        text: issue.text,
        due: issue.due,
        holder: issueHolder(state, issue),
      }),
    ),
    ...(code === 'G7' && state.phase !== 'reviewing' ? [{ kind: 'run', holder: steering } as const] : []),
    ...(code === 'G7' && state.withDrill && !state.drill ? [{ kind: 'drill', holder: agency } as const] : []),
    ...(code === 'G8' && !state.review ? [{ kind: 'review', holder: bodyIn(state, 'DB') } as const] : []),
    ...(code === 'G9' ? untested(state) : []).map(
      ({ fromReview, action, text: what }): Blocker => ({
        kind: 'finding',
        fromReview,
        action,
        text: what,
        holder: bodyIn(state, 'DB'),
      }),
    ),
  ];
};

/** A blocker in one short code, as events and refusals cite it. */
export const blockerCode = (blocker: Blocker): string =>
  blocker.kind === 'task'
    ? blocker.task
    : blocker.kind === 'gate'
      ? blocker.gate
      : blocker.kind === 'paper'
        ? blocker.paper
        : blocker.kind === 'clash'
          ? blocker.clash.key
          : blocker.kind === 'issue'
            ? issueBlocker(blocker.issue)
            : blocker.kind === 'finding'
              ? `${blocker.fromReview}/${blocker.action}`
              : blocker.kind;

/** Facts no override can replace: gates go in order, and what has not been held cannot be closed. */
const isAbsolute = (blocker: Blocker): boolean => blocker.kind === 'gate' || blocker.kind === 'run';

/** Bodies whose heads pass a gate: the steering board; the party committees too for G0 and G1, before there is one. */
const passersOf = (state: ExerciseState, code: GateCode): BodyId[] =>
  (code === 'G0' || code === 'G1' ? (['SB', 'SC', 'MPC'] as const) : (['SB'] as const)).map((each) =>
    bodyIn(state, each),
  );

/**
 * Bodies whose heads have the next word on a gate. Where two persons are asked for, the second word comes from another head
 * of the steering board (a delegate), the standing committee or the military party committee.
 */
export const gateDecidersOf = (state: ExerciseState, gate: Gate): BodyId[] =>
  gate.twoPersons && gate.approvals.length > 0
    ? (['SB', 'SC', 'MPC'] as const).map((code) => bodyIn(state, code))
    : passersOf(state, gate.code);

/** Throws unless the head of the steering board overrides, now or, where two persons are asked for, as the first of them. */
const requireOverrider = (state: ExerciseState, gate: Gate, by: Actor): void => {
  const steering = bodyIn(state, 'SB');
  const isGiven = gate.approvals.some((first) => first.override !== null && first.by.body === steering);
  if (!isGiven) allow(by, [steering], 'head');
};

/** Where two persons are asked for, the first approval comes from one who could pass the gate alone. */
export const decideGate = (
  command: GateCommand,
  state: ExerciseState,
  meta: CommandMeta,
  { others }: Context,
): GateEvent[] => {
  requireActive(state);
  const gate = gateOf(state, command.gate);
  if (gate.passed) throw new Rejection('gate-passed', { gate: gate.code });
  const second = gate.twoPersons && gate.approvals.length > 0;
  const heads = gateDecidersOf(state, gate);
  allow(meta.by, heads, 'head');
  if (second && gate.approvals.some(({ by }) => by.person === meta.by.person))
    throw new Rejection('second-person-needed', { gate: gate.code, allowed: heads });
  const clashes = gate.code === 'G3' ? unresolvedClashes({ id: entityOf(meta.stream), state }, filedIn(others)) : [];
  const blockers = blockersOf(state, gate.code, clashes);
  const codes = blockers.map(blockerCode);
  if (blockers.length > 0 && (!command.override || blockers.some(isAbsolute)))
    throw new Rejection('gate-blocked', { gate: gate.code, blockers: codes });
  const override = command.override && blockers.length > 0 ? { ...command.override, blockers: codes } : null;
  if (override) requireOverrider(state, gate, meta.by);
  const type = gate.twoPersons && !second ? 'GateApproved' : 'GatePassed';
  return [{ type, gate: gate.code, paper: command.paper ?? null, override }];
};

export const evolveGate = (state: ExerciseState, fact: Fact<GateEvent>): ExerciseState => {
  const { at, by, paper = null, override = null } = fact;
  const approval: Approval = { at, by, paper, override };
  switch (fact.type) {
    case 'GateApproved':
      return withGate(state, fact.gate, (gate) => ({ ...gate, approvals: [...gate.approvals, approval] }));
    case 'GatePassed':
      return withGate({ ...state, phase: PHASE_AFTER[fact.gate] ?? state.phase }, fact.gate, (gate) => ({
        ...gate,
        passed: { ...approval, paper: paper ?? gate.approvals.findLast((each) => each.paper)?.paper ?? null },
        approvals: gate.twoPersons ? [...gate.approvals, approval] : gate.approvals,
      }));
    default:
      return fact satisfies never;
  }
};
