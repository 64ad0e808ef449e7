/** Read rows from stored events alone, as the live path made them. */
import type { DomainEvent, Folded } from '../domain/decider.ts';
import { deciderOf } from '../domain/registry.ts';
import { kindOf, type StreamId } from '../domain/streams.ts';
import { projectRows, type Rows } from './projections/index.ts';
import { READ_TABLES, type ReadTable } from './read-tables.ts';
import { type StoredEvent, toFact } from './stored-event.ts';

/** Takes the events of one command, command after command in order of position; gives the rows they changed. */
export type Replay = (events: readonly StoredEvent[]) => Rows;

/** A fresh replay of the whole ledger with the deciders of the product; holds one state a stream. */
export function createReplay(): Replay {
  const states = new Map<StreamId, Folded>();
  return (events) => {
    const stream = events[0]?.stream;
    if (stream === undefined) return {};
    const kind = kindOf(stream);
    const decider = deciderOf(kind);
    const before = states.get(stream) ?? decider.initial;
    const facts = events.map((event) => toFact<DomainEvent>(event));
    const after = facts.reduce((state, fact) => decider.evolve(state, fact), before);
    states.set(stream, after);
    return projectRows(kind, before, after, facts, stream);
  };
}

/** Consecutive events of one command each. */
export function groupByCommand(events: readonly StoredEvent[]): StoredEvent[][] {
  const groups: StoredEvent[][] = [];
  for (const event of events) {
    const group = groups.at(-1);
    if (group?.[0]?.commandId === event.commandId) group.push(event);
    else groups.push([event]);
  }
  return groups;
}

/** Many changes as one: of rows with the same key the last stands. */
export function mergeRows(changes: readonly Rows[]): Rows {
  const merged = new Map<string, Map<string, unknown>>();
  for (const change of changes) {
    for (const [table, rows] of Object.entries(change)) {
      const key: readonly string[] = READ_TABLES[table as ReadTable].key; // the keys of Rows
      const byKey = merged.get(table) ?? new Map<string, unknown>();
      merged.set(table, byKey);
      for (const row of rows) {
        const values: Readonly<Record<string, unknown>> = { ...row };
        byKey.set(JSON.stringify(key.map((column) => values[column])), row);
      }
    }
  }
  return Object.fromEntries([...merged].map(([table, rows]) => [table, [...rows.values()]]));
}
