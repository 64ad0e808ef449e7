/** What can be asked about exercises, by its address. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { OrgUnitId } from '../../domain/people.ts';
import { EntityId, streamId } from '../../domain/streams.ts';
import { ExerciseType, GateCode, PaperSlot } from '../../domain/template/index.ts';
import { LocalDate } from '../../domain/time.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import * as tables from '../exports/tables/exercises.ts';
import { gateWithoutStrangers } from '../own/clashes.ts';
import { ownChecklist, ownGate, ownPlan, ownReminders, ownRun } from '../own/exercise.ts';
import { ownNow } from '../own/tasks.ts';
import { AsOfQuery, numberParam } from '../parse.ts';
import { askerOf } from '../policy.ts';
import { reachOfAll } from '../queries/access.ts';
import { calendarNow } from '../queries/calendar.ts';
import { checklist } from '../queries/checklist.ts';
import { clashList, exerciseClashes, planClashes } from '../queries/clashes.ts';
import { exerciseFile, exerciseList } from '../queries/exercises.ts';
import { gateView } from '../queries/gates.ts';
import { effectsView, papersView } from '../queries/papers.ts';
import { planView } from '../queries/plan.ts';
import { readinessBoard } from '../queries/readiness-board.ts';
import { remindersOf } from '../queries/reminders.ts';
import { runView } from '../queries/run.ts';
import { momentOf, stateOf } from '../queries/sources.ts';
import { addRead } from '../route.ts';

const OneId = z.object({ id: EntityId });
const None = z.object({});

export const addExerciseReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const tag = 'exercises';
  const fileAt = async (id: EntityId, asOf: z.output<typeof AsOfQuery>['asOf']) => {
    const moment = momentOf(deps, asOf);
    return { moment, filed: { id, state: await stateOf(deps, 'exercise', id, moment.asOf) } };
  };
  addRead(app, {
    url: '/api/v1/exercises',
    policy: 'exercise.list',
    tag,
    summary: 'Exercises, with next gate and verdict',
    params: None,
    query: AsOfQuery.extend({
      year: numberParam(1976, 2200).optional().meta({ description: 'Of the opening day' }),
      type: ExerciseType.optional(),
      orgUnit: OrgUnitId.optional(),
      phase: contract.PhaseShown.optional(),
      parentId: EntityId.optional(),
    }),
    answer: contract.ExerciseList,
    tables: tables.EXERCISES,
    read: (_, { asOf, ...filter }, request) => exerciseList(deps, filter, momentOf(deps, asOf), askerOf(request)),
  });
  addRead(app, {
    url: '/api/v1/exercises/:id',
    policy: 'exercise.read',
    tag,
    summary: 'The file of an exercise: days, papers, gates with blockers, readiness, communes, next deadlines',
    params: OneId,
    query: AsOfQuery,
    answer: contract.ExerciseFile,
    read: async ({ id }, { asOf }, request) => {
      const { filed, moment } = await fileAt(id, asOf);
      return exerciseFile(deps, filed, moment, askerOf(request));
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/checklist',
    policy: 'exercise.read',
    tag,
    summary: 'The checklist: state, deadlines, predecessors, evidence of every task',
    params: OneId,
    query: AsOfQuery,
    answer: contract.Checklist,
    tables: tables.CHECKLIST,
    read: async ({ id }, { asOf }, request) => {
      const { filed, moment } = await fileAt(id, asOf);
      const whole = checklist(await calendarNow(deps, moment.asOf), filed, moment);
      const own = await ownNow(deps, id, askerOf(request));
      return own ? ownChecklist(whole, own) : whole;
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/plan',
    policy: 'exercise.read',
    tag,
    summary: 'Deadlines, earliest and latest finish, slack, critical paths, and the day each gate can be passed',
    params: OneId,
    query: AsOfQuery,
    answer: contract.Plan,
    tables: tables.PLAN,
    read: async ({ id }, { asOf }, request) => {
      const { filed, moment } = await fileAt(id, asOf);
      const whole = planView(filed, moment, await calendarNow(deps, moment.asOf));
      const own = await ownNow(deps, id, askerOf(request));
      return own ? ownPlan(whole, own) : whole;
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/clashes',
    policy: 'exercise.read',
    tag,
    summary: 'What this exercise needs at the same time as others, and what of it was accepted',
    params: OneId,
    query: AsOfQuery,
    answer: contract.ExerciseClashes,
    tables: tables.CLASHES,
    read: async ({ id }, { asOf }, request) => {
      const { filed, moment } = await fileAt(id, asOf);
      return exerciseClashes(deps, filed, moment, askerOf(request));
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/run',
    policy: 'exercise.read',
    tag,
    summary: 'The run: stages and content items planned and played, pauses, observations',
    params: OneId,
    query: AsOfQuery,
    answer: contract.RunShown,
    read: async ({ id }, { asOf }, request) => {
      const { filed, moment } = await fileAt(id, asOf);
      const whole = runView(filed, moment, moment.asOf ?? deps.clock());
      const own = await ownNow(deps, id, askerOf(request));
      return own ? ownRun(whole, own) : whole;
    },
  });
  addRead(app, {
    url: '/api/v1/clashes',
    policy: 'clashes.read',
    tag,
    summary: 'Clashes across all exercises',
    params: None,
    query: AsOfQuery.extend({ from: LocalDate.optional(), to: LocalDate.optional() }),
    answer: contract.ClashList,
    tables: tables.CLASHES,
    read: (_, { asOf, ...days }, request) =>
      clashList(deps, { moment: momentOf(deps, asOf), asker: askerOf(request) }, days),
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/papers',
    policy: 'exercise.read',
    tag,
    summary: 'The papers of authority: in force, amended, revoked, what hangs on each, and what is missing',
    params: OneId,
    query: AsOfQuery,
    answer: contract.Papers,
    tables: tables.PAPERS,
    read: async ({ id }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      return papersView(filed, moment);
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/papers/:slot/effects',
    policy: 'exercise.plan',
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
    policy: 'exercise.read',
    tag,
    summary: 'One gate and what blocks it',
    params: OneId.extend({ gate: GateCode }),
    query: AsOfQuery,
    answer: contract.GateAnswer,
    read: async ({ id, gate }, { asOf }, request) => {
      const { filed, moment } = await fileAt(id, asOf);
      const calendar = await calendarNow(deps, moment.asOf);
      const { clashes, themes } = await planClashes(deps, filed, moment);
      const asker = askerOf(request);
      const shown = gateWithoutStrangers(
        gateView(calendar, filed.state, gate, moment.today, clashes),
        clashes.flatMap(({ exercises }) => exercises),
        await reachOfAll(deps, asker),
        themes,
      );
      const own = await ownNow(deps, id, asker);
      return { id, version: filed.state.version, ...moment, gate: own ? ownGate(shown, own) : shown };
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/reminders',
    policy: 'exercise.read',
    tag,
    summary: 'Who was told what, when, and how late',
    params: OneId,
    query: AsOfQuery,
    answer: contract.Reminders,
    tables: tables.REMINDERS,
    read: async ({ id }, { asOf }, request) => {
      const { filed, moment } = await fileAt(id, asOf);
      const { version } = filed.state;
      const events = await deps.store.read(streamId('exercise', id), { upToVersion: version });
      const whole = { id, version, ...moment, reminders: remindersOf(id, filed.state, events) };
      const own = await ownNow(deps, id, askerOf(request));
      return own ? ownReminders(whole, own) : whole;
    },
  });
  addRead(app, {
    url: '/api/v1/readiness',
    policy: 'readiness.read',
    tag,
    summary: 'Readiness of all exercises, with reasons',
    params: None,
    query: AsOfQuery,
    answer: contract.ReadinessBoard,
    tables: tables.READINESS,
    read: (_, { asOf }, request) => readinessBoard(deps, momentOf(deps, asOf), askerOf(request)),
  });
};
