/** What is wrong with one row, said for people in both languages, in the manner of the API's other problems. */
import type { z } from 'zod';
import { type Called, explain, type RejectionBody } from '../../domain/rejection.ts';
import { sayIssue } from '../parse.ts';

export interface RowProblem {
  /** Field of the kind's column that it is about; null: about the row. */
  readonly field: string | null;
  /** Stable. */
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** A row that cannot be taken. */
export class RowFault extends Error {
  override readonly name = 'RowFault';
  readonly problems: readonly RowProblem[];
  constructor(problems: readonly RowProblem[]) {
    super(problems.map(({ code }) => code).join(', '));
    this.problems = problems;
  }
}

export const rowFault = (field: string | null, code: string, vi: string, en: string): RowFault =>
  new RowFault([{ field, code, vi, en }]);

/** The value as the schema wants it. `fields` are those that a problem may be about. Throws `RowFault`. */
export const fitting = <S extends z.ZodType>(schema: S, value: unknown, fields: readonly string[]): z.output<S> => {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new RowFault(
    result.error.issues.slice(0, 10).map((issue) => ({
      field: issue.path.map(String).findLast((part) => fields.includes(part)) ?? null,
      code: 'does-not-fit',
      vi: sayIssue(issue, 'vi').slice(0, 300).toWellFormed(),
      en: sayIssue(issue, 'en').slice(0, 300).toWellFormed(),
    })),
  );
};

type InLanguage = ((language: 'vi' | 'en') => Called) | null;

/** A rule's refusal as the problem of a row. */
export const refusedRow = (rejection: RejectionBody, fields: readonly string[], called: InLanguage): RowProblem => {
  const said = (language: 'vi' | 'en'): string => {
    const { what, who } = explain(rejection, language, called?.(language));
    return `${what} ${who}`;
  };
  const field = Object.keys(rejection.params).find((each) => fields.includes(each)) ?? null;
  return { field, code: rejection.code, vi: said('vi'), en: said('en') };
};
