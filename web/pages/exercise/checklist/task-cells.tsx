/** What the cells of a task say. */
import { Text } from '@mantine/core';
import { IconLock, IconSquareRotated } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWriting } from '../../../client/command.ts';
import type { Schemas } from '../../../client/http.ts';
import { PageLink } from '../../../parts/link.tsx';
import { Sign, TaskMark } from '../../../parts/marks.tsx';
import { dateText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

type Task = Schemas['Task'];
interface Of {
  readonly task: Task;
}

/** The title leads to the task, and the whole row with it. */
export const TitleCell = ({ task }: Of): ReactNode => {
  const say = useSay();
  const w = useWords(said);
  return (
    <>
      <Link
        to="/viec/$exercise/$code"
        params={{ exercise: task.exercise, code: task.code }}
        className="row-link"
        data-row={task.code}
      >
        <b className="figures">{task.code}</b> {say(task.title)}
      </Link>
      <Text component="div" size="sm" c="dimmed" className="marks">
        {task.isGateTask && (
          <Sign icon={IconSquareRotated} hue="blue">
            {w.gateTask(task.gate)}
          </Sign>
        )}
        {task.referenceOnly && (
          <Sign icon={IconLock} hue="grey">
            {w.refOnly}
          </Sign>
        )}
        {task.origin === 'added' && <span>{w.added}</span>}
        {task.extendedBy > 0 && <span>{w.extended(task.extendedBy)}</span>}
        {task.extension && <span>{w.asks(dateText(task.extension.until))}</span>}
      </Text>
    </>
  );
};

export const StateCell = ({ task }: Of): ReactNode => {
  const say = useSay();
  const w = useWords(said);
  const writing = useWriting(task.exercise, task.code);
  if (writing) return <span>{w.writing}</span>;
  return (
    <>
      <TaskMark status={task.status} />
      {task.status === 'waiting' && task.waitsOn.length > 0 && (
        <Text size="sm" c="dimmed">
          {w.waits(task.waitsOn.join(', '))}
        </Text>
      )}
      {task.status === 'submitted' && (
        <Text size="sm" c="dimmed">
          {w.with(say(task.holderName))}
        </Text>
      )}
      {task.status === 'returned' && task.returned && (
        <Text size="sm" c="dimmed">
          “{task.returned.reason}”
        </Text>
      )}
    </>
  );
};

/** What was given, else what is wanted. */
export const ProofCell = ({ task }: Of): ReactNode => {
  const say = useSay();
  const w = useWords(said);
  const given = task.evidenceGiven;
  if (given)
    return (
      <span className="figures">
        {given.number} · {dateText(given.date)}
      </span>
    );
  return task.evidenceWanted ? (
    <Text size="sm" c="dimmed">
      {w.wants(say(task.evidenceWanted.label))}
    </Text>
  ) : null;
};

export const AfterCell = ({ task }: Of): ReactNode => (
  <span className="above-row">
    {task.after.map((code, index) => (
      <span key={code}>
        {index > 0 && ', '}
        <PageLink to="/viec/$exercise/$code" params={{ exercise: task.exercise, code }} size="sm" className="figures">
          {code}
        </PageLink>
      </span>
    ))}
  </span>
);
