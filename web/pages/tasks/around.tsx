/** Whom this task waits for, and who waits for it. */
import { SimpleGrid, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { TaskMark } from '../../parts/marks.tsx';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import type { Whole } from './acts.ts';
import { Held } from './held.tsx';
import { said } from './task-words.ts';
import { said as list } from './words.ts';

const TaskLink = ({
  exercise,
  code,
  title,
}: {
  readonly exercise: string;
  readonly code: string;
  readonly title: string;
}) => (
  <Link to="/viec/$exercise/$code" params={{ exercise, code }} className="plain-link">
    <strong>{code}</strong> {title}
  </Link>
);

export const Around = ({ whole }: { readonly whole: Whole }): ReactNode => {
  const { id, task, blockedBy, awaitedBy, today } = whole;
  const w = useWords(said);
  const l = useWords(list);
  const say = useSay();
  const isDone = task.status === 'verified' || task.status === 'waived';
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
      {!isDone && (
        <section aria-labelledby="waits-on">
          <Title order={2} size="h5" id="waits-on">
            {w.waitsOn}
          </Title>
          {blockedBy.length === 0 ? (
            <p className="quiet">{w.waitsOnNone}</p>
          ) : (
            <ul className="plain-list">
              {blockedBy.map(({ code, title, holderName, since }) => (
                <li key={code}>
                  <TaskLink exercise={id} code={code} title={say(title)} />
                  <div className="quiet">
                    {l.heldBy} {say(holderName)} – <Held since={since} today={today} />
                  </div>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <section aria-labelledby="awaited">
        <Title order={2} size="h5" id="awaited">
          {w.awaited}
        </Title>
        {awaitedBy.length === 0 ? (
          <p className="quiet">{w.awaitedNone}</p>
        ) : (
          <ul className="plain-list">
            {awaitedBy.map(({ code, title, ownerName, due, status }) => (
              <li key={code}>
                <TaskLink exercise={id} code={code} title={say(title)} />
                <div className="quiet">
                  {say(ownerName)} · {w.due} <span className="figures">{dateText(due)}</span> ·{' '}
                  <TaskMark status={status} />
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
    </SimpleGrid>
  );
};
