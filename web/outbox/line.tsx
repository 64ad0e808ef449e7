/** One entry in the band of what has not been sent: how it stands, and what can be done about it. */
import { Button, Group } from '@mantine/core';
import { IconCircleX, IconCloudUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ProblemShown } from '../client/http.ts';
import { Sign } from '../parts/marks.tsx';
import { timeText } from '../words/format.ts';
import { useLanguage, useWords, words } from '../words/language.tsx';

const said = words({
  seen: ['Đã rõ, bỏ khỏi danh sách', 'Understood, remove'],
  now: ['Gửi ngay', 'Send now'],
});

/** `09:41` of a real time in milliseconds. */
export const timeOf = (at: number): string => timeText(new Date(at).toISOString());

const Line = ({
  isRefused,
  children,
  link,
  act,
  onAct,
}: {
  readonly isRefused: boolean;
  readonly children: ReactNode;
  readonly link: ReactNode;
  readonly act: string;
  readonly onAct: () => void;
}): ReactNode => (
  <Group gap="sm" role="status">
    <Sign icon={isRefused ? IconCircleX : IconCloudUpload} hue={isRefused ? 'red' : 'blue'}>
      {children}
    </Sign>
    {link}
    <Button size="compact-sm" variant="default" onClick={onAct}>
      {act}
    </Button>
  </Group>
);

export const WaitingLine = ({
  children,
  link,
  onSend,
}: {
  readonly children: string;
  readonly link?: ReactNode;
  readonly onSend: () => void;
}): ReactNode => (
  <Line isRefused={false} link={link} act={useWords(said).now} onAct={onSend}>
    {children}
  </Line>
);

export const RefusedLine = ({
  what,
  problem,
  link,
  onSeen,
}: {
  /** Names the entry. */
  readonly what: string;
  readonly problem: ProblemShown | null;
  readonly link?: ReactNode;
  readonly onSeen: () => void;
}): ReactNode => {
  const { language } = useLanguage();
  return (
    <Line isRefused link={link} act={useWords(said).seen} onAct={onSeen}>
      {what}
      {problem && `${problem.messages[language].what} ${problem.messages[language].who}`}
    </Line>
  );
};
