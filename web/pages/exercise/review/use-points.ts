/** Points as they are written: at most two digits, none where they are zero. */
import { numberText } from '../../../words/format.ts';
import { useLanguage } from '../../../words/language.tsx';

export const usePoints = (): ((points: number) => string) => {
  const { language } = useLanguage();
  return (points) => numberText(points, language, Number.isInteger(points) ? 0 : Number.isInteger(points * 10) ? 1 : 2);
};
