/** Clashes across exercises in words, with who accepted them. */
import type { z } from 'zod';
import { CLASH_NAMES } from '../../domain/labels/clash-names.ts';
import { clashSentence, SEVERITY_NAMES } from '../../domain/labels/clashes.ts';
import type { Clash } from '../../domain/planning/clash.ts';
import { clashesOf, clashesWith, unresolvedClashes } from '../../domain/planning/clashes.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { ClashList, ClashShown, ExerciseClashes } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { allExercises, type FiledExercise, type Moment } from './sources.ts';

export const clashView = (clash: Clash, exercises: readonly FiledExercise[]): z.output<typeof ClashShown> => ({
  ...clash,
  label: CLASH_NAMES[clash.kind],
  severityLabel: SEVERITY_NAMES[clash.severity],
  text: clashSentence(clash),
  accepted: exercises.flatMap(({ id, state }) => {
    const accepted = state.acceptedClashes[clash.key];
    return accepted && clash.exercises.includes(id) ? [{ exercise: id, ...accepted }] : [];
  }),
});

/** All clashes that fall into these days; without days, all. */
export const clashList = async (
  deps: ApiDeps,
  moment: Moment,
  { from, to }: { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined },
): Promise<z.output<typeof ClashList>> => {
  const exercises = await allExercises(deps, moment.asOf);
  const clashes = clashesOf(exercises).filter(
    (clash) => (from === undefined || clash.until >= from) && (to === undefined || clash.from <= to),
  );
  return { ...moment, clashes: clashes.map((clash) => clashView(clash, exercises)) };
};

const othersOf = async (deps: ApiDeps, own: FiledExercise, { asOf }: Moment): Promise<FiledExercise[]> =>
  (await allExercises(deps, asOf)).filter((each) => each.id !== own.id);

/** Clashes that keep the plan of an exercise from being approved; none once it is. */
export const planClashes = async (deps: ApiDeps, own: FiledExercise, moment: Moment): Promise<Clash[]> => {
  const open = own.state.gates.some((gate) => gate.code === 'G3' && !gate.passed);
  return open ? unresolvedClashes(own, await othersOf(deps, own, moment)) : [];
};

export const exerciseClashes = async (
  deps: ApiDeps,
  { id, state }: FiledExercise,
  moment: Moment,
): Promise<z.output<typeof ExerciseClashes>> => {
  const own = { id, state };
  const others = await othersOf(deps, own, moment);
  const [clashes, unresolved] = [clashesWith(own, others), unresolvedClashes(own, others)];
  return {
    id,
    version: state.version,
    ...moment,
    unresolved: unresolved.length,
    clashes: clashes.map((clash) => clashView(clash, [own, ...others])),
  };
};
