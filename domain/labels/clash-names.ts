/** What kinds of clash are called. */
import type { Word } from './words.ts';

export const CLASH_NAMES = {
  body: { vi: 'Quá tải cơ quan', en: 'Body overloaded' },
  'frame-post': { vi: 'Trùng vai trong khung tập', en: 'Frame post needed twice' },
  venue: { vi: 'Trùng địa điểm', en: 'Venue needed twice' },
  vehicle: { vi: 'Trùng phương tiện', en: 'Vehicles needed twice' },
  'opening-day': { vi: 'Trùng ngày khai mạc', en: 'Same opening day' },
  'closing-day': { vi: 'Trùng ngày bế mạc', en: 'Same closing day' },
} as const satisfies Record<string, Word>;

/** The key of a clash as a refusal cites it; null for anything else. */
export const clashKeyText = (key: string): Word | null => {
  const kind = Object.entries(CLASH_NAMES).find(([code]) => key.startsWith(`${code}:`));
  if (!kind) return null;
  const [code, name] = kind;
  const rest = key.slice(code.length + 1).replaceAll(':', ', ');
  return { vi: `${name.vi} (${rest})`, en: `${name.en} (${rest})` };
};
