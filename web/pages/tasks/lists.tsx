/** The three parts of the list: led here, supported, for information. */
import { Button, Group, Tabs, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useListKeys } from '../../parts/list-keys.ts';
import { useIsNarrow } from '../../parts/narrow.ts';
import { Empty } from '../../parts/shown.tsx';
import { useAsOf, useView } from '../../parts/view.ts';
import { dateText } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { ChosenBar } from './chosen.tsx';
import { Counts } from './counts.tsx';
import { Filters } from './filters.tsx';
import { type BodyTasks, hasDue, keyOf, matches, nextTask, openCount } from './groups.ts';
import { LeadGroups } from './lead.tsx';
import { OthersPanels, othersOf } from './others.tsx';
import { useChoosing } from './use-choosing.ts';
import { useThemes } from './use-themes.ts';
import { said } from './words.ts';

const TABS = ['chinh', 'phoi-hop', 'de-biet'] as const;

/** Nothing presses: say so, and name what comes next. */
const Calm = ({ data }: { readonly data: BodyTasks }): ReactNode => {
  const w = useWords(said);
  if (hasDue(data.tasks)) return null;
  const next = nextTask(data.tasks);
  return (
    <Text py="xs">
      {w.nothingDue} {next && w.next(next.code, dateText(next.due))}
    </Text>
  );
};

const KeysHint = (): ReactNode => {
  const w = useWords(said);
  return useIsNarrow() ? null : (
    <Text size="sm" c="dimmed">
      {w.keys}
    </Text>
  );
};

export const Lists = ({ data }: { readonly data: BodyTasks }): ReactNode => {
  const w = useWords(said);
  const asOf = useAsOf();
  const [view, setView] = useView();
  const list = useRef<HTMLDivElement>(null);
  const { themeOf } = useThemes(data);
  const choosing = useChoosing();
  const mayChoose = asOf === undefined;
  useListKeys(list, mayChoose ? { onSelect: choosing.toggle } : {});
  const filter = { exercise: view.dt, text: view.tim };
  const tasks = data.tasks.filter((task) => matches(task, filter));
  const { toVerify, onMe, onOthers } = othersOf(data, filter);
  const isFiltered = view.dt !== undefined || view.tim !== undefined;
  const clear = (
    <Button variant="default" onClick={() => setView({ dt: undefined, tim: undefined })}>
      {w.clear}
    </Button>
  );
  const nothing = <Empty action={isFiltered ? clear : undefined}>{isFiltered ? w.noMatch : w.noTasks}</Empty>;
  return (
    <div ref={list}>
      <Group justify="space-between" gap="sm" className="no-print">
        <Counts tasks={tasks} />
        <Filters data={data} />
      </Group>
      <Tabs
        value={TABS.find((tab) => tab === view.nhom) ?? 'chinh'}
        onChange={(tab) => setView({ nhom: tab === 'chinh' ? undefined : (tab ?? undefined) })}
        keepMounted={false}
        mt="sm"
      >
        <Tabs.List aria-label={w.tabs} className="no-print">
          <Tabs.Tab value="chinh">
            {w.lead} ({openCount(tasks)})
          </Tabs.Tab>
          <Tabs.Tab value="phoi-hop">
            {w.support} ({toVerify.length + onMe.length})
          </Tabs.Tab>
          <Tabs.Tab value="de-biet">
            {w.info} ({onOthers.length})
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="chinh" pt="xs">
          {!isFiltered && tasks.length > 0 && <Calm data={data} />}
          {tasks.length === 0 ? (
            nothing
          ) : (
            <LeadGroups data={data} tasks={tasks} themeOf={themeOf} choosing={choosing} />
          )}
        </Tabs.Panel>
        <OthersPanels data={data} filter={filter} />
      </Tabs>
      {choosing.on && (
        <ChosenBar chosen={data.tasks.filter((task) => choosing.chosen.has(keyOf(task)))} onClear={choosing.clear} />
      )}
      {mayChoose && !choosing.on && tasks.length > 1 && (view.nhom ?? 'chinh') === 'chinh' && (
        <Group mt="md" gap="md" className="no-print">
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconListCheck aria-hidden size={16} />}
            onClick={() => choosing.setOn(true)}
          >
            {w.choose}
          </Button>
          <KeysHint />
        </Group>
      )}
    </div>
  );
};
