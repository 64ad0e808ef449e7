/**
 * The rehearsal ladder: practices, trial run, final rehearsal, each with the issues it showed. An issue is closed by its owner,
 * confirmed by another body, or carried into a later rehearsal; until then it keeps the gate of its rehearsal shut.
 */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { type Actor, BodyId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { GATE_CODES, type GateCode, REHEARSAL_STEPS, RehearsalStep } from '../template/index.ts';
import { Reason, text } from '../text.ts';
import { dayOf, LocalDate } from '../time.ts';
import { requireActive } from './checklist.ts';
import type { Issue, Rehearsal } from './rehearsal-state.ts';
import { bodyIn, standingAgency } from './rights.ts';
import type { ExerciseState } from './state.ts';

const Id = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,19}$/);
const RehearsalId = Id.meta({ description: 'Short id of a rehearsal', example: 'LT1' });
const IssueId = Id.meta({ description: 'Short id of an issue', example: 'V1' });
const Count = z.int().min(0).max(100_000);

export const RehearsalCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('HoldRehearsal'),
    rehearsal: RehearsalId,
    step: RehearsalStep,
    date: LocalDate,
    attended: Count.optional(),
    expected: Count.optional(),
  }),
  z.strictObject({
    type: z.literal('RaiseIssue'),
    issue: IssueId,
    rehearsal: RehearsalId,
    text: text(500),
    owner: BodyId,
    due: LocalDate,
  }),
  z.strictObject({ type: z.literal('CloseIssue'), issue: IssueId, evidence: text(500) }),
  z.strictObject({ type: z.literal('ConfirmIssue'), issue: IssueId }),
  z.strictObject({ type: z.literal('ReturnIssue'), issue: IssueId, reason: Reason }),
  z.strictObject({ type: z.literal('CarryIssue'), issue: IssueId, into: RehearsalStep, reason: Reason }),
]);
export type RehearsalCommand = z.infer<typeof RehearsalCommand>;

export type RehearsalEvent =
  | ({ readonly type: 'RehearsalHeld' } & { readonly rehearsal: Rehearsal })
  | {
      readonly type: 'IssueRaised';
      readonly issue: string;
      readonly rehearsal: string;
      readonly text: string;
      readonly owner: BodyId;
      readonly due: LocalDate;
    }
  | { readonly type: 'IssueClosed'; readonly issue: string; readonly evidence: string }
  | { readonly type: 'IssueConfirmed'; readonly issue: string }
  | { readonly type: 'IssueReturned'; readonly issue: string; readonly reason: string }
  | {
      readonly type: 'IssueCarried';
      readonly issue: string;
      readonly from: RehearsalStep;
      readonly into: RehearsalStep;
      readonly reason: string;
    };

/** The gate that a rehearsal's issues keep shut (domain guide §3: G5 practice, G6 final rehearsal). */
const GATE_OF: Readonly<Record<RehearsalStep, GateCode>> = { practice: 'G5', trialRun: 'G5', finalRehearsal: 'G6' };

/**
 * Issues that keep a gate shut: of its own rehearsals, or raised after an earlier gate of theirs was passed; neither
 * confirmed, nor carried past it, nor named by the override with which that earlier gate was passed.
 */
export const openIssues = (state: ExerciseState, gate: GateCode): Issue[] => {
  const earlier = state.gates.filter(
    ({ code, passed }) => passed && GATE_CODES.indexOf(code) < GATE_CODES.indexOf(gate),
  );
  const shut = [gate, ...earlier.map(({ code }) => code)];
  const passedOver = earlier.flatMap(({ passed }) => passed?.override?.blockers ?? []);
  return state.issues.filter(
    ({ id, status, step }) =>
      status !== 'confirmed' && shut.includes(GATE_OF[step]) && !passedOver.includes(issueBlocker(id)),
  );
};

/** How events and refusals cite an issue among what blocks a gate. */
export const issueBlocker = (id: string): string => `issue:${id}`;

/** Bodies that may confirm, return or carry an issue: never the one that owns it. */
export const judgesOf = (state: ExerciseState, { owner }: Pick<Issue, 'owner'>): BodyId[] =>
  [...new Set([standingAgency(state), ...(['SA', 'SB', 'DB'] as const).map((code) => bodyIn(state, code))])].filter(
    (body) => body !== owner,
  );

/** Whose turn it is: the owner, or the first body that may confirm what was closed. */
export const issueHolder = (state: ExerciseState, issue: Issue): BodyId =>
  issue.status === 'closed' ? (judgesOf(state, issue)[0] ?? bodyIn(state, 'SB')) : issue.owner;

