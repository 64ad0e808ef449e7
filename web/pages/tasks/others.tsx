/** What lies between this body and others: to be verified by it, waiting for it, waited for by it. */
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../words/language.tsx';
import { type BodyTasks, type Filter, keyOf, matches } from './groups.ts';
import { TaskRow } from './row.tsx';
import { useThemes } from './use-themes.ts';
import { WaitPart, WaitsOnMeRow, WaitsOnOthersRow } from './waits.tsx';
import { said } from './words.ts';

export const othersOf = (data: BodyTasks, filter: Filter) => ({
  toVerify: data.toVerify.filter((task) => matches(task, filter)),
  onMe: data.waitsOnMe.filter((task) => matches(task, filter)),
  onOthers: data.waitsOnOthers.filter((task) => matches(task, filter)),
});

export const OthersPanels = ({ data, filter }: { readonly data: BodyTasks; readonly filter: Filter }): ReactNode => {
  const w = useWords(said);
  const { themeOf } = useThemes(data);
  const { toVerify, onMe, onOthers } = othersOf(data, filter);
  const facts = (exercise: string) => ({
    today: data.today,
    theme: themeOf(exercise),
    blockedBy: [],
    unsent: false,
    draft: false,
  });
  return (
    <>
      <Tabs.Panel value="phoi-hop" pt="xs">
        <WaitPart id="to-verify" title={w.toVerify} none={w.toVerifyNone} count={toVerify.length}>
          {toVerify.map((task) => (
            <li key={keyOf(task)} className="task-item">
              <TaskRow task={task} facts={facts(task.exercise)} />
            </li>
          ))}
        </WaitPart>
        <WaitPart id="on-me" title={w.waitsOnMe} none={w.waitsOnMeNone} count={onMe.length}>
          {onMe.map((wait) => (
            <WaitsOnMeRow key={keyOf(wait)} wait={wait} theme={themeOf(wait.exercise)} />
          ))}
        </WaitPart>
      </Tabs.Panel>
      <Tabs.Panel value="de-biet" pt="xs">
        <WaitPart id="on-others" title={w.waitsOnOthers} none={w.waitsOnOthersNone} count={onOthers.length}>
          {onOthers.map((wait) => (
            <WaitsOnOthersRow key={keyOf(wait)} wait={wait} theme={themeOf(wait.exercise)} today={data.today} />
          ))}
        </WaitPart>
      </Tabs.Panel>
    </>
  );
};
