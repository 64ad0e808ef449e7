/** Duties as they are being written, and as they are sent. */
import type { Schemas } from '../../../client/http.ts';

export type User = Schemas['User'];
export type Recorded = User['duties'][number];
export interface DutyDraft {
  /** Tells rows apart while they are edited. */
  readonly key: number;
  readonly body: string | null;
  readonly post: 'head' | 'member';
  readonly from: string | null;
  readonly to: string | null;
  readonly acting: boolean;
}

export const draftsOf = (duties: readonly Recorded[]): readonly DutyDraft[] =>
  duties.map(({ body, post = 'member', from, to = null, acting = false }, key) => ({
    ...{ key, body, post, from, to, acting },
  }));
export const newDuty = (drafts: readonly DutyDraft[], today: string): DutyDraft => ({
  ...{ key: 1 + Math.max(-1, ...drafts.map(({ key }) => key)), body: null, post: 'member', from: today, to: null },
  acting: false,
});

/** What is sent; null while a row lacks its body or first day, or ends before it begins. */
export const dutiesSent = (drafts: readonly DutyDraft[]): Recorded[] | null => {
  const sent = drafts.flatMap(({ body, post, from, to, acting }): Recorded[] =>
    body && from && (to === null || to >= from) ? [{ body, post, from, to, acting }] : [],
  );
  return sent.length === drafts.length ? sent : null;
};
