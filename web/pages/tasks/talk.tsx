/** Comments between those who do the task and those who verify it; and its whole history: who knew what, and when. */
import { Button, Group, Stack, Textarea, Title } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Broken } from '../../parts/shown.tsx';
import { useView } from '../../parts/view.ts';
import { instantText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import type { Acts, Whole } from './acts.ts';
import { Changed } from './changed.tsx';
import { said } from './task-words.ts';
import { useTaskAct } from './use-task-act.ts';
import { usePersonName } from './who.tsx';

const CommentForm = ({ whole }: { readonly whole: Whole }): ReactNode => {
  const w = useWords(said);
  const [text, setText] = useState('');
  const act = useTaskAct(whole);
  const send = (): void => {
    if (text.trim() === '' || act.sending) return;
    act.send(
      { type: 'CommentTask', task: whole.task.code, text: text.trim() },
      { done: w.sendComment, onDone: () => setText('') },
    );
  };
  const byKeys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <Stack gap="xs" className="no-print">
      <Textarea
        label={w.comment}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={byKeys}
        maxLength={1000}
        autosize
        minRows={2}
      />
      {act.error && <Broken error={act.error} />}
      {act.conflict && <Changed conflict={act.conflict} onLeave={act.reset} />}
      <Group>
        <Button variant="default" onClick={send} loading={act.sending} disabled={text.trim() === ''}>
          {w.sendComment}
        </Button>
      </Group>
    </Stack>
  );
};

export const Comments = ({ whole, acts }: { readonly whole: Whole; readonly acts: Acts }): ReactNode => {
  const w = useWords(said);
  const personName = usePersonName();
  if (whole.task.referenceOnly) return null;
  return (
    <section aria-labelledby="comments">
      <Title order={2} size="h5" id="comments">
        {w.comments} ({whole.comments.length})
      </Title>
      {whole.comments.length === 0 ? (
        <p className="quiet">{w.commentsNone}</p>
      ) : (
        <ul className="plain-list">
          {whole.comments.map(({ at, by, text }, index) => (
            <li key={index}>
              <span className="quiet figures">
                {instantText(at)}, {personName(by)}:
              </span>{' '}
              <span className="typed">{text}</span>
            </li>
          ))}
        </ul>
      )}
      {acts.mayComment && <CommentForm whole={whole} />}
    </section>
  );
};

export const TaskHistory = ({ whole }: { readonly whole: Whole }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [{ nk }, setView] = useView();
  const isOpen = nk === '1';
  const { history, reminders } = whole;
  if (history.length === 0) return null;
  const known = (version: number) => reminders.find((each) => each.version === version);
  return (
    <section aria-labelledby="history">
      <Group gap="sm">
        <Title order={2} size="h5" id="history">
          {w.history}
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={isOpen}
          onClick={() => setView({ nk: isOpen ? undefined : '1' })}
        >
          {isOpen ? w.historyHide : w.historyShow(history.length)}
        </Button>
      </Group>
      {isOpen && (
        <ol className="plain-list" reversed>
          {[...history].reverse().map(({ version, at, sentence }) => {
            const reminder = known(version);
            return (
              <li key={version}>
                <span className="quiet figures">{instantText(at)}</span> {say(sentence)}
                {reminder && (
                  <span className="quiet">
                    {' – '}
                    {reminder.acknowledgedAt ? w.known(instantText(reminder.acknowledgedAt)) : w.unknown}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
};
