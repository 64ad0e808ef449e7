/**
 * Corrective actions: each answers a limit, with owner, deadline and measure of success. Reported complete by its owner,
 * checked by another body, and ended only by a passed retest in a later exercise or by a signed waiver.
 */
import { z } from 'zod';
import { stateIn } from '../context.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { freshLadder } from '../ladder/index.ts';
import { ownerMustBeInForce } from '../organisation/authority.ts';
import { BodyId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { EntityId } from '../streams.ts';
import { Paper, Reason, text } from '../text.ts';
import { dayOf, LocalDate } from '../time.ts';
import { LocalId } from './findings.ts';
import {
  type Action,
  ELEMENTS,
  type Element,
  isSettled,
  ONGOING,
  panelOf,
  type ReviewState,
  requirePhase,
  UNFINISHED,
} from './state.ts';

export const ActionCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('PlanAction'),
    action: LocalId,
    finding: LocalId,
    text: text(500),
    owner: BodyId,
    due: LocalDate,
    measure: text(300).meta({ description: 'How success will be seen' }),
    needsRetest: z.boolean().optional().meta({
      description: 'Default true: ends only by a passed retest in a later exercise; false: when it was checked',
    }),
    element: z.enum(ELEMENTS).optional().meta({ description: 'What the action changes (HSEEP capability element)' }),
  }),
  z.strictObject({ type: z.literal('CompleteAction'), action: LocalId, evidence: text(300) }),
  z.strictObject({ type: z.literal('VerifyAction'), action: LocalId }),
  z.strictObject({ type: z.literal('ReturnAction'), action: LocalId, reason: Reason }),
  z.strictObject({ type: z.literal('MoveActionDue'), action: LocalId, due: LocalDate, reason: Reason }),
  z.strictObject({
    type: z.literal('WaiveAction'),
    action: LocalId,
    reason: Reason,
    paper: Paper.meta({ description: 'The signed paper that ends the action without a retest' }),
  }),
  z.strictObject({ type: z.literal('CarryAction'), action: LocalId, into: EntityId, reason: Reason }),
]);
export type ActionCommand = z.infer<typeof ActionCommand>;

export type ActionEvent =
  | {
      readonly type: 'ActionPlanned';
      readonly action: string;
      readonly finding: string;
      readonly text: string;
      readonly owner: BodyId;
      readonly due: LocalDate;
      readonly measure: string;
      /** Left out by events of old: they ended when verified. */
      readonly needsRetest?: boolean;
      readonly element?: Element | undefined;
    }
  | { readonly type: 'ActionCompleted'; readonly action: string; readonly evidence: string }
  | { readonly type: 'ActionVerified'; readonly action: string }
  | { readonly type: 'ActionReturned'; readonly action: string; readonly reason: string }
  | {
      readonly type: 'ActionMoved';
      readonly action: string;
      readonly from: LocalDate;
      readonly due: LocalDate;
      readonly reason: string;
    }
  | { readonly type: 'ActionWaived'; readonly action: string; readonly reason: string; readonly paper: Paper }
  | {
      readonly type: 'ActionCarried';
      readonly action: string;
      readonly into: EntityId;
      readonly text: string;
      readonly reason: string;
    };

const actionOf = (state: ReviewState, id: string): Action => {
  const action = state.actions[id];
  if (!action) throw new Rejection('action-unknown', { action: id });
  return action;
};

const requireStatus = (action: Action, allowed: readonly Action['status'][], what: string): void => {
  if (!allowed.includes(action.status))
    throw new Rejection('action-status', { action: action.id, status: action.status, what });
};

const requireLater = (due: LocalDate, meta: CommandMeta): void => {
  const today = dayOf(meta.at);
  if (due <= today) throw new Rejection('due-passed', { due, today });
};

/** Nobody checks, returns or waives what his own body owes or he himself reported. */
const requireOther = (action: Action, { by }: CommandMeta): void => {
  if (by.body === action.owner || by.person === action.completedBy)
    throw new Rejection('own-work', { task: action.id, body: by.body });
};

