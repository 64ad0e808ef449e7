/** Pieces that every route is described and answered with. */
import type { z } from 'zod';
import { ProblemBody } from './contract/index.ts';
import { PATIENCE_MS } from './deps.ts';
import { PROBLEM_TYPE } from './errors.ts';
import { Problem, type ProblemCode } from './problems/index.ts';

/** A response as the document shows it. */
export const shown = (description: string, schema: z.ZodType, type = 'application/json') => ({
  description,
  content: { [type]: { schema } },
});
const PROBLEM = PROBLEM_TYPE.split(';')[0] ?? PROBLEM_TYPE;
const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request is malformed',
  401: 'Sign-in needed',
  403: 'Seen, but not his to do',
  404: 'No such thing, or not visible',
  405: 'Method not allowed',
  409: 'A rule refuses it',
  412: 'The file has changed since `expectedVersion`',
  413: 'Body larger than 256 KB',
  415: 'Only application/json',
  422: 'The content is invalid',
  429: 'Too many; try again later, or with fewer at once',
  500: 'A fault of the program or of the data',
  503: 'Store or engine not available now; repeating is safe',
};
export const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, shown(DESCRIPTIONS[status] ?? '', ProblemBody, PROBLEM)]));

/** The work's own result, or the problem once the caller has waited long enough. */
export const within = async <T>(work: Promise<T>, code: ProblemCode, ms = PATIENCE_MS): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem(code)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
