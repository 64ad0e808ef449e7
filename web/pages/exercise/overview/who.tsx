/** Who did something and when, as far as offices say it: body, post, instant; never a person's name. */
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { bodyWords, headWords } from '../../../words/bodies.ts';
import { dateText, instantText } from '../../../words/format.ts';
import { useSay } from '../../../words/language.tsx';

/** The head of a body is called by his post, others by the body. */
export const useWho = (): ((by: Schemas['Person']) => string) => {
  const say = useSay();
  return ({ body, post }) => say(post === 'head' ? headWords(body) : bodyWords(body));
};

export const WhoWhen = ({ by, at }: { readonly by: Schemas['Person']; readonly at: string }): ReactNode => {
  const who = useWho();
  return (
    <span>
      {who(by)}, <span className="figures">{instantText(at)}</span>
    </span>
  );
};

/** `12-NQ/ĐUQS ngày 20/01/2022 (Đảng ủy Quân sự thành phố)`. */
export const paperLine = ({ number, date, issuer }: Schemas['PaperShown'], language: 'vi' | 'en'): string =>
  `${number} ${language === 'vi' ? 'ngày' : 'of'} ${dateText(date)} (${issuer})`;
