/** The rows of one queue of tasks: who holds each, since when, and the act that moves it on. */
import { Button, Checkbox, Group } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useWriting } from '../../../client/command.ts';
import { Due } from '../../../parts/due.tsx';
import { useListKeys } from '../../../parts/list-keys.ts';
import { TaskMark } from '../../../parts/marks.tsx';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { dateText, instantText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { type Desk, keyOf, type QueueName, type Row, useLooking, useNames } from './rows.ts';
import { said } from './words.ts';

const TaskDrawer = lazy(() => import('./drawer.tsx').then((each) => ({ default: each.TaskDrawer })));
const UrgeDialog = lazy(() => import('../../../parts/urge-dialog.tsx').then((each) => ({ default: each.UrgeDialog })));

const NONE = { 'xac-minh': 'verifyNone', 'gia-han': 'extensionNone', 'qua-han': 'overdueNone' } as const;
const CAPTION = { 'xac-minh': 'verify', 'gia-han': 'extension', 'qua-han': 'overdue' } as const;
const MAIN = { 'xac-minh': 'verify', 'gia-han': 'decideExtension', 'qua-han': 'urge' } as const;

const Acts = ({
  row,
  queue,
  onLook,
  onUrge,
}: {
  readonly row: Row;
  readonly queue: Exclude<QueueName, 'cong'>;
  readonly onLook: () => void;
  readonly onUrge: () => void;
}): ReactNode => {
  const w = useWords(said);
  const writing = useWriting(row.exercise, row.code);
  const mayMain = row.acts.includes(MAIN[queue]);
  const mayUrge = row.acts.includes('urge');
  const label = queue === 'xac-minh' ? w.look : w.decide;
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end" className="no-print">
      {mayUrge && (
        <Button
          size="compact-sm"
          variant={queue === 'qua-han' ? 'light' : 'default'}
          leftSection={<IconBellRinging aria-hidden size={15} />}
          aria-label={`${w.urge} ${row.code}`}
          onClick={onUrge}
          loading={writing}
        >
          {w.urge}
        </Button>
      )}
      {queue !== 'qua-han' && (
        <Button
          size="compact-sm"
          variant={mayMain ? 'light' : 'default'}
          aria-label={`${mayMain ? label : w.lookOnly} ${row.code}`}
          onClick={onLook}
        >
          {mayMain ? label : w.lookOnly}
        </Button>
      )}
    </Group>
  );
};

/** Who is to be urged: chosen rows, or the one whose button was pressed. */
const useUrging = (rows: readonly Row[]) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [urging, setUrging] = useState<readonly Row[] | null>(null);
  const able = rows.filter(({ acts }) => acts.includes('urge'));
  const selected = able.filter((row) => chosen.has(keyOf(row)));
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key) && able.some((row) => keyOf(row) === key)) next.add(key);
    setChosen(next);
  };
  return {
    ...{ chosen, able, selected, urging, toggle, setUrging },
    toggleAll: () => setChosen(selected.length === able.length ? new Set() : new Set(able.map(keyOf))),
    done: () => {
      setUrging(null);
      setChosen(new Set());
    },
  };
};

export const TaskQueue = ({
  queue,
  desk,
  rows,
}: {
  readonly queue: Exclude<QueueName, 'cong'>;
  readonly desk: Desk;
  readonly rows: readonly Row[];
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const nameOf = useNames(desk);
  const { key, look } = useLooking();
  const [isOpened, setOpened] = useState(false);
  if (key !== undefined && !isOpened) setOpened(true);
  const urge = useUrging(rows);
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list, { onSelect: urge.toggle });
  const columns: readonly Column<Row>[] = [
    ...(urge.able.length > 1
      ? [
          {
            key: 'choose',
            head: (
              <Checkbox
                aria-label={w.chooseAll}
                checked={urge.selected.length === urge.able.length}
                indeterminate={urge.selected.length > 0 && urge.selected.length < urge.able.length}
                onChange={urge.toggleAll}
              />
            ),
            wideOnly: true,
            width: 40,
            cell: (row: Row) => (
              <Checkbox
                aria-label={w.choose(row.code)}
                disabled={!row.acts.includes('urge')}
                checked={urge.chosen.has(keyOf(row))}
                onChange={() => urge.toggle(keyOf(row))}
              />
            ),
          },
        ]
      : []),
    {
      key: 'task',
      head: w.task,
      isTitle: true,
      cell: (row) => (
        <>
          <button type="button" className="row-link" data-row={keyOf(row)} onClick={() => look(keyOf(row))}>
            <span className="figures">{row.code}</span> {say(row.title)}
          </button>
          <div className="quiet row-under">{nameOf(row.exercise).theme}</div>
        </>
      ),
    },
    {
      key: 'held',
      head: w.heldBy,
      cell: (row) => (
        <>
          {say(row.holderName)}
          <div className="quiet row-under">
            {row.heldDays ? w.held(row.heldDays) : w.heldToday}
            {row.urged && <> · {w.urgedAt(instantText(row.urged.at))}</>}
          </div>
        </>
      ),
    },
    ...(queue === 'gia-han'
      ? [
          {
            key: 'asked',
            head: w.askedUntil,
            cell: ({ extension }: Row) => (
              <>
                <span className="figures">{dateText(extension?.until)}</span>
                <div className="quiet row-under">“{extension?.reason}”</div>
              </>
            ),
          },
        ]
      : []),
    { key: 'due', head: w.deadline, cell: (row) => <Due task={row} /> },
    ...(queue === 'qua-han'
      ? [{ key: 'state', head: w.state, cell: ({ status }: Row) => <TaskMark status={status} /> }]
      : []),
    {
      key: 'act',
      head: <span className="only-heard">{w.act}</span>,
      align: 'right' as const,
      cell: (row) => (
        <Acts row={row} queue={queue} onLook={() => look(keyOf(row))} onUrge={() => urge.setUrging([row])} />
      ),
    },
  ];
  if (rows.length === 0) return <p className="quiet">{w[NONE[queue]]}</p>;
  return (
    <div ref={list}>
      {urge.selected.length > 0 && (
        <Group mb="xs" className="no-print">
          <Button leftSection={<IconBellRinging aria-hidden size={18} />} onClick={() => urge.setUrging(urge.selected)}>
            {w.urgeMany(urge.selected.length)}
          </Button>
        </Group>
      )}
      <Rows
        rows={rows}
        columns={columns}
        rowKey={keyOf}
        caption={w[CAPTION[queue]]}
        isSelected={(row) => keyOf(row) === key || urge.chosen.has(keyOf(row))}
      />
      <Suspense>
        {isOpened && <TaskDrawer rows={rows} />}
        {urge.urging && <UrgeDialog tasks={urge.urging} onClose={() => urge.setUrging(null)} onDone={urge.done} />}
      </Suspense>
    </div>
  );
};
