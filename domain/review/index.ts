/** The after-action review: scores to a grade, findings, corrective actions until each is verified or carried on. */
import { z } from 'zod';
import type { CommandMeta, Context, Decider, Fact, FollowUp } from '../decider.ts';
import { BodyId, bodyId, type OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow, systemOnly } from '../rights.ts';
import { EntityId, entityOf, type StreamId, streamId } from '../streams.ts';
import { Reason, text } from '../text.ts';
import { dayOf, type Instant, LocalDate } from '../time.ts';
import {
  type DomainScore,
  type Grade,
  gradeOf,
  NO_SCORE,
  SCORE_DOMAINS,
  SCORE_SHEET,
  type ScoreDomain,
} from './scoring.ts';

const LocalId = z
  .string()
  .regex(/^[A-Z]\d{1,3}$/)
  .meta({ description: 'Number of a finding (F1) or action (A1) within its review' });

export const ReviewCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RecordScore'), domain: z.enum(SCORE_DOMAINS), points: z.number().min(0).max(100) }),
  z.strictObject({
    type: z.literal('SettleScore'),
    domain: z.enum(SCORE_DOMAINS),
    points: z.number().min(0).max(100),
    reason: Reason,
  }),
  z.strictObject({
    type: z.literal('RecordIncident'),
    subject: z.enum(['people', 'weapons', 'vehicles']),
    severity: z.enum(['minor', 'serious']),
    note: text(500),
  }),
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
  z.strictObject({ type: z.literal('DecideGrade') }),
  z.strictObject({ type: z.literal('FinishReview') }),
]);
export type ReviewCommand = z.infer<typeof ReviewCommand>;

export interface OpenReview {
  readonly type: 'OpenReview';
  readonly exercise: EntityId;
  readonly orgUnit: OrgUnitId;
  readonly superiorUnit: OrgUnitId;
}
interface ObserveTime {
  readonly type: 'ObserveTime';
  readonly due: Instant;
}

export interface Action {
  readonly id: string;
  readonly finding: string;
  readonly text: string;
  readonly owner: BodyId;
  readonly due: LocalDate;
  readonly measure: string;
  readonly status: 'open' | 'completed' | 'verified' | 'carried';
  readonly completedBy: string | null;
  readonly evidence: string | null;
  readonly carriedInto: EntityId | null;
}
export interface Finding {
  readonly id: string;
  readonly kind: 'strength' | 'limit';
  readonly text: string;
  readonly cause: string | null;
}

export type ReviewEvent =
  | {
      readonly type: 'ReviewOpened';
      readonly exercise: EntityId;
      readonly orgUnit: OrgUnitId;
      readonly superiorUnit: OrgUnitId;
    }
  | { readonly type: 'ScoreRecorded'; readonly domain: ScoreDomain; readonly points: number }
  | { readonly type: 'ScoreSettled'; readonly domain: ScoreDomain; readonly points: number; readonly reason: string }
  | {
      readonly type: 'IncidentRecorded';
      readonly subject: string;
      readonly severity: 'minor' | 'serious';
      readonly note: string;
    }
  | ({ readonly type: 'FindingRecorded' } & Omit<Finding, 'id'> & { readonly finding: string })
  | ({ readonly type: 'ActionPlanned' } & Pick<Action, 'finding' | 'text' | 'owner' | 'due' | 'measure'> & {
        readonly action: string;
      })
  | { readonly type: 'ActionCompleted'; readonly action: string; readonly evidence: string }
  | { readonly type: 'ActionVerified'; readonly action: string }
  | {
      readonly type: 'ActionCarried';
      readonly action: string;
      readonly into: EntityId;
      readonly text: string;
      readonly reason: string;
    }
  | { readonly type: 'GradeDecided'; readonly points: number; readonly grade: Grade; readonly seriousIncidents: number }
  | { readonly type: 'ReviewFinished' };

export interface ReviewState {
  readonly version: number;
  readonly lastAt: Instant | null;
  /** `finished`: the conference is over, corrective actions live on; `closed`: none is open any more. */
  readonly phase: 'none' | 'open' | 'graded' | 'finished' | 'closed';
  readonly exercise: EntityId | null;
  readonly orgUnit: OrgUnitId | null;
  readonly superiorUnit: OrgUnitId | null;
  readonly scores: Readonly<Record<ScoreDomain, DomainScore>>;
  readonly incidents: readonly {
    readonly subject: string;
    readonly severity: 'minor' | 'serious';
    readonly note: string;
  }[];
  readonly findings: readonly Finding[];
  readonly actions: Readonly<Record<string, Action>>;
  readonly result: { readonly points: number; readonly grade: Grade } | null;
}

const INITIAL: ReviewState = {
  version: 0,
  lastAt: null,
  phase: 'none',
  exercise: null,
  orgUnit: null,
  superiorUnit: null,
  scores: {
    leadership: NO_SCORE,
    documents: NO_SCORE,
    livePart: NO_SCORE,
    mobilisation: NO_SCORE,
    support: NO_SCORE,
    safety: NO_SCORE,
  },
  incidents: [],
  findings: [],
  actions: {},
  result: null,
};

