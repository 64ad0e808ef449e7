/** Other files that change with this one, communes first of all; one that cannot follow says why. */
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { dateText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { useExerciseNames } from '../use-names.ts';
import { said } from './words.ts';

export const FollowUps = ({
  followUps,
}: {
  readonly followUps: readonly Schemas['PreviewedFollowUp'][];
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const nameOf = useExerciseNames();
  return (
    <ul className="field-errors">
      {followUps.map(({ stream, command, events, refused, from, to, deadlines }) => (
        <li key={`${stream} ${command}`}>
          <b>{nameOf(stream.slice(stream.indexOf('/') + 1))}</b>:{' '}
          {refused ? (
            <>
              {w.willNot}: {refused.messages[language].what}
            </>
          ) : from && to && from.startDate !== to.startDate ? (
            `T ${dateText(from.startDate)} → ${dateText(to.startDate)}; ${w.deadlines(deadlines)}.`
          ) : (
            events.map(({ sentence }) => say(sentence)).join(' ')
          )}
        </li>
      ))}
    </ul>
  );
};
