/** Proofs being written: kept in this browser for this person and task, until they are sent. */
import type { Schemas } from '../client/http.ts';
import { keep, kept } from '../words/kept.ts';

export type FileKept = Schemas['EvidenceFile'];
export interface Draft {
  readonly number: string;
  readonly date: string | null;
  readonly holder: string;
  readonly note: string;
  readonly counts: Readonly<Record<string, string>>;
  /** Already on the server. */
  readonly files: readonly FileKept[];
  /** Why proof that was handed in is replaced. */
  readonly reason: string;
}
interface KeptDraft {
  /** Real time in milliseconds. */
  readonly at: number;
  readonly draft: Draft;
}

const nameOf = (user: string, exercise: string, task: string): string => `draft.${user}.${exercise}.${task}`;

const isKept = (value: unknown): value is KeptDraft =>
  typeof value === 'object' && value !== null && 'at' in value && 'draft' in value;

export const draftOf = (user: string, exercise: string, task: string): KeptDraft | null => {
  try {
    const value: unknown = JSON.parse(kept(nameOf(user, exercise, task)) ?? 'null');
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
};
export const keepDraft = (user: string, exercise: string, task: string, draft: Draft, at: number): void =>
  keep(nameOf(user, exercise, task), JSON.stringify({ at, draft } satisfies KeptDraft));
export const dropDraft = (user: string, exercise: string, task: string): void =>
  keep(nameOf(user, exercise, task), null);
