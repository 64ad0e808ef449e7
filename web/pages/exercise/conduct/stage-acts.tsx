/** Beginning and ending stages and their content items. */
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../../client/command.ts';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { Broken } from '../../../parts/shown.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { said } from './words.ts';

type Stage = Schemas['RunShown']['stages'][number];
type Item = Stage['items'][number];

/** Begins or ends one item at a press: frequent, harmless, seen at once. */
export const ItemAct = ({
  file,
  item,
  isEnd,
}: {
  readonly file: File;
  readonly item: Item;
  readonly isEnd: boolean;
}): ReactNode => {
  const w = useWords(said);
  const command = useCommand('exercises', file.id);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={command.isPending}
        aria-label={isEnd ? w.endThis(item.label) : w.startThis(item.label)}
        onClick={() => command.mutate({ command: { type: isEnd ? 'EndItem' : 'StartItem', item: item.item } })}
      >
        {isEnd ? w.end : w.start}
      </Button>
      {command.error && <Broken error={command.error} />}
    </>
  );
};

export const StageAct = ({
  file,
  stage,
  isEnd,
  current,
}: {
  readonly file: File;
  readonly stage: Stage;
  readonly isEnd: boolean;
  readonly current: number | null;
}): ReactNode => {
  const w = useWords(said);
  const name = w.stage(stage.stage);
  const [note, setNote] = useState('');
  const act = useAct('exercises', file.id, isEnd ? w.over(name) : w.began(name));
  const label = isEnd ? w.endThis(name.toLowerCase()) : w.startThis(name.toLowerCase());
  return (
    <>
      <Button variant={isEnd ? 'default' : 'filled'} onClick={act.open}>
        {label}
      </Button>
      <ActDialog
        opened={act.opened}
        onClose={act.close}
        onSend={() =>
          act.send(
            isEnd
              ? { type: 'EndStage', stage: stage.stage }
              : { type: 'StartStage', stage: stage.stage, ...(note.trim() ? { note: note.trim() } : {}) },
          )
        }
        title={label}
        button={label}
        effect={!isEnd && current !== null ? w.endsBefore(current) : undefined}
        error={act.error}
        sending={act.sending}
        dirty={note !== ''}
      >
        {!isEnd && (
          <TextInput
            label={w.note}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
            maxLength={300}
          />
        )}
      </ActDialog>
    </>
  );
};
