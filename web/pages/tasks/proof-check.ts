/** What is checked before a proof is sent, so that nobody waits for the server to learn of a slip. Pure. */
import type { Draft } from '../../outbox/drafts.ts';

export type Slip =
  | 'numberMissing'
  | 'numberForm'
  | 'dateMissing'
  | 'dateFuture'
  | 'holderMissing'
  | 'lateUnexplained'
  | 'countForm'
  | 'reasonMissing';
export interface Slips {
  readonly number?: Slip;
  readonly date?: Slip;
  readonly holder?: Slip;
  readonly note?: Slip;
  readonly reason?: Slip;
  /** By the name of the count. */
  readonly counts: Readonly<Record<string, Slip>>;
}

export interface Asked {
  /** Business day. */
  readonly today: string;
  readonly due: string;
  readonly referenceOnly: boolean;
  /** Names of the figures that the kind of evidence asks for. */
  readonly counts: readonly string[];
  /** Proof that was handed in is replaced: the reason is asked for. */
  readonly replaces: boolean;
}

/** Figures by kind of evidence (the kinds of `domain/template`); other kinds ask for none. */
const COUNTS: Readonly<Record<string, readonly string[]>> = {
  planSessions: ['Số buổi'],
  sessionCounts: ['Số buổi'],
  attendance: ['Triệu tập', 'Có mặt'],
  attendanceIssues: ['Triệu tập', 'Có mặt', 'Tồn tại'],
  issueList: ['Tồn tại'],
  closedIssues: ['Đã khắc phục'],
  countSheet: ['Số lượng'],
  countsIssued: ['Số lệnh đã phát'],
};
export const countsOf = (kind: string | undefined): readonly string[] => COUNTS[kind ?? ''] ?? [];

/** `1.234`, `1 234` or `1234` → 1234; null for what is no whole number up to a million. */
export const readCount = (typed: string): number | null => {
  const bare = typed.trim().replace(/(?<=\d)[.\s](?=\d{3}(\D|$))/g, '');
  return /^\d{1,7}$/.test(bare) && Number(bare) <= 1_000_000 ? Number(bare) : null;
};

const numberSlip = (number: string): Slip | undefined => {
  if (number.trim() === '') return 'numberMissing';
  return /\d/.test(number) ? undefined : 'numberForm';
};
const dateSlip = (date: string | null, today: string): Slip | undefined => {
  if (date === null) return 'dateMissing';
  return date > today ? 'dateFuture' : undefined;
};

/** Figures may be left empty; a paper of after the deadline needs a word of why, where a word may be kept. */
export const slipsOf = (draft: Draft, asked: Asked): Slips => {
  const number = numberSlip(draft.number);
  const date = dateSlip(draft.date, asked.today);
  const isLate = draft.date !== null && draft.date > asked.due;
  return {
    ...(number ? { number } : {}),
    ...(date ? { date } : {}),
    ...(draft.holder.trim() === '' ? { holder: 'holderMissing' as const } : {}),
    ...(isLate && !date && !asked.referenceOnly && draft.note.trim() === ''
      ? { note: 'lateUnexplained' as const }
      : {}),
    ...(asked.replaces && draft.reason.trim() === '' ? { reason: 'reasonMissing' as const } : {}),
    counts: Object.fromEntries(
      asked.counts.flatMap((name) => {
        const typed = draft.counts[name] ?? '';
        return typed.trim() === '' || readCount(typed) !== null ? [] : [[name, 'countForm' as const]];
      }),
    ),
  };
};

export const isSound = ({ counts, ...rest }: Slips): boolean =>
  Object.keys(rest).length === 0 && Object.keys(counts).length === 0;

/** What is sent. The date must be there. */
export const evidenceOf = (draft: Draft, asked: Asked) => {
  const counts = Object.fromEntries(
    asked.counts.flatMap((name) => {
      const count = readCount(draft.counts[name] ?? '');
      return count === null ? [] : [[name, count]];
    }),
  );
  const note = draft.note.trim();
  return {
    number: draft.number.trim(),
    date: draft.date ?? '',
    holder: draft.holder.trim(),
    ...(asked.referenceOnly || note === '' ? {} : { note }),
    ...(asked.referenceOnly || Object.keys(counts).length === 0 ? {} : { counts }),
    ...(asked.referenceOnly || draft.files.length === 0 ? {} : { files: [...draft.files] }),
  };
};
