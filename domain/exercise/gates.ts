/** Gates G0–G9: each names what blocks it; it is passed when clear, or by a recorded override (who, why, on what basis). */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import type { BodyId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { GATE_CODES, type GateCode } from '../template/index.ts';
import { Paper, Reason, text } from '../text.ts';
import type { LocalDate } from '../time.ts';
import { requireActive } from './checklist.ts';
import { bodyIn, holderOf } from './rights.ts';
import { type Board, type ExerciseState, type Gate, isDone, type Phase, type Task, waitsOn } from './state.ts';

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
  readonly override: { readonly reason: string; readonly basis: string; readonly blockers: readonly string[] } | null;
}
export type GateEvent = GatePassed;

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
  | { readonly kind: 'paper'; readonly paper: 'resolution' | 'frame' | Board; readonly holder: BodyId }
  | { readonly kind: 'run' | 'drill' | 'review'; readonly holder: BodyId };

export const gateOf = (state: ExerciseState, code: GateCode): Gate => {
  const gate = state.gates.find((candidate) => candidate.code === code);
  if (!gate) throw new Rejection('gate-unknown', { gate: code });
  return gate;
};

export const nextGate = (state: ExerciseState): Gate | null => state.gates.find((gate) => !gate.passed) ?? null;

/** Papers that a gate stands on. A commune decides an organising board and a support team only (domain guide §5). */
const papersOf = (state: ExerciseState, gate: GateCode): ('resolution' | 'frame' | Board)[] => {
  if (gate === 'G1') return ['resolution'];
  if (gate !== 'G2') return [];
  return state.template?.id === 'commune'
    ? ['organising', 'support', 'frame']
    : ['steering', 'organising', 'directing', 'support', 'frame'];
};

const hasPaper = (state: ExerciseState, paper: 'resolution' | 'frame' | Board): boolean =>
  paper === 'resolution'
    ? state.resolution !== null
    : paper === 'frame'
      ? state.frame !== null
      : state.boards[paper] !== undefined;

/** What blocks a gate now; empty when it may be passed. */
export const blockersOf = (state: ExerciseState, code: GateCode): Blocker[] => {
  const gate = gateOf(state, code);
  if (gate.passed) return [];
  const steering = bodyIn(state, 'SB');
  const agency = bodyIn(state, 'SA');
  const earlier = state.gates.slice(0, state.gates.indexOf(gate)).filter((other) => !other.passed);
  const tasks = Object.values(state.tasks).filter((task) => task.gate === code && !isDone(task));
  const papers = papersOf(state, code).filter((paper) => !hasPaper(state, paper));
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
    ...(code === 'G7' && state.phase !== 'reviewing' ? [{ kind: 'run', holder: steering } as const] : []),
    ...(code === 'G7' && state.withDrill && !state.drill ? [{ kind: 'drill', holder: agency } as const] : []),
    ...(code === 'G8' && !state.review ? [{ kind: 'review', holder: bodyIn(state, 'DB') } as const] : []),
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
        : blocker.kind;

/** Phases that a gate leads to when it is passed. */
const PHASE_AFTER: Partial<Record<GateCode, Phase>> = { G0: 'preparing', G6: 'ready', G9: 'closed' };

/** Facts no override can replace: gates go in order, and what has not been held cannot be closed. */
const isAbsolute = (blocker: Blocker): boolean => blocker.kind === 'gate' || blocker.kind === 'run';

export const decideGate = (command: GateCommand, state: ExerciseState, meta: CommandMeta): GateEvent[] => {
  requireActive(state);
  const gate = gateOf(state, command.gate);
  if (gate.passed) throw new Rejection('gate-passed', { gate: gate.code });
  const early = gate.code === 'G0' || gate.code === 'G1';
  const heads = early ? (['SB', 'SC', 'MPC'] as const) : (['SB'] as const);
  allow(
    meta.by,
    heads.map((code) => bodyIn(state, code)),
    'head',
  );
  const blockers = blockersOf(state, gate.code);
  const codes = blockers.map(blockerCode);
  if (blockers.length > 0 && (!command.override || blockers.some(isAbsolute)))
    throw new Rejection('gate-blocked', { gate: gate.code, blockers: codes });
  const override = command.override && blockers.length > 0 ? { ...command.override, blockers: codes } : null;
  return [{ type: 'GatePassed', gate: gate.code, paper: command.paper ?? null, override }];
};

export const evolveGate = (state: ExerciseState, fact: Fact<GateEvent>): ExerciseState => ({
  ...state,
  phase: PHASE_AFTER[fact.gate] ?? state.phase,
  gates: state.gates.map((gate) =>
    gate.code === fact.gate
      ? { ...gate, passed: { at: fact.at, by: fact.by, paper: fact.paper, override: fact.override } }
      : gate,
  ),
});
