/** Gives the open deadlines of a list as a calendar file. */
import { useMe } from '../../session/session.tsx';
import { useLanguage, useWords } from '../../words/language.tsx';
import { deadlinesFile } from './deadlines-file.ts';
import type { BodyTasks } from './groups.ts';
import { said } from './words.ts';

export const useSaveDeadlines = () => {
  const { now } = useMe();
  const { language } = useLanguage();
  const w = useWords(said);
  return (data: BodyTasks): void => {
    const file = new Blob([deadlinesFile(data.tasks, { stamp: now, language })], { type: 'text/calendar' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = w.calendarFile;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
};
