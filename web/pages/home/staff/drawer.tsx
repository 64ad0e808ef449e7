/** One task of the queue looked at in place: the standard beside the proof, the act below, j and k to the next. */
import { Button, CloseButton, Drawer, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useRead } from '../../../client/read.ts';
import { PageLink } from '../../../parts/link.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useAsOf } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { kept } from '../../../words/kept.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { actsFor } from '../../tasks/acts.ts';
import { Returned, StateMark, TaskFacts, Wanted } from '../../tasks/facts.tsx';
import { NextStep } from '../../tasks/next.tsx';
import { Steps } from '../../tasks/steps.tsx';
import { afterward, stepped } from './order.ts';
import { keyOf, type Row, useLooking } from './rows.ts';
import { said } from './words.ts';
import '../../tasks/task.css';

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const Whole = ({ exercise, code }: { readonly exercise: string; readonly code: string }): ReactNode => {
  const asOf = useAsOf();
  const { acting, user } = useMe();
  const read = useRead('/api/v1/exercises/{id}/tasks/{code}', {
    path: { id: exercise, code },
    query: asOf ? { asOf } : {},
  });
  const who = acting && asOf === undefined ? { body: acting.body, post: acting.post, person: user.person } : null;
  return (
    <Shown read={read}>
      {(whole) => (
        <Stack gap="lg">
          <div>
            <StateMark whole={whole} />
            <Text size="sm" c="dimmed">
              {whole.theme}
            </Text>
          </div>
          <Returned whole={whole} />
          <div className="beside">
            <Wanted whole={whole} />
            <Steps whole={whole} />
          </div>
          <TaskFacts whole={whole} />
          {who && <NextStep whole={whole} acts={actsFor(whole, who)} />}
        </Stack>
      )}
    </Shown>
  );
};

/** Follows the queue: when the task that is looked at leaves it, the one that took its place is shown. */
const useFollowing = (rows: readonly Row[]) => {
  const { key, look } = useLooking();
  const keys = rows.map(keyOf);
  const at = useRef(0);
  const was = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (key === undefined) {
      was.current = undefined;
      return;
    }
    if (keys.includes(key)) {
      at.current = keys.indexOf(key);
      was.current = key;
    } else if (was.current === key) look(afterward(keys, key, at.current) ?? undefined);
  });
  return { key, keys, look };
};

export const TaskDrawer = ({ rows }: { readonly rows: readonly Row[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { key, keys, look } = useFollowing(rows);
  const row = rows.find((each) => keyOf(each) === key);
  const [exercise = '', code = ''] = (key ?? '').split('/');
  const go = (step: 1 | -1): void => {
    if (key) look(stepped(keys, key, step));
  };
  useEffect(() => {
    if (key === undefined) return;
    const press = (event: KeyboardEvent): void => {
      if (isText(event.target) || kept('keys') === 'off' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelectorAll('[role="dialog"]').length > 1) return;
      if (event.key === 'j') go(1);
      if (event.key === 'k') go(-1);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  const title = row ? `${row.code} ${say(row.title)}` : code;
  const place = row ? keys.indexOf(keyOf(row)) : -1;
  return (
    <Drawer.Root opened={key !== undefined} onClose={() => look(undefined)} position="right" size="58rem">
      <Drawer.Overlay />
      <Drawer.Content aria-label={title}>
        <Drawer.Body pt="md">
          <Group justify="space-between" wrap="nowrap" align="flex-start" mb="sm">
            <Title order={2} size="h3">
              {title}
            </Title>
            <CloseButton aria-label={w.close} size="lg" onClick={() => look(undefined)} />
          </Group>
          <Stack gap="md">
            <Group justify="space-between" className="no-print">
              <PageLink to="/viec/$exercise/$code" params={{ exercise, code }}>
                {w.whole}
              </PageLink>
              {row && (
                <Group gap="xs">
                  <Text size="sm" c="dimmed" className="figures">
                    {w.place(place + 1, keys.length)}
                  </Text>
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconChevronLeft aria-hidden size={16} />}
                    rightSection={<Kbd size="xs">k</Kbd>}
                    disabled={place === 0}
                    onClick={() => go(-1)}
                  >
                    {w.previous}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconChevronRight aria-hidden size={16} />}
                    rightSection={<Kbd size="xs">j</Kbd>}
                    disabled={place === keys.length - 1}
                    onClick={() => go(1)}
                  >
                    {w.next}
                  </Button>
                </Group>
              )}
            </Group>
            {key !== undefined && <Whole key={key} exercise={exercise} code={code} />}
          </Stack>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
};
