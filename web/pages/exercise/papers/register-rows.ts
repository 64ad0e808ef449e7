/** Rows of the register: the chain in its order with the gaps in it, then what was revoked. */
import type { Schemas } from '../../../client/http.ts';
import type { Slot } from './slots.ts';

export type Papers = Schemas['Papers'];
type OnFile = Papers['papers'][number];
type Missing = Papers['missing'][number];
export type Row = { readonly slot: Slot; readonly on: OnFile | null; readonly missing: Missing | null };

/** In force in the order of the chain with the gaps between them, then revoked ones. */
export const registerRows = ({ papers, missing }: Pick<Papers, 'papers' | 'missing'>): Row[] => {
  const order = Object.keys(PAPER_ORDER) as Slot[]; // keys of the record
  const inForce = papers.filter(({ state }) => state !== 'revoked');
  return [
    ...order.flatMap((slot): Row[] => {
      const on = inForce.find((each) => each.slot === slot);
      const gap = missing.find((each) => each.slot === slot);
      if (on) return [{ slot, on, missing: null }];
      return gap ? [{ slot, on: null, missing: gap }] : [];
    }),
    ...papers.filter(({ state }) => state === 'revoked').map((on) => ({ slot: on.slot, on, missing: null })),
  ];
};
const PAPER_ORDER: Readonly<Record<Slot, true>> = {
  directive: true,
  resolution: true,
  standingDirective: true,
  steering: true,
  organising: true,
  directing: true,
  support: true,
  frame: true,
  intent: true,
  plan: true,
  calendar: true,
  budget: true,
};