const actionOf = (state: ReviewState, id: string): Action => {
  const action = state.actions[id];
  if (!action) throw new Rejection('action-unknown', { action: id });
  return action;
};

const requireAction = (action: Action, status: Action['status'], what: string): void => {
  if (action.status !== status)
    throw new Rejection('action-status', { action: action.id, status: action.status, what });
};

const requirePhase = (state: ReviewState, allowed: readonly ReviewState['phase'][], what: string): void => {
  if (!allowed.includes(state.phase)) throw new Rejection('review-phase', { phase: state.phase, what });
};

const checkPoints = (domain: ScoreDomain, points: number): void => {
  if (points > SCORE_SHEET[domain])
    throw new Rejection('score-too-high', { domain, points, largest: SCORE_SHEET[domain] });
};

const decide = (
  command: ReviewCommand | OpenReview | ObserveTime,
  state: ReviewState,
  meta: CommandMeta,
  { known }: Context,
): readonly ReviewEvent[] => {
  const { by } = meta;
  if (command.type === 'ObserveTime') {
    systemOnly(by, command.type);
    return [];
  }
  if (command.type === 'OpenReview') {
    systemOnly(by, command.type);
    const { exercise, orgUnit, superiorUnit } = command;
    return state.phase === 'none' ? [{ type: 'ReviewOpened', exercise, orgUnit, superiorUnit }] : [];
  }
  if (state.phase === 'none' || !state.orgUnit || !state.superiorUnit)
    throw new Rejection('review-unknown', { id: entityOf(meta.stream) });
  const directing = bodyId(state.superiorUnit, 'DB');
  const steering = bodyId(state.superiorUnit, 'SB');
  const agencies = [bodyId(state.superiorUnit, 'SA'), bodyId(state.orgUnit, 'SA'), bodyId(state.orgUnit, 'CMC')];
  const unfinished = ['open', 'graded'] as const;
  switch (command.type) {
    case 'RecordScore':
      allow(by, [directing, steering]);
      requirePhase(state, ['open'], command.type);
      checkPoints(command.domain, command.points);
      return [{ type: 'ScoreRecorded', domain: command.domain, points: command.points }];
    case 'SettleScore':
      allow(by, [steering], 'head');
      requirePhase(state, ['open'], command.type);
      checkPoints(command.domain, command.points);
      return [{ type: 'ScoreSettled', domain: command.domain, points: command.points, reason: command.reason }];
    case 'RecordIncident':
      allow(by, [directing, steering, ...agencies]);
      requirePhase(state, ['open'], command.type);
      return [{ type: 'IncidentRecorded', subject: command.subject, severity: command.severity, note: command.note }];
    case 'RecordFinding':
      allow(by, [directing, steering, ...agencies]);
      requirePhase(state, unfinished, command.type);
      if (state.findings.some((finding) => finding.id === command.finding))
        throw new Rejection('finding-exists', { finding: command.finding });
      return [
        {
          type: 'FindingRecorded',
          finding: command.finding,
          kind: command.kind,
          text: command.text,
          cause: command.cause ?? null,
        },
      ];
    case 'PlanAction': {
      allow(by, [directing, steering, ...agencies]);
      requirePhase(state, unfinished, command.type);
      if (state.actions[command.action]) throw new Rejection('action-exists', { action: command.action });
      const finding = state.findings.find((each) => each.id === command.finding);
      if (finding?.kind !== 'limit') throw new Rejection('finding-not-limit', { finding: command.finding });
      if (command.due <= dayOf(meta.at)) throw new Rejection('due-passed', { due: command.due, today: dayOf(meta.at) });
      const { type: _, ...planned } = command;
      return [{ type: 'ActionPlanned', ...planned }];
    }
    case 'CompleteAction': {
      const action = actionOf(state, command.action);
      allow(by, [action.owner]);
      requireAction(action, 'open', command.type);
      return [{ type: 'ActionCompleted', action: action.id, evidence: command.evidence }];
    }
    case 'VerifyAction': {
      const action = actionOf(state, command.action);
      if (by.body === action.owner || by.person === action.completedBy)
        throw new Rejection('own-work', { task: action.id, body: by.body });
      allow(by, [directing, steering, ...agencies]);
      requireAction(action, 'completed', command.type);
      return [{ type: 'ActionVerified', action: action.id }];
    }
    case 'CarryAction': {
      const action = actionOf(state, command.action);
      allow(by, [directing, steering, ...agencies]);
      requireAction(action, 'open', command.type);
      if (command.into === state.exercise) throw new Rejection('carry-into-itself', { into: command.into });
      if (!known.has(streamId('exercise', command.into))) throw new Rejection('parent-unknown', { id: command.into });
      return [
        { type: 'ActionCarried', action: action.id, into: command.into, text: action.text, reason: command.reason },
      ];
    }
    case 'DecideGrade': {
      allow(by, [steering], 'head');
      requirePhase(state, ['open'], command.type);
      const seriousIncidents = state.incidents.filter((incident) => incident.severity === 'serious').length;
      return [{ type: 'GradeDecided', ...gradeOf(state.scores, seriousIncidents), seriousIncidents }];
    }
    case 'FinishReview': {
      allow(by, [steering, directing]);
      requirePhase(state, ['graded'], command.type);
      const bare = state.findings.filter(
        (finding) =>
          finding.kind === 'limit' && !Object.values(state.actions).some((action) => action.finding === finding.id),
      );
      if (bare.length > 0)
        throw new Rejection('limits-without-action', { findings: bare.map((finding) => finding.id) });
      return [{ type: 'ReviewFinished' }];
    }
    default:
      command satisfies never;
      throw new Rejection('command-unknown', { type: String((command as { type: unknown }).type) });
  }
};

