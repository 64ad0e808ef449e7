/** Which rows of the register are shown, by the address of the page. */
import type { Schemas } from '../../client/http.ts';
import type { View } from '../../parts/view.ts';
import { plain } from '../../words/format.ts';

export type Row = Schemas['RegisterRow'];
export const KINDS = ['paper', 'evidence', 'amendment', 'revocation'] as const;

/** Numbers, issuers, subjects and exercises; without accents, every word anywhere. */
export const matching = (rows: readonly Row[], { tim, loai, dt, tt }: View): Row[] => {
  const words = plain(tim ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return rows.filter((row) => {
    if ((loai && row.kind !== loai) || (dt && row.exercise !== dt) || (tt && row.state !== tt)) return false;
    if (words.length === 0) return true;
    const text = plain(
      `${row.number} ${row.issuer ?? ''} ${row.subject.vi} ${row.subject.en} ${row.exerciseName} ${row.task ?? ''}`,
    );
    return words.every((word) => text.includes(word));
  });
};

/** Each value with how many rows bear it, in the order first met. */
export const counted = <T extends string>(values: readonly T[]): (readonly [T, number])[] => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
};
