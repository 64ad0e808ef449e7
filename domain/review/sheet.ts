/**
 * A scoring sheet is data (domain guide §7; no official sheet is public, so the shipped one in `default-sheet.ts` is a
 * template default): domains with points, their criteria, critical tasks, scorers with a largest gap, a set of grades.
 */
import { z } from 'zod';
import { BodyCode } from '../people.ts';

export const SheetCode = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,29}$/)
  .meta({ description: 'Code on the scoring sheet', example: 'leadership' });
const Name = z.string().trim().min(1).max(120);

export const Criterion = z
  .strictObject({
    code: SheetCode,
    nameVi: Name,
    nameEn: Name,
    points: z.number().min(0).max(100),
    critical: z.boolean().default(false).meta({ description: 'Failing it (0 points) caps the grade' }),
  })
  .readonly();
export type Criterion = z.infer<typeof Criterion>;

export const SheetDomain = z
  .strictObject({
    code: SheetCode,
    nameVi: Name,
    nameEn: Name,
    points: z.number().min(0).max(100),
    criteria: z.array(Criterion).max(40).readonly(),
    bodies: z
      .array(BodyCode)
      .max(10)
      .readonly()
      .optional()
      .meta({ description: 'Bodies whose work this domain judges; their members do not score it' }),
  })
  .readonly();
export type SheetDomain = z.infer<typeof SheetDomain>;

export const SheetGrade = z
  .strictObject({ code: SheetCode, nameVi: Name, nameEn: Name, atLeast: z.number().min(0).max(100) })
  .readonly();
export type SheetGrade = z.infer<typeof SheetGrade>;

/** Its form only; `checkSheet` says whether its figures fit together. */
export const ScoreSheet = z
  .strictObject({
    domains: z.array(SheetDomain).min(1).max(20).readonly(),
    /** Highest first; the last one is at least 0. */
    grades: z.array(SheetGrade).min(2).max(10).readonly(),
    scorers: z.int().min(1).max(5),
    largestGap: z.number().min(0).max(100),
    /** Code of the best grade that a serious safety incident or a failed critical task still allows. */
    cap: SheetCode,
  })
  .readonly()
  .meta({ id: 'ScoreSheet' });
export type ScoreSheet = z.infer<typeof ScoreSheet>;

export type SheetFault =
  | { readonly kind: 'sheet-code-twice'; readonly code: string }
  /** The points of all domains together are not 100. */
  | { readonly kind: 'sheet-not-hundred'; readonly points: number }
  /** The criteria of a domain do not add up to the domain; a domain without criteria is scored as a whole. */
  | { readonly kind: 'criteria-not-domain'; readonly domain: string; readonly points: number; readonly of: number }
  /** A grade does not ask for less than the one before it, or the last one asks for anything. */
  | { readonly kind: 'grade-order'; readonly grade: string }
  | { readonly kind: 'cap-unknown'; readonly cap: string };

const sum = (parts: readonly { readonly points: number }[]): number =>
  Math.round(parts.reduce((total, { points }) => total + points, 0) * 100) / 100;

const twice = (parts: readonly { readonly code: string }[]): SheetFault[] =>
  parts
    .filter(({ code }, index) => parts.findIndex((other) => other.code === code) !== index)
    .map(({ code }) => ({ kind: 'sheet-code-twice', code }));

/** Every fault of a sheet, none for a sound one. */
export const checkSheet = ({ domains, grades, cap }: ScoreSheet): readonly SheetFault[] => {
  const all = sum(domains);
  return [
    ...twice(domains),
    ...domains.flatMap(({ criteria }) => twice(criteria)),
    ...twice(grades),
    ...(all === 100 ? [] : [{ kind: 'sheet-not-hundred', points: all } as const]),
    ...domains.flatMap(({ code, points, criteria }): SheetFault[] =>
      criteria.length === 0 || sum(criteria) === points
        ? []
        : [{ kind: 'criteria-not-domain', domain: code, points: sum(criteria), of: points }],
    ),
    ...grades.flatMap(({ code, atLeast }, index): SheetFault[] => {
      const above = grades[index - 1];
      const isLast = index === grades.length - 1;
      return (above && above.atLeast <= atLeast) || (isLast && atLeast !== 0)
        ? [{ kind: 'grade-order', grade: code }]
        : [];
    }),
    ...(grades.some(({ code }) => code === cap) ? [] : [{ kind: 'cap-unknown', cap } as const]),
  ];
};

export const domainIn = (sheet: ScoreSheet, code: string): SheetDomain | undefined =>
  sheet.domains.find((domain) => domain.code === code);

/** Points that a domain or one of its criteria can give; undefined when the sheet does not have it. */
export const pointsOn = (sheet: ScoreSheet, domain: string, criterion?: string): number | undefined => {
  const found = domainIn(sheet, domain);
  return criterion === undefined ? found?.points : found?.criteria.find(({ code }) => code === criterion)?.points;
};
