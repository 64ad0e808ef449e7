/** One task on the days: its bar to the deadline, the first deadline as a thin shadow, a diamond for the task of a gate. */
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCircle,
  IconCircleHalf2,
  IconHourglass,
  IconLock,
  IconMinus,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { shortDate } from '../../../words/format.ts';
import { BACKDROP } from './backdrop.tsx';
import type { GanttGate, GanttTask } from './plan-rows.ts';
import { leftOf, rightOf, type Scale } from './scale.ts';

const ICONS: Readonly<Record<GanttTask['status'], TablerIcon>> = {
  waiting: IconLock,
  open: IconCircle,
  started: IconCircleHalf2,
  submitted: IconHourglass,
  returned: IconArrowBackUp,
  verified: IconCheck,
  waived: IconMinus,
};

const HALF = 7;
const LEAST = 5;

/** From the day after its latest predecessor's deadline to its own; a day where the plan gives it none. */
export const barOf = (scale: Scale, { start, due }: Pick<GanttTask, 'start' | 'due'>): { x: number; width: number } => {
  const right = rightOf(scale, due);
  const left = start !== null && start < due ? rightOf(scale, start) : leftOf(scale, due);
  const width = Math.max(LEAST, right - left);
  return { x: right - width, width };
};

/** The usual window of the gate, behind its rows. */
export const Band = ({ scale, gate }: { readonly scale: Scale; readonly gate: GanttGate['gate'] }): ReactNode => {
  const { windowFrom, windowTo } = gate;
  if (!windowTo) return null;
  const left = leftOf(scale, windowFrom ?? windowTo);
  return <rect className="gate-band" x={left} y="0" width={rightOf(scale, windowTo) - left} height="100%" />;
};

export const BarChart = ({
  scale,
  task,
  gate,
}: {
  readonly scale: Scale;
  readonly task: GanttTask;
  readonly gate: GanttGate['gate'];
}): ReactNode => {
  const { x, width } = barOf(scale, task);
  const late = task.shown?.mark === 'overdue';
  const Icon = late ? IconAlertTriangle : ICONS[task.status];
  const end = x + width;
  const isGateTask = task.shown?.isGateTask ?? false;
  const label = end + (isGateTask ? 13 : 5);
  return (
    <svg className="gantt-row" width={scale.width} aria-hidden="true">
      <title>{task.code}</title>
      <Band scale={scale} gate={gate} />
      <use href={`#${BACKDROP}`} />
      <svg y="50%" overflow="visible">
        <title>{task.code}</title>
        {task.firstDue !== task.due && (
          <rect
            className="bar-first"
            x={rightOf(scale, task.firstDue) - width}
            y={HALF + 1}
            width={width}
            height={4}
            rx={1}
          />
        )}
        <rect
          className="bar"
          data-status={task.status}
          data-critical={task.critical || undefined}
          x={x}
          y={-HALF}
          width={width}
          height={2 * HALF}
          rx={2}
        />
        {isGateTask && <path className="diamond" d={`M${end} -9 l9 9 l-9 9 l-9 -9 z`} />}
        <g className="bar-label" data-late={late || undefined}>
          <Icon x={label} y={-7} width={14} height={14} stroke={2} />
          <text x={label + 17} y={4.5}>
            {shortDate(task.due)}
          </text>
        </g>
      </svg>
    </svg>
  );
};
