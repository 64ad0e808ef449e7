/** Findings, and the corrective actions that answer limits: planned, completed, verified, or carried into a later exercise. */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { BodyId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { EntityId, streamId } from '../streams.ts';
import { Reason, text } from '../text.ts';
import { dayOf, LocalDate } from '../time.ts';
import { type Action, type Finding, panelOf, type ReviewState, requirePhase } from './state.ts';

const LocalId = z
  .string()
  .regex(/^[A-Z]\d{1,3}$/)
  .meta({ description: 'Number of a finding (F1) or action (A1) within its review' });

export const FindingsCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('RecordFinding'),
    finding: LocalId,
    kind: z.enum(['strength', 'limit']),
    text: text(1000),
    cause: text(500).optional(),
  }),
  z.strictObject({
    type: z.literal('PlanAction'),
    action: LocalId,
    finding: LocalId,
    text: text(500),
    owner: BodyId,
    due: LocalDate,
    measure: text(300).meta({ description: 'How success will be seen' }),
  }),
  z.strictObject({ type: z.literal('CompleteAction'), action: LocalId, evidence: text(300) }),
  z.strictObject({ type: z.literal('VerifyAction'), action: LocalId }),
  z.strictObject({ type: z.literal('CarryAction'), action: LocalId, into: EntityId, reason: Reason }),
  z.strictObject({ type: z.literal('FinishReview') }),
]);
export type FindingsCommand = z.infer<typeof FindingsCommand>;

export type FindingsEvent =
  | ({ readonly type: 'FindingRecorded'; readonly finding: string } & Omit<Finding, 'id'>)
  | ({ readonly type: 'ActionPlanned'; readonly action: string } & Pick<
      Action,
      'finding' | 'text' | 'owner' | 'due' | 'measure'
    >)
  | { readonly type: 'ActionCompleted'; readonly action: string; readonly evidence: string }
  | { readonly type: 'ActionVerified'; readonly action: string }
  | {
      readonly type: 'ActionCarried';
      readonly action: string;
      readonly into: EntityId;
      readonly text: string;
      readonly reason: string;
    }
  | { readonly type: 'ReviewFinished' };

const actionOf = (state: ReviewState, id: string): Action => {
  const action = state.actions[id];
  if (!action) throw new Rejection('action-unknown', { action: id });
  return action;
};

const requireStatus = (action: Action, status: Action['status'], what: string): void => {
  if (action.status !== status)
    throw new Rejection('action-status', { action: action.id, status: action.status, what });
};

const UNFINISHED = ['open', 'graded'] as const;

export const decideFindings = (
  command: FindingsCommand,
  state: ReviewState,
  meta: CommandMeta,
  { known }: Context,
): FindingsEvent[] => {
  const { directing, steering, agencies } = panelOf(state, meta);
  const panel = [directing, steering, ...agencies];
  switch (command.type) {
    case 'RecordFinding': {
      allow(meta.by, panel);
      requirePhase(state, UNFINISHED, command.type);
      const { finding, kind, text: what, cause } = command;
      if (state.findings.some((each) => each.id === finding)) throw new Rejection('finding-exists', { finding });
      return [{ type: 'FindingRecorded', finding, kind, text: what, cause: cause ?? null }];
    }
    case 'PlanAction': {
      allow(meta.by, panel);
      requirePhase(state, UNFINISHED, command.type);
      if (state.actions[command.action]) throw new Rejection('action-exists', { action: command.action });
      const finding = state.findings.find((each) => each.id === command.finding);
      if (finding?.kind !== 'limit') throw new Rejection('finding-not-limit', { finding: command.finding });
      if (command.due <= dayOf(meta.at)) throw new Rejection('due-passed', { due: command.due, today: dayOf(meta.at) });
      const { type: _, ...planned } = command;
      return [{ type: 'ActionPlanned', ...planned }];
    }
    case 'CompleteAction': {
      const action = actionOf(state, command.action);
      allow(meta.by, [action.owner]);
      requireStatus(action, 'open', command.type);
      return [{ type: 'ActionCompleted', action: action.id, evidence: command.evidence }];
    }
    case 'VerifyAction': {
      const action = actionOf(state, command.action);
      if (meta.by.body === action.owner || meta.by.person === action.completedBy)
        throw new Rejection('own-work', { task: action.id, body: meta.by.body });
      allow(meta.by, panel);
      requireStatus(action, 'completed', command.type);
      return [{ type: 'ActionVerified', action: action.id }];
    }
    case 'CarryAction': {
      const action = actionOf(state, command.action);
      const { into, reason } = command;
      allow(meta.by, panel);
      requireStatus(action, 'open', command.type);
      if (into === state.exercise) throw new Rejection('carry-into-itself', { into });
      if (!known.has(streamId('exercise', into))) throw new Rejection('parent-unknown', { id: into });
      return [{ type: 'ActionCarried', action: action.id, into, text: action.text, reason }];
    }
    case 'FinishReview': {
      allow(meta.by, [steering, directing]);
      requirePhase(state, ['graded'], command.type);
      const answered = new Set(Object.values(state.actions).map((action) => action.finding));
      const bare = state.findings.filter(({ id, kind }) => kind === 'limit' && !answered.has(id));
      if (bare.length > 0) throw new Rejection('limits-without-action', { findings: bare.map(({ id }) => id) });
      return [{ type: 'ReviewFinished' }];
    }
    default:
      return command satisfies never;
  }
};

const withAction = (state: ReviewState, id: string, change: Partial<Action>): ReviewState => {
  const action = state.actions[id];
  return action ? { ...state, actions: { ...state.actions, [id]: { ...action, ...change } } } : state;
};

export const evolveFindings = (state: ReviewState, fact: Fact<FindingsEvent>): ReviewState => {
  switch (fact.type) {
    case 'FindingRecorded': {
      const { finding: id, kind, text: what, cause } = fact;
      return { ...state, findings: [...state.findings, { id, kind, text: what, cause }] };
    }
    case 'ActionPlanned': {
      const { action: id, finding, text: what, owner, due, measure } = fact;
      const fresh = { status: 'open', completedBy: null, evidence: null, carriedInto: null } as const;
      return {
        ...state,
        actions: { ...state.actions, [id]: { id, finding, text: what, owner, due, measure, ...fresh } },
      };
    }
    case 'ActionCompleted':
      return withAction(state, fact.action, {
        status: 'completed',
        completedBy: fact.by.person,
        evidence: fact.evidence,
      });
    case 'ActionVerified':
      return withAction(state, fact.action, { status: 'verified' });
    case 'ActionCarried':
      return withAction(state, fact.action, { status: 'carried', carriedInto: fact.into });
    case 'ReviewFinished':
      return { ...state, phase: 'finished' };
    default:
      return fact satisfies never;
  }
};
