/** The proof being written: kept in the browser at every change, given back when the page is opened again. */
import { useState } from 'react';
import { type Draft, draftOf, dropDraft, keepDraft } from '../../outbox/drafts.ts';
import { useMe } from '../../session/session.tsx';
import { useSay } from '../../words/language.tsx';
import type { Whole } from './acts.ts';

export interface Drafting {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => void;
  /** When what was given back had been kept, real time in milliseconds; null where nothing was. */
  readonly restoredAt: number | null;
  readonly isTouched: boolean;
  /** Back to what stands on file. */
  readonly discard: () => void;
}

/** What was handed in last stands in the fields, so that a returned proof is mended, not typed again. */
const fromGiven = ({ evidenceGiven }: Whole['task'], holder: string): Draft => ({
  number: evidenceGiven?.number ?? '',
  date: evidenceGiven?.date ?? null,
  holder: evidenceGiven?.holder ?? holder,
  note: evidenceGiven?.note ?? '',
  counts: Object.fromEntries(Object.entries(evidenceGiven?.counts ?? {}).map(([name, count]) => [name, String(count)])),
  files: evidenceGiven?.files ?? [],
  reason: '',
});

export const useDraft = ({ id, task }: Whole): Drafting => {
  const { user, acting } = useMe();
  const say = useSay();
  const empty = (): Draft => fromGiven(task, acting ? say(acting.name) : '');
  const [state, setState] = useState(() => {
    const kept = draftOf(user.id, id, task.code);
    return { draft: { ...empty(), ...kept?.draft }, restoredAt: kept?.at ?? null, isTouched: kept !== null };
  });
  return {
    ...state,
    change: (part) =>
      setState((before) => {
        const draft = { ...before.draft, ...(typeof part === 'function' ? part(before.draft) : part) };
        keepDraft(user.id, id, task.code, draft, Date.now());
        return { ...before, draft, isTouched: true };
      }),
    discard: () => {
      dropDraft(user.id, id, task.code);
      setState({ draft: empty(), restoredAt: null, isTouched: false });
    },
  };
};
