/** Localities, bodies, posts and holders on a day; the address holds the day, the search and the locality chosen. */
import { Button, CloseButton, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronLeft, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Refused } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { ExportMenu } from '../../../parts/export-menu.tsx';
import { ImportLink } from '../../../parts/import-link.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { Empty, Shown } from '../../../parts/shown.tsx';
import { useAsOf, useView } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { dateText, numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { DayBar } from './day-bar.tsx';
import { NotEstablished } from './establish.tsx';
import { above, rowsOf, type Tree, treeOf, type Unit } from './tree.ts';
import { TreeView } from './tree-view.tsx';
import { UnitDetail } from './unit-detail.tsx';
import './units.css';
import { said } from './words.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const KEEPERS: readonly string[] = ['SA', 'MPC', 'PC'];

/** Whether the acting body keeps the locality: its own, or one below it. The server decides in any case. */
const keeps = (tree: Tree, body: string | undefined, unit: string): boolean => {
  if (body === undefined) return false;
  const dot = body.lastIndexOf('.');
  return KEEPERS.includes(body.slice(dot + 1)) && [unit, ...above(tree, unit)].includes(body.slice(0, dot));
};

const Columns = ({
  units,
  mayAct,
  asOf,
}: {
  readonly units: readonly Unit[];
  readonly mayAct: boolean;
  readonly asOf: string | undefined;
}): ReactNode => {
  const w = useWords(said);
  const { acting } = useMe();
  const [{ xa, tim = '' }, setView] = useView();
  const [typed, setTyped] = useState(tim);
  const [search] = useDebouncedValue(typed, 150);
  const tree = useMemo(() => treeOf(units), [units]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set([...tree.roots.map(({ id }) => id), ...(acting ? [acting.unit, ...above(tree, acting.unit)] : [])]),
  );
  const rows = useMemo(() => rowsOf(tree, opened, search), [tree, opened, search]);
  const chosen = xa === undefined ? undefined : tree.byId.get(xa);
  const fold = (unit: string, open: boolean): void => {
    const next = new Set(opened);
    if (open) next.add(unit);
    else next.delete(unit);
    setOpened(next);
  };
  const find = (text: string): void => {
    setTyped(text);
    setView({ tim: text.trim() || undefined });
  };
  return (
    <div className="unit-columns" data-chosen={xa === undefined ? undefined : ''}>
      <div className="unit-side no-print">
        <TextInput
          type="search"
          aria-label={w.search}
          placeholder={w.search}
          leftSection={<IconSearch aria-hidden size={18} />}
          rightSection={typed !== '' && <CloseButton aria-label={w.clear} onClick={() => find('')} />}
          value={typed}
          onChange={({ currentTarget }) => find(currentTarget.value)}
          mb="sm"
        />
        <Group gap="xs" mb="xs">
          <Button variant="default" size="compact-sm" onClick={() => setOpened(new Set(tree.byId.keys()))}>
            {w.openAll}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => setOpened(new Set())}>
            {w.closeAll}
          </Button>
        </Group>
        {rows.length === 0 ? (
          <Empty>{w.noMatch}</Empty>
        ) : (
          <TreeView rows={rows} chosen={xa} onChoose={(unit) => setView({ xa: unit })} onFold={fold} />
        )}
      </div>
      <div>
        {xa !== undefined && (
          <Button
            className="unit-back no-print"
            variant="default"
            size="compact-md"
            mb="sm"
            leftSection={<IconChevronLeft aria-hidden size={18} />}
            onClick={() => setView({ xa: undefined })}
          >
            {w.back}
          </Button>
        )}
        {chosen ? (
          <UnitDetail
            key={chosen.id}
            unit={chosen}
            tree={tree}
            mayKeep={mayAct && keeps(tree, acting?.body, chosen.id)}
            asOf={asOf}
          />
        ) : (
          <Text c="dimmed">{xa === undefined ? w.choose : w.notOn}</Text>
        )}
      </div>
    </div>
  );
};

export const Tab = (): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const { today, group } = useMe();
  const isStaff = group === 'staff';
  const asOf = useAsOf();
  const [{ vao }, setView] = useView();
  const now = asOf ?? today;
  const day = vao !== undefined && DATE.test(vao) ? vao : now;
  const query = { ...(asOf ? { asOf } : {}), ...(day === now ? {} : { on: day }) };
  const read = useRead('/api/v1/organisation', { query }, { keepLast: true });
  const isUnknown = read.error instanceof Refused && read.error.problem.code === 'organisation-unknown';
  return (
    <>
      <PageHead
        title={w.title}
        aside={
          read.data && (
            <Text c="dimmed">
              {w.onShort} {dateText(read.data.on)} · {w.model(say(read.data.model.label))} ·{' '}
              {w.count(
                numberText(read.data.units.length, language),
                numberText(
                  read.data.units.reduce((total, { bodies }) => total + bodies.length, 0),
                  language,
                ),
              )}
            </Text>
          )
        }
        actions={
          <>
            {read.data && <ExportMenu of="organisation" query={query} />}
            {isStaff && asOf === undefined && <ImportLink kind={isUnknown ? 'units' : 'communes'} />}
          </>
        }
      />
      <DayBar day={day} today={now} onChange={(next) => setView({ vao: next === now ? undefined : next })} />
      {isUnknown ? (
        <NotEstablished />
      ) : (
        <Shown read={read}>
          {({ units }) => (
            <>
              {day < now && (
                <Text size="sm" c="dimmed" mb="sm" className="no-print">
                  {w.past}
                </Text>
              )}
              <Columns units={units} mayAct={asOf === undefined && day >= now} asOf={asOf} />
            </>
          )}
        </Shown>
      )}
    </>
  );
};
