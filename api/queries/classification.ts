/** How secret an item of a file is, as every view shows it. */
import type { z } from 'zod';
import { classificationOf, type ExerciseState, type Subject } from '../../domain/exercise/index.ts';
import { LEVEL_NAMES } from '../../domain/labels/words.ts';
import type { ClassificationShown } from '../contract/index.ts';

export const classificationView = (
  state: ExerciseState,
  subject: Subject,
): z.output<typeof ClassificationShown> | null => {
  const found = classificationOf(state, subject);
  return found && { ...found, levelName: LEVEL_NAMES[found.level] };
};
