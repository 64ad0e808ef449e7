/** Which acts are worth offering to a duty; the server decides in any case. */
import type { Schemas } from '../../client/http.ts';
import { useAsOf } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';

export type Programme = Schemas['Programme'];

export interface Rights {
  /** Draws up a draft: indicators, the conference. */
  readonly drafts: boolean;
  /** Signs a draft. */
  readonly signs: boolean;
  readonly keeps: boolean;
  readonly approves: boolean;
  /** May check what another body reported. */
  readonly checks: boolean;
  /** May enter an exercise that was held before there were files. */
  readonly enters: boolean;
  readonly body: string | null;
}
const NONE: Rights = {
  drafts: false,
  signs: false,
  keeps: false,
  approves: false,
  checks: false,
  enters: false,
  body: null,
};

/** Nothing is written on a past day, nor by who only reads, nor once it is closed. */
export const useRights = (file: Programme): Rights => {
  const { acting } = useMe();
  const past = useAsOf() !== undefined;
  if (!acting || past || file.phase === 'closed') return NONE;
  const { body, post } = acting;
  const keeps = file.keepers.includes(body);
  const approves = file.approvers.includes(body);
  const isParty = file.parties.some((party) => party.body === body);
  const isHead = post === 'head';
  if (file.phase === 'draft') return { ...NONE, body, drafts: keeps, signs: isHead && (approves || isParty) };
  return {
    ...NONE,
    keeps,
    approves: approves && isHead,
    checks: keeps || approves || isParty,
    enters: keeps || isParty,
    body,
  };
};

/** Codes of the bodies that open a programme of their own locality. */
const OPENERS: readonly string[] = ['SA', 'MPC', 'PC'];

/** The duty under which a programme may be opened; null for who may not. */
export const useOpener = () => {
  const { acting } = useMe();
  const past = useAsOf() !== undefined;
  return acting && !past && OPENERS.includes(acting.body.split('.').at(-1) ?? '') ? acting : null;
};
