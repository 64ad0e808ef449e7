/** `12 kB`, `3,4 MB`. */
import { numberText } from '../../words/format.ts';
import type { Language } from '../../words/language.tsx';

export const sizeText = (bytes: number, language: Language): string =>
  bytes < 1_000_000
    ? `${numberText(Math.max(1, Math.round(bytes / 1000)), language)} kB`
    : `${numberText(bytes / 1_000_000, language, 1)} MB`;
