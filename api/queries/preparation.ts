/** One task whole, the rehearsals with their issues, the proposals, and who waits for whom. */
import type { z } from 'zod';
import { toFact } from '../../db/event-store.ts';
import { type Calendar, formatOffset } from '../../domain/calendar/index.ts';
import type { Fact } from '../../domain/decider.ts';
import {
  assignersOf,
  blockedBy,
  type ExerciseEvent,
  type ExerciseState,
  extensionDecidersOf,
  type Issue,
  isDone,
  issueHolder,
  openIssues,
  shownFact,
  type Task,
  verifiersOf,
  waitsOnMe,
  waiversOf,
} from '../../domain/exercise/index.ts';
import { sentenceOf } from '../../domain/labels/events.ts';
import { ISSUE_STATUSES, PROPOSAL_STATUSES, STEP_NAMES } from '../../domain/labels/words-preparation.ts';
import type { BodyId } from '../../domain/people.ts';
import { Rejection } from '../../domain/rejection.ts';
import { streamId } from '../../domain/streams.ts';
import { dayOf, type LocalDate } from '../../domain/time.ts';
import type { Proposals, Rehearsals, TaskWhole, WaitsOnMe, WaitsOnOthers } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { bodyName, words } from '../words.ts';
import { taskView } from './checklist.ts';
import { namesIn, organisationNow } from './names.ts';
import { phaseOf } from './readiness.ts';
import { remindersOf } from './reminders.ts';
import type { FiledExercise, Moment } from './sources.ts';

type BlockedByView = z.output<typeof TaskWhole>['blockedBy'][number];

const blockedByView = (state: ExerciseState, task: Task): BlockedByView[] =>
  blockedBy(state, task).map(({ task: before, holder, since }) => ({
    code: before.code,
    title: words(before.titleVi, before.titleEn),
    holder,
    holderName: bodyName(holder),
    since,
  }));

const awaitedByView = (state: ExerciseState, code: string): z.output<typeof TaskWhole>['awaitedBy'] =>
  Object.values(state.tasks)
    .filter((task) => task.after.includes(code) && !isDone(task))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((task) => ({
      code: task.code,
      title: words(task.titleVi, task.titleEn),
      owner: task.owner,
      ownerName: bodyName(task.owner),
      due: task.due,
      status: task.status,
    }));

/** Tasks of one body in one file that wait for others, and tasks of others that wait for it. */
export const waitingOf = (
  { id, state }: FiledExercise,
  body: BodyId,
): {
  readonly others: z.output<typeof WaitsOnOthers>[];
  readonly me: z.output<typeof WaitsOnMe>[];
} => ({
  others: Object.values(state.tasks)
    .filter((task) => task.owner === body && task.status === 'waiting')
    .map((task) => ({
      exercise: id,
      code: task.code,
      title: words(task.titleVi, task.titleEn),
      due: task.due,
      blockedBy: blockedByView(state, task).filter(({ holder }) => holder !== body),
    }))
    .filter((task) => task.blockedBy.length > 0),
  me: waitsOnMe(state, body).map(({ task, mine }) => ({
    exercise: id,
    code: task.code,
    title: words(task.titleVi, task.titleEn),
    owner: task.owner,
    ownerName: bodyName(task.owner),
    due: task.due,
    mine,
  })),
});

/** Throws `task-unknown`. */
export const taskWhole = async (
  deps: ApiDeps,
  calendar: Calendar,
  { id, state }: FiledExercise,
  code: string,
  moment: Moment,
): Promise<z.output<typeof TaskWhole>> => {
  const task = state.tasks[code];
  if (!task) throw new Rejection('task-unknown', { task: code });
  const events = await deps.store.read(streamId('exercise', id), { upToVersion: state.version });
  const facts = events
    .map((event) => shownFact(toFact<ExerciseEvent>(event), state.classifications))
    .filter(
      (fact) => ('task' in fact && fact.task === code) || (fact.type === 'TaskAdded' && fact.added.code === code),
    );
  const org = await organisationNow(deps);
  const said = (fact: Fact<ExerciseEvent>, language: 'vi' | 'en'): string =>
    sentenceOf(fact, namesIn(org, state.tasks, dayOf(fact.at), language), language);
  return {
    id,
    version: state.version,
    ...moment,
    theme: state.theme,
    phase: phaseOf(state),
    task: taskView(calendar, id, state, task, moment.today),
    blockedBy: blockedByView(state, task),
    awaitedBy: awaitedByView(state, code),
    rights: {
      verify: verifiersOf(state, task),
      decideExtension: extensionDecidersOf(state, task),
      waive: waiversOf(state, task),
      assign: assignersOf(state),
    },
    reminders: remindersOf(id, state, events).filter((each) => each.of === 'task' && each.task === code),
    comments: facts.flatMap((fact) =>
      fact.type === 'TaskCommented' ? [{ at: fact.at, by: fact.by, text: fact.text }] : [],
    ),
    history: facts.map((fact) => ({
      version: fact.version,
      type: fact.type,
      at: fact.at,
      by: fact.by,
      sentence: words(said(fact, 'vi'), said(fact, 'en')),
    })),
  };
};

const issueView = (state: ExerciseState, issue: Issue, today: LocalDate) => {
  const holder = issueHolder(state, issue);
  const { id, rehearsal, text, owner, due, step, status, raisedAt, confirmedAt, returned, carried } = issue;
  return {
    ...{ id, rehearsal, text, owner, due, step, status, raisedAt, confirmedAt, returned, carried },
    ownerName: bodyName(owner),
    holder,
    holderName: bodyName(holder),
    overdue: status !== 'confirmed' && due < today,
    statusLabel: ISSUE_STATUSES[status],
    evidence: issue.closed?.evidence ?? null,
  };
};

export const rehearsalsView = ({ id, state }: FiledExercise, moment: Moment): z.output<typeof Rehearsals> => ({
  id,
  version: state.version,
  ...moment,
  rehearsals: state.rehearsals.map((rehearsal) => ({
    ...rehearsal,
    name: STEP_NAMES[rehearsal.step],
    issues: state.issues
      .filter((issue) => issue.rehearsal === rehearsal.id)
      .map((issue) => issueView(state, issue, moment.today)),
  })),
  open: { G5: openIssues(state, 'G5').length, G6: openIssues(state, 'G6').length },
});

export const proposalsView = ({ id, state }: FiledExercise, moment: Moment): z.output<typeof Proposals> => ({
  id,
  version: state.version,
  ...moment,
  proposals: state.proposals.map(({ lessons, ...proposal }) => ({
    ...proposal,
    statusLabel: PROPOSAL_STATUSES[proposal.status],
    lessons: lessons.map(({ suggestion, ...lesson }) => ({
      ...lesson,
      ...(suggestion === undefined
        ? {}
        : {
            suggestion:
              typeof suggestion === 'string' ? suggestion : { ...suggestion, offset: formatOffset(suggestion.offset) },
          }),
    })),
  })),
});
