/** Exercises that are not on file yet, drafted and planned on a copy of the streams: deadlines, owners, clashes, refusals. */
import type { z } from 'zod';
import { readContext } from '../../db/read-context.ts';
import type { Calendar } from '../../domain/calendar/index.ts';
import { type ExerciseState, isDrafted, planTemplate, shownState } from '../../domain/exercise/index.ts';
import type { FiledExercise } from '../../domain/planning/clash.ts';
import { clashesWith } from '../../domain/planning/clashes.ts';
import { Rejection } from '../../domain/rejection.ts';
import { streamId } from '../../domain/streams.ts';
import type { Template } from '../../domain/template/index.ts';
import type { PlansAsked, PlansWouldBe, WouldBe } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { themesOf, withoutStrangers } from '../own/clashes.ts';
import type { Asker } from '../policy.ts';
import { type Language, rejectionBody } from '../problems/index.ts';
import { words } from '../words.ts';
import { reachOfAll } from './access.ts';
import { clashView } from './clashes.ts';
import { calledNow } from './names.ts';
import { dayAsked, ownersWouldBe, tasksWouldBe } from './plan-rows.ts';
import { exercisesNow, momentOf } from './sources.ts';
import { createWorld, run, type World } from './world.ts';

type Asked = PlansAsked['plans'][number];
/** An id no command bears: what is tried out is thrown away. */
const TRIAL = '00000000-0000-4000-8000-000000000000';

interface Trial {
  readonly deps: ApiDeps;
  readonly world: World;
  readonly asker: Asker;
}
interface Outcome {
  readonly onFile: WouldBe['onFile'];
  readonly refused: Rejection | null;
  readonly state: ExerciseState;
  readonly template: Template | null;
  readonly calendar: Calendar;
}

/** Null where it is taken. */
const attempt = async (work: Promise<unknown>): Promise<Rejection | null> => {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
};

const outcomeOf = async (
  { deps, world, asker }: Trial,
  { id, draft, plan }: Asked,
  seesParent: boolean,
): Promise<Outcome> => {
  const stream = streamId('exercise', id);
  const meta = { stream, commandId: TRIAL, at: deps.clock(), by: asker.subject.actor };
  const now = async () => (await world.get(stream)) as ExerciseState; // by its id
  const found = await now();
  const onFile = found.phase === 'none' ? 'none' : isDrafted(found) ? 'draft' : 'planned';
  const drafted = { ...draft, type: 'DraftExercise' } as const;
  const planning = { ...plan, type: 'PlanExercise' } as const;
  const unseen = draft.parentId && !seesParent ? new Rejection('parent-unknown', { id: draft.parentId }) : null;
  const atDraft = unseen ?? (onFile === 'draft' ? null : await attempt(run(world, drafted, meta)));
  const state = await now();
  const { context } = await readContext(world, stream, planning, state);
  const template = planTemplate(plan.template, draft.exerciseType, context);
  const atPlan = atDraft ?? (await attempt(run(world, planning, meta)));
  return { onFile, refused: atPlan, state: await now(), template, calendar: context.calendar };
};

/**
 * Each plan sees those before it as if they were on file. What would be refused still shows its deadlines and owners, so
 * that days and owners can be mended before anything is written.
 */
export const plansWouldBe = async (
  deps: ApiDeps,
  { plans }: PlansAsked,
  asker: Asker,
  language: Language,
): Promise<z.output<typeof PlansWouldBe>> => {
  const moment = momentOf(deps, undefined);
  const [filed, seen, called] = await Promise.all([exercisesNow(deps), reachOfAll(deps, asker), calledNow(deps)]);
  const trial = { deps, world: createWorld(deps), asker };
  const others = new Map<string, FiledExercise>(filed.map((each) => [each.id, each]));
  const shown: WouldBe[] = [];
  const known = new Map<FiledExercise['id'], 'whole' | 'own'>(seen);
  for (const asked of plans) {
    const { id, draft, plan } = asked;
    const parent = draft.parentId;
    const outcome = await outcomeOf(trial, asked, parent === undefined || known.has(parent));
    const { refused, template, calendar } = outcome;
    others.delete(id);
    const own = { id, state: shownState(outcome.state) };
    const clashes = refused ? [] : clashesWith(own, [...others.values()]);
    if (!refused) {
      others.set(id, own);
      known.set(id, 'whole');
    }
    const filedNow = [...others.values()];
    const rows = { calendar, asker, today: moment.today, template, asked, state: refused ? null : own.state };
    shown.push({
      id,
      onFile: outcome.onFile,
      problem: refused && rejectionBody(refused, language, {}, called),
      template: template && {
        id: template.id,
        version: template.version,
        name: words(template.nameVi, template.nameEn),
      },
      start: dayAsked(calendar, plan.startDate),
      end: dayAsked(calendar, plan.endDate),
      tasks: tasksWouldBe(rows),
      owners: ownersWouldBe(rows),
      clashes: clashes.map((clash) => withoutStrangers(clashView(clash, filedNow), known, themesOf(filedNow))),
    });
  }
  return { ...moment, plans: shown };
};
