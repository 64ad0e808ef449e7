/** What became of the draft: given back, or kept to be sent. */
import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { timeText } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { said } from './proof-words.ts';

const clock = (at: number): string => timeText(new Date(at).toISOString());

/** Both instants are real time in milliseconds. */
export const DraftNotes = ({
  restoredAt,
  unsentAt,
  onDiscard,
}: {
  readonly restoredAt: number | null;
  readonly unsentAt: number | null;
  readonly onDiscard: () => void;
}): ReactNode => {
  const w = useWords(said);
  return (
    <>
      {restoredAt !== null && (
        <Group gap="sm" role="status">
          <Text size="sm" fw={600}>
            {w.restored(clock(restoredAt))}
          </Text>
          <Button size="compact-sm" variant="default" onClick={onDiscard}>
            {w.dropDraft}
          </Button>
        </Group>
      )}
      {unsentAt !== null && (
        <Alert role="status" color="gray">
          {w.isUnsent(clock(unsentAt))}
        </Alert>
      )}
    </>
  );
};
