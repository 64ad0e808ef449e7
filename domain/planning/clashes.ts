/**
 * Clashes across exercises: what two or more of them need at once. A city and its communes are planned together: sharing
 * days and frame is their plan, not a clash, and what burdens only themselves is a warning.
 */
import { bodyClashes } from './body-clashes.ts';
import { alive, type Clash, type FiledExercise } from './clash.ts';
import { dayClashes } from './day-clashes.ts';
import { vehicleClashes } from './vehicle-clashes.ts';

/** All clashes among these exercises, by first day, then key. */
export const clashesOf = (exercises: readonly FiledExercise[]): Clash[] => {
  const taking = alive(exercises);
  return [...dayClashes(taking), ...vehicleClashes(taking), ...bodyClashes(taking)].sort((a, b) =>
    a.from !== b.from ? (a.from < b.from ? -1 : 1) : a.key < b.key ? -1 : 1,
  );
};

/** The clashes of one exercise with others. */
export const clashesWith = (own: FiledExercise, others: readonly FiledExercise[]): Clash[] =>
  clashesOf([own, ...others]).filter((clash) => clash.exercises.includes(own.id));

/** Those that keep its plan from being approved: of severity `clash` and not accepted in its file. */
export const unresolvedClashes = (own: FiledExercise, others: readonly FiledExercise[]): Clash[] =>
  clashesWith(own, others).filter(
    (clash) => clash.severity === 'clash' && own.state.acceptedClashes[clash.key] === undefined,
  );
