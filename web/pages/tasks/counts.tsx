/** What presses, in one line: each figure leads to exactly those rows. */
import { IconAlertTriangle, IconArrowBackUp, IconCircle, IconHourglass } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Sign } from '../../parts/marks.tsx';
import { useWords } from '../../words/language.tsx';
import type { BodyTask, Group } from './groups.ts';
import { said } from './words.ts';

export const Counts = ({ tasks }: { readonly tasks: readonly BodyTask[] }): ReactNode => {
  const w = useWords(said);
  const shown = [
    ['returned', IconArrowBackUp, 'orange', w.returned],
    ['overdue', IconAlertTriangle, 'red', w.overdue],
    ['dueThisWeek', IconCircle, 'blue', w.weekShort],
    ['submitted', IconHourglass, 'violet', w.submittedShort],
  ] as const satisfies readonly (readonly [Group, unknown, unknown, string])[];
  const countOf = (group: Group): number => tasks.filter((task) => task.group === group).length;
  return (
    <nav className="counts" aria-label={w.title}>
      {shown
        .filter(([group]) => countOf(group) > 0)
        .map(([group, icon, hue, label]) => (
          <a key={group} href={`#${group}`}>
            <Sign icon={icon} hue={hue}>
              {label} <strong className="figures">{countOf(group)}</strong>
            </Sign>
          </a>
        ))}
    </nav>
  );
};
