/** What is done with a recommendation: its owner reports it done, another body confirms it or sends it back. */
import { Button, Group, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { Broken } from '../../parts/shown.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/language.tsx';
import { type Programme, useRights } from './rights.ts';
import { said } from './words.ts';
import { acts } from './words-acts.ts';

export interface Of {
  readonly file: Programme;
  readonly row: Programme['recommendations'][number];
}

const Complete = ({ file, row }: Of): ReactNode => {
  const w = useWords(said);
  const [evidence, setEvidence] = useState('');
  const act = useAct('programmes', file.id, w.recorded);
  return (
    <>
      <Button size="compact-sm" aria-label={`${w.complete}: ${row.id}`} onClick={act.open}>
        {w.complete}
      </Button>
      <ActDialog
        opened={act.opened}
        onClose={act.close}
        onSend={() => act.send({ type: 'CompleteRecommendation', recommendation: row.id, evidence: evidence.trim() })}
        title={`${w.complete}: ${row.id}`}
        button={w.complete}
        error={act.error}
        sending={act.sending}
        disabled={evidence.trim() === ''}
        dirty={evidence !== ''}
      >
        <Textarea
          id="field-evidence"
          label={w.evidence}
          value={evidence}
          onChange={({ currentTarget }) => setEvidence(currentTarget.value)}
          maxLength={300}
          required
        />
      </ActDialog>
    </>
  );
};

const Return = ({ file, row }: Of): ReactNode => {
  const w = useWords(acts);
  const [reason, setReason] = useState('');
  const act = useAct('programmes', file.id, w.workReturned);
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={w.returnOf(row.id)} onClick={act.open}>
        {w.returnWork}
      </Button>
      <ActDialog
        opened={act.opened}
        onClose={act.close}
        onSend={() => act.send({ type: 'ReturnRecommendation', recommendation: row.id, reason: reason.trim() })}
        title={w.returnOf(row.id)}
        button={w.returnWork}
        effect={row.text}
        error={act.error}
        sending={act.sending}
        disabled={reason.trim() === ''}
        dirty={reason !== ''}
      >
        <ReasonField value={reason} onChange={setReason} />
      </ActDialog>
    </>
  );
};

export const WorkActs = ({ file, row }: Of): ReactNode => {
  const w = useWords(said);
  const { body, checks } = useRights(file);
  const confirm = useAct('programmes', file.id, w.recorded);
  if (row.status === 'open' && row.owner === body) return <Complete file={file} row={row} />;
  if (row.status !== 'completed' || row.owner === body || !checks) return null;
  return (
    <>
      <Group gap="xs">
        <Button
          size="compact-sm"
          loading={confirm.sending}
          aria-label={`${w.confirm}: ${row.id}`}
          onClick={() => confirm.send({ type: 'ConfirmRecommendation', recommendation: row.id })}
        >
          {w.confirm}
        </Button>
        <Return file={file} row={row} />
      </Group>
      {confirm.error && <Broken error={confirm.error} />}
    </>
  );
};
