/** The effects of a change as `/preview` answers them. */
import type { z } from 'zod';
import type { ExerciseState } from '../../domain/exercise/index.ts';
import { PAPERS, type Word } from '../../domain/labels/words.ts';
import type { Effects, TaskName, UpcomingRung } from '../../domain/planning/effects.ts';
import type { EffectsShown } from '../contract/index.ts';
import { distance, words } from '../words.ts';
import { clashView } from './clashes.ts';
import type { FiledExercise } from './sources.ts';

const FIRST = 30;

const named = ({ task, titleVi, titleEn }: TaskName) => ({ task, title: words(titleVi, titleEn) });

const rungs = (list: readonly UpcomingRung[], state: ExerciseState) => ({
  total: list.length,
  first: list.slice(0, FIRST).map(({ task, rung, audience, at }) => {
    const known = state.tasks[task];
    return { task, title: words(known?.titleVi ?? task, known?.titleEn ?? task), rung, audience, at };
  }),
});

const paperName = (slot: string): Word => {
  const names: Readonly<Record<string, Word>> = PAPERS;
  return names[slot] ?? words(slot, slot);
};

/** `exercises` are those that clashes name, with what their boards accepted. */
export const effectsView = (
  effects: Effects,
  [before, after]: readonly [ExerciseState, ExerciseState],
  exercises: readonly FiledExercise[],
): z.output<typeof EffectsShown> => ({
  deadlines: effects.deadlines.map((each) => ({ ...named(each), from: each.from, to: each.to, days: each.days })),
  added: effects.added.map((each) => ({ ...named(each), due: each.due })),
  dropped: effects.dropped.map(named),
  voided: effects.voided.map(named),
  papersVoided: effects.papersVoided.map(paperName),
  gatesReopened: effects.gatesReopened,
  reminders: { silenced: rungs(effects.silenced, before), sounding: rungs(effects.sounding, after) },
  overdue: effects.overdue.map((each) => ({
    ...named(each),
    due: each.due,
    days: each.days,
    text: distance(each.days === null ? null : -each.days, true),
  })),
  clashesNew: effects.clashesNew.map((clash) => clashView(clash, exercises)),
  clashesResolved: effects.clashesResolved.map((clash) => clashView(clash, exercises)),
  slack: effects.slack.map((each) => ({ ...named(each), from: each.from, to: each.to })),
});
