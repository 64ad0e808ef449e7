/**
 * A compressed run: the deadlines before the opening are drawn together to the working days that there are (domain guide §5:
 * a commune needs at least 25). The number of days and what stays untouched are the template's.
 */
import type { Offset } from '../calendar/index.ts';
import { Rejection } from '../rejection.ts';
import type { CompressionRule, Template } from './template.ts';

/** How far a run was drawn together: from `longest` working days before the opening to `available`. */
export interface Compression {
  readonly available: number;
  readonly longest: number;
  readonly keepLast: number;
}

const daysBefore = ({ anchor, days }: Offset): number => (anchor === 'T' && days < 0 ? 0 - days : 0);

/** Throws `not-compressible` for a template without the rule, `run-too-short` with both numbers. */
export const compressionOf = (template: Template, available: number): Compression => {
  const rule: CompressionRule | null = template.compressed;
  if (!rule) throw new Rejection('not-compressible', { id: template.id, version: template.version });
  const { leastWorkingDays: least, keepLast } = rule;
  if (available < least) throw new Rejection('run-too-short', { available, least });
  return { available, longest: Math.max(0, ...template.tasks.map((task) => daysBefore(task.due))), keepLast };
};

/**
 * New offsets for old ones. None is further from the opening than `available` or than it was; what was earlier stays earlier,
 * on a day of its own as long as there are days enough, and never becomes later than another. The last `keepLast` working days and
 * all from the opening on stay as they are. A run that fits is not changed.
 */
export const drawnTogether = (
  offsets: readonly Offset[],
  { available, longest, keepLast }: Compression,
): ((offset: Offset) => Offset) => {
  if (available >= longest) return (offset) => offset;
  const keep = Math.min(keepLast, available);
  const distances = [...new Set(offsets.map(daysBefore))].filter((days) => days > keep).sort((a, b) => a - b);
  const scaled = new Map<number, number>();
  let nearer = keep;
  distances.forEach((days, index) => {
    const linear = keep + Math.round(((days - keep) * (available - keep)) / (longest - keep));
    const roomFor = available - (distances.length - 1 - index);
    const distance = Math.max(nearer, Math.min(available, roomFor, Math.max(nearer + 1, linear)));
    scaled.set(days, distance);
    nearer = distance;
  });
  return (offset) => {
    const days = scaled.get(daysBefore(offset));
    return days === undefined ? offset : { anchor: 'T', days: 0 - days };
  };
};
