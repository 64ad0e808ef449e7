/** What is wrong with each field, by the rules of the forms and by what the server says of them. */
import { Refused } from '../../client/http.ts';
import { addDays } from '../../words/format.ts';
import type { Language } from '../../words/language.tsx';
import { type Draft, isId } from './draft.ts';
import type { said } from './words.ts';

export type Field = 'exerciseType' | 'orgUnit' | 'theme' | 'codeName' | 'startDate' | 'endDate' | 'id';
export type Errors = Readonly<Partial<Record<Field, string>>>;
type W = (typeof said)['vi'];
const MOST_DAYS = 30;

export const stepErrors = (draft: Draft, step: number, today: string, w: W): Errors => {
  const { type, unit, theme, start, end, id } = draft;
  if (step === 1)
    return {
      ...(type ? {} : { exerciseType: w.required }),
      ...(unit ? {} : { orgUnit: w.required }),
      ...(theme.trim() ? {} : { theme: w.required }),
    };
  if (step === 2)
    return {
      ...(start ? (start <= today ? { startDate: w.inPast } : {}) : { startDate: w.required }),
      ...(end
        ? start && (end < start || end > addDays(start, MOST_DAYS))
          ? { endDate: w.endBefore }
          : {}
        : { endDate: w.required }),
    };
  return step === 4 && !isId(id) ? { id: w.fileForm } : {};
};

/** The server's word on each field of the first plan. */
export const serverErrors = (error: Error | null, language: Language): Errors => {
  if (!(error instanceof Refused)) return {};
  const found: Partial<Record<Field, string>> = {};
  for (const { path, vi, en } of error.problem.errors ?? []) {
    const field = path.split('.').at(-1) as Field; // looked up below only
    found[field] ??= { vi, en }[language];
  }
  return found;
};
