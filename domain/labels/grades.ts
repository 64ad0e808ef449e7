/** Names of the shipped grades; a sheet with grades of its own brings their names along. */
import type { Language } from './format.ts';

export const GRADE_NAMES = {
  excellent: ['Giỏi', 'excellent'],
  good: ['Khá', 'good'],
  pass: ['Đạt', 'pass'],
  fail: ['Không đạt', 'fail'],
} as const;

/** The label of a grade; one that is not known stands as it is. */
export const gradeName = (grade: string, language: Language): string =>
  Object.entries(GRADE_NAMES).find(([code]) => code === grade)?.[1][language === 'vi' ? 0 : 1] ?? grade;
