/** How the figures of units that report counts rose from report to report: they have no times of arrival, only of reporting. */
import { type StoredEvent, toFact } from '../../db/event-store.ts';
import type { Fact } from '../../domain/decider.ts';
import { type DrillEvent, type DrillState, KINDS, type Kind } from '../../domain/drill/index.ts';
import type { Instant } from '../../domain/time.ts';

export interface Reported {
  readonly kind: Kind;
  readonly points: readonly { readonly at: Instant; readonly present: number }[];
}

interface Came {
  readonly onTime: number;
  readonly late: number;
}
type CountEvent = Extract<DrillEvent, { type: 'CountsRecorded' | 'CountsCorrected' }>;

const isCount = (event: StoredEvent): boolean => event.type === 'CountsRecorded' || event.type === 'CountsCorrected';

/** Whether anything was reported by hand; without it the events need not be read. */
export const hasReports = ({ rows }: DrillState): boolean =>
  Object.values(rows).some(
    ({ source, counts }) => source === 'counts' && counts.presentOnTime + counts.presentLate > 0,
  );

/** Present of the units in `state` that report counts, after each report; a kind without any has no points. */
export const reportedCurve = (state: DrillState, events: readonly StoredEvent[]): Reported[] =>
  KINDS.map((kind) => {
    const rows = new Map<string, Came>();
    const points: { at: Instant; present: number }[] = [];
    for (const event of events.filter(isCount)) {
      const fact: Fact<CountEvent> = toFact(event);
      const row = state.rows[`${fact.unit}/${fact.kind}`];
      if (fact.kind !== kind || row?.source !== 'counts') continue;
      const before = rows.get(fact.unit) ?? { onTime: 0, late: 0 };
      const { presentOnTime: onTime = before.onTime, presentLate: late = before.late } = fact.counts;
      if (onTime === before.onTime && late === before.late) continue;
      rows.set(fact.unit, { onTime, late });
      const present = [...rows.values()].reduce((sum, each) => sum + each.onTime + each.late, 0);
      points.push({ at: fact.type === 'CountsRecorded' ? fact.occurredAt : fact.at, present });
    }
    return { kind, points: points.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) };
  });
