/** What is wrong with a plan file, in words: the path in the file and a sentence in both languages. */
import type { z } from 'zod';

export interface PlanFault {
  /** As one would write it: `exercises[2].endDate`. */
  readonly path: string;
  readonly vi: string;
  readonly en: string;
}

const join = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  ) || '(file)';

/** Sentences of a rule of our own travel in `params`; the rest are made from the issue itself. */
const words = (issue: z.core.$ZodIssue): readonly [vi: string, en: string] => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? ['thiếu trường này', 'this field is missing']
        : [`cần kiểu ${issue.expected}`, `must be of type ${issue.expected}`];
    case 'invalid_value':
      return [`phải là một trong: ${issue.values.join(', ')}`, `must be one of: ${issue.values.join(', ')}`];
    case 'invalid_format':
      return ['sai định dạng', 'is not in the right form'];
    case 'too_small':
      return [`nhỏ hơn mức ${issue.minimum}`, `is below ${issue.minimum}`];
    case 'too_big':
      return [`vượt mức ${issue.maximum}`, `is above ${issue.maximum}`];
    case 'custom':
      return [
        typeof issue.params?.vi === 'string' ? issue.params.vi : 'giá trị không hợp lệ',
        issue.message === 'Invalid input' ? 'is not valid' : issue.message,
      ];
    default:
      return ['giá trị không hợp lệ', issue.message];
  }
};

export const describeIssue = (issue: z.core.$ZodIssue): PlanFault[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: join([...issue.path, key]),
      vi: 'không có trường này',
      en: 'is not a known field',
    }));
  const [vi, en] = words(issue);
  return [{ path: join(issue.path), vi, en }];
};
