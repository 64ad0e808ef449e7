/** Acts on a task that ask for something first: to return it, to hand it over, to give it to another body, to waive it. */
import { Select, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Command } from '../../client/command.ts';
import { useRead } from '../../client/read.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useMe } from '../../session/session.tsx';
import { byName } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import type { Whole } from './acts.ts';
import { Changed } from './changed.tsx';
import { said } from './task-words.ts';
import { useTaskAct } from './use-task-act.ts';
import { useColleagues } from './who.tsx';

interface Dialog {
  readonly whole: Whole;
  readonly onClose: () => void;
}

/** An act that asks for nothing but why. */
const ReasonDialog = ({
  whole,
  onClose,
  title,
  button,
  effect,
  label,
  done,
  command,
}: Dialog & {
  readonly title: string;
  readonly button: string;
  readonly effect?: string;
  readonly label?: string;
  readonly done: string;
  readonly command: (reason: string) => Command<'exercises'>;
}): ReactNode => {
  const [reason, setReason] = useState('');
  const act = useTaskAct(whole);
  return (
    <ActDialog
      opened
      onClose={onClose}
      title={`${title}: ${whole.task.code}`}
      button={button}
      effect={effect}
      error={act.error}
      sending={act.sending}
      disabled={reason.trim() === ''}
      dirty={reason !== ''}
      onSend={() => act.send(command(reason.trim()), { done, onDone: onClose })}
    >
      <ReasonField value={reason} onChange={setReason} {...(label ? { label } : {})} />
      {act.conflict && <Changed conflict={act.conflict} onLeave={act.reset} />}
    </ActDialog>
  );
};

export const ReturnDialog = (props: Dialog): ReactNode => {
  const { task } = props.whole;
  const w = useWords(said);
  const say = useSay();
  return (
    <ReasonDialog
      {...props}
      title={w.return}
      button={w.return}
      effect={w.returnWhat(say(task.ownerName))}
      label={w.returnReason}
      done={w.returned}
      command={(reason) => ({ type: 'ReturnTask', task: task.code, reason })}
    />
  );
};

export const WaiveDialog = (props: Dialog): ReactNode => {
  const w = useWords(said);
  return (
    <ReasonDialog
      {...props}
      title={w.waive}
      button={w.waiveButton}
      done={w.waived}
      command={(reason) => ({ type: 'WaiveTask', task: props.whole.task.code, reason })}
    />
  );
};

export const HandOverDialog = ({ whole, onClose }: Dialog): ReactNode => {
  const { task } = whole;
  const w = useWords(said);
  const { user } = useMe();
  const colleagues = useColleagues();
  const [person, setPerson] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const act = useTaskAct(whole);
  const others = colleagues.filter((each) => each.person !== (task.person ?? task.accepted?.person));
  return (
    <ActDialog
      opened
      onClose={onClose}
      title={`${w.handOver}: ${task.code}`}
      button={w.handOver}
      error={act.error}
      sending={act.sending}
      disabled={person === null}
      dirty={person !== null || reason !== ''}
      onSend={() =>
        person !== null &&
        act.send(
          { type: 'HandOverTask', task: task.code, person, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
          { done: w.handOverDone, onDone: onClose },
        )
      }
    >
      <Select
        label={w.handOverTo}
        data={others.map((each) => ({
          value: each.person,
          label: each.person === user.person ? `${each.name} (${w.me})` : each.name,
        }))}
        value={person}
        onChange={setPerson}
        description={others.length === 0 ? w.handOverNone : undefined}
        disabled={others.length === 0}
        data-autofocus
        required
      />
      <Textarea
        label={w.handOverReason}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
      />
      {act.conflict && <Changed conflict={act.conflict} onLeave={act.reset} />}
    </ActDialog>
  );
};

export const AssignDialog = ({ whole, onClose }: Dialog): ReactNode => {
  const { task } = whole;
  const w = useWords(said);
  const say = useSay();
  const { data } = useRead('/api/v1/bodies');
  const unit = task.owner.slice(0, task.owner.lastIndexOf('.'));
  const [owner, setOwner] = useState<string | null>(null);
  const act = useTaskAct(whole);
  const bodies = (data?.bodies ?? [])
    .map(({ code, name }) => ({ value: `${unit}.${code}`, label: say(name) }))
    .filter(({ value }) => value !== task.owner)
    .sort((a, b) => byName(a.label, b.label));
  return (
    <ActDialog
      opened
      onClose={onClose}
      title={`${w.assign}: ${task.code}`}
      button={w.assign}
      error={act.error}
      sending={act.sending}
      disabled={owner === null}
      dirty={owner !== null}
      onSend={() =>
        owner !== null &&
        act.send({ type: 'AssignTask', task: task.code, owner }, { done: w.assigned, onDone: onClose })
      }
    >
      <Select label={w.assignTo} data={bodies} value={owner} onChange={setOwner} searchable data-autofocus required />
      {act.conflict && <Changed conflict={act.conflict} onLeave={act.reset} />}
    </ActDialog>
  );
};
