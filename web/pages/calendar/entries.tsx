/** What stands on a day: exercises first, then deadlines; the same task of several exercises folded into one line. */
import { IconAlertTriangle, IconCheck, IconDiamond, IconFlag } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { createContext, type ReactNode, use } from 'react';
import { Sign } from '../../parts/marks.tsx';
import { longDate } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import type { DayShown, Deadline, Line } from './days.ts';
import { said } from './words.ts';

/** Whether the calendar holds exercises of several localities, so that each line says of which. */
export const SeveralUnits = createContext(false);

const isDone = ({ mark }: Deadline): boolean => mark === 'done' || mark === 'doneLate';

const Mark = ({ deadline }: { readonly deadline: Deadline }): ReactNode => {
  if (deadline.mark === 'overdue') return <IconAlertTriangle aria-hidden size={15} className="mark-overdue" />;
  if (isDone(deadline)) return <IconCheck aria-hidden size={15} />;
  return deadline.isGateTask ? <IconDiamond aria-hidden size={15} /> : <span className="mark-open" aria-hidden />;
};

/** The sign in words; seen where it presses, heard always. */
const MarkWord = ({ deadline }: { readonly deadline: Deadline }): ReactNode => {
  const w = useWords(said);
  if (deadline.mark === 'overdue') return <strong className="mark-overdue"> · {w.overdue}</strong>;
  return (
    <span className="only-heard">
      {' '}
      ({isDone(deadline) ? w.done : w.open}
      {deadline.isGateTask && `, ${w.gate}`})
    </span>
  );
};

export const TaskEntry = ({ deadline, full }: { readonly deadline: Deadline; readonly full: boolean }): ReactNode => {
  const say = useSay();
  const { exercise, code, title, ownerName, unitName, isOwn } = deadline;
  const several = use(SeveralUnits);
  return (
    <Link
      to="/viec/$exercise/$code"
      params={{ exercise, code }}
      className="entry"
      data-mark={deadline.mark}
      data-own={isOwn || undefined}
      data-row={`${exercise}/${code}`}
    >
      <Mark deadline={deadline} />
      <span>
        <strong>{code}</strong> {say(title)}
        <span className="quiet">
          {full && ` · ${say(ownerName)}`}
          {several && ` · ${say(unitName)}`}
        </span>
        <MarkWord deadline={deadline} />
      </span>
    </Link>
  );
};

const LineEntry = ({ line, full }: { readonly line: Line; readonly full: boolean }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [first, ...rest] = line.deadlines;
  if (rest.length === 0) return <TaskEntry deadline={first} full={full} />;
  const worst = line.deadlines.find(({ mark }) => mark === 'overdue') ?? first;
  return (
    <details className="entry-many">
      <summary>
        <Mark deadline={worst} />
        <span>
          <strong>{first.code}</strong> {say(first.title)}{' '}
          <span className="quiet">· {w.several(line.deadlines.length)}</span>
          <MarkWord deadline={worst} />
        </span>
      </summary>
      {line.deadlines.map((deadline) => (
        <TaskEntry key={deadline.exercise} deadline={deadline} full />
      ))}
    </details>
  );
};

export const Entries = ({
  day,
  full,
  most,
  more,
}: {
  readonly day: DayShown;
  readonly full: boolean;
  readonly most?: number;
  /** Leads to the day whole. */
  readonly more?: (left: number) => ReactNode;
}): ReactNode => {
  const w = useWords(said);
  const shown = most === undefined ? day.lines : day.lines.slice(0, Math.max(0, most - day.exercises.length));
  const left = day.lines.length - shown.length;
  return (
    <div className="entries">
      {day.exercises.map(({ exercise, nth, of }) => (
        <Link key={exercise.id} to="/dien-tap/$id" params={{ id: exercise.id }} className="entry entry-exercise">
          <IconFlag aria-hidden size={15} />
          <span>
            <strong>{w.exerciseDay(nth, of)}:</strong> {exercise.codeName ?? exercise.theme}
            {full && exercise.codeName && <span className="quiet"> · {exercise.theme}</span>}
          </span>
        </Link>
      ))}
      {shown.map((line) => (
        <LineEntry key={line.key} line={line} full={full} />
      ))}
      {left > 0 && more?.(left)}
    </div>
  );
};

/** "Nghỉ", "Làm bù": grey, because red is kept for verdicts. */
export const DayMark = ({ day }: { readonly day: DayShown }): ReactNode => {
  const w = useWords(said);
  const word = day.kind === 'off' ? w.off : day.kind === 'madeUp' ? w.madeUp : null;
  return word ? (
    <span className="quiet">
      {word}
      {day.isEstimated && ` (${w.estimated})`}
    </span>
  ) : null;
};

export const DayName = ({ day, today }: { readonly day: DayShown; readonly today: string }): ReactNode => {
  const { language } = useLanguage();
  const w = useWords(said);
  return (
    <>
      <span className="figures">{longDate(day.date, language)}</span>
      {day.date === today && (
        <>
          {' '}
          <Sign icon={IconFlag} hue="blue">
            {w.today}
          </Sign>
        </>
      )}{' '}
      <DayMark day={day} />
    </>
  );
};