export const decideAction = (
  command: ActionCommand,
  state: ReviewState,
  meta: CommandMeta,
  context: Context,
): ActionEvent[] => {
  const { steering, all } = panelOf(state, meta);
  if (command.type === 'PlanAction') {
    allow(meta.by, all);
    requirePhase(state, UNFINISHED, command.type);
    if (state.actions[command.action]) throw new Rejection('action-exists', { action: command.action });
    const finding = state.findings.find((each) => each.id === command.finding);
    if (finding?.kind !== 'limit' || finding.withdrawn !== null)
      throw new Rejection('finding-not-limit', { finding: command.finding });
    requireLater(command.due, meta);
    ownerMustBeInForce(context.organisation, command.owner, dayOf(meta.at));
    const { type: _, ...planned } = command;
    return [{ type: 'ActionPlanned', ...planned, needsRetest: command.needsRetest ?? true }];
  }
  const action = actionOf(state, command.action);
  const { id } = action;
  switch (command.type) {
    case 'CompleteAction':
      allow(meta.by, [action.owner]);
      requirePhase(state, ONGOING, command.type);
      requireStatus(action, ['open', 'carried'], command.type);
      return [{ type: 'ActionCompleted', action: id, evidence: command.evidence }];
    case 'VerifyAction':
    case 'ReturnAction': {
      requireOther(action, meta);
      allow(meta.by, all);
      requireStatus(action, ['completed'], command.type);
      return command.type === 'VerifyAction'
        ? [{ type: 'ActionVerified', action: id }]
        : [{ type: 'ActionReturned', action: id, reason: command.reason }];
    }
    case 'MoveActionDue':
      allow(meta.by, [steering], 'head');
      requirePhase(state, ONGOING, command.type);
      requireStatus(action, ['open', 'carried'], command.type);
      requireLater(command.due, meta);
      return [{ type: 'ActionMoved', action: id, from: action.due, due: command.due, reason: command.reason }];
    case 'WaiveAction': {
      allow(meta.by, [steering], 'head');
      requireOther(action, meta);
      requirePhase(state, ONGOING, command.type);
      if (isSettled(action)) requireStatus(action, [], command.type);
      const today = dayOf(meta.at);
      if (command.paper.date > today) throw new Rejection('paper-from-the-future', { date: command.paper.date, today });
      return [{ type: 'ActionWaived', action: id, reason: command.reason, paper: command.paper }];
    }
    case 'CarryAction': {
      const { into, reason } = command;
      allow(meta.by, all);
      if (isSettled(action) || action.status === 'carried') requireStatus(action, [], command.type);
      if (action.carriedTo.includes(into)) throw new Rejection('already-carried', { action: id, into });
      if (into === state.exercise) throw new Rejection('carry-into-itself', { into });
      const target = stateIn(context, 'exercise', into);
      if (!target) throw new Rejection('parent-unknown', { id: into });
      if (target.phase === 'closed' || target.phase === 'cancelled')
        throw new Rejection('carry-into-closed', { into, phase: target.phase });
      return [{ type: 'ActionCarried', action: id, into, text: action.text, reason }];
    }
    default:
      return command satisfies never;
  }
};

export const withAction = (state: ReviewState, id: string, change: Partial<Action>): ReviewState => {
  const action = state.actions[id];
  return action ? { ...state, actions: { ...state.actions, [id]: { ...action, ...change } } } : state;
};

const planned = (fact: Extract<Fact<ActionEvent>, { type: 'ActionPlanned' }>): Action => ({
  id: fact.action,
  finding: fact.finding,
  text: fact.text,
  owner: fact.owner,
  due: fact.due,
  firstDue: fact.due,
  measure: fact.measure,
  needsRetest: fact.needsRetest ?? false,
  element: fact.element ?? null,
  status: 'open',
  plannedAt: fact.at,
  completedBy: null,
  completedAt: null,
  evidence: null,
  returned: null,
  retests: [],
  waiver: null,
  carriedInto: null,
  carriedTo: [],
  ladder: freshLadder(fact.at),
});

export const evolveAction = (state: ReviewState, fact: Fact<ActionEvent>): ReviewState => {
  if (fact.type === 'ActionPlanned') return { ...state, actions: { ...state.actions, [fact.action]: planned(fact) } };
  const action = state.actions[fact.action];
  if (!action) return state;
  const ladder = freshLadder(fact.at);
  switch (fact.type) {
    case 'ActionCompleted': {
      const { evidence, by, at } = fact;
      return withAction(state, action.id, {
        status: 'completed',
        completedBy: by.person,
        completedAt: at,
        evidence,
        ladder,
      });
    }
    case 'ActionVerified':
      return withAction(state, action.id, { status: 'verified' });
    case 'ActionReturned': {
      const returned = { times: (action.returned?.times ?? 0) + 1, reason: fact.reason };
      return withAction(state, action.id, { status: 'open', returned, ladder });
    }
    case 'ActionMoved':
      return withAction(state, action.id, { status: 'open', due: fact.due, ladder });
    case 'ActionWaived':
      return withAction(state, action.id, { status: 'waived', waiver: { reason: fact.reason, paper: fact.paper } });
    case 'ActionCarried': {
      const carriedTo = [...new Set([...action.carriedTo, fact.into])];
      // what is reported or checked stays so; what is open waits for the next exercise instead of its deadline
      const status = action.status === 'open' || !action.needsRetest ? 'carried' : action.status;
      return withAction(state, action.id, { status, carriedInto: fact.into, carriedTo });
    }
    default:
      return fact satisfies never;
  }
};
