/** "Việc": the checklist with filters and groups in the address, acts on several tasks, and a new task by `n`. */
import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { Due } from '../../../parts/due.tsx';
import { useListKeys } from '../../../parts/list-keys.ts';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { Empty, Shown } from '../../../parts/shown.tsx';
import { useView } from '../../../parts/view.ts';
import { addDays, dateText, shortDate } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { useMay, useMomentQuery } from '../use-file.ts';
import { BulkBar } from './bulk-bar.tsx';
import './checklist.css';
import { Dropped } from './dropped.tsx';
import { filterOf, grouped, groupKey, matching, NO_FILTER } from './filter.ts';
import { Filters, groupOf } from './filters.tsx';
import { AfterCell, ProofCell, StateCell, TitleCell } from './task-cells.tsx';
import { said } from './words.ts';

type Task = Schemas['Task'];
const AddTaskDialog = lazy(() => import('./add-task.tsx').then(({ AddTaskDialog }) => ({ default: AddTaskDialog })));

const useGroupHead = (file: File): ((task: Task) => { readonly key: string; readonly head: ReactNode } | null) => {
  const w = useWords(said);
  const say = useSay();
  const [view] = useView();
  const by = groupOf(view);
  return (task) => {
    const key = groupKey(task, by);
    if (by === 'ma') return null;
    if (by === 'dv') return { key, head: say(task.ownerName) };
    if (by === 'tuan') return { key, head: w.weekOf(shortDate(key), dateText(addDays(key, 6))) };
    const gate = file.gates.find(({ code }) => code === key);
    return { key, head: gate ? `${w.gateWord(key)}: ${say(gate.name)}` : key };
  };
};

const List = ({ file, list }: { readonly file: File; readonly list: Schemas['Checklist'] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const may = useMay(file);
  const [view, change] = useView();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const groupHead = useGroupHead(file);
  const rows = useMemo(
    () =>
      grouped(
        matching(list.tasks, filterOf(view)),
        groupOf(view),
        file.gates.map(({ code }) => code),
      ),
    [list.tasks, view, file.gates],
  );
  const toggle = useCallback(
    (code: string) =>
      setSelected((before) => {
        const next = new Set(before);
        if (!next.delete(code)) next.add(code);
        return next;
      }),
    [],
  );
  const add = useCallback(() => setAdding(true), []);
  const mayAdd = may('tailor');
  useListKeys(place, { onSelect: toggle, onNew: mayAdd ? add : undefined });
  const columns: readonly Column<Task>[] = [
    {
      key: 'select',
      head: (
        <Checkbox
          aria-label={w.selectAll}
          checked={rows.length > 0 && rows.every(({ code }) => selected.has(code))}
          indeterminate={selected.size > 0 && !rows.every(({ code }) => selected.has(code))}
          onChange={({ currentTarget }) =>
            setSelected(new Set(currentTarget.checked ? rows.map(({ code }) => code) : []))
          }
        />
      ),
      cell: (task) => (
        <Checkbox
          className="above-row"
          aria-label={w.select(task.code)}
          checked={selected.has(task.code)}
          onChange={() => toggle(task.code)}
        />
      ),
      width: 44,
      wideOnly: true,
    },
    { key: 'task', head: w.task, cell: (task) => <TitleCell task={task} />, isTitle: true, width: '30%' },
    { key: 'owner', head: w.body, cell: (task) => say(task.ownerName), width: '15%' },
    { key: 'after', head: w.after, cell: (task) => <AfterCell task={task} />, wideOnly: true, width: '7%' },
    { key: 'due', head: w.deadline, cell: (task) => <Due task={task} />, width: '18%' },
    { key: 'state', head: w.state, cell: (task) => <StateCell task={task} />, width: '14%' },
    { key: 'proof', head: w.proof, cell: (task) => <ProofCell task={task} />, width: '14%' },
  ];
  return (
    <div ref={place} className="checklist">
      <Filters file={file} tasks={list.tasks} />
      <Group justify="space-between" my="sm" gap="sm">
        <Text size="sm" c="dimmed" component="output">
          {w.shown(rows.length, list.tasks.length)}
          {list.compression && ` · ${w.compressed(list.compression.available, list.compression.longest)}`}
        </Text>
        {mayAdd && (
          <Button variant="default" leftSection={<IconPlus aria-hidden size={18} />} onClick={add} className="no-print">
            {w.add}
          </Button>
        )}
      </Group>
      {rows.length === 0 ? (
        <Empty
          action={
            <Button variant="default" onClick={() => change(NO_FILTER)}>
              {w.clear}
            </Button>
          }
        >
          {w.noMatch}
        </Empty>
      ) : (
        <Rows
          rows={rows}
          columns={columns}
          rowKey={({ code }) => code}
          caption={w.list}
          isSelected={({ code }) => selected.has(code)}
          groupOf={groupHead}
        />
      )}
      <Dropped list={list} />
      <Text size="xs" c="dimmed" mt="sm" className="no-print" visibleFrom="sm">
        {w.keys}
      </Text>
      <BulkBar file={file} tasks={list.tasks.filter(({ code }) => selected.has(code))} onSelect={setSelected} />
      {adding && (
        <Suspense>
          <AddTaskDialog file={file} tasks={list.tasks} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </div>
  );
};

export const Tab = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const query = useMomentQuery();
  const read = useRead('/api/v1/exercises/{id}/checklist', { path: { id: file.id }, query }, { keepLast: true });
  return (
    <Shown read={read} lines={12} isEmpty={({ tasks }) => tasks.length === 0} empty={<Empty>{w.none}</Empty>}>
      {(list) => <List file={file} list={list} />}
    </Shown>
  );
};
