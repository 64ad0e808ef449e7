/** "Tiến độ": tasks under their gates on the working calendar. Nothing is dragged: days are moved by the what-if. */
import { Alert, Button, Group, SegmentedControl, Switch, Text } from '@mantine/core';
import { IconCalendarShare } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { Empty, Shown } from '../../../parts/shown.tsx';
import { useView } from '../../../parts/view.ts';
import { addDays } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import { useDayKinds } from '../days.ts';
import type { File } from '../tabs.ts';
import { useMay, useMomentQuery } from '../use-file.ts';
import { Chart } from './chart.tsx';
import './gantt.css';
import { Legend } from './legend.tsx';
import { ganttRows } from './plan-rows.ts';
import { usePrinting } from './printing.ts';
import { dayNumber, PX, rangeOf, scaleOf, ZOOMS, type Zoom } from './scale.ts';
import { said } from './words.ts';

type Plan = Schemas['Plan'];
/** Room for the bars on an A3 sheet laid across, beside the names, in CSS pixels. */
const PAPER_WIDTH = 1_130;
/** Room for the date beside the last bar, in pixels. */
const LABEL = 70;

const Pace = ({ plan }: { readonly plan: Plan }): ReactNode => {
  const w = useWords(said);
  const [path] = plan.criticalPaths;
  const slack = plan.leastSlack;
  if (!path || slack === null) return null;
  const chain = path.join(' → ');
  return (
    <Text size="sm" className="figures">
      {slack < 0 ? w.paceLate(chain, -slack) : w.pace(chain, slack)}
    </Text>
  );
};

const Toolbar = ({ file, zoom }: { readonly file: File; readonly zoom: Zoom }): ReactNode => {
  const w = useWords(said);
  const may = useMay(file);
  const [view, change] = useView();
  return (
    <Group justify="space-between" gap="sm" mb="xs" className="no-print">
      <Group gap="md">
        <SegmentedControl
          size="sm"
          aria-label={w.zoom}
          value={zoom}
          onChange={(next) => change({ rong: next === 'tuan' ? undefined : next })}
          data={ZOOMS.map((value) => ({ value, label: w[value] }))}
        />
        <Switch
          label={w.criticalOnly}
          checked={view.chan === '1'}
          onChange={({ currentTarget }) => change({ chan: currentTarget.checked ? '1' : undefined })}
        />
      </Group>
      {may('move') && (
        <Button
          variant="default"
          leftSection={<IconCalendarShare aria-hidden size={18} />}
          onClick={() => change({ lam: 'doi-ngay' })}
        >
          {w.move}
        </Button>
      )}
    </Group>
  );
};

const Gantt = ({
  file,
  plan,
  tasks,
}: {
  readonly file: File;
  readonly plan: Plan;
  readonly tasks: readonly Schemas['Task'][];
}): ReactNode => {
  const w = useWords(said);
  const [view, change] = useView();
  const printing = usePrinting() || view.in === '1';
  const zoom: Zoom = view.rong === 'ngay' || view.rong === 'thang' ? view.rong : 'tuan';
  const criticalOnly = view.chan === '1';
  const rows = useMemo(() => ganttRows(plan, tasks, criticalOnly), [plan, tasks, criticalOnly]);
  const range = useMemo(() => {
    const shown = rows.flatMap((row) => row.tasks);
    const bars = shown.flatMap(({ start, due, firstDue }) => [start ?? due, due, firstDue]);
    return rangeOf(printing ? bars : [...bars, plan.today, plan.startDate, plan.endDate]);
  }, [rows, plan, printing]);
  const from = addDays(range?.from ?? plan.today, -2);
  const to = addDays(range?.to ?? plan.today, printing ? 14 : Math.ceil(LABEL / PX[zoom]));
  const days = useDayKinds(from, to);
  const px = printing ? PAPER_WIDTH / (dayNumber(to) - dayNumber(from) + 1) : PX[zoom];
  const scale = useMemo(() => scaleOf(from, to, px), [from, to, px]);
  return (
    <>
      <style>{'@media print { @page { size: A3 landscape; margin: 10mm 12mm; } }'}</style>
      <Toolbar file={file} zoom={zoom} />
      <Pace plan={plan} />
      {days.missing.length > 0 && (
        <Alert color="gray" variant="light" my="xs">
          {w.missingYear(days.missing.join(', '))}
        </Alert>
      )}
      {rows.length === 0 ? (
        <Empty
          action={
            <Button variant="default" onClick={() => change({ chan: undefined })}>
              {w.showAll}
            </Button>
          }
        >
          {w.noCritical}
        </Empty>
      ) : (
        <Chart
          file={file}
          rows={rows}
          scale={scale}
          zoom={printing ? 'thang' : zoom}
          days={days}
          marks={{ today: plan.today, start: plan.startDate, end: plan.endDate }}
        />
      )}
      <Legend />
    </>
  );
};

export const Tab = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const query = useMomentQuery();
  const input = { path: { id: file.id }, query };
  const plan = useRead('/api/v1/exercises/{id}/plan', input, { keepLast: true });
  const list = useRead('/api/v1/exercises/{id}/checklist', input, { keepLast: true });
  return (
    <Shown read={plan} lines={14} isEmpty={({ tasks }) => tasks.length === 0} empty={<Empty>{w.none}</Empty>}>
      {(data) => <Gantt file={file} plan={data} tasks={list.data?.tasks ?? []} />}
    </Shown>
  );
};
