/**
 * The roll-out plan of a term: drawn up by the standing agency, approved by a head of the authority, then one draft of an
 * exercise for each commune. Approval is the one event that asks for them; what carries them is the courier of every stream,
 * so a crash in the middle is gone on with, and the id of each exercise follows from commune and term.
 */
import type { CommandMeta, Decider, Fact, FollowUp } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { streamId } from '../streams.ts';
import type { RollOutCommand, RollOutEvent } from './commands.ts';
import { decideProposal } from './proposing.ts';
import { NO_ROLL_OUT, type RollOutState } from './state.ts';
import { decideApproval, decideReturn, decideRevision, decideSubmission } from './steps.ts';

export * from './answer.ts';
export { type AskedExercise, type CellChange, RollOutCommand, type RollOutEvent } from './commands.ts';
export * from './problem.ts';
export * from './state.ts';

const decide = (command: RollOutCommand, state: RollOutState, meta: CommandMeta): readonly RollOutEvent[] => {
  switch (command.type) {
    case 'ProposeRollOut':
      return decideProposal(command, state, meta);
    case 'ReviseRollOut':
      return decideRevision(command, state, meta);
    case 'SubmitRollOut':
      return decideSubmission(state, meta);
    case 'ReturnRollOut':
      return decideReturn(command, state, meta);
    case 'ApproveRollOut':
      return decideApproval(command, state, meta);
    default:
      command satisfies never;
      throw new Rejection('command-unknown', { type: String((command as { type: unknown }).type) });
  }
};

const evolve = (state: RollOutState, fact: Fact<RollOutEvent>): RollOutState => {
  const next = { ...state, version: fact.version, lastAt: fact.at };
  switch (fact.type) {
    case 'RollOutProposed': {
      const { revision, orgUnit, firstYear, lastYear, theme, communes, rules, cells, solve, reason } = fact;
      const term = { revision, orgUnit, firstYear, lastYear, theme, communes, rules, cells, solve, reason };
      return { ...next, ...term, phase: 'draft', submittedBy: null, returnedFor: null, paper: null };
    }
    case 'RollOutRevised': {
      const changed = new Map(fact.changes.map(({ to }) => [to.commune, to]));
      const kept = state.cells.filter(({ commune }) => !changed.has(commune));
      const cells = [...kept, ...changed.values()].sort((a, b) => (a.commune < b.commune ? -1 : 1));
      // the bound was proven for the solver's plan, not for one that people moved
      return { ...next, cells, solve: null };
    }
    case 'RollOutSubmitted':
      return { ...next, phase: 'submitted', submittedBy: fact.by, returnedFor: null };
    case 'RollOutReturned':
      return { ...next, phase: 'returned', returnedFor: fact.reason };
    case 'RollOutSuperseded':
      return next;
    case 'RollOutApproved': {
      const placings = state.cells.map(({ commune, year, month }) => ({ commune, year, month }));
      const asked = new Set([...state.asked, ...fact.exercises.map(({ commune }) => commune)]);
      return { ...next, phase: 'approved', paper: fact.paper, inForce: { revision: fact.revision, placings }, asked };
    }
    default:
      return fact satisfies never;
  }
};

const react = (fact: Fact<RollOutEvent>): FollowUp[] => {
  if (fact.type !== 'RollOutApproved') return [];
  return fact.exercises.map(({ exercise, commune, superior, isPilot }) => ({
    stream: streamId('exercise', exercise),
    command: {
      type: 'DraftExercise',
      exerciseType: 'communeCombatExercise',
      orgUnit: commune,
      superiorUnit: superior,
      theme: fact.theme,
      isPilot,
    },
  }));
};

export const rollOut: Decider<RollOutCommand, RollOutEvent, RollOutState> = {
  kind: 'rollout',
  initial: NO_ROLL_OUT,
  decide,
  evolve,
  react,
  nextDue: () => null,
  refersTo: () => null,
  summary: ({ phase, orgUnit, firstYear, lastYear, cells, revision }) => ({
    phase,
    orgUnit: orgUnit ?? '',
    details: `${firstYear}-${lastYear}, ${phase}, revision ${revision}, ${cells.length} communes`,
    closed: false,
  }),
};
