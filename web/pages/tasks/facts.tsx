/** What is to be done, what counts as proof, by when, and who holds it. */
import { Alert, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconDiamond, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Due } from '../../parts/due.tsx';
import { Fact, Sign, TaskMark } from '../../parts/marks.tsx';
import { useSay, useWords } from '../../words/language.tsx';
import type { Whole } from './acts.ts';
import { Held } from './held.tsx';
import { said } from './task-words.ts';
import { useNameOf, usePersonName } from './who.tsx';

const plainText = { title: { color: 'var(--mantine-color-text)' }, message: { color: 'var(--mantine-color-text)' } };

/** Why it came back, before anything else. */
export const Returned = ({ whole: { task } }: { readonly whole: Whole }): ReactNode => {
  const w = useWords(said);
  if (task.status === 'waived')
    return (
      <Alert color="gray" icon={<IconMinus aria-hidden />} title={w.waivedTitle} styles={plainText}>
        {task.waivedReason}
      </Alert>
    );
  if (task.status !== 'returned' || !task.returned) return null;
  return (
    <Alert
      color="orange"
      icon={<IconArrowBackUp aria-hidden />}
      title={w.returnedTitle(task.returned.times)}
      styles={plainText}
    >
      <Text fw={600}>“{task.returned.reason}”</Text>
      <Text size="sm">{w.returnedKeep}</Text>
    </Alert>
  );
};

export const Wanted = ({ whole: { task } }: { readonly whole: Whole }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const how = task.evidenceWanted ? w.wantedHow(say(task.evidenceWanted.label)) : w.wantedAny;
  return (
    <section aria-labelledby="wanted" className="wanted">
      <Title order={2} size="h4" id="wanted">
        {w.wanted}
      </Title>
      <p>{task.referenceOnly ? w.wantedSecret : how}</p>
    </section>
  );
};

export const TaskFacts = ({ whole }: { readonly whole: Whole }): ReactNode => {
  const { task, today } = whole;
  const w = useWords(said);
  const say = useSay();
  const nameOf = useNameOf();
  const personName = usePersonName();
  return (
    <Stack gap="sm">
      <div className="task-facts">
        <Fact label={w.deadline}>
          <Due task={task} />
          {task.extendedBy > 0 && <div className="quiet">{w.extended(task.extendedBy)}</div>}
        </Fact>
        <Fact label={w.heldBy}>
          {say(task.holderName)} – <Held since={task.since} today={today} />
        </Fact>
        {task.owner !== task.holder && <Fact label={w.owner}>{say(task.ownerName)}</Fact>}
        <Fact label={w.person}>
          {task.person && <div>{nameOf(task.person)}</div>}
          <div>{task.accepted ? w.acceptedBy(personName(task.accepted)) : w.notAccepted}</div>
        </Fact>
      </div>
      {task.isGateTask && (
        <Sign icon={IconDiamond} hue="grey">
          {w.isGateTask(task.gate)}
        </Sign>
      )}
    </Stack>
  );
};

export const StateMark = ({ whole: { task } }: { readonly whole: Whole }): ReactNode => (
  <TaskMark status={task.status} />
);
