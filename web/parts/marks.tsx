/** Signs of state, the same everywhere: icon, word and colour together (ux §3). */
import { Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCircle,
  IconCircleHalf2,
  IconCircleX,
  IconHourglass,
  IconLock,
  IconMinus,
  IconSquareDashed,
  type TablerIcon,
} from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import type { Schemas } from '../client/http.ts';
import { useSay, useWords, type Words, words } from '../words/language.tsx';
import { type Judged, readyWord } from './ready.ts';

export type TaskStatus = Schemas['Task']['status'];
export type Verdict = Schemas['Verdict'];
export type GateState = Schemas['Gate']['state'];
type Hue = 'grey' | 'blue' | 'violet' | 'orange' | 'green' | 'amber' | 'red' | 'plain';

const TASKS: Readonly<Record<TaskStatus, readonly [TablerIcon, Hue]>> = {
  waiting: [IconLock, 'grey'],
  open: [IconCircle, 'blue'],
  started: [IconCircleHalf2, 'blue'],
  submitted: [IconHourglass, 'violet'],
  returned: [IconArrowBackUp, 'orange'],
  verified: [IconCheck, 'plain'],
  waived: [IconMinus, 'grey'],
};
const VERDICTS: Readonly<Record<Verdict, readonly [TablerIcon, Hue]>> = {
  green: [IconCheck, 'green'],
  amber: [IconAlertTriangle, 'amber'],
  red: [IconCircleX, 'red'],
  none: [IconSquareDashed, 'grey'],
};
const GATES: Readonly<Record<GateState, readonly [TablerIcon, Hue]>> = {
  passed: [IconCheck, 'green'],
  open: [IconCircle, 'blue'],
  blocked: [IconLock, 'orange'],
  notYet: [IconLock, 'grey'],
};

const said = words({
  waiting: ['Chưa đến lượt', 'Not your turn yet'],
  open: ['Chờ làm', 'To do'],
  started: ['Đang làm', 'In progress'],
  submitted: ['Đã nộp, chờ xác minh', 'Submitted, to be verified'],
  returned: ['Trả lại', 'Returned'],
  verified: ['Đã xác minh', 'Verified'],
  waived: ['Không áp dụng', 'Not applicable'],
  green: ['Đúng tiến độ', 'On track'],
  amber: ['Chậm', 'Late'],
  red: ['Vướng', 'Blocked'],
  none: ['Chưa có dữ liệu', 'No data'],
  greenShort: ['Đạt', 'OK'],
  noneShort: ['–', '–'],
  ready: ['SẴN SÀNG', 'READY'],
  onTrack: ['ĐÚNG TIẾN ĐỘ', 'ON TRACK'],
  notReady: ['CHƯA SẴN SÀNG', 'NOT READY'],
});

export const Sign = ({
  icon: Icon,
  hue,
  children,
  strong = false,
}: {
  readonly icon: TablerIcon;
  readonly hue: Hue;
  readonly children: ReactNode;
  readonly strong?: boolean;
}): ReactNode => (
  <span className="sign" data-hue={hue} data-strong={strong || undefined}>
    <Icon aria-hidden size="1.15em" stroke={2} />
    <span>{children}</span>
  </span>
);

export const TaskMark = ({ status }: { readonly status: TaskStatus }): ReactNode => {
  const [icon, hue] = TASKS[status];
  return (
    <Sign icon={icon} hue={hue}>
      {useWords(said)[status]}
    </Sign>
  );
};

/** `short` for narrow cells. */
export const VerdictMark = ({
  verdict,
  short = false,
}: {
  readonly verdict: Verdict;
  readonly short?: boolean;
}): ReactNode => {
  const w = useWords(said);
  const [icon, hue] = VERDICTS[verdict];
  const word = short && verdict === 'green' ? w.greenShort : short && verdict === 'none' ? w.noneShort : w[verdict];
  return (
    <Sign icon={icon} hue={hue}>
      {word}
    </Sign>
  );
};

/** "SẴN SÀNG", "ĐÚNG TIẾN ĐỘ" or "CHƯA SẴN SÀNG", with the sign of the verdict it comes from. */
export const ReadyMark = ({ file }: { readonly file: Judged }): ReactNode => {
  const w = useWords(said);
  const [icon, hue] = VERDICTS[file.readiness.verdict];
  const word = w[readyWord(file)];
  return (
    <Sign icon={icon} hue={hue} strong>
      {word}
    </Sign>
  );
};

export const GateMark = ({ state, label }: { readonly state: GateState; readonly label: Words }): ReactNode => {
  const say = useSay();
  const [icon, hue] = GATES[state];
  return (
    <Sign icon={icon} hue={hue}>
      {say(label)}
    </Sign>
  );
};

/** A term with its value, one under the other. */
export const Fact = ({
  label,
  children,
  style,
}: {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly style?: CSSProperties;
}): ReactNode => (
  <div style={style}>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <div>{children}</div>
  </div>
);

export const Facts = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <Group gap="xl" align="flex-start" wrap="wrap">
    {children}
  </Group>
);
