/** One task in the list; the whole row is the link. */
import { Text } from '@mantine/core';
import { IconChevronRight, IconCloudUpload, IconDiamond, IconLock, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWriting } from '../../client/command.ts';
import type { Schemas } from '../../client/http.ts';
import { Due } from '../../parts/due.tsx';
import { Sign, TaskMark } from '../../parts/marks.tsx';
import { useAsOf } from '../../parts/view.ts';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { keyOf } from './groups.ts';
import { Held } from './held.tsx';
import { said } from './words.ts';

type Task = Schemas['Task'];
export interface RowFacts {
  readonly today: string;
  /** Theme of the exercise, where several are listed. */
  readonly theme: string | undefined;
  /** Whom it waits for; empty where it does not. */
  readonly blockedBy: Schemas['WaitsOnOthers']['blockedBy'];
  readonly unsent: boolean;
  readonly draft: boolean;
}

/** What must be known besides the state: the reason, who is waited for, who holds it. */
const Why = ({ task, facts }: { readonly task: Task; readonly facts: RowFacts }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  if (task.status === 'returned' && task.returned) return <span>“{task.returned.reason}”</span>;
  if (task.status === 'submitted')
    return (
      <span>
        {w.heldBy} {say(task.holderName)} – <Held since={task.since} today={facts.today} />
      </span>
    );
  if (task.status !== 'waiting') return null;
  const others = facts.blockedBy.map(({ code, holderName }) => `${code} – ${say(holderName)}`);
  const own = task.waitsOn.filter((code) => !facts.blockedBy.some((each) => each.code === code));
  const all = [...others, ...(own.length > 0 ? [`${own.join(', ')} – ${w.ourTask}`] : [])];
  return all.length > 0 ? (
    <span>
      {w.waitsFor} {all.join('; ')}
    </span>
  ) : null;
};

const Marks = ({ task, facts }: { readonly task: Task; readonly facts: RowFacts }): ReactNode => {
  const w = useWords(said);
  const writing = useWriting(task.exercise, task.code);
  return (
    <>
      {writing && (
        <Text span size="sm" c="dimmed">
          {w.writing}
        </Text>
      )}
      {facts.unsent && (
        <Sign icon={IconCloudUpload} hue="blue">
          {w.unsent}
        </Sign>
      )}
      {facts.draft && !facts.unsent && (
        <Sign icon={IconPencil} hue="grey">
          {w.draft}
        </Sign>
      )}
      {task.extension && <span className="quiet">{w.asked(dateText(task.extension.until))}</span>}
      {task.isGateTask && (
        <Sign icon={IconDiamond} hue="grey">
          {w.gateTask(task.gate)}
        </Sign>
      )}
      {task.referenceOnly && (
        <Sign icon={IconLock} hue="grey">
          {w.secret}
        </Sign>
      )}
    </>
  );
};

export const TaskRow = ({ task, facts }: { readonly task: Task; readonly facts: RowFacts }): ReactNode => {
  const say = useSay();
  const ngay = useAsOf();
  return (
    <Link
      to="/viec/$exercise/$code"
      params={{ exercise: task.exercise, code: task.code }}
      search={ngay ? { ngay } : {}}
      className="task-row"
      data-row={keyOf(task)}
    >
      <span className="task-code figures">{task.code}</span>
      <span className="task-title">
        {say(task.title)}
        {facts.theme && <span className="task-theme">{facts.theme}</span>}
      </span>
      <span className="task-state">
        <TaskMark status={task.status} />
        <Why task={task} facts={facts} />
        <Marks task={task} facts={facts} />
      </span>
      <span className="task-due">
        <Due task={task} />
      </span>
      <IconChevronRight aria-hidden className="task-open no-print" size={18} stroke={1.7} />
    </Link>
  );
};
