/** What can be done with the selected tasks at once; it stands at the bottom of the screen while something is selected. */
import { Button, Group, Paper, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useAsOf } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { useMay } from '../use-file.ts';
import { type BulkAct, BulkDialog } from './bulk-dialog.tsx';
import { said } from './words.ts';

type Task = Schemas['Task'];
const UNDONE: readonly Task['status'][] = ['waiting', 'open', 'started', 'returned'];

/** The acts that at least one selected task allows this duty, with the tasks they would touch. */
const useOffered = (file: File, tasks: readonly Task[]): readonly { act: BulkAct; codes: string[] }[] => {
  const may = useMay(file);
  const asOf = useAsOf();
  const { acting } = useMe();
  const undone = tasks.filter(({ status }) => UNDONE.includes(status));
  const own = asOf === undefined ? undone.filter(({ owner, extension }) => owner === acting?.body && !extension) : [];
  const codes = (list: readonly Task[]): string[] => list.map(({ code }) => code);
  const offers = [
    { act: 'assign', codes: may('tailor') ? codes(undone) : [] },
    { act: 'extend', codes: codes(own) },
    { act: 'waive', codes: may('waive') ? codes(undone) : [] },
    { act: 'drop', codes: may('tailor') ? codes(undone.filter(({ isGateTask }) => !isGateTask)) : [] },
  ] as const;
  return offers.filter((each) => each.codes.length > 0);
};

export const BulkBar = ({
  file,
  tasks,
  onSelect,
}: {
  readonly file: File;
  readonly tasks: readonly Task[];
  readonly onSelect: (codes: ReadonlySet<string>) => void;
}): ReactNode => {
  const w = useWords(said);
  const offered = useOffered(file, tasks);
  const [opened, setOpened] = useState<{ readonly act: BulkAct; readonly codes: readonly string[] } | null>(null);
  if (tasks.length === 0 && !opened) return null;
  return (
    <>
      <Paper
        withBorder
        shadow="md"
        p="sm"
        className="bulk-bar no-print"
        role="region"
        aria-label={w.selected(tasks.length)}
      >
        <Group gap="sm">
          <Text fw={600} component="output">
            {w.selected(tasks.length)}
          </Text>
          {offered.map(({ act, codes }) => (
            <Button key={act} variant="default" onClick={() => setOpened({ act, codes })}>
              {w[act]}
              {codes.length < tasks.length && ` (${codes.length})`}
            </Button>
          ))}
          <Button variant="subtle" onClick={() => onSelect(new Set())}>
            {w.unselect}
          </Button>
        </Group>
      </Paper>
      {opened && (
        <BulkDialog
          file={file}
          act={opened.act}
          codes={opened.codes}
          onClose={(left) => {
            setOpened(null);
            onSelect(new Set(left));
          }}
        />
      )}
    </>
  );
};
