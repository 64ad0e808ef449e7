/** Which acts are worth offering to a duty; the server decides in any case. */
import type { Schemas } from '../../client/http.ts';
import { useAsOf } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';

export type Programme = Schemas['Programme'];

export interface Rights {
  readonly keeps: boolean;
  readonly approves: boolean;
  /** May check what another body reported. */
  readonly checks: boolean;
  readonly body: string | null;
}

/** Nothing is written on a past day, nor by who only reads. */
export const useRights = (file: Programme): Rights => {
  const { acting } = useMe();
  const past = useAsOf() !== undefined;
  if (!acting || past || file.phase !== 'inForce') return { keeps: false, approves: false, checks: false, body: null };
  const { body, post } = acting;
  const keeps = file.keepers.includes(body);
  const approves = file.approvers.includes(body);
  return {
    keeps,
    approves: approves && post === 'head',
    checks: keeps || approves || file.parties.some((party) => party.body === body),
    body,
  };
};
