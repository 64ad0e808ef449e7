/** Clashes across exercises in words, with who accepted them. */
import type { z } from 'zod';
import { CLASH_NAMES } from '../../domain/labels/clash-names.ts';
import { clashSentence, SEVERITY_NAMES } from '../../domain/labels/clashes.ts';
import type { Clash } from '../../domain/planning/clash.ts';
import { clashesOf, clashesWith, unresolvedClashes } from '../../domain/planning/clashes.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { ClashList, ClashShown, ExerciseClashes } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { concerns, type Themes, themesOf, withoutStrangers } from '../own/clashes.ts';
import { ownIn, ownNow } from '../own/tasks.ts';
import type { Asker } from '../policy.ts';
import { reachOfAll } from './access.ts';
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

/** Clashes that fall into these days, without days all: of exercises that he sees whole, and of his own work in others. */
export const clashList = async (
  deps: ApiDeps,
  { moment, asker }: { readonly moment: Moment; readonly asker: Asker },
  { from, to }: { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined },
): Promise<z.output<typeof ClashList>> => {
  const exercises = await allExercises(deps, moment.asOf);
  const clashes = clashesOf(exercises).filter(
    (clash) => (from === undefined || clash.until >= from) && (to === undefined || clash.from <= to),
  );
  const seen = await reachOfAll(deps, asker);
  const { bodies } = asker.subject;
  const themes = themesOf(exercises);
  const shown = clashes.filter(
    (clash) =>
      clash.exercises.some((id) => seen.get(id) === 'whole') ||
      exercises.some(
        ({ id, state }) => seen.has(id) && clash.exercises.includes(id) && concerns(clash, ownIn(id, state, bodies)),
      ),
  );
  return { ...moment, clashes: shown.map((clash) => withoutStrangers(clashView(clash, exercises), seen, themes)) };
};

const othersOf = async (deps: ApiDeps, own: FiledExercise, { asOf }: Moment): Promise<FiledExercise[]> =>
  (await allExercises(deps, asOf)).filter((each) => each.id !== own.id);

/** Clashes that keep the plan of an exercise from being approved, none once it is; and how those are called that meet. */
export const planClashes = async (
  deps: ApiDeps,
  own: FiledExercise,
  moment: Moment,
): Promise<{ readonly clashes: readonly Clash[]; readonly themes: Themes }> => {
  const open = own.state.gates.some((gate) => gate.code === 'G3' && !gate.passed);
  if (!open) return { clashes: [], themes: new Map() };
  const others = await othersOf(deps, own, moment);
  return { clashes: unresolvedClashes(own, others), themes: themesOf([own, ...others]) };
};

export const exerciseClashes = async (
  deps: ApiDeps,
  { id, state }: FiledExercise,
  moment: Moment,
  asker: Asker,
): Promise<z.output<typeof ExerciseClashes>> => {
  const own = { id, state };
  const others = await othersOf(deps, own, moment);
  const theirs = await ownNow(deps, id, asker);
  const shown = (clash: Clash): boolean => theirs === null || concerns(clash, theirs);
  const clashes = clashesWith(own, others).filter(shown);
  const unresolved = unresolvedClashes(own, others).filter(shown);
  const seen = await reachOfAll(deps, asker);
  const all = [own, ...others];
  const themes = themesOf(all);
  return {
    id,
    version: state.version,
    ...moment,
    unresolved: unresolved.length,
    clashes: clashes.map((clash) => withoutStrangers(clashView(clash, all), seen, themes)),
  };
};
