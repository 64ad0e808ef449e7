/**
 * Whom an event tells: duties (body and post), from the event and the state after it alone. Who holds a duty and where he is
 * reached is looked up when the message goes out, so a change of holder in between is right.
 */
import type { DomainEvent, Fact, Folded } from '../decider.ts';
import type { ExerciseEvent } from '../exercise/events.ts';
import type { ExerciseState } from '../exercise/index.ts';
import { bodyIn, standingAgency } from '../exercise/rights.ts';
import type { Audience } from '../ladder/index.ts';
import type { ToldRung } from '../ladder/tell.ts';
import type { BodyId, Post } from '../people.ts';
import type { ProgrammeEvent } from '../programme/events.ts';
import type { ProgrammeState } from '../programme/state.ts';
import type { ReviewEvent } from '../review/events.ts';
import type { ReviewState } from '../review/state.ts';
import type { StreamKind } from '../streams.ts';
import type { LocalDate } from '../time.ts';
import type { NoticeKind } from './kinds.ts';

export const NOTICE_ABOUT = ['task', 'action', 'station', 'gate', 'issue', 'exercise', 'duty', 'desk'] as const;
export type NoticeAbout = (typeof NOTICE_ABOUT)[number];

/** What the sentence needs besides names; codes and numbers only. */
export interface NoticeDoc {
  /** Id of the rung, and whom it tells; null where no ladder told. */
  readonly rung: string | null;
  readonly audience: Audience | null;
  readonly deadline: LocalDate | null;
  /** Working days to the deadline when it was told; negative when late. */
  readonly daysLeft: number | null;
  readonly lateMinutes: number;
  /** The body of whoever caused it; null for the clock. */
  readonly from: BodyId | null;
  /** What is owed: to do it, or to verify what was handed in. */
  readonly turn: 'do' | 'verify';
  /** Of a plan: how many tasks were given. */
  readonly count: number;
  /** Of a gate: passed, or opened again. */
  readonly passed: boolean;
}

export interface Notice {
  readonly kind: NoticeKind;
  readonly to: BodyId;
  readonly post: Post;
  readonly about: NoticeAbout;
  readonly subject: string;
  readonly doc: NoticeDoc;
}

const NOTHING: NoticeDoc = {
  ...{ rung: null, audience: null, deadline: null, daysLeft: null, lateMinutes: 0 },
  ...{ from: null, turn: 'do', count: 1, passed: false },
};

type Subject = readonly [about: NoticeAbout, subject: string];

const told = (kind: NoticeKind, [about, subject]: Subject, fact: ToldRung, more: Partial<NoticeDoc> = {}): Notice => {
  const { to, post, rung, audience, deadline, daysLeft, lateMinutes } = fact;
  return {
    kind,
    to,
    post,
    about,
    subject,
    doc: { ...NOTHING, rung, audience, deadline, daysLeft, lateMinutes, ...more },
  };
};

const given = (
  kind: NoticeKind,
  [about, subject]: Subject,
  to: BodyId,
  by: BodyId,
  doc: Partial<NoticeDoc> = {},
): Notice[] =>
  // nobody is told what his own body did
  to === by ? [] : [{ kind, to, post: 'member', about, subject, doc: { ...NOTHING, from: by, ...doc } }];

const turnOf = (state: ExerciseState, task: string): NoticeDoc['turn'] =>
  state.tasks[task]?.status === 'submitted' ? 'verify' : 'do';

/** Who keeps the file, the head of the steering board, and whoever has work at the gate. */
const atGate = (state: ExerciseState, gate: string, by: BodyId, passed: boolean): Notice[] => {
  const owners = Object.values(state.tasks).flatMap((task) => (task.gate === gate ? [task.owner] : []));
  const steering = bodyIn(state, 'SB');
  const members = [...new Set([standingAgency(state), ...owners])].filter((body) => body !== steering);
  const notices = members.flatMap((to) => given('gate', ['gate', gate], to, by, { passed }));
  const head = given('gate', ['gate', gate], steering, by, { passed });
  return [...notices, ...head.map((each): Notice => ({ ...each, post: 'head' }))];
};

/** One to each body, however many tasks the plan gives it. */
const planned = (state: ExerciseState, by: BodyId): Notice[] => {
  const counts = new Map<BodyId, number>();
  for (const { owner } of Object.values(state.tasks)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts].flatMap(([to, count]) => given('assignment', ['exercise', ''], to, by, { count }));
};

