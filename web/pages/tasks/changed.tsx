/** Two people on one task: what happened meanwhile, and the choice to send all the same. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { instantText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { said } from './task-words.ts';
import type { Conflict } from './use-task-act.ts';

export const Changed = ({
  conflict,
  onLeave,
}: {
  readonly conflict: Conflict;
  readonly onLeave: () => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <Alert
      role="alert"
      color="gray"
      icon={<IconGitMerge aria-hidden />}
      title={w.changedTitle}
      styles={{ title: { color: 'var(--mantine-color-text)' }, message: { color: 'var(--mantine-color-text)' } }}
    >
      <Text size="sm">{w.changedKept}</Text>
      <ul className="plain-list">
        {conflict.changes.map(({ version, at, sentence }) => (
          <li key={version}>
            <span className="quiet figures">{instantText(at)}</span> {say(sentence)}
          </li>
        ))}
      </ul>
      <Group gap="sm" mt="xs">
        <Button size="compact-md" onClick={conflict.resend}>
          {w.resend}
        </Button>
        <Button size="compact-md" variant="default" onClick={onLeave}>
          {w.leaveIt}
        </Button>
      </Group>
    </Alert>
  );
};
