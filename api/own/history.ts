/** The history of a file as a body reads it: what it did itself, what was done to its tasks, what it was told. */
import type { StoredEvent } from '../../db/event-store.ts';
import { isCommune } from '../../domain/access/index.ts';
import { type BodyId, unitOf } from '../../domain/people.ts';

interface Named {
  readonly bodies: readonly BodyId[];
  /** Codes of its tasks or corrective actions. */
  readonly subjects: ReadonlySet<string>;
}

const SUBJECTS = ['task', 'action'] as const;
const ADDRESSEES = ['to', 'owner', 'keeper'] as const;

/** True for an event that speaks of the body's own work and of nothing else. */
export const isAbout = (event: Pick<StoredEvent, 'by' | 'data'>, { bodies, subjects }: Named): boolean => {
  if (bodies.includes(event.by.body)) return true;
  const { data } = event;
  const says = (key: string): string | null => {
    const value = data[key];
    return typeof value === 'string' ? value : null;
  };
  if (SUBJECTS.some((key) => subjects.has(says(key) ?? ''))) return true;
  const { added } = data;
  if (typeof added === 'object' && added !== null && 'code' in added && subjects.has(String(added.code))) return true;
  if (bodies.some((body) => isCommune(body) && unitOf(body) === says('unit'))) return true;
  return ADDRESSEES.some((key) => bodies.some((body) => body === says(key)));
};
