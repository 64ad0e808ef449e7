/** A deadline as it is always written: offset, date, distance in working days (ux §4). */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../client/http.ts';
import { dateText, distanceText } from '../words/format.ts';
import { useLanguage, useSay, useWords, words } from '../words/language.tsx';
import { Sign } from './marks.tsx';

const said = words({
  first: [(date: string) => `hạn đầu ${date}`, (date: string) => `first deadline ${date}`],
  extended: [(times: number) => `Đã gia hạn ${times} lần`, (times: number) => `Extended ${times}×`],
});

type TaskDates = Pick<
  Schemas['Task'],
  'offset' | 'due' | 'firstDue' | 'workingDaysLeft' | 'mark' | 'markText' | 'extendedBy'
>;

/** Red only for what is overdue; a done task keeps the word of how late it was. */
export const Due = ({ task, full = true }: { readonly task: TaskDates; readonly full?: boolean }): ReactNode => {
  const { language } = useLanguage();
  const say = useSay();
  const w = useWords(said);
  const line = [...(full ? [task.offset] : []), dateText(task.due)].join(' · ');
  const isDone = task.mark === 'done' || task.mark === 'doneLate' || task.mark === 'notApplicable';
  const distance = isDone ? say(task.markText) : distanceText(task.workingDaysLeft, language);
  return (
    <span className="due">
      <span className="figures">{line}</span>
      {distance && (
        <>
          {' · '}
          {task.mark === 'overdue' ? (
            <Sign icon={IconAlertTriangle} hue="red">
              {distance}
            </Sign>
          ) : (
            <span>{distance}</span>
          )}
        </>
      )}
      {full && task.firstDue !== task.due && <span className="quiet"> · {w.first(dateText(task.firstDue))}</span>}
    </span>
  );
};