export const decideRehearsal = (
  command: RehearsalCommand,
  state: ExerciseState,
  { by, at }: CommandMeta,
): RehearsalEvent[] => {
  requireActive(state);
  const leaders = [standingAgency(state), ...(['SA', 'SB', 'DB', 'FRAME'] as const).map((code) => bodyIn(state, code))];
  const today = dayOf(at);
  switch (command.type) {
    case 'HoldRehearsal': {
      allow(by, leaders);
      const { rehearsal: id, step, date, attended = null, expected = null } = command;
      if (state.rehearsals.some((each) => each.id === id)) throw new Rejection('rehearsal-exists', { rehearsal: id });
      if (date > today) throw new Rejection('rehearsal-ahead', { date, today });
      if (attended !== null && expected !== null && attended > expected)
        throw new Rejection('rehearsal-attendance', { attended, expected });
      return [{ type: 'RehearsalHeld', rehearsal: { id, step, date, attended, expected } }];
    }
    case 'RaiseIssue': {
      allow(by, leaders);
      const { issue, rehearsal, text: what, owner, due } = command;
      if (!state.rehearsals.some((each) => each.id === rehearsal))
        throw new Rejection('rehearsal-unknown', { rehearsal });
      if (state.issues.some((each) => each.id === issue)) throw new Rejection('issue-exists', { issue });
      if (due < today) throw new Rejection('issue-due-passed', { due, today });
      return [{ type: 'IssueRaised', issue, rehearsal, text: what, owner, due }];
    }
    case 'CloseIssue': {
      const issue = issueOf(state, command.issue);
      allow(by, [issue.owner]);
      requireStatus(issue, 'open', command.type);
      return [{ type: 'IssueClosed', issue: issue.id, evidence: command.evidence }];
    }
    case 'ConfirmIssue':
    case 'ReturnIssue': {
      const issue = issueOf(state, command.issue);
      requireJudge(state, issue, by);
      requireStatus(issue, 'closed', command.type);
      return command.type === 'ConfirmIssue'
        ? [{ type: 'IssueConfirmed', issue: issue.id }]
        : [{ type: 'IssueReturned', issue: issue.id, reason: command.reason }];
    }
    case 'CarryIssue': {
      const issue = issueOf(state, command.issue);
      requireJudge(state, issue, by);
      if (issue.status === 'confirmed') requireStatus(issue, 'open', command.type);
      const { into, reason } = command;
      if (REHEARSAL_STEPS.indexOf(into) <= REHEARSAL_STEPS.indexOf(issue.step))
        throw new Rejection('issue-carried-back', { issue: issue.id, step: issue.step, into });
      return [{ type: 'IssueCarried', issue: issue.id, from: issue.step, into, reason }];
    }
    default:
      return command satisfies never;
  }
};

const issueOf = (state: ExerciseState, id: string): Issue => {
  const issue = state.issues.find((each) => each.id === id);
  if (!issue) throw new Rejection('issue-unknown', { issue: id });
  return issue;
};

const requireStatus = (issue: Issue, status: Issue['status'], action: string): void => {
  if (issue.status !== status)
    throw new Rejection('issue-status', { issue: issue.id, issueStatus: issue.status, action });
};

const requireJudge = (state: ExerciseState, issue: Issue, by: Actor): void => {
  if (by.body === issue.owner || by.person === issue.closed?.by.person)
    throw new Rejection('own-issue', { issue: issue.id, body: by.body });
  allow(by, judgesOf(state, issue));
};

export const evolveRehearsal = (state: ExerciseState, fact: Fact<RehearsalEvent>): ExerciseState => {
  if (fact.type === 'RehearsalHeld') return { ...state, rehearsals: [...state.rehearsals, fact.rehearsal] };
  if (fact.type === 'IssueRaised') {
    const { issue: id, rehearsal, text: what, owner, due, at } = fact;
    const step = state.rehearsals.find((each) => each.id === rehearsal)?.step ?? 'practice';
    const issue: Issue = {
      ...{ id, rehearsal, text: what, owner, due, step, raisedAt: at },
      status: 'open',
      closed: null,
      confirmedAt: null,
      returned: null,
      carried: [],
    };
    return { ...state, issues: [...state.issues, issue] };
  }
  const issues = state.issues.map((issue) => (issue.id === fact.issue ? changed(issue, fact) : issue));
  return { ...state, issues };
};

const changed = (
  issue: Issue,
  fact: Fact<Exclude<RehearsalEvent, { type: 'RehearsalHeld' | 'IssueRaised' }>>,
): Issue => {
  const { at, by } = fact;
  switch (fact.type) {
    case 'IssueClosed':
      return { ...issue, status: 'closed', closed: { evidence: fact.evidence, at, by } };
    case 'IssueConfirmed':
      return { ...issue, status: 'confirmed', confirmedAt: at };
    case 'IssueReturned':
      return {
        ...issue,
        status: 'open',
        closed: null,
        returned: { times: (issue.returned?.times ?? 0) + 1, reason: fact.reason },
      };
    case 'IssueCarried': {
      const { from, into, reason } = fact;
      return { ...issue, step: into, carried: [...issue.carried, { from, into, reason, at }] };
    }
    default:
      return fact satisfies never;
  }
};
