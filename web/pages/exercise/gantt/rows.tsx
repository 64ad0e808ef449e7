/** Rows of the chart: a gate, then its tasks. The head of a row is a button that lights what stands before and after it. */
import { IconSquareRotated } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { dateText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { BACKDROP } from './backdrop.tsx';
import { Band, BarChart } from './bar.tsx';
import type { GanttGate, GanttTask, Relation } from './plan-rows.ts';
import type { Scale } from './scale.ts';
import { said } from './words.ts';

export const GateRow = ({ gate, scale }: { readonly gate: GanttGate['gate']; readonly scale: Scale }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { passedOn, due, earliest, late } = gate;
  return (
    <tr className="gantt-gate">
      <th scope="rowgroup">
        <b>
          {gate.code} {say(gate.name)}
        </b>
        <div className="quiet figures">
          {passedOn ? w.passed(dateText(passedOn)) : due ? w.due(dateText(due)) : ''}
          {!passedOn && earliest && late !== null && late > 0 && ` · ${w.gateLate(dateText(earliest), late)}`}
        </div>
      </th>
      <td>
        <svg className="gantt-row" width={scale.width} aria-hidden="true">
          <title>{gate.code}</title>
          <Band scale={scale} gate={gate} />
          <use href={`#${BACKDROP}`} />
        </svg>
      </td>
    </tr>
  );
};

interface TaskRowProps {
  readonly task: GanttTask;
  readonly gate: GanttGate['gate'];
  readonly scale: Scale;
  readonly relation: Relation | null;
  readonly pinned: boolean;
  readonly onLight: (code: string | null) => void;
  readonly onPin: (code: string) => void;
}

const Row = ({ task, gate, scale, relation, pinned, onLight, onPin }: TaskRowProps): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { shown } = task;
  return (
    <tr
      data-relation={relation ?? undefined}
      onMouseEnter={() => onLight(task.code)}
      onMouseLeave={() => onLight(null)}
    >
      <th scope="row">
        <button
          type="button"
          className="gantt-name on-paper" // a name, though a button on the screen
          data-row={task.code}
          aria-pressed={pinned}
          onFocus={() => onLight(task.code)}
          onBlur={() => onLight(null)}
          onClick={() => onPin(task.code)}
        >
          <b className="figures">{task.code}</b> {say(task.title)}
          {shown?.isGateTask && (
            <>
              {' '}
              <IconSquareRotated aria-hidden size={13} className="gate-sign" />
              <span className="only-heard">{w.ofGate(gate.code)}</span>
            </>
          )}
        </button>
      </th>
      <td>
        <span className="only-heard">
          {w.bar(
            dateText(task.start ?? task.due),
            dateText(task.due),
            shown ? say(shown.statusLabel) : task.status,
            shown ? say(shown.markText) : '',
          )}
          {task.firstDue !== task.due && ` ${w.first(dateText(task.firstDue))}`}
        </span>
        <BarChart scale={scale} task={task} gate={gate} />
      </td>
    </tr>
  );
};
export const TaskRow = memo(Row);
