/** What anybody is told, and how far it may be held back. */
import { z } from 'zod';

export const NOTICE_KINDS = [
  'reminder',
  'escalation',
  'urging',
  'assignment',
  'return',
  'gate',
  'alarm',
  'digest',
] as const;
export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Outside channels; the inbox takes everything. */
export const CHANNELS = ['mail', 'webhook'] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

/** What the ladder demands at once: no preference mutes it, no quiet hour holds it. */
const URGENT: readonly NoticeKind[] = ['escalation', 'urging', 'alarm'];
export const isUrgent = (kind: NoticeKind): boolean => URGENT.includes(kind);

/** Kinds that a person may take off his own mail. */
export const MUTABLE_KINDS = ['reminder', 'assignment', 'return', 'gate', 'digest'] as const satisfies NoticeKind[];
export const MutableKind = z.enum(MUTABLE_KINDS);
export type MutableKind = z.infer<typeof MutableKind>;

/** What a body that wants one paper a day gets by that paper alone. */
export const isForDigest = (kind: NoticeKind): boolean =>
  kind === 'reminder' || kind === 'assignment' || kind === 'gate';
