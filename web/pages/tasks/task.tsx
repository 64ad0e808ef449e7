/** `/viec/:exercise/:code`: one task, from what is asked to what was done (ux §7). */
import { Stack } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWriting } from '../../client/command.ts';
import { useRead } from '../../client/read.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useAsOf } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { actsFor, type Whole } from './acts.ts';
import { Around } from './around.tsx';
import { Returned, StateMark, TaskFacts, Wanted } from './facts.tsx';
import { NextStep } from './next.tsx';
import { Steps } from './steps.tsx';
import { Comments, TaskHistory } from './talk.tsx';
import { said } from './task-words.ts';
import './task.css';
import { ToldAbout } from './told.tsx';
import { said as list } from './words.ts';

const Writing = ({ whole: { id, task } }: { readonly whole: Whole }): ReactNode => {
  const l = useWords(list);
  return <output className="quiet">{useWriting(id, task.code) ? l.writing : ''}</output>;
};

const Task = ({ whole }: { readonly whole: Whole }): ReactNode => {
  const { acting, user, group } = useMe();
  const w = useWords(said);
  const l = useWords(list);
  const say = useSay();
  const asOf = useAsOf();
  const who = acting && asOf === undefined ? { body: acting.body, post: acting.post, person: user.person } : null;
  const acts = actsFor(whole, who);
  const { task } = whole;
  return (
    <>
      <nav className="task-path no-print" aria-label={w.path}>
        <Link to={group === 'department' ? '/' : '/viec'} className="plain-link">
          {w.back}
        </Link>
        <span aria-hidden>/</span>
        <Link to="/dien-tap/$id" params={{ id: whole.id }} className="plain-link">
          {whole.theme}
        </Link>
      </nav>
      <p className="print-only">
        {whole.theme} · {l.printedOn(dateText(whole.today))}
      </p>
      <PageHead
        title={`${task.code} ${say(task.title)}`}
        aside={
          <>
            <StateMark whole={whole} />
            <Writing whole={whole} />
          </>
        }
      />
      <div className="task-page">
        <Stack gap="lg" className="task-main">
          <Returned whole={whole} />
          <Wanted whole={whole} />
          <TaskFacts whole={whole} />
        </Stack>
        {who && (
          <div className="task-next">
            <NextStep whole={whole} acts={acts} />
          </div>
        )}
        <Stack gap="lg" className="task-rest">
          <Around whole={whole} />
          <Steps whole={whole} />
          <Comments whole={whole} acts={acts} />
          <ToldAbout whole={whole} />
          <TaskHistory whole={whole} />
        </Stack>
      </div>
    </>
  );
};

export const Page = (): ReactNode => {
  const { exercise = '', code = '' } = useParams({ strict: false }) as { exercise?: string; code?: string }; // of this route
  const asOf = useAsOf();
  const w = useWords(said);
  const read = useRead(
    '/api/v1/exercises/{id}/tasks/{code}',
    { path: { id: exercise, code }, query: asOf ? { asOf } : {} },
    { keepLast: asOf !== undefined },
  );
  if (read.data === undefined)
    return (
      <>
        <PageHead title={`${w.toDo} ${code}`} />
        <Shown read={read}>{() => null}</Shown>
      </>
    );
  return <Task key={`${exercise}/${code}`} whole={read.data} />;
};
