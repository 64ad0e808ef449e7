/** How a person is called on a task: oneself, a colleague by name where the office knows it, else body and post. */
import type { Schemas } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { useMe } from '../../session/session.tsx';
import { useWords } from '../../words/language.tsx';
import { said } from './task-words.ts';

/** People of one's own body who have an account. */
export const useColleagues = () => {
  const { acting } = useMe();
  const { data } = useRead('/api/v1/me/colleagues', {}, { enabled: acting !== null });
  return data?.colleagues ?? [];
};

export const useNameOf = (): ((person: string) => string) => {
  const { user } = useMe();
  const w = useWords(said);
  const colleagues = useColleagues();
  return (person) => {
    if (person === user.person) return w.me;
    return colleagues.find((each) => each.person === person)?.name ?? w.colleague(person);
  };
};

export const usePersonName = (): ((who: Schemas['Person']) => string) => {
  const w = useWords(said);
  const nameOf = useNameOf();
  return ({ person, post }) => (post === 'head' ? `${nameOf(person)} (${w.head})` : nameOf(person));
};
