/** Whether a ladder can be climbed; serves the template editor and an exercise that sets its own. */
import { type Ladder, UNDECIDED, URGED } from './data.ts';

export interface LadderFault {
  /**
   * - `rung-twice`: two rungs have this id, so neither could be told from the other once it has sounded.
   * - `rung-reserved`: the id belongs to the rung for undecided requests, or to that of urging by hand.
   * - `no-owner-before`: the owner would first hear of a deadline when it is missed.
   * - `quiet-backwards`: the range ends before it begins.
   */
  readonly kind: 'rung-twice' | 'rung-reserved' | 'no-owner-before' | 'quiet-backwards';
  /** Id of the rung, the range, or `rungs` for all of them. */
  readonly where: string;
}

/** Every fault of a ladder, none for a sound one. */
export const checkLadder = ({ rungs, quiet }: Ladder): readonly LadderFault[] => {
  const ids = rungs.map(({ id }) => id);
  const twice = new Set(ids.filter((id, n) => ids.indexOf(id) !== n));
  return [
    ...[...twice].map((where): LadderFault => ({ kind: 'rung-twice', where })),
    ...[UNDECIDED, URGED].flatMap((where): LadderFault[] =>
      ids.includes(where) ? [{ kind: 'rung-reserved', where }] : [],
    ),
    ...(rungs.some(({ audience, days }) => audience === 'owner' && days < 0)
      ? []
      : [{ kind: 'no-owner-before', where: 'rungs' } as const]),
    ...quiet
      .filter(({ from, to }) => to < from)
      .map(({ from, to }): LadderFault => ({ kind: 'quiet-backwards', where: `${from}–${to}` })),
  ];
};
