/** An act on several tasks: what it asks once, its progress, and who was refused and why. What was refused may be tried again. */
import { Alert, List, Progress, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import type { Command } from '../../../client/command.ts';
import { Refused } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { BodySelect } from '../body-select.tsx';
import type { File } from '../tabs.ts';
import { useBulk } from './bulk.ts';
import { said } from './words.ts';

export type BulkAct = 'assign' | 'extend' | 'waive' | 'drop';

interface Asked {
  readonly owner: string | null;
  readonly until: string | null;
  readonly reason: string;
}
const commandOf = (act: BulkAct, task: string, { owner, until, reason }: Asked): Command<'exercises'> | null => {
  const why = reason.trim();
  switch (act) {
    case 'assign':
      return owner ? { type: 'AssignTask', task, owner } : null;
    case 'extend':
      return until && why ? { type: 'RequestExtension', task, until, reason: why } : null;
    case 'waive':
      return why ? { type: 'WaiveTask', task, reason: why } : null;
    case 'drop':
      return why ? { type: 'DropTask', task, reason: why } : null;
    default:
      return act satisfies never;
  }
};

export const BulkDialog = ({
  file,
  act,
  codes,
  onClose,
}: {
  readonly file: File;
  readonly act: BulkAct;
  readonly codes: readonly string[];
  /** With the codes that are still to be done. */
  readonly onClose: (left: readonly string[]) => void;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const [asked, setAsked] = useState<Asked>({ owner: null, until: null, reason: '' });
  const { state, run } = useBulk(file.id);
  const refused = state.stage === 'ended' ? state.refused : [];
  const left = refused.length > 0 ? refused.map(({ about }) => about) : codes;
  const texts = {
    assign: [w.assign, w.assignN, w.assignWhat],
    extend: [w.extend, w.extendN, w.extendWhat],
    waive: [w.waive, w.waiveN, w.waiveWhat],
    drop: [w.drop, w.dropN, w.dropWhat],
  } as const;
  const [title, button, what] = texts[act];
  const send = async (): Promise<void> => {
    const items = left.flatMap((about) => {
      const command = commandOf(act, about, asked);
      return command ? [{ about, command }] : [];
    });
    const ended = await run(items);
    if (ended.refused.length > 0) return;
    notifications.show({ message: w.doneAll(ended.total) });
    onClose([]);
  };
  return (
    <ActDialog
      opened
      onClose={() => onClose(left)}
      onSend={() => void send()}
      title={title}
      button={refused.length > 0 ? w.tryRefused(refused.length) : button(codes.length)}
      effect={
        <>
          <Text size="sm">{what}</Text>
          <Text size="sm" className="figures">
            {left.join(', ')}
          </Text>
        </>
      }
      error={null}
      sending={state.stage === 'running'}
      danger={act === 'drop' || act === 'waive'}
      disabled={commandOf(act, codes[0] ?? '', asked) === null}
      dirty={asked.reason !== '' && state.stage === 'ready'}
    >
      {act === 'assign' && (
        <BodySelect
          file={file}
          label={w.newOwner}
          value={asked.owner}
          onChange={(owner) => setAsked({ ...asked, owner })}
        />
      )}
      {act === 'extend' && (
        <DateField
          label={w.until}
          value={asked.until}
          onChange={(until) => setAsked({ ...asked, until })}
          min={file.today}
          required
        />
      )}
      {act !== 'assign' && <ReasonField value={asked.reason} onChange={(reason) => setAsked({ ...asked, reason })} />}
      {state.stage === 'running' && (
        <div role="status">
          <Progress value={(100 * state.done) / Math.max(1, state.total)} aria-label={w.list} />
          <Text size="sm">{w.progress(state.done, state.total)}</Text>
        </div>
      )}
      {refused.length > 0 && (
        <Alert
          color="orange"
          variant="light"
          role="alert"
          className="on-tint"
          title={w.someRefused(refused.length, state.total)}
        >
          <List size="sm">
            {refused.map(({ about, error }) => (
              <List.Item key={about}>
                <b>{about}</b>:{' '}
                {error instanceof Refused
                  ? `${error.problem.messages[language].what} ${error.problem.messages[language].who}`
                  : error.message}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </ActDialog>
  );
};
