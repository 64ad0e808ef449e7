/** The rules of a gate: whether two persons pass it, and the correction of one that was passed. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { GATE_CODES, type GateCode } from '../template/index.ts';
import { Reason } from '../text.ts';
import { requireActive } from './checklist.ts';
import { PHASE_BEFORE, phaseOfGates } from './gate-phase.ts';
import { gateOf } from './gates.ts';
import { bodyIn } from './rights.ts';
import { type ExerciseState, type Gate, type Phase, withGate } from './state.ts';

const Code = z.enum(GATE_CODES);
export const GateRuleCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('SetGateRule'), gate: Code, twoPersons: z.boolean(), reason: Reason }),
  z.strictObject({ type: z.literal('ReopenGate'), gate: Code, reason: Reason }),
]);
export type GateRuleCommand = z.infer<typeof GateRuleCommand>;

export type GateRuleEvent =
  | { readonly type: 'GateRuleSet'; readonly gate: GateCode; readonly twoPersons: boolean; readonly reason: string }
  | {
      readonly type: 'GateReopened';
      readonly gate: GateCode;
      readonly reason: string;
      readonly phase: { readonly from: Phase; readonly to: Phase };
    };

/**
 * Both are for the head of the steering board alone (domain guide §2). The rule stays as it is between the two approvals: who
 * gave the first would else pass the gate alone.
 */
export const decideGateRule = (command: GateRuleCommand, state: ExerciseState, meta: CommandMeta): GateRuleEvent[] => {
  requireActive(state);
  const gate = gateOf(state, command.gate);
  allow(meta.by, [bodyIn(state, 'SB')], 'head');
  const { reason } = command;
  switch (command.type) {
    case 'SetGateRule':
      if (gate.passed) throw new Rejection('gate-passed', { gate: gate.code });
      if (gate.twoPersons === command.twoPersons) return [];
      if (gate.approvals.length > 0) throw new Rejection('gate-approved', { gate: gate.code });
      return [{ type: 'GateRuleSet', gate: gate.code, twoPersons: command.twoPersons, reason }];
    case 'ReopenGate':
      return [{ type: 'GateReopened', gate: gate.code, reason, phase: reopening(state, gate) }];
    default:
      return command satisfies never;
  }
};

/** A correction concerns the gate passed last, and not once the run has been opened on it. */
const reopening = (state: ExerciseState, gate: Gate): { from: Phase; to: Phase } => {
  if (!PHASE_BEFORE.includes(state.phase)) throw new Rejection('run-opened', { phase: state.phase });
  if (!gate.passed) throw new Rejection('gate-not-passed', { gate: gate.code });
  const passed = state.gates.filter((each) => each.passed);
  const last = passed.at(-1) ?? gate;
  if (last.code !== gate.code) throw new Rejection('gate-not-last', { gate: gate.code, last: last.code });
  return { from: state.phase, to: phaseOfGates(state, passed.slice(0, -1)) };
};

export const evolveGateRule = (state: ExerciseState, fact: Fact<GateRuleEvent>): ExerciseState => {
  switch (fact.type) {
    case 'GateRuleSet':
      return withGate(state, fact.gate, (gate) => ({ ...gate, twoPersons: fact.twoPersons, approvals: [] }));
    case 'GateReopened':
      return withGate({ ...state, phase: fact.phase.to }, fact.gate, (gate) => ({
        ...gate,
        passed: null,
        approvals: [],
      }));
    default:
      return fact satisfies never;
  }
};
