/** The band "Cần xử lý": four counts, each a link to exactly the rows it counts, and those rows under it. */
import { Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendarPlus,
  IconCheck,
  IconDiamond,
  IconHourglass,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useView, type View } from '../../../parts/view.ts';
import { numberText } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { GateQueue } from './gate-queue.tsx';
import { countIn, type Desk, QUEUES, type QueueName, queueShown, rowsIn } from './rows.ts';
import { TaskQueue } from './task-queue.tsx';
import { said } from './words.ts';

const LOOKS: Readonly<
  Record<QueueName, readonly [icon: TablerIcon, hue: string, label: 'verify' | 'extension' | 'overdue' | 'gates']>
> = {
  'xac-minh': [IconHourglass, 'violet', 'verify'],
  'gia-han': [IconCalendarPlus, 'blue', 'extension'],
  'qua-han': [IconAlertTriangle, 'red', 'overdue'],
  cong: [IconDiamond, 'blue', 'gates'],
};

/** What makes the count pressing: the longest wait, the latest deadline. */
const useHint = (desk: Desk): ((queue: QueueName) => string) => {
  const w = useWords(said);
  const most = (numbers: readonly (number | null)[]): number => Math.max(0, ...numbers.map((n) => n ?? 0));
  return (queue) => {
    if (countIn(desk, queue) === 0) return w.nothing;
    if (queue === 'xac-minh') return w.verifyHint(most(desk.toVerify.map(({ heldDays }) => heldDays)));
    if (queue === 'gia-han') return w.extensionHint(most(desk.extensions.map(({ heldDays }) => heldDays)));
    if (queue === 'qua-han')
      return w.overdueHint(most(desk.overdue.map(({ workingDaysLeft }) => -(workingDaysLeft ?? 0))));
    return w.gatesHint;
  };
};

const Count = ({
  queue,
  desk,
  hint,
  isShown,
}: {
  readonly queue: QueueName;
  readonly desk: Desk;
  readonly hint: string;
  readonly isShown: boolean;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const [icon, hue, label] = LOOKS[queue];
  const count = countIn(desk, queue);
  const Icon = count === 0 ? IconCheck : icon;
  return (
    <Link
      to="."
      search={((before: View) => ({ ...before, hang: queue, xem: undefined })) as never} // the root's search
      className="queue-card"
      data-hue={count === 0 ? 'grey' : hue}
      aria-current={isShown ? 'true' : undefined}
    >
      <span className="queue-label">
        <Icon aria-hidden size={20} stroke={1.8} />
        {w[label]}
      </span>
      <span className="queue-count figures">{numberText(count, language)}</span>
      <span className="queue-hint">{hint}</span>
    </Link>
  );
};

export const Queues = ({ desk }: { readonly desk: Desk }): ReactNode => {
  const w = useWords(said);
  const [{ hang }] = useView();
  const hintOf = useHint(desk);
  const shown = queueShown(desk, hang);
  return (
    <section aria-labelledby="todo" className="desk-todo">
      <Title order={2} size="h4" id="todo" mb="xs">
        {w.todo}
      </Title>
      <div className="queue-band">
        {QUEUES.map((queue) => (
          <Count key={queue} queue={queue} desk={desk} hint={hintOf(queue)} isShown={queue === shown} />
        ))}
      </div>
      {shown === null ? (
        <p className="quiet">{w.allDone}</p>
      ) : shown === 'cong' ? (
        <GateQueue desk={desk} />
      ) : (
        <TaskQueue key={shown} queue={shown} desk={desk} rows={rowsIn(desk, shown)} />
      )}
    </section>
  );
};