const withAction = (state: ReviewState, id: string, change: Partial<Action>): ReviewState => {
  const action = state.actions[id];
  return action ? { ...state, actions: { ...state.actions, [id]: { ...action, ...change } } } : state;
};

const evolveReview = (state: ReviewState, fact: Fact<ReviewEvent>): ReviewState => {
  switch (fact.type) {
    case 'ReviewOpened':
      return {
        ...state,
        phase: 'open',
        exercise: fact.exercise,
        orgUnit: fact.orgUnit,
        superiorUnit: fact.superiorUnit,
      };
    case 'ScoreRecorded': {
      const score = state.scores[fact.domain];
      const scores = [
        ...score.scores.filter((each) => each.scorer !== fact.by.person),
        { scorer: fact.by.person, points: fact.points },
      ];
      return { ...state, scores: { ...state.scores, [fact.domain]: { ...score, scores } } };
    }
    case 'ScoreSettled': {
      const settled = { points: fact.points, reason: fact.reason };
      return { ...state, scores: { ...state.scores, [fact.domain]: { ...state.scores[fact.domain], settled } } };
    }
    case 'IncidentRecorded':
      return {
        ...state,
        incidents: [...state.incidents, { subject: fact.subject, severity: fact.severity, note: fact.note }],
      };
    case 'FindingRecorded':
      return {
        ...state,
        findings: [...state.findings, { id: fact.finding, kind: fact.kind, text: fact.text, cause: fact.cause }],
      };
    case 'ActionPlanned': {
      const { action: id, finding, text: what, owner, due, measure } = fact;
      const action: Action = {
        id,
        finding,
        text: what,
        owner,
        due,
        measure,
        status: 'open',
        completedBy: null,
        evidence: null,
        carriedInto: null,
      };
      return { ...state, actions: { ...state.actions, [id]: action } };
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
    case 'GradeDecided':
      return { ...state, phase: 'graded', result: { points: fact.points, grade: fact.grade } };
    case 'ReviewFinished':
      return { ...state, phase: 'finished' };
    default:
      return fact satisfies never;
  }
};

/** A finished review closes by itself with its last open action. */
const settle = (state: ReviewState): ReviewState =>
  state.phase === 'finished' &&
  Object.values(state.actions).every((action) => action.status === 'verified' || action.status === 'carried')
    ? { ...state, phase: 'closed' }
    : state;

const evolve = (state: ReviewState, fact: Fact<ReviewEvent>): ReviewState => ({
  ...settle(evolveReview(state, fact)),
  version: fact.version,
  lastAt: fact.at,
});

/** The grade goes back to the exercise; a carried action goes to the head of the next exercise's file. */
const react = (fact: Fact<ReviewEvent>, state: ReviewState, stream: StreamId): readonly FollowUp[] => {
  if (fact.type === 'GradeDecided' && state.exercise)
    return [
      {
        stream: streamId('exercise', state.exercise),
        command: { type: 'NoteReviewResult', points: fact.points, grade: fact.grade },
      },
    ];
  if (fact.type === 'ActionCarried')
    return [
      {
        stream: streamId('exercise', fact.into),
        command: {
          type: 'ReceiveFinding',
          finding: { fromReview: entityOf(stream), action: fact.action, text: fact.text },
        },
      },
    ];
  return [];
};

export const review: Decider<ReviewCommand | OpenReview | ObserveTime, ReviewEvent, ReviewState> = {
  kind: 'review',
  initial: INITIAL,
  decide,
  evolve,
  react,
  nextDue: () => null,
  refersTo: (command) => (command.type === 'CarryAction' ? [streamId('exercise', command.into)] : []),
  summary: (state) => ({
    phase: state.phase,
    orgUnit: state.orgUnit ?? '',
    details: state.result ? `${state.result.points} · ${state.result.grade}` : state.phase,
    closed: state.phase === 'closed',
  }),
};

export {
  type DomainScore,
  GRADES,
  type Grade,
  gapOf,
  gradeOf,
  SCORE_DOMAINS,
  SCORE_SHEET,
  type ScoreDomain,
} from './scoring.ts';
