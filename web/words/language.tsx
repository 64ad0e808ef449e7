/** Vietnamese first, English by switch. Every text is a pair, so a missing translation is a type error. */
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { keep, kept } from './kept.ts';

export type Language = 'vi' | 'en';
/** What the API answers for a label or sentence. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

type Pair<T> = readonly [vi: T, en: T];
/** Arguments of a sentence are whatever the sentence takes. */
type Sentence = string | ((...args: never[]) => string);
type Dictionary = Readonly<Record<string, Pair<Sentence>>>;
type Said<D extends Dictionary> = { readonly [K in keyof D]: D[K][0] };

/** The texts of one screen: `words({ title: ['Việc của tôi', 'My tasks'], left: [(n: number) => `còn ${n}`, (n: number) => `${n} left`] })`. */
export const words = <const D extends Dictionary>(dictionary: D): Readonly<Record<Language, Said<D>>> => {
  const side = (index: 0 | 1): Said<D> =>
    Object.fromEntries(Object.entries(dictionary).map(([key, pair]) => [key, pair[index]])) as Said<D>; // key by key
  return { vi: side(0), en: side(1) };
};

interface Chosen {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}
const LanguageContext = createContext<Chosen>({ language: 'vi', choose: () => {} });

export const LanguageProvider = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const [language, setLanguage] = useState<Language>(() => (kept('language') === 'en' ? 'en' : 'vi'));
  const value = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        keep('language', next);
        document.documentElement.lang = next;
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
};

export const useLanguage = (): Chosen => use(LanguageContext);
export const useWords = <T,>(said: Readonly<Record<Language, T>>): T => said[use(LanguageContext).language];
/** Picks the side of a label of the API that the reader chose. */
export const useSay = (): ((label: Words) => string) => {
  const { language } = use(LanguageContext);
  return (label) => label[language];
};
