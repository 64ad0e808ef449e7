/** "Điểm danh": the board of the muster, the desk that enters it, and how the drill is prepared and ended. */
import { Button, Group, Stack, Tabs } from '@mantine/core';
import { IconDeviceTv, IconFlag, IconHourglass, IconLock } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Refused } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { changeQueue } from '../../../outbox/muster.ts';
import { settle } from '../../../outbox/muster-queue.ts';
import { Sign } from '../../../parts/marks.tsx';
import { Broken, Empty, Waiting } from '../../../parts/shown.tsx';
import { useAsOf, useView } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { instantText } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { useMomentQuery } from '../use-file.ts';
import { Board, type Muster } from './board.tsx';
import './muster.css';
import { mayPrepare, mayReport } from './rights.ts';
import { Wall } from './wall.tsx';
import { said } from './words.ts';

const Entry = lazy(() => import('./entry/index.tsx').then(({ Entry: Desk }) => ({ default: Desk })));
const Setup = lazy(() => import('./setup/index.tsx').then(({ Setup: Steps }) => ({ default: Steps })));
const Prepare = lazy(() => import('./setup/prepare.tsx').then(({ Prepare: Act }) => ({ default: Act })));

const PHASES = {
  preparing: [IconHourglass, 'grey'],
  open: [IconFlag, 'blue'],
  closed: [IconLock, 'grey'],
} as const;

const NotPrepared = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const { acting } = useMe();
  const asOf = useAsOf();
  if (!file.withDrill) return <Empty>{w.noDrill}</Empty>;
  const may = asOf === undefined && mayPrepare(file, acting);
  return (
    <Empty
      action={
        may && (
          <Suspense>
            <Prepare file={file} />
          </Suspense>
        )
      }
    >
      {may ? w.notPreparedAct : w.notPrepared}
    </Empty>
  );
};

/** Whether there is anything for this body to enter. */
const useMayEnter = ({ drill, stations }: Muster): boolean => {
  const asOf = useAsOf();
  if (asOf !== undefined || drill.phase !== 'open') return false;
  return (
    drill.rows.some(({ unit, source }) => source === 'counts' && mayReport(drill, unit)) ||
    stations.some((station) => station.mayStaff)
  );
};

const VIEWS = ['ban', 'ptkt', 'nhap', 'chuan-bi'] as const;

const Views = ({ file, muster }: { readonly file: File; readonly muster: Muster }): ReactNode => {
  const w = useWords(said);
  const [{ xem }, change] = useView();
  const mayEnter = useMayEnter(muster);
  const { drill } = muster;
  const isBefore = drill.phase === 'preparing';
  const shown = VIEWS.find((view) => view === xem && (view !== 'nhap' || mayEnter)) ?? (isBefore ? 'chuan-bi' : 'ban');
  const [icon, hue] = PHASES[drill.phase];
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Group gap="lg">
          <Sign icon={icon} hue={hue}>
            {w[`phase_${drill.phase}`]}
          </Sign>
          {drill.start && <span className="figures">{w.hourH(instantText(drill.start))}</span>}
        </Group>
        <Button
          variant="default"
          leftSection={<IconDeviceTv aria-hidden size={18} />}
          onClick={() => change({ 'man-hinh-lon': '1' })}
          className="no-print"
          visibleFrom="sm"
        >
          {w.wall}
        </Button>
      </Group>
      <Tabs value={shown} onChange={(view) => change({ xem: view ?? undefined })} keepMounted={false}>
        <Tabs.List aria-label={w.views} className="no-print muster-views">
          <Tabs.Tab value="ban">{w.board}</Tabs.Tab>
          <Tabs.Tab value="ptkt">{w.vehicles}</Tabs.Tab>
          {mayEnter && <Tabs.Tab value="nhap">{w.entry}</Tabs.Tab>}
          <Tabs.Tab value="chuan-bi">{w.setup}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="ban" pt="md">
          <Board kind="reservist" muster={muster} />
        </Tabs.Panel>
        <Tabs.Panel value="ptkt" pt="md">
          <Board kind="vehicle" muster={muster} />
        </Tabs.Panel>
        {mayEnter && (
          <Tabs.Panel value="nhap" pt="md">
            <Suspense fallback={<Waiting />}>
              <Entry muster={muster} />
            </Suspense>
          </Tabs.Panel>
        )}
        <Tabs.Panel value="chuan-bi" pt="md">
          <Suspense fallback={<Waiting />}>
            <Setup file={file} muster={muster} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
};

/** What is shown of the drill need not be kept at the desk any more. */
const useSettled = (drill: Muster['drill'] | undefined): void => {
  const { user } = useMe();
  const { id, version } = drill ?? {};
  useEffect(() => {
    if (id !== undefined && version !== undefined) void changeQueue(user.id, (queue) => settle(queue, id, version));
  }, [user.id, id, version]);
};

export const Tab = ({ file }: { readonly file: File }): ReactNode => {
  const input = { path: { id: file.id }, query: useMomentQuery() };
  const [{ 'man-hinh-lon': wall, xem }] = useView();
  const drill = useRead('/api/v1/drills/{id}', input, { keepLast: true, enabled: file.beside.drill });
  const isThere = drill.data !== undefined;
  const stations = useRead('/api/v1/drills/{id}/stations', input, { keepLast: true, enabled: isThere });
  const curve = useRead('/api/v1/drills/{id}/curve', input, { keepLast: true, enabled: isThere });
  useSettled(drill.data);
  const isUnknown = drill.error instanceof Refused && drill.error.problem.status === 404;
  if (!drill.data && (isUnknown || !file.beside.drill)) return <NotPrepared file={file} />;
  if (!drill.data || !stations.data) {
    const error = drill.error ?? stations.error;
    return error ? <Broken error={error} onRetry={() => void drill.refetch()} /> : <Waiting />;
  }
  const muster: Muster = { drill: drill.data, stations: stations.data.stations, curve: curve.data };
  if (wall === '1') return <Wall file={file} kind={xem === 'ptkt' ? 'vehicle' : 'reservist'} muster={muster} />;
  return <Views file={file} muster={muster} />;
};
