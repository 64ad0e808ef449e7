/** Filters of the checklist: chips with counts, the owner, words; all of them in the address. */
import { Button, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { Chips } from '../../../parts/chips.tsx';
import { useView } from '../../../parts/view.ts';
import { byName } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { countsOf, filterOf, type GroupBy, isFiltered, matching, NO_FILTER } from './filter.ts';
import { said } from './words.ts';

type Task = Schemas['Task'];
const ORDER: readonly Task['status'][] = ['returned', 'open', 'started', 'submitted', 'waiting', 'verified', 'waived'];

export const groupOf = (view: { readonly nhom?: string | undefined }): GroupBy => {
  const { nhom } = view;
  return nhom === 'dv' || nhom === 'tuan' || nhom === 'ma' ? nhom : 'cong';
};

/** Typed words go into the address after a pause, so that each letter does not read the page anew. */
const Search = (): ReactNode => {
  const w = useWords(said);
  const [{ tim }, change] = useView();
  const [typed, setTyped] = useState(tim ?? '');
  useEffect(() => {
    if (typed.trim() === (tim ?? '')) return;
    const timer = setTimeout(() => change({ tim: typed.trim() || undefined }), 250);
    return () => clearTimeout(timer);
  }, [typed, tim, change]);
  useEffect(() => {
    if (tim === undefined) setTyped('');
  }, [tim]);
  return (
    <TextInput
      aria-label={w.search}
      placeholder={w.search}
      leftSection={<IconSearch aria-hidden size={18} />}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      flex="1 1 16rem"
      maw="24rem"
      type="search"
    />
  );
};

export const Filters = ({ file, tasks }: { readonly file: File; readonly tasks: readonly Task[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [view, change] = useView();
  const filter = filterOf(view);
  const gates = countsOf(tasks, filter, 'cong');
  const states = countsOf(tasks, filter, 'tt');
  const owners = countsOf(tasks, filter, 'dv');
  const names = new Map(tasks.map((task) => [task.owner, say(task.ownerName)]));
  const labels = new Map(tasks.map((task) => [task.status, say(task.statusLabel)]));
  const overdue = matching(tasks, { ...filter, qh: '1' }).length;
  return (
    <div className="filters no-print">
      <Chips
        label={w.state}
        chosen={filter.tt}
        onChoose={(tt) => change({ tt })}
        chips={ORDER.filter((status) => (states.get(status) ?? 0) > 0 || filter.tt === status).map((status) => ({
          value: status,
          label: labels.get(status) ?? status,
          count: states.get(status) ?? 0,
        }))}
      />
      <Chips
        label={w.gate}
        chosen={filter.cong}
        onChoose={(cong) => change({ cong })}
        chips={file.gates
          .filter(({ code }) => (gates.get(code) ?? 0) > 0 || filter.cong === code)
          .map(({ code }) => ({ value: code, label: code, count: gates.get(code) ?? 0 }))}
      />
      <Group gap="sm" wrap="wrap">
        <Chips
          label={w.deadline}
          chosen={filter.qh}
          onChoose={(qh) => change({ qh })}
          chips={[{ value: '1', label: w.overdue, count: overdue }]}
        />
        <Select
          aria-label={w.body}
          placeholder={w.anyBody}
          value={filter.dv ?? null}
          onChange={(dv) => change({ dv: dv ?? undefined })}
          data={[...owners]
            .map(([value, count]) => ({ value, label: `${names.get(value) ?? value} (${count})` }))
            .sort((a, b) => byName(a.label, b.label))}
          clearable
          searchable
          w="18rem"
          maw="100%"
        />
        <Search />
        {isFiltered(filter) && (
          <Button variant="subtle" onClick={() => change(NO_FILTER)}>
            {w.clear}
          </Button>
        )}
      </Group>
      <Group gap="xs">
        <Text size="sm" c="dimmed" id="group-by">
          {w.groupBy}
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="group-by"
          value={groupOf(view)}
          onChange={(nhom) => change({ nhom: nhom === 'cong' ? undefined : nhom })}
          data={[
            { value: 'cong', label: w.byGate },
            { value: 'dv', label: w.byBody },
            { value: 'tuan', label: w.byWeek },
            { value: 'ma', label: w.noGroup },
          ]}
        />
      </Group>
    </div>
  );
};
