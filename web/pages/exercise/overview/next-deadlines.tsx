/** The five open tasks that fall due first. */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Due } from '../../../parts/due.tsx';
import { PageLink } from '../../../parts/link.tsx';
import { TaskMark } from '../../../parts/marks.tsx';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { said } from './words.ts';

export const NextDeadlines = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <section aria-labelledby="next-title">
      <Title order={2} className="section-title" id="next-title">
        {w.next}
      </Title>
      {file.nextDeadlines.length === 0 ? (
        <p className="quiet">{w.nextEmpty}</p>
      ) : (
        <ul className="lines">
          {file.nextDeadlines.map((task) => (
            <li key={task.code}>
              <PageLink to="/viec/$exercise/$code" params={{ exercise: file.id, code: task.code }} className="figures">
                {task.code} {say(task.title)}
              </PageLink>
              <div className="two-ends">
                <span>
                  <TaskMark status={task.status} /> · {say(task.ownerName)}
                </span>
                <Due task={task} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <PageLink to="/dien-tap/$id/$tab" params={{ id: file.id, tab: 'viec' }} size="sm">
        {w.allTasks}
      </PageLink>
    </section>
  );
};
