/** Every part of a request goes through its schema here, in the handler: no trick with headers passes around it. */
import { z } from 'zod';
import { endOfDay, type Instant, instant, LocalDate } from '../domain/time.ts';
import { Problem } from './problems/index.ts';

type Part = 'body' | 'query' | 'path';
const CODES = { body: 'invalid-body', query: 'invalid-query', path: 'invalid-path' } as const;
const MOST_ERRORS = 20;

const locales = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };

/** The library's sentence for an issue; a schema's own message where the library has none. */
export const sayIssue = (issue: z.core.$ZodIssue, language: 'vi' | 'en'): string => {
  if (issue.code === 'custom')
    return language === 'en' ? issue.message : 'Giá trị không dùng được (ký tự hoặc ngày không có thật)';
  const said = locales[language](issue as z.core.$ZodRawIssue); // a finished issue still holds what the sentence needs
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
};

/** The parsed value, or a `Problem` that names every field that does not fit, in both languages. */
export const parse = <S extends z.ZodType>(schema: S, value: unknown, part: Part): z.output<S> => {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, MOST_ERRORS);
  const errors = issues.map((issue) => ({
    path: [
      part,
      ...issue.path.map(String),
      ...(issue.code === 'unrecognized_keys' ? [issue.keys.slice(0, 5).join(',')] : []),
    ]
      .join('.')
      .slice(0, 200)
      .toWellFormed(),
    vi: sayIssue(issue, 'vi').slice(0, 500).toWellFormed(),
    en: sayIssue(issue, 'en').slice(0, 500).toWellFormed(),
  }));
  const paths = [...new Set(errors.map(({ path }) => path))].join(', ');
  throw new Problem(CODES[part], { count: result.error.issues.length, paths }, { errors });
};

const EARLIEST = '1976-01-01';
const LATEST = '2200-12-31';

/** A day means its end in Vietnam; an instant may carry any offset. */
const AsOf = z
  .union([LocalDate, z.iso.datetime({ offset: true })])
  .refine((value) => value >= EARLIEST && value <= LATEST, { message: `between ${EARLIEST} and ${LATEST}` })
  .transform((value): Instant => {
    const day = LocalDate.safeParse(value);
    return day.success ? endOfDay(day.data) : instant(Date.parse(value));
  })
  .meta({
    description: 'Answer as things stood then: a day (its end in Vietnam) or an instant',
    examples: ['2022-05-12', '2022-05-12T03:00:00Z'],
  });

export const AsOfQuery = z.strictObject({ asOf: AsOf.optional() });
export const NoQuery = z.strictObject({});

/** A whole number from an address. */
export const numberParam = (min: number, max: number) =>
  z
    .string()
    .regex(new RegExp(min === 0 ? '^\\d{1,9}$' : `^[1-9]\\d{${String(min).length - 1},${String(max).length - 1}}$`))
    .transform(Number)
    .pipe(z.int().min(min).max(max));
