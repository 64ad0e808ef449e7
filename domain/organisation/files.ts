/** Which files a reform concerns: the ongoing exercises, drills, reviews and programmes that name one of the units or bodies. */
import type { Context } from '../decider.ts';
import type { StreamId } from '../streams.ts';

/** True when the name stands anywhere in a file, as a value or as a key; a locality also in the ids of its bodies. */
const names = (value: unknown, wanted: ReadonlySet<string>): boolean => {
  if (typeof value === 'string') return wanted.has(value) || wanted.has(value.replace(/\.[A-Z]+$/, ''));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => wanted.has(key) || names(inner, wanted));
};

/** In the order of their ids. A file that names them only in what is done is listed too; it then has nothing to change. */
export const filesNaming = (context: Context, wanted: ReadonlySet<string>): StreamId[] =>
  [...context.others]
    .filter(([, state]) => names(state, wanted))
    .map(([stream]) => stream)
    .sort();
