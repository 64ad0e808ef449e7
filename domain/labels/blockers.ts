/** What keeps a gate shut, by the short codes that events and refusals cite. */
import { clashKeyText } from './clash-names.ts';
import { BLOCKERS, PAPERS, type Word } from './words.ts';

const WORDS: Readonly<Record<string, Word>> = { ...PAPERS, ...BLOCKERS };
const ISSUE = 'issue:';

/** Null for the code of a task or of a gate. */
export const blockerText = (code: string): Word | null => {
  if (code.startsWith(ISSUE)) {
    const issue = code.slice(ISSUE.length);
    return { vi: `tồn tại ${issue}`, en: `issue ${issue}` };
  }
  return clashKeyText(code) ?? (Object.hasOwn(WORDS, code) ? (WORDS[code] ?? null) : null);
};
