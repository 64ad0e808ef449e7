/** Every query by its address. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { BodyId, OrgUnitId } from '../domain/people.ts';
import { EntityId, type StreamKind, streamId } from '../domain/streams.ts';
import { ExerciseType, GateCode } from '../domain/template/index.ts';
import * as contract from './contract/index.ts';
import type { ApiDeps } from './deps.ts';
import { AsOfQuery, NoQuery, numberParam } from './parse.ts';
import { bodyTasks } from './queries/bodies.ts';
import { checklist } from './queries/checklist.ts';
import { drillView } from './queries/drills.ts';
import { exerciseFile, exerciseList } from './queries/exercises.ts';
import { gateView } from './queries/gates.ts';
import { history, PAGE } from './queries/history.ts';
import { readinessBoard } from './queries/readiness.ts';
import { bodies, calendarTable, clockNow, templateList, templateOf } from './queries/reference.ts';
import { bodyReminders, remindersOf } from './queries/reminders.ts';
import { reviewView } from './queries/reviews.ts';
import { momentOf, stateOf } from './queries/sources.ts';
import { addRead } from './route.ts';

/** Address of each kind of stream. */
export const PATHS: Readonly<Record<StreamKind, string>> = {
  exercise: 'exercises',
  drill: 'drills',
  review: 'reviews',
};

const OneId = z.object({ id: EntityId });
const None = z.object({});

export const addReads = (app: FastifyInstance, deps: ApiDeps): void => {
  addExerciseReads(app, deps);
  addRecordReads(app, deps);
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
      return checklist(filed, moment);
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
      return { id, version: filed.state.version, ...moment, gate: gateView(filed.state, gate, moment.today) };
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

const HistoryQuery = AsOfQuery.extend({
  afterVersion: numberParam(0, 999_999_999).default(0),
  limit: numberParam(1, PAGE.most).default(PAGE.usual),
});

const addRecordReads = (app: FastifyInstance, deps: ApiDeps): void => {
  addRead(app, {
    url: '/api/v1/drills/:id',
    tag: 'drills',
    summary: 'Muster of a mobilisation drill: rows, totals, rates',
    params: OneId,
    query: AsOfQuery,
    answer: contract.DrillShown,
    read: async ({ id }, { asOf }) => {
      const moment = momentOf(deps, asOf);
      return drillView(id, await stateOf(deps, 'drill', id, moment.asOf), moment);
    },
  });
  addRead(app, {
    url: '/api/v1/reviews/:id',
    tag: 'reviews',
    summary: 'After-action review: scores, grade, findings, corrective actions',
    params: OneId,
    query: AsOfQuery,
    answer: contract.ReviewShown,
    read: async ({ id }, { asOf }) => {
      const moment = momentOf(deps, asOf);
      return reviewView(id, await stateOf(deps, 'review', id, moment.asOf), moment);
    },
  });
  for (const kind of ['exercise', 'drill', 'review'] as const)
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
    url: '/api/v1/bodies',
    tag: 'bodies',
    summary: 'Names of bodies and of the posts that head them',
    params: None,
    query: NoQuery,
    answer: contract.Bodies,
    read: async () => bodies(),
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
    read: async ({ year }) => calendarTable(year),
  });
  addRead(app, {
    url: '/api/v1/templates',
    tag,
    summary: 'Checklist templates',
    params: None,
    query: NoQuery,
    answer: contract.TemplateList,
    read: async () => templateList(),
  });
  addRead(app, {
    url: '/api/v1/templates/:id',
    tag,
    summary: 'One checklist template with tasks and gates',
    params: OneId,
    query: z.strictObject({ version: numberParam(1, 999_999).optional() }),
    answer: contract.TemplateShown,
    read: async ({ id }, { version }) => templateOf(id, version),
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
