/** Everything that a command would change, gravest first: what becomes overdue, clashes, other files, then each deadline. */
import { IconAlertTriangle, IconBell, IconBellOff, IconCheck, IconLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { Sign } from '../../../parts/marks.tsx';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { FollowUps } from './follow-ups.tsx';
import { Holidays } from './holidays.tsx';
import { MovedDeadlines } from './moved-deadlines.tsx';
import { Part } from './part.tsx';
import { Reminders } from './reminders.tsx';
import { said } from './words.ts';

type Accepted = Extract<Schemas['Preview'], { accepted: true }>;

export const Effects = ({
  file,
  preview,
  until,
}: {
  readonly file: File;
  readonly preview: Accepted;
  /** New closing day, where days are moved. */
  readonly until: string | null;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { effects, followUps } = preview;
  return (
    <section aria-label={w.effects} className="effects">
      {effects && (
        <>
          {effects.overdue.length > 0 && (
            <Part icon={IconAlertTriangle} hue="red" title={w.overdue(effects.overdue.length)} isOpen>
              <ul className="field-errors">
                {effects.overdue.map(({ task, title, text }) => (
                  <li key={task}>
                    {task} {say(title)}: {say(text)}
                  </li>
                ))}
              </ul>
            </Part>
          )}
          {effects.voided.length > 0 && (
            <Part icon={IconAlertTriangle} hue="red" title={w.voided(effects.voided.length)} isOpen>
              {effects.voided.map(({ task }) => task).join(', ')}
            </Part>
          )}
          {effects.gatesReopened.length > 0 && (
            <Sign icon={IconAlertTriangle} hue="amber">
              {w.reopened(effects.gatesReopened.join(', '))}
            </Sign>
          )}
          {effects.clashesNew.length > 0 && (
            <Part icon={IconAlertTriangle} hue="amber" title={w.clashes(effects.clashesNew.length)} isOpen>
              <ul className="field-errors">
                {effects.clashesNew.map(({ key, text }) => (
                  <li key={key}>{say(text)}</li>
                ))}
              </ul>
            </Part>
          )}
          {effects.clashesResolved.length > 0 && (
            <Part icon={IconCheck} hue="green" title={w.resolved(effects.clashesResolved.length)}>
              <ul className="field-errors">
                {effects.clashesResolved.map(({ key, text }) => (
                  <li key={key}>{say(text)}</li>
                ))}
              </ul>
            </Part>
          )}
          {followUps.length > 0 && (
            <Part icon={IconLink} hue="blue" title={w.followUps(followUps.length)}>
              <FollowUps followUps={followUps} />
            </Part>
          )}
          <MovedDeadlines deadlines={effects.deadlines} />
          {until && <Holidays from={file.today} until={until} />}
          {effects.reminders.silenced.total > 0 && (
            <Part icon={IconBellOff} hue="grey" title={w.silenced(effects.reminders.silenced.total)}>
              <Reminders rungs={effects.reminders.silenced} />
            </Part>
          )}
          {effects.reminders.sounding.total > 0 && (
            <Part icon={IconBell} hue="blue" title={w.sounding(effects.reminders.sounding.total)}>
              <Reminders rungs={effects.reminders.sounding} />
            </Part>
          )}
        </>
      )}
    </section>
  );
};
