/** A new task while it is filled in, and the command that it comes to. */
import type { Command } from '../../../client/command.ts';

type AddTask = Extract<Command<'exercises'>, { type: 'AddTask' }>;
export interface Draft {
  readonly code: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly owner: string | null;
  readonly gate: string | null;
  readonly anchor: 'T' | 'E';
  readonly days: number | null;
  readonly after: readonly string[];
  readonly evidence: string | null;
  readonly reason: string;
}

/** A preview is not recorded. */
const NO_REASON_YET = '…';

/** Null while something is missing; a reason not yet typed is stood in for, so that it can be previewed. */
export const commandOf = (draft: Draft): Command<'exercises'> | null => {
  const { code, titleVi, titleEn, owner, gate, anchor, days, after, evidence, reason } = draft;
  if (!/^[A-Z]{1,2}\d{2,3}$/.test(code) || titleVi.trim() === '' || !owner || !gate || days === null) return null;
  const command: AddTask = {
    type: 'AddTask',
    code,
    titleVi: titleVi.trim(),
    ...(titleEn.trim() === '' ? {} : { titleEn: titleEn.trim() }),
    owner,
    gate: gate as AddTask['gate'], // chosen from the gates of the file
    after: [...after],
    offset: { anchor, days: anchor === 'T' ? -days : days },
    ...(evidence ? { evidence: evidence as NonNullable<AddTask['evidence']> } : {}), // chosen from kinds in use
    reason: reason.trim() || NO_REASON_YET,
  };
  return command;
};
