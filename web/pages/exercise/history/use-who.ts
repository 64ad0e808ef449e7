/** Who did something, by body and locality as they are called today; heads by their post. Never a person's name. */
import { useMemo } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { bodyWords, headWords } from '../../../words/bodies.ts';
import { useSay } from '../../../words/language.tsx';

type Who = Pick<Schemas['Person'], 'body' | 'post'>;

/** A body that has ended, or stands in no organisation, is called by its code's usual name. */
export const useWho = (): ((by: Who) => string) => {
  const say = useSay();
  const { data } = useRead('/api/v1/organisation');
  return useMemo(() => {
    const known = new Map(
      data?.units.flatMap((unit) => unit.bodies.map(({ body, name }) => [body, { name, unit: unit.name }] as const)),
    );
    return ({ body, post }) => {
      const found = known.get(body);
      if (!found) return say(post === 'head' ? headWords(body) : bodyWords(body));
      return post === 'head' ? `${say(headWords(body))} ${say(found.unit)}` : say(found.name);
    };
  }, [data, say]);
};
