/**
 * Protection of state secrets (Law 117/2025/QH15, in force 1 March 2026; domain guide §10): levels, what may be kept of a
 * secret item, and the check that no text sent here bears a secrecy marking.
 */
import { z } from 'zod';
import { Rejection } from './rejection.ts';
import { Paper, text } from './text.ts';
import type { Instant } from './time.ts';

/** From open to most secret; the last three are the levels of state secrets. */
export const LEVELS = ['normal', 'internal', 'mat', 'toiMat', 'tuyetMat'] as const;
export const Level = z.enum(LEVELS).meta({ id: 'ClassificationLevel' });
export type Level = z.infer<typeof Level>;

/** On what a level rests: a numbered paper, or the item of the official list of secrets. */
export const Basis = z.union([Paper, text(200)]);
export type Basis = z.infer<typeof Basis>;

export interface Classification {
  readonly level: Level;
  /** Body or post that decided it. */
  readonly decidedBy: string;
  readonly basis: Basis;
  /** Stands for the item wherever it is shown; null: the usual neutral words. */
  readonly label: string | null;
  readonly at: Instant;
}

/** Whether only register number, date, holder and a neutral label may be kept. */
export const isStateSecret = (level: Level): boolean => LEVELS.indexOf(level) >= LEVELS.indexOf('mat');
export const isLower = (level: Level, than: Level): boolean => LEVELS.indexOf(level) < LEVELS.indexOf(than);

/** What may be said of a secret item where a reason is asked for (template default). */
export const NEUTRAL_REASONS = [
  'Thiếu số đăng ký',
  'Sai ngày đăng ký',
  'Sai nơi giữ',
  'Chưa đúng thể thức',
  'Theo văn bản đã đăng ký',
  'Không áp dụng',
] as const;

/** What a task that is kept by register number may be called (template default). */
export const NEUTRAL_TITLE = { vi: 'Việc chỉ ghi số đăng ký', en: 'Task kept by register number only' } as const;

/**
 * Markings as stamped or typed on secret papers. In capitals anywhere; in any letter case inside brackets, after
 * "độ mật:", or as a line of its own. Ordinary words (bí mật, bảo mật, mật danh, mật khẩu, mật độ) are none.
 */
const MARKINGS: readonly RegExp[] = [
  /(?<!\p{L})(?:TUYỆT|TỐI|ĐỘ)\s+MẬT(?!\p{L})(?!\s+(?:DANH|KHẨU|ĐỘ|MÃ|THƯ|VỤ)(?!\p{L}))/u,
  /[[(]\s*(?:tuyệt\s+|tối\s+)?mật\s*[\])]/iu,
  /(?<!\p{L})độ\s+mật\s*[:=–-]/iu,
  /^[\s*"“”'.:–-]*(?:tuyệt\s+|tối\s+)?mật[\s*"“”'.:–-]*$/imu,
];

/** Whether a text bears a secrecy marking; invisible characters do not hide one. */
export const bearsMarking = (value: string): boolean => {
  const plain = value.normalize('NFC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
  return MARKINGS.some((marking) => marking.test(plain));
};

const markedField = (value: unknown, path: string): string | null => {
  if (typeof value === 'string') return bearsMarking(value) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const field = path === '' ? key : `${path}.${key}`;
    if (!Array.isArray(value) && bearsMarking(key)) return path === '' ? key : path;
    const found = markedField(part, field);
    if (found !== null) return found;
  }
  return null;
};

/** Refuses a command any of whose texts bears a secrecy marking, with `secret-marked` naming the field; never the text. */
export const refuseMarked = (command: { readonly type: string }): void => {
  const field = markedField(command, '');
  if (field !== null) throw new Rejection('secret-marked', { field });
};
