/** Own tasks in the order to work through them (ux §6): what presses first; what waits and what is done, folded. */
import { Button, Checkbox, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { draftOf } from '../../outbox/drafts.ts';
import { useUnsent } from '../../outbox/proofs.ts';
import { useView } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { useWords } from '../../words/language.tsx';
import { type BodyTask, type BodyTasks, FOLDED, type Group, inGroups, keyOf } from './groups.ts';
import { type RowFacts, TaskRow } from './row.tsx';
import { said } from './words.ts';

export interface Choosing {
  readonly on: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
}

const useFacts = (data: BodyTasks, themeOf: (exercise: string) => string | undefined) => {
  const { user } = useMe();
  const unsent = useUnsent(user.id);
  return (task: BodyTask): RowFacts => ({
    today: data.today,
    theme: themeOf(task.exercise),
    blockedBy:
      data.waitsOnOthers.find((each) => each.exercise === task.exercise && each.code === task.code)?.blockedBy ?? [],
    unsent: unsent.some((each) => each.exercise === task.exercise && each.task === task.code),
    draft: task.group !== 'verified' && draftOf(user.id, task.exercise, task.code) !== null,
  });
};

/** Groups that are unfolded stand in the address, so that a list can be sent and printed as it is seen. */
const useFolds = () => {
  const [{ mo }, setView] = useView();
  const opened = new Set((mo ?? '').split(',').filter(Boolean));
  return {
    isOpen: (group: Group) => !FOLDED.includes(group) || opened.has(group),
    toggle: (group: Group) => {
      if (!opened.delete(group)) opened.add(group);
      setView({ mo: opened.size > 0 ? [...opened].join(',') : undefined });
    },
  };
};

export const LeadGroups = ({
  data,
  tasks,
  themeOf,
  choosing,
}: {
  readonly data: BodyTasks;
  readonly tasks: readonly BodyTask[];
  readonly themeOf: (exercise: string) => string | undefined;
  readonly choosing: Choosing;
}): ReactNode => {
  const w = useWords(said);
  const factsOf = useFacts(data, themeOf);
  const folds = useFolds();
  return inGroups(tasks).map(({ group, tasks: rows }) => (
    <section key={group} id={group} aria-labelledby={`head-${group}`}>
      <div className="group-head">
        <Title order={2} id={`head-${group}`}>
          {w[group]} ({rows.length})
        </Title>
        {FOLDED.includes(group) && (
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={folds.isOpen(group)}
            onClick={() => folds.toggle(group)}
          >
            {folds.isOpen(group) ? w.hide : w.show(rows.length)}
          </Button>
        )}
      </div>
      {folds.isOpen(group) && (
        <ul className="task-list">
          {rows.map((task) => (
            <li key={keyOf(task)} className="task-item" data-selected={choosing.chosen.has(keyOf(task)) || undefined}>
              {choosing.on && (
                <span className="task-choose no-print">
                  <Checkbox
                    aria-label={w.chooseOne(task.code)}
                    checked={choosing.chosen.has(keyOf(task))}
                    onChange={() => choosing.toggle(keyOf(task))}
                  />
                </span>
              )}
              <TaskRow task={task} facts={factsOf(task)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  ));
};
