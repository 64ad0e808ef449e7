/** The chart as a real table: a head per row, one drawing per row, the axis as the head of the column. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useListKeys } from '../../../parts/list-keys.ts';
import { useWords } from '../../../words/language.tsx';
import type { DayKinds } from '../day-kinds.ts';
import type { File } from '../tabs.ts';
import { AXIS_HEIGHT, Axis } from './axis.tsx';
import { Backdrop, type Marks } from './backdrop.tsx';
import { LitWords } from './lit-words.tsx';
import { type GanttGate, relationTo } from './plan-rows.ts';
import { GateRow, TaskRow } from './rows.tsx';
import { leftOf, type Scale, type Zoom } from './scale.ts';
import { said } from './words.ts';

export const Chart = ({
  file,
  rows,
  scale,
  zoom,
  days,
  marks,
}: {
  readonly file: File;
  readonly rows: readonly GanttGate[];
  readonly scale: Scale;
  readonly zoom: Zoom;
  readonly days: DayKinds;
  readonly marks: Marks;
}): ReactNode => {
  const w = useWords(said);
  const [light, setLight] = useState<string | null>(null);
  const [pin, setPin] = useState<string | null>(null);
  const box = useRef<HTMLElement>(null);
  const tasks = useMemo(() => rows.flatMap((row) => row.tasks), [rows]);
  const lit = tasks.find(({ code }) => code === (light ?? pin));
  const current = rows.find(({ gate }) => gate.passedOn === null)?.gate.code;
  const togglePin = useCallback((code: string) => setPin((before) => (before === code ? null : code)), []);
  useListKeys(box, {});
  // the chart opens at today and at the first gate that is not passed
  useEffect(() => {
    const current = box.current?.querySelector<HTMLElement>('[data-current]');
    const room = (box.current?.clientWidth ?? 0) - (box.current?.querySelector('th')?.offsetWidth ?? 0);
    box.current?.scrollTo({
      left: Math.max(0, leftOf(scale, marks.today) - 0.35 * room),
      top: current ? current.offsetTop - AXIS_HEIGHT : 0,
    });
  }, [scale.px]);
  return (
    <>
      <LitWords exercise={file.id} lit={lit} tasks={tasks} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section ref={box} className="gantt-box" aria-label={w.caption} tabIndex={0}>
        <Backdrop scale={scale} days={days} marks={marks} />
        <table className="gantt" data-lit={lit ? true : undefined}>
          <caption className="only-heard">{w.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{w.task}</th>
              <th scope="col" style={{ width: scale.width }}>
                <span className="only-heard">{w.days}</span>
                <Axis scale={scale} zoom={zoom} days={days} marks={marks} />
              </th>
            </tr>
          </thead>
          {rows.map(({ gate, tasks: own }) => (
            <tbody key={gate.code} data-current={gate.code === current || undefined}>
              <GateRow gate={gate} scale={scale} />
              {own.map((task) => (
                <TaskRow
                  key={task.code}
                  task={task}
                  gate={gate}
                  scale={scale}
                  relation={lit ? relationTo(task, lit) : null}
                  pinned={pin === task.code}
                  onLight={setLight}
                  onPin={togglePin}
                />
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </>
  );
};
