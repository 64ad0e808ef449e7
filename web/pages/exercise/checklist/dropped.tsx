/** Tasks of the template that this exercise does without, with the reasons. */
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { dateText, dayOf } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

export const Dropped = ({ list }: { readonly list: Schemas['Checklist'] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  if (list.dropped.length === 0) return null;
  return (
    <details className="effect">
      <summary>{w.dropped(list.dropped.length)}</summary>
      <ul className="field-errors">
        {list.dropped.map(({ task, title, reason, at }) => (
          <li key={task}>
            <b>{task}</b> {say(title)}: {reason} ({dateText(dayOf(at))})
          </li>
        ))}
      </ul>
    </details>
  );
};
