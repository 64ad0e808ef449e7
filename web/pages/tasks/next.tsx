/** "Việc tiếp theo": the one act that leads on from this state, and below it the others that are allowed. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Command } from '../../client/command.ts';
import { draftOf } from '../../outbox/drafts.ts';
import { Broken } from '../../parts/shown.tsx';
import { useMe } from '../../session/session.tsx';
import { dateText, instantText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import type { Acts, Whole } from './acts.ts';
import { Changed } from './changed.tsx';
import { AssignDialog, HandOverDialog, ReturnDialog, WaiveDialog } from './dialogs.tsx';
import { AskExtension, DecideExtension } from './extension.tsx';
import { ProofForm } from './proof-form.tsx';
import { said } from './task-words.ts';
import { useTaskAct } from './use-task-act.ts';
import { usePersonName } from './who.tsx';

type Dialog = 'extend' | 'handOver' | 'assign' | 'waive' | 'return' | 'grant' | 'refuse';

const Dialogs = ({
  which,
  whole,
  onClose,
}: {
  readonly which: Dialog | null;
  readonly whole: Whole;
  readonly onClose: () => void;
}): ReactNode => {
  const props = { whole, onClose };
  if (which === 'extend') return <AskExtension {...props} />;
  if (which === 'handOver') return <HandOverDialog {...props} />;
  if (which === 'assign') return <AssignDialog {...props} />;
  if (which === 'waive') return <WaiveDialog {...props} />;
  if (which === 'return') return <ReturnDialog {...props} />;
  if (which === 'grant' || which === 'refuse') return <DecideExtension {...props} granted={which === 'grant'} />;
  return null;
};

/** One sentence where there is nothing to press. */
const useSituation = ({ task }: Whole, acts: Acts): string | null => {
  const w = useWords(said);
  const say = useSay();
  if (!acts.isActive) return w.notActive;
  if (task.status === 'verified' || task.status === 'waived') return w.allDone;
  if (acts.hadPart) return w.ownPart;
  if (task.status === 'submitted')
    return acts.primary === 'verify' ? w.verifyWhat : w.waitsVerify(say(task.holderName));
  if (!acts.isOwner) return w.notYours(say(task.ownerName));
  if (task.status === 'waiting') return w.waitsTurn;
  if (acts.primary === 'accept') return w.acceptWhat;
  return acts.primary === 'start' ? w.startWhat : null;
};

/** An extension that was asked for, and who may answer it. */
const Asked = ({ whole: { task } }: { readonly whole: Whole }): ReactNode => {
  const w = useWords(said);
  const personName = usePersonName();
  if (!task.extension) return null;
  const { until, askedBy, askedAt, reason } = task.extension;
  return (
    <div>
      <Text fw={600}>{w.asked(dateText(until), personName(askedBy), instantText(askedAt))}</Text>
      <Text size="sm">“{reason}”</Text>
    </div>
  );
};

const useSimple = (whole: Whole) => {
  const act = useTaskAct(whole);
  return { act, send: (command: Command<'exercises'>, done: string) => act.send(command, { done }) };
};

export const NextStep = ({ whole, acts }: { readonly whole: Whole; readonly acts: Acts }): ReactNode => {
  const { task } = whole;
  const { user } = useMe();
  const w = useWords(said);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [opened, setOpened] = useState(() => draftOf(user.id, whole.id, task.code) !== null);
  const { act, send } = useSimple(whole);
  const situation = useSituation(whole, acts);
  const { code } = task;
  const mayProve = acts.maySubmit || acts.mayRevise;
  const showsForm = mayProve && (acts.primary === 'submit' || opened);
  const big = { size: 'md', fullWidth: true, loading: act.sending } as const;
  const others: readonly (readonly [boolean, Dialog, string])[] = [
    [acts.mayExtend, 'extend', w.extend],
    [acts.mayHandOver, 'handOver', w.handOver],
    [acts.mayAssign, 'assign', w.assign],
    [acts.mayWaive, 'waive', w.waive],
  ];
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="next-step" className="next-step no-print">
      <Stack gap="sm">
        <Title order={2} size="h4" id="next-step">
          {w.todo}
        </Title>
        {situation && <Text>{situation}</Text>}
        <Asked whole={whole} />
        {acts.primary === 'decide' && (
          <Group gap="sm" className="primary-act">
            <Button size="md" onClick={() => setDialog('grant')}>
              {w.grant}
            </Button>
            <Button size="md" variant="default" onClick={() => setDialog('refuse')}>
              {w.refuse}
            </Button>
          </Group>
        )}
        {acts.primary === 'verify' && (
          <Group gap="sm" grow className="primary-act">
            <Button
              size="md"
              loading={act.sending}
              onClick={() => send({ type: 'VerifyTask', task: code }, w.verified)}
            >
              {w.verify}
            </Button>
            <Button size="md" variant="default" onClick={() => setDialog('return')}>
              {w.return}
            </Button>
          </Group>
        )}
        {(acts.primary === 'accept' || acts.primary === 'start') && (
          <div className="primary-act">
            <Button
              {...big}
              onClick={() =>
                acts.primary === 'accept'
                  ? send({ type: 'AcceptTask', task: code }, w.accepted)
                  : send({ type: 'StartTask', task: code }, w.started)
              }
            >
              {acts.primary === 'accept' ? w.accept : w.start}
            </Button>
          </div>
        )}
        {mayProve && acts.primary !== 'submit' && (
          <Button variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)}>
            {acts.mayRevise ? w.revise : w.submitNow}
          </Button>
        )}
        {showsForm && (
          <ProofForm
            whole={whole}
            replaces={acts.mayRevise}
            isPrimary={acts.primary === 'submit'}
            onSent={() => setOpened(false)}
          />
        )}
        {act.error && <Broken error={act.error} />}
        {act.conflict && <Changed conflict={act.conflict} onLeave={act.reset} />}
        {acts.mayAcknowledge && (
          <div>
            <Button
              variant="default"
              fullWidth
              loading={act.sending}
              onClick={() => send({ type: 'AcknowledgeReminder', task: code }, w.acknowledged)}
            >
              {w.acknowledge}
            </Button>
            <Text size="xs" c="dimmed" mt={4}>
              {w.acknowledgeWhat(dateText(task.due))}
            </Text>
          </div>
        )}
        <Group gap="xs">
          {others
            .filter(([isOffered]) => isOffered)
            .map(([, which, label]) => (
              <Button key={which} size="compact-md" variant="subtle" onClick={() => setDialog(which)}>
                {label}
              </Button>
            ))}
          {acts.mayWithdraw && (
            <Button
              size="compact-md"
              variant="subtle"
              onClick={() => send({ type: 'WithdrawExtension', task: code }, w.withdrawn)}
            >
              {w.withdraw}
            </Button>
          )}
        </Group>
      </Stack>
      <Dialogs which={dialog} whole={whole} onClose={() => setDialog(null)} />
    </Card>
  );
};
