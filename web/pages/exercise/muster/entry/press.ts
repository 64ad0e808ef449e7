/** What one press at a desk does to the figures of a unit. Pure. */
import type { EXCUSE_NAMES } from '../../../../../domain/labels/words-drill.ts';
import type { Schemas } from '../../../../client/http.ts';
import type { MusterCommand } from '../../../../outbox/muster-queue.ts';

export const STATUSES = ['onTime', 'late', 'excused', 'unexcused'] as const;
export type DeskStatus = (typeof STATUSES)[number];
type Sent = Extract<MusterCommand, { type: 'RecordCounts' }>['counts'];
export type Excuse = keyof typeof EXCUSE_NAMES;

export interface DeskFigures {
  readonly ordered: number;
  readonly onTime: number;
  readonly late: number;
  /** By code of the excuse. */
  readonly excuses: Readonly<Record<string, number>>;
  readonly unexcused: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
export const excusedOf = ({ excuses }: DeskFigures): number => sum(Object.values(excuses));
export const notYetOf = (figures: DeskFigures): number =>
  figures.ordered - figures.onTime - figures.late - excusedOf(figures) - figures.unexcused;

/** Figures of the server with what this desk has entered since. */
export const figuresOf = ({ counts }: Pick<Schemas['DrillRow'], 'counts'>, waiting: Sent): DeskFigures => ({
  ordered: counts.ordered,
  onTime: waiting.presentOnTime ?? counts.presentOnTime,
  late: waiting.presentLate ?? counts.presentLate,
  excuses: waiting.absentExcused ?? counts.excuses,
  unexcused: waiting.absentUnexcused ?? counts.absentUnexcused,
});

export const countOf = (figures: DeskFigures, status: DeskStatus): number =>
  status === 'excused' ? excusedOf(figures) : figures[status];

/** The figure that a press changes, whole; null when it does not fit: below none, above those ordered, or no excuse chosen. */
export const pressed = (
  figures: DeskFigures,
  status: DeskStatus,
  by: number,
  excuse: Excuse | null = null,
): Sent | null => {
  if (by > notYetOf(figures)) return null;
  const changed = (before: number): number | null => (before + by < 0 ? null : before + by);
  if (status === 'excused') {
    const after = excuse === null ? null : changed(figures.excuses[excuse] ?? 0);
    return excuse === null || after === null ? null : { absentExcused: { ...figures.excuses, [excuse]: after } };
  }
  const after = changed(figures[status]);
  if (after === null) return null;
  if (status === 'onTime') return { presentOnTime: after };
  return status === 'late' ? { presentLate: after } : { absentUnexcused: after };
};
