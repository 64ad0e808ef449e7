/** What is done with a plan: saved, submitted, returned, approved. */
import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isPast } from '../../../domain/rollout/problem.ts';
import type { Command } from '../../client/command.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { emptyPaper, isTouched, PaperFields, paperSent } from '../../parts/paper-fields.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useMe } from '../../session/session.tsx';
import { useWords } from '../../words/language.tsx';
import { type Basis, changedIn, type Plan, problemIn, type Table } from './draft.ts';
import { said } from './words.ts';

type Sent = Command<'rollouts'>;

/** Moves of a saved draft are told as moves; anything else is the plan anew, with its proof where nobody touched it. */
export const savingOf = (
  basis: Basis,
  plan: Plan | null,
  table: Table,
  term: { readonly firstYear: number; readonly lastYear: number },
  reason: string,
): Sent => {
  const changed = changedIn(table);
  const isOpen = plan?.phase === 'draft' || plan?.phase === 'returned';
  const sameRules =
    plan !== null && JSON.stringify(plan.rules) === JSON.stringify(table.rules) && plan.theme === table.theme;
  if (isOpen && sameRules && !table.isNew && changed.length > 0)
    return { type: 'ReviseRollOut', cells: changed.flatMap((id) => table.cells[id] ?? []), reason } as Sent;
  return {
    ...{ type: 'ProposeRollOut', orgUnit: basis.unit.id, ...term, theme: table.theme.trim(), rules: table.rules },
    communes: problemIn(basis, table).communes,
    cells: Object.values(table.cells),
    ...(table.solve && changed.length === 0 ? { solve: table.solve } : {}),
    ...(reason === '' ? {} : { reason }),
  } as Sent;
};

export const Acts = ({
  basis,
  plan,
  table,
  term,
  dirty,
  onSaved,
  onDiscard,
}: {
  readonly basis: Basis;
  readonly plan: Plan | null;
  readonly table: Table;
  readonly term: { readonly firstYear: number; readonly lastYear: number };
  readonly dirty: boolean;
  readonly onSaved: () => void;
  readonly onDiscard: () => void;
}): ReactNode => {
  const w = useWords(said);
  const { acting } = useMe();
  const id = basis.plan.id;
  const [reason, setReason] = useState('');
  const [paper, setPaper] = useState(emptyPaper);
  const after = (): void => {
    setReason('');
    onSaved();
  };
  const save = useAct('rollouts', id, w.saved, after);
  const submit = useAct('rollouts', id, w.submitted, after);
  const giveBack = useAct('rollouts', id, w.givenBack, after);
  const approve = useAct('rollouts', id, w.approved, after);
  const options = { expectedVersion: basis.plan.version };
  const saving = savingOf(basis, plan, table, term, reason.trim());
  const needsReason = plan !== null && (plan.inForce !== null || saving.type === 'ReviseRollOut');
  const mayDecide = acting?.post === 'head' && plan?.phase === 'submitted';
  const maySubmit = basis.mayPlan && !dirty && (plan?.phase === 'draft' || plan?.phase === 'returned');
  const sent = paperSent(paper);
  const drafts = basis.communes.filter(({ id, exercise }) => {
    const cell = table.cells[id];
    return exercise === null && cell !== undefined && !isPast(cell, basis.opens);
  }).length;
  return (
    <Group gap="sm">
      {basis.mayPlan && dirty && (
        <Button variant="default" onClick={onDiscard}>
          {w.discard}
        </Button>
      )}
      {basis.mayPlan && plan?.phase !== 'submitted' && (
        <Button
          variant={dirty ? 'filled' : 'default'}
          disabled={!dirty || table.theme.trim() === ''}
          onClick={save.open}
        >
          {w.save}
        </Button>
      )}
      {maySubmit && <Button onClick={submit.open}>{w.submit}</Button>}
      {mayDecide && (
        <>
          <Button variant="default" onClick={giveBack.open}>
            {w.giveBack}
          </Button>
          <Button onClick={approve.open}>{w.approve}</Button>
        </>
      )}
      <ActDialog
        {...{ opened: save.opened, onClose: save.close, error: save.error, sending: save.sending }}
        title={w.save}
        button={w.save}
        effect={w.saveWhat}
        disabled={needsReason && reason.trim() === ''}
        onSend={() => save.send(saving, options)}
      >
        {needsReason && <ReasonField value={reason} onChange={setReason} />}
      </ActDialog>
      <ActDialog
        {...{ opened: submit.opened, onClose: submit.close, error: submit.error, sending: submit.sending }}
        title={w.submit}
        button={w.submit}
        effect={w.submitWhat}
        onSend={() => submit.send({ type: 'SubmitRollOut' }, options)}
      />
      <ActDialog
        {...{ opened: giveBack.opened, onClose: giveBack.close, error: giveBack.error, sending: giveBack.sending }}
        title={w.giveBack}
        button={w.giveBack}
        disabled={reason.trim() === ''}
        onSend={() => giveBack.send({ type: 'ReturnRollOut', reason: reason.trim() }, options)}
      >
        <ReasonField value={reason} onChange={setReason} />
      </ActDialog>
      <ActDialog
        {...{ opened: approve.opened, onClose: approve.close, error: approve.error, sending: approve.sending }}
        title={w.approve}
        button={w.approve}
        effect={w.approveWhat(drafts)}
        disabled={isTouched(paper) && sent === null}
        onSend={() => approve.send({ type: 'ApproveRollOut', ...(sent ? { paper: sent } : {}) } as Sent, options)}
      >
        <Text size="sm">{w.paperWhat}</Text>
        <PaperFields paper={paper} onChange={setPaper} withForm={false} />
      </ActDialog>
    </Group>
  );
};
