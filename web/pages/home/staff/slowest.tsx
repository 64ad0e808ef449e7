/** "Đơn vị chậm nhất": three bodies that hold most of what is overdue, and what it is. */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageLink } from '../../../parts/link.tsx';
import { useSay, useWords } from '../../../words/language.tsx';
import type { Desk } from './rows.ts';
import { said } from './words.ts';

export const Slowest = ({ desk }: { readonly desk: Desk }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <section aria-labelledby="slowest">
      <Title order={2} size="h4" id="slowest" mb="xs">
        {w.slowest}
      </Title>
      {desk.slowest.length === 0 ? (
        <p className="quiet">{w.slowestNone}</p>
      ) : (
        <ol className="slowest">
          {desk.slowest.map(({ body, name, overdue, workingDaysLate, tasks }) => (
            <li key={body}>
              <strong>{say(name)}</strong>
              <div>{w.slow(overdue, workingDaysLate)}</div>
              <ul>
                {tasks.map(({ exercise, code, title }) => (
                  <li key={`${exercise}/${code}`}>
                    <PageLink to="/viec/$exercise/$code" params={{ exercise, code }}>
                      {code} {say(title)}
                    </PageLink>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};
