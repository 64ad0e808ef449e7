/** Plans and short ways to their facts, for the tests of the rehearsal. */
import { readFileSync } from 'node:fs';
import type { ExerciseState } from '../../domain/exercise/index.ts';
import type { ProductEvent } from '../../domain/labels/events.ts';
import { EntityId, streamId } from '../../domain/streams.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import { factOf } from '../../rehearsal/chronicle.ts';
import type { VirtualEngine } from '../../rehearsal/engine.ts';
import { type Behaviours, parsePlan, type SeasonPlan, withBehaviours } from '../../rehearsal/plan.ts';
import { recordSeason } from '../../rehearsal/season.ts';

export const example = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), 'utf8'));
/** The default plan as it is rehearsed: two seasons with everything that goes wrong in them. */
export const twoSeasons = (): SeasonPlan => parsePlan(example('tam-ky-2022'));

/** Its season of 2022 alone, in which everybody is punctual and nothing is moved. */
export const tamKy = (): SeasonPlan => {
  const plan = twoSeasons();
  const isOf2022 = ({ exercise }: { readonly exercise: string }): boolean => exercise.endsWith('-2022');
  const punctual = { late: [], attempts: [], overrides: [], moves: [], postponements: [] };
  return {
    ...plan,
    exercises: plan.exercises.filter(({ id }) => isOf2022({ exercise: id })),
    papers: plan.papers.filter(isOf2022),
    drills: plan.drills.filter(isOf2022),
    reviews: plan.reviews.filter(isOf2022),
    behaviours: { ...plan.behaviours, ...punctual },
  };
};

/** A commune without a city exercise above it. */
export const loneCommune = (startDate: string, endDate: string): SeasonPlan =>
  parsePlan({
    name: 'lone',
    title: 'Một phường',
    authority: 'Phường A',
    exercises: [
      { id: 'lone', type: 'communeCombatExercise', orgUnit: 'phuong-a', theme: 'Diễn tập', startDate, endDate },
    ],
  });

/** What a file says of behaviours, as a plan holds it. */
export const behaving = (plan: SeasonPlan, added: object): SeasonPlan => {
  const empty = { name: plan.name, title: plan.title, authority: plan.authority };
  const exercises = plan.exercises.map(({ isPilot: _, ...exercise }) => exercise);
  const { behaviours } = parsePlan({ ...empty, exercises, behaviours: added });
  return withBehaviours(plan, behaviours satisfies Behaviours);
};

export const played = async (plan: SeasonPlan, options?: Parameters<typeof recordSeason>[1]): Promise<VirtualEngine> =>
  (await recordSeason(plan, options)).engine;

export const exerciseOf = (engine: VirtualEngine, id: string): ExerciseState =>
  engine.state(streamId('exercise', EntityId.parse(id))) as ExerciseState; // the kind decides the type

let season: Promise<VirtualEngine> | null = null;
/** The default season, played once for all tests that only read it. */
export const tamKySeason = (): Promise<VirtualEngine> => {
  season ??= played(tamKy());
  return season;
};

/** The day in Vietnam on which something happened; empty when it did not. */
export const day = (at: Instant | null | undefined): string => (at ? dayOf(at) : '');

export type Entry = { readonly stream: string } & ReturnType<typeof factOf>;
export const entries = (engine: VirtualEngine): Entry[] =>
  engine.facts.map((record) => ({ stream: record.stream, ...factOf(record) }));
export const ofType = <T extends ProductEvent['type']>(engine: VirtualEngine, type: T): Extract<Entry, { type: T }>[] =>
  entries(engine).filter((entry): entry is Extract<Entry, { type: T }> => entry.type === type);
