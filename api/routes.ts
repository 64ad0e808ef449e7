/** Every query by its address. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { BodyId, OrgUnitId } from '../domain/people.ts';
import { EntityId, STREAM_KINDS, type StreamKind, streamId } from '../domain/streams.ts';
import { ExerciseType, GateCode, PaperSlot, TaskCode } from '../domain/template/index.ts';
import { LocalDate } from '../domain/time.ts';
import * as contract from './contract/index.ts';
import type { ApiDeps } from './deps.ts';
import { addDrillReads } from './drill-reads.ts';
import { AsOfQuery, NoQuery, numberParam } from './parse.ts';
import { bodyTasks } from './queries/bodies.ts';
import { calendarList, calendarNow, calendarTable } from './queries/calendar.ts';
import { checklist } from './queries/checklist.ts';
import { clashList, exerciseClashes, planClashes } from './queries/clashes.ts';
import { bodyDigest } from './queries/digest.ts';
import { exerciseFile, exerciseList } from './queries/exercises.ts';
import { gateView } from './queries/gates.ts';
import { history, PAGE } from './queries/history.ts';
import { MAIN, organisationOn, unitLife } from './queries/organisation.ts';
import { effectsView, papersView } from './queries/papers.ts';
import { planView } from './queries/plan.ts';
import { proposalsView, rehearsalsView, taskWhole } from './queries/preparation.ts';
import { readinessBoard } from './queries/readiness.ts';
import { bodies, clockNow } from './queries/reference.ts';
import { bodyReminders, reminderLog, remindersOf } from './queries/reminders.ts';
import { actionList, reviewReport } from './queries/review-reports.ts';
import { reviewView } from './queries/reviews.ts';
import { runView } from './queries/run.ts';
import { momentOf, stateOf } from './queries/sources.ts';
import { adoptionPreview, templateDifference, templateList, templateOf } from './queries/templates.ts';
import { addRead } from './route.ts';

/** Address of each kind of stream. */
export const PATHS: Readonly<Record<StreamKind, string>> = {
  exercise: 'exercises',
  drill: 'drills',
  review: 'reviews',
  organisation: 'organisation',
  calendar: 'calendars',
  template: 'templates',
};

const OneId = z.object({ id: EntityId });
const None = z.object({});

export const addReads = (app: FastifyInstance, deps: ApiDeps): void => {
  addOrganisationReads(app, deps);
  addPreparationReads(app, deps);
  addExerciseReads(app, deps);
  addRecordReads(app, deps);
  addDrillReads(app, deps);
  addBodyReads(app, deps);
  addReferenceReads(app, deps);
};

const addExerciseReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const tag = 'exercises';
  const fileAt = async (id: EntityId, asOf: z.output<typeof AsOfQuery>['asOf']) => {
    const moment = momentOf(deps, asOf);
    return { moment, filed: { id, state: await stateOf(deps, 'exercise', id, moment.asOf) } };
  };
  addRead(app, {
    url: '/api/v1/exercises',
    tag,
    summary: 'Exercises, with next gate and verdict',
    params: None,
    query: z.strictObject({
      year: numberParam(1976, 2200).optional().meta({ description: 'Of the opening day' }),
      type: ExerciseType.optional(),
      orgUnit: OrgUnitId.optional(),
      phase: contract.PhaseShown.optional(),
      parentId: EntityId.optional(),
    }),
    answer: contract.ExerciseList,
    read: (_, filter) => exerciseList(deps, filter, momentOf(deps, undefined)),
  });
  addRead(app, {
    url: '/api/v1/exercises/:id',
    tag,
    summary: 'The file of an exercise: days, papers, gates with blockers, readiness, communes, next deadlines',
    params: OneId,
    query: AsOfQuery,
    answer: contract.ExerciseFile,
    read: async ({ id }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      return exerciseFile(deps, filed, moment);
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/checklist',
    tag,
    summary: 'The checklist: state, deadlines, predecessors, evidence of every task',
    params: OneId,
    query: AsOfQuery,
    answer: contract.Checklist,
    read: async ({ id }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      return checklist(await calendarNow(deps, moment.asOf), filed, moment);
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/plan',
    tag,
    summary: 'Deadlines, earliest and latest finish, slack, critical paths, and the day each gate can be passed',
    params: OneId,
    query: AsOfQuery,
    answer: contract.Plan,
    read: async ({ id }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      return planView(filed, moment, await calendarNow(deps, moment.asOf));
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/clashes',
    tag,
    summary: 'What this exercise needs at the same time as others, and what of it was accepted',
    params: OneId,
    query: AsOfQuery,
    answer: contract.ExerciseClashes,
    read: async ({ id }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      return exerciseClashes(deps, filed, moment);
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/run',
    tag,
    summary: 'The run: stages and content items planned and played, pauses, observations',
    params: OneId,
    query: AsOfQuery,
    answer: contract.RunShown,
    read: async ({ id }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      return runView(filed, moment, moment.asOf ?? deps.clock());
    },
  });
  addRead(app, {
    url: '/api/v1/clashes',
    tag,
    summary: 'Clashes across all exercises',
    params: None,
    query: AsOfQuery.extend({ from: LocalDate.optional(), to: LocalDate.optional() }),
    answer: contract.ClashList,
    read: (_, { asOf, ...days }) => clashList(deps, momentOf(deps, asOf), days),
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/papers',
    tag,
    summary: 'The papers of authority: in force, amended, revoked, what hangs on each, and what is missing',
    params: OneId,
    query: AsOfQuery,
    answer: contract.Papers,
    read: async ({ id }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      return papersView(filed, moment);
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/papers/:slot/effects',
    tag,
    summary: 'What revoking a paper would void, in words; nothing is changed',
    params: OneId.extend({ slot: PaperSlot }),
    query: AsOfQuery,
    answer: contract.PaperEffects,
    read: async ({ id, slot }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      return effectsView(filed, slot, moment);
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/gates/:gate',
    tag,
    summary: 'One gate and what blocks it',
    params: OneId.extend({ gate: GateCode }),
    query: AsOfQuery,
    answer: contract.GateAnswer,
    read: async ({ id, gate }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      const calendar = await calendarNow(deps, moment.asOf);
      const clashes = await planClashes(deps, filed, moment);
      const shown = gateView(calendar, filed.state, gate, moment.today, clashes);
      return { id, version: filed.state.version, ...moment, gate: shown };
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/reminders',
    tag,
    summary: 'Who was told what, when, and how late',
    params: OneId,
    query: AsOfQuery,
    answer: contract.Reminders,
    read: async ({ id }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      const events = await deps.store.read(streamId('exercise', id), { upToVersion: filed.state.version });
      return { id, version: filed.state.version, ...moment, reminders: remindersOf(id, filed.state, events) };
    },
  });
  addRead(app, {
    url: '/api/v1/readiness',
    tag,
    summary: 'Readiness of all exercises, with reasons',
    params: None,
    query: AsOfQuery,
    answer: contract.ReadinessBoard,
    read: (_, { asOf }) => readinessBoard(deps, momentOf(deps, asOf)),
  });
};

const addPreparationReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const tag = 'exercises';
  const fileAt = async (id: EntityId, asOf: z.output<typeof AsOfQuery>['asOf']) => {
    const moment = momentOf(deps, asOf);
    return { moment, filed: { id, state: await stateOf(deps, 'exercise', id, moment.asOf) } };
  };
  addRead(app, {
    url: '/api/v1/exercises/:id/tasks/:code',
    tag,
    summary: 'One task whole: evidence, comments, history in words, both deadlines, what it waits for',
    params: OneId.extend({ code: TaskCode }),
    query: AsOfQuery,
    answer: contract.TaskWhole,
    read: async ({ id, code }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      return taskWhole(deps, await calendarNow(deps, moment.asOf), filed, code, moment);
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/rehearsals',
    tag,
    summary: 'Practices, trial run and final rehearsal, each with its issues',
    params: OneId,
    query: AsOfQuery,
    answer: contract.Rehearsals,
    read: async ({ id }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      return rehearsalsView(filed, moment);
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/proposals',
    tag,
    summary: 'What pilots learned, put before this exercise',
    params: OneId,
    query: AsOfQuery,
    answer: contract.Proposals,
    read: async ({ id }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      return proposalsView(filed, moment);
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/template-difference',
    tag,
    summary: 'What adopting another version of the template would do to this exercise',
    params: OneId,
    query: z.strictObject({ version: numberParam(1, 999_999) }),
    answer: contract.AdoptionShown,
    read: ({ id }, { version }) => adoptionPreview(deps, id, version, momentOf(deps, undefined)),
  });
};

const HistoryQuery = AsOfQuery.extend({
  afterVersion: numberParam(0, 999_999_999).default(0),
  limit: numberParam(1, PAGE.most).default(PAGE.usual),
});

const addRecordReads = (app: FastifyInstance, deps: ApiDeps): void => {
  addRead(app, {
    url: '/api/v1/reviews/:id',
    tag: 'reviews',
    summary: 'After-action review: scores, grade, findings, corrective actions',
    params: OneId,
    query: AsOfQuery,
    answer: contract.ReviewShown,
    read: async ({ id }, { asOf }) => {
      const moment = momentOf(deps, asOf);
      const state = await stateOf(deps, 'review', id, moment.asOf);
      return reviewView(await calendarNow(deps, moment.asOf), id, state, moment);
    },
  });
  addRead(app, {
    url: '/api/v1/reviews/:id/report',
    tag: 'reviews',
    summary: 'The review report: ten parts, annexes, improvement plan; every score with its evidence coverage',
    params: OneId,
    query: AsOfQuery,
    answer: contract.ReviewReportShown,
    read: ({ id }, { asOf }) => reviewReport(deps, id, momentOf(deps, asOf)),
  });
  addRead(app, {
    url: '/api/v1/actions',
    tag: 'reviews',
    summary: 'Corrective actions across reviews, by deadline',
    params: None,
    query: z.strictObject({
      owner: BodyId.optional(),
      state: contract.ActionState.optional(),
      unit: OrgUnitId.optional().meta({ description: 'Locality in whose exercises they are retested' }),
    }),
    answer: contract.ActionList,
    read: (_, filter) => actionList(deps, filter, momentOf(deps, undefined)),
  });
  for (const kind of STREAM_KINDS)
    addRead(app, {
      url: `/api/v1/${PATHS[kind]}/:id/events`,
      tag: PATHS[kind],
      summary: 'History in words, with place and hash of every event',
      params: OneId,
      query: HistoryQuery,
      answer: contract.History,
      read: ({ id }, { asOf, ...page }) => history(deps, kind, id, momentOf(deps, asOf), page),
    });
};

const addBodyReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const params = z.object({ bodyId: BodyId });
  addRead(app, {
    url: '/api/v1/bodies/:bodyId/tasks',
    tag: 'bodies',
    summary: "One body's tasks across exercises, in the order to work through them",
    params,
    query: NoQuery,
    answer: contract.BodyTasks,
    read: ({ bodyId }) => bodyTasks(deps, bodyId, momentOf(deps, undefined)),
  });
  addRead(app, {
    url: '/api/v1/bodies/:bodyId/reminders',
    tag: 'bodies',
    summary: 'What one body was told, latest first',
    params,
    query: z.strictObject({ limit: numberParam(1, PAGE.most).default(PAGE.usual) }),
    answer: contract.BodyReminders,
    read: ({ bodyId }, { limit }) => bodyReminders(deps, bodyId, momentOf(deps, undefined), limit),
  });
  addRead(app, {
    url: '/api/v1/bodies/:bodyId/digest',
    tag: 'bodies',
    summary: 'One paper a day: what the body was told, what is due, returned, waiting on it or for its decision',
    params,
    query: z.strictObject({ day: LocalDate.optional().meta({ description: 'Default: today' }) }),
    answer: contract.BodyDigest,
    read: ({ bodyId }, { day }) => bodyDigest(deps, bodyId, day),
  });
  addRead(app, {
    url: '/api/v1/reminders',
    tag: 'bodies',
    summary: 'Who was told what and when, over all exercises, latest first, with acknowledgements',
    params: None,
    query: z.strictObject({
      day: LocalDate.optional(),
      exercise: EntityId.optional(),
      body: BodyId.optional(),
      limit: numberParam(1, PAGE.most).default(PAGE.usual),
      after: z.string().max(120).optional().meta({ description: '`nextAfter` of the page before' }),
    }),
    answer: contract.ReminderLog,
    read: (_, { limit, after, ...filter }) => reminderLog(deps, filter, momentOf(deps, undefined), { limit, after }),
  });
  addRead(app, {
    url: '/api/v1/bodies',
    tag: 'bodies',
    summary: 'Names of bodies and of the posts that head them',
    params: None,
    query: NoQuery,
    answer: contract.Bodies,
    read: async () => bodies(),
  });
};

const addOrganisationReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const tag = 'organisation';
  addRead(app, {
    url: '/api/v1/organisation',
    tag,
    summary: 'Units, bodies, posts, holders and delegations in force on a day',
    params: None,
    query: AsOfQuery.extend({ on: LocalDate.optional().meta({ description: 'Default: the day of asOf, or today' }) }),
    answer: contract.Organisation,
    read: async (_, { asOf, on }) => {
      const moment = momentOf(deps, asOf);
      return organisationOn(await stateOf(deps, 'organisation', MAIN, moment.asOf), on ?? moment.today, moment);
    },
  });
  addRead(app, {
    url: '/api/v1/organisation/units/:unit',
    tag,
    summary: 'The life of a unit: former names, superiors, predecessors, successors, bodies',
    params: z.object({ unit: OrgUnitId }),
    query: AsOfQuery,
    answer: contract.UnitLife,
    read: async ({ unit }, { asOf }) => {
      const moment = momentOf(deps, asOf);
      return unitLife(await stateOf(deps, 'organisation', MAIN, moment.asOf), unit, moment);
    },
  });
};

const addReferenceReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const tag = 'reference';
  addRead(app, {
    url: '/api/v1/calendars/:year',
    tag,
    summary: 'Working-day table of a year, and how sure each day is',
    params: z.object({ year: numberParam(1976, 2200) }),
    query: NoQuery,
    answer: contract.CalendarTable,
    read: async ({ year }) => calendarTable(await calendarNow(deps), year),
  });
  addRead(app, {
    url: '/api/v1/calendars',
    tag,
    summary: 'Years that have a working-day table, with how sure each is, its source and the version in force',
    params: None,
    query: NoQuery,
    answer: contract.CalendarList,
    read: async () => calendarList(await calendarNow(deps)),
  });
  addRead(app, {
    url: '/api/v1/templates',
    tag,
    summary: 'Checklist templates',
    params: None,
    query: NoQuery,
    answer: contract.TemplateList,
    read: () => templateList(deps),
  });
  addRead(app, {
    url: '/api/v1/templates/:id',
    tag,
    summary: 'One checklist template with tasks and gates',
    params: OneId,
    query: z.strictObject({ version: numberParam(1, 999_999).optional() }),
    answer: contract.TemplateShown,
    read: ({ id }, { version }) => templateOf(deps, id, version),
  });
  addRead(app, {
    url: '/api/v1/templates/:id/difference',
    tag,
    summary: 'What is different between two versions of a template',
    params: OneId,
    query: z.strictObject({ from: numberParam(1, 999_999), to: numberParam(1, 999_999) }),
    answer: contract.TemplateDifferenceShown,
    read: ({ id }, versions) => templateDifference(deps, id, versions),
  });
  addRead(app, {
    url: '/api/v1/clock',
    tag,
    summary: 'Business time now, and whether it is that of a demonstration',
    params: None,
    query: NoQuery,
    answer: contract.Clock,
    read: () => clockNow(deps),
  });
};
