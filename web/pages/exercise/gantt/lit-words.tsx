/** What the lit task waits for and what waits for it, in words; also read out. */
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Due } from '../../../parts/due.tsx';
import { PageLink } from '../../../parts/link.tsx';
import { TaskMark } from '../../../parts/marks.tsx';
import { useSay, useWords } from '../../../words/language.tsx';
import type { GanttTask } from './plan-rows.ts';
import { said } from './words.ts';

const Names = ({ tasks, none }: { readonly tasks: readonly GanttTask[]; readonly none: string }): ReactNode => {
  const say = useSay();
  if (tasks.length === 0) return none;
  return tasks
    .map(({ code, title, shown }) => `${code} ${say(title)}${shown ? ` (${say(shown.statusLabel)})` : ''}`)
    .join('; ');
};

export const LitWords = ({
  exercise,
  lit,
  tasks,
}: {
  readonly exercise: string;
  readonly lit: GanttTask | undefined;
  readonly tasks: readonly GanttTask[];
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <div className="lit-words no-print" aria-live="polite">
      {lit ? (
        <>
          <Group gap="sm">
            <b>
              {lit.code} {say(lit.title)}
            </b>
            <TaskMark status={lit.status} />
            {lit.shown && <Due task={lit.shown} />}
            {lit.slack !== null && <Text size="sm">{w.slack(lit.slack)}</Text>}
            <PageLink to="/viec/$exercise/$code" params={{ exercise, code: lit.code }} size="sm">
              {w.open}
            </PageLink>
          </Group>
          <Text size="sm">
            <span className="lit-before">{w.before}:</span>{' '}
            <Names tasks={tasks.filter(({ code }) => lit.after.includes(code))} none={w.nothingBefore} />.{' '}
            <span className="lit-after">{w.after}:</span>{' '}
            <Names tasks={tasks.filter(({ after }) => after.includes(lit.code))} none={w.nothingAfter} />.
          </Text>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {w.hint}
        </Text>
      )}
    </div>
  );
};