const ofExercise = (fact: Fact<ExerciseEvent>, state: ExerciseState): Notice[] => {
  const by = fact.by.body;
  switch (fact.type) {
    case 'TaskReminded':
      return [told('reminder', ['task', fact.task], fact, { turn: turnOf(state, fact.task) })];
    case 'TaskEscalated':
      return [told('escalation', ['task', fact.task], fact, { turn: turnOf(state, fact.task) })];
    case 'TaskUrged':
      return [told('urging', ['task', fact.task], fact, { turn: turnOf(state, fact.task), from: by })];
    case 'TaskAssigned':
      return given('assignment', ['task', fact.task], fact.owner, by, {
        deadline: state.tasks[fact.task]?.due ?? null,
      });
    case 'TaskAdded':
      return given('assignment', ['task', fact.added.code], fact.added.owner, by, { deadline: fact.added.due });
    case 'ExercisePlanned':
      return planned(state, by);
    case 'TaskReturned': {
      const task = state.tasks[fact.task];
      return task ? given('return', ['task', task.code], task.owner, by, { deadline: task.due }) : [];
    }
    case 'IssueReturned': {
      const issue = state.issues.find(({ id }) => id === fact.issue);
      return issue ? given('return', ['issue', issue.id], issue.owner, by, { deadline: issue.due }) : [];
    }
    case 'GatePassed':
    case 'GateReopened':
      return atGate(state, fact.gate, by, fact.type === 'GatePassed');
    default:
      return [];
  }
};

const ofReview = (fact: Fact<ReviewEvent>, state: ReviewState): Notice[] => {
  switch (fact.type) {
    case 'ActionReminded':
    case 'ActionEscalated': {
      const turn = state.actions[fact.action]?.status === 'completed' ? 'verify' : 'do';
      const kind = fact.type === 'ActionReminded' ? 'reminder' : 'escalation';
      return [told(kind, ['action', fact.action], fact, { turn })];
    }
    case 'ActionReturned': {
      const action = state.actions[fact.action];
      return action ? given('return', ['action', action.id], action.owner, fact.by.body, { deadline: action.due }) : [];
    }
    default:
      return [];
  }
};

const ofDrill = (fact: Fact<DomainEvent>): Notice[] => {
  if (fact.type !== 'StationOverdue') return [];
  const alarm = fact as Fact<DomainEvent & ToldRung & { readonly station: string }>; // the one event of this name
  return [told('alarm', ['station', alarm.station], alarm)];
};

/** Of a programme: a report that a party owes a review (`2021-sixMonth/<body>`), and work that a review asked for (`K1`). */
const ofProgramme = (fact: Fact<ProgrammeEvent>, { recommendations }: ProgrammeState): Notice[] => {
  const by = fact.by.body;
  switch (fact.type) {
    case 'DutyReminded':
      return [told('reminder', ['duty', fact.duty], fact)];
    case 'DutyEscalated':
      return [told('escalation', ['duty', fact.duty], fact)];
    case 'ProgrammeReviewOpened':
      return fact.parties.flatMap((party) =>
        given('assignment', ['duty', `${fact.review}/${party}`], party, by, { from: null, deadline: fact.due }),
      );
    case 'RecommendationRecorded':
      return given('assignment', ['duty', fact.recommendation], fact.owner, by, { deadline: fact.due });
    case 'RecommendationReturned': {
      const work = recommendations[fact.recommendation];
      return work ? given('return', ['duty', work.id], work.owner, by, { deadline: work.due }) : [];
    }
    default:
      return [];
  }
};

/** The duties that one fact tells, each once. `state`: of the stream, after all facts of its command. */
export const noticesOf = (kind: StreamKind, fact: Fact<DomainEvent>, state: Folded): readonly Notice[] => {
  // the kind gives back the types that the registry forgot
  switch (kind) {
    case 'exercise':
      return ofExercise(fact as Fact<ExerciseEvent>, state as unknown as ExerciseState);
    case 'review':
      return ofReview(fact as Fact<ReviewEvent>, state as unknown as ReviewState);
    case 'drill':
      return ofDrill(fact);
    case 'programme':
      return ofProgramme(fact as Fact<ProgrammeEvent>, state as unknown as ProgrammeState);
    case 'organisation':
    case 'calendar':
    case 'template':
    case 'register':
    case 'rollout': // looked at on its page, term by term: nothing of it falls due by day
      return [];
    default:
      return kind satisfies never;
  }
};
