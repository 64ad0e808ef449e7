/** Corrective actions with their state and the acts of whose turn it is. The address may name one (`?hanh-dong=A1`). */
import { Button, Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowForward,
  IconCheck,
  IconCircle,
  IconHourglass,
  IconLock,
  IconMinus,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWriting } from '../../../client/command.ts';
import type { Schemas } from '../../../client/http.ts';
import { Sign } from '../../../parts/marks.tsx';
import { useAsOf, useView } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { bodyWords } from '../../../words/bodies.ts';
import { dateText, distanceText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { type Action, type ActionAct, actionActs } from './rights.ts';
import { said } from './words.ts';

const MARKS = {
  open: [IconCircle, 'blue'],
  completed: [IconHourglass, 'violet'],
  verified: [IconCheck, 'plain'],
  carried: [IconArrowForward, 'blue'],
  closed: [IconLock, 'green'],
  waived: [IconMinus, 'grey'],
} as const;

const Deadline = ({ action }: { readonly action: Action }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { due, firstDue, workingDaysLeft, overdue, status } = action;
  const isOpen = status === 'open' || status === 'carried';
  const distance = isOpen ? distanceText(workingDaysLeft, language) : '';
  return (
    <span className="figures">
      {w.due}: {dateText(due)}
      {firstDue !== due && ` (${w.extendedFrom(dateText(firstDue))})`}
      {distance && ' · '}
      {distance &&
        (overdue ? (
          <Sign icon={IconAlertTriangle} hue="red">
            {distance}
          </Sign>
        ) : (
          distance
        ))}
    </span>
  );
};

const useStory = (): ((action: Action) => string[]) => {
  const w = useWords(said);
  return ({ measure, evidence, returned, retests, waiver, carriedInto, needsRetest, status }) => [
    `${w.measureShort}: ${measure}`,
    ...(evidence ? [`${w.evidence}: ${evidence}`] : []),
    ...(returned ? [w.returnedN(returned.times, returned.reason)] : []),
    ...(carriedInto ? [w.carriedTo(carriedInto)] : []),
    ...retests.map(({ exercise, passed, note }) => `${w.retestAt(exercise, passed)} (${note})`),
    ...(waiver ? [w.waivedBy(waiver.reason, waiver.paper.number)] : []),
    ...(status !== 'closed' && status !== 'waived' ? [needsRetest ? w.needsRetest : w.noRetest] : []),
  ];
};

const OneAction = ({
  review,
  action,
  isNamed,
  onOpen,
}: {
  readonly review: Schemas['Review'];
  readonly action: Action;
  readonly isNamed: boolean;
  readonly onOpen: (act: ActionAct) => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { acting } = useMe();
  const isNow = useAsOf() === undefined;
  const writing = useWriting(review.id, action.id);
  const storyOf = useStory();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNamed) row.current?.scrollIntoView({ block: 'center' });
  }, [isNamed]);
  const [icon, hue] = MARKS[action.status];
  const acts = isNow ? actionActs(review, action, acting) : [];
  return (
    <li ref={row} data-selected={isNamed || undefined} className="action-row">
      <div className="step-head">
        <h3>
          <span className="figures">{action.id}</span> {action.text}
        </h3>
        <Sign icon={icon} hue={hue}>
          {say(action.statusLabel)}
        </Sign>
      </div>
      <div className="two-ends">
        <span>
          {w.owner}: {say(action.ownerName)}
          {action.holder !== action.owner && ` · ${w.holder}: ${say(bodyWords(action.holder))}`} ·{' '}
          {w.forFinding.toLowerCase()} {action.finding}
        </span>
        <Deadline action={action} />
      </div>
      <p className="quiet">{storyOf(action).join(' · ')}</p>
      {acts.length > 0 && (
        <Group gap="xs" className="no-print">
          {acts.map((act, n) => (
            <Button
              key={act}
              size="compact-md"
              variant={n === 0 && act !== 'CarryAction' && act !== 'WaiveAction' ? 'filled' : 'default'}
              loading={writing}
              onClick={() => onOpen(act)}
            >
              {w[act]}
            </Button>
          ))}
        </Group>
      )}
    </li>
  );
};

export const Actions = ({ review }: { readonly review: Schemas['Review'] }): ReactNode => {
  const w = useWords(said);
  const [{ 'hanh-dong': named }] = useView();
  const [opened, setOpened] = useState<{ readonly act: ActionAct; readonly action: Action } | null>(null);
  if (review.actions.length === 0) return <Text c="dimmed">{w.noActions}</Text>;
  return (
    <>
      <ul className="actions">
        {review.actions.map((action) => (
          <OneAction
            key={action.id}
            review={review}
            action={action}
            isNamed={action.id === named}
            onOpen={(act) => setOpened({ act, action })}
          />
        ))}
      </ul>
      {opened && (
        <ActionDialog review={review} action={opened.action} act={opened.act} onClose={() => setOpened(null)} />
      )}
    </>
  );
};
