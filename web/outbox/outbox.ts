/**
 * What was sent while the line was down: kept in this browser for this person, sent under the same command id once the line
 * is back, so it happens once. What the server refuses stays until somebody has read why.
 */
import { useSyncExternalStore } from 'react';
import type { Command } from '../client/command.ts';
import type { ProblemShown } from '../client/http.ts';
import { keep, kept } from '../words/kept.ts';

export interface Unsent {
  readonly commandId: string;
  readonly exercise: string;
  /** Code of the task. */
  readonly task: string;
  readonly command: Command<'exercises'>;
  /** When the person pressed, real time in milliseconds. */
  readonly at: number;
  /** Why the server did not take it; null while it waits for the line. */
  readonly problem: ProblemShown | null;
}

const nameOf = (user: string): string => `outbox.${user}`;
const isUnsent = (item: unknown): item is Unsent =>
  typeof item === 'object' && item !== null && 'commandId' in item && 'command' in item && 'task' in item;

const watchers = new Set<() => void>();
const read = new Map<string, { readonly text: string | null; readonly items: readonly Unsent[] }>();

/** The same list as long as nothing changed, in this window or another. */
export const unsentOf = (user: string): readonly Unsent[] => {
  const text = kept(nameOf(user));
  const before = read.get(user);
  if (before && before.text === text) return before.items;
  let items: readonly Unsent[] = [];
  try {
    const parsed: unknown = text === null ? [] : JSON.parse(text);
    items = Array.isArray(parsed) ? parsed.filter(isUnsent) : [];
  } catch {
    // a broken note is as good as none
  }
  read.set(user, { text, items });
  return items;
};

const change = (user: string, items: readonly Unsent[]): void => {
  keep(nameOf(user), items.length === 0 ? null : JSON.stringify(items));
  for (const tell of watchers) tell();
};

/** At most one for a task: what is put last counts. */
export const putUnsent = (user: string, item: Unsent): void =>
  change(user, [...unsentOf(user).filter((each) => each.exercise !== item.exercise || each.task !== item.task), item]);
export const dropUnsent = (user: string, commandId: string): void =>
  change(
    user,
    unsentOf(user).filter((each) => each.commandId !== commandId),
  );
export const refuseUnsent = (user: string, commandId: string, problem: ProblemShown): void =>
  change(
    user,
    unsentOf(user).map((each) => (each.commandId === commandId ? { ...each, problem } : each)),
  );

const watch = (tell: () => void): (() => void) => {
  watchers.add(tell);
  addEventListener('storage', tell);
  return () => {
    watchers.delete(tell);
    removeEventListener('storage', tell);
  };
};

export const useUnsent = (user: string): readonly Unsent[] => useSyncExternalStore(watch, () => unsentOf(user));
