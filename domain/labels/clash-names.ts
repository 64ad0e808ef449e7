/** What kinds of clash are called. */
import { BodyId, codeOf, unitOf } from '../people.ts';
import { LocalDate } from '../time.ts';
import { BODIES } from './bodies.ts';
import { formatDate } from './format.ts';
import type { Word } from './words.ts';

export const CLASH_NAMES = {
  body: { vi: 'Quá tải cơ quan', en: 'Body overloaded' },
  'frame-post': { vi: 'Trùng vai trong khung tập', en: 'Frame post needed twice' },
  venue: { vi: 'Trùng địa điểm', en: 'Venue needed twice' },
  vehicle: { vi: 'Trùng phương tiện', en: 'Vehicles needed twice' },
  'opening-day': { vi: 'Trùng ngày khai mạc', en: 'Same opening day' },
  'closing-day': { vi: 'Trùng ngày bế mạc', en: 'Same closing day' },
} as const satisfies Record<string, Word>;

/** A body beside the id of its locality; anything else as it is. */
export const bodyText = (subject: string): Word => {
  const body = BodyId.safeParse(subject);
  if (!body.success) return { vi: subject, en: subject };
  const name = (language: 'vi' | 'en'): string => `${BODIES[codeOf(body.data)][language].name} (${unitOf(body.data)})`;
  return { vi: name('vi'), en: name('en') };
};

const partText = (part: string): Word => {
  const day = LocalDate.safeParse(part);
  if (!day.success) return bodyText(part.replaceAll('+', ', '));
  return { vi: formatDate(day.data), en: formatDate(day.data) };
};

/** The key of a clash as a refusal cites it; null for anything else. */
export const clashKeyText = (key: string): Word | null => {
  const kind = Object.entries(CLASH_NAMES).find(([code]) => key.startsWith(`${code}:`));
  if (!kind) return null;
  const [code, name] = kind;
  const parts = key
    .slice(code.length + 1)
    .split(':')
    .map(partText);
  const rest = (language: 'vi' | 'en'): string => parts.map((part) => part[language]).join('; ');
  return { vi: `“${name.vi}” (${rest('vi')})`, en: `"${name.en}" (${rest('en')})` };
};
