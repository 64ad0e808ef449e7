/** What can be found: exercises by name, code name or locality, own tasks by code or title, pages. Accents do not matter. */
import { Modal, NavLink, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { useRead } from '../client/read.ts';
import { useMe } from '../session/session.tsx';
import { plain } from '../words/format.ts';
import { useSay, useWords, words } from '../words/language.tsx';
import { menuOf } from './menu.ts';
import { said } from './words.ts';

const own = words({
  title: ['Tìm', 'Search'],
  hint: ['Tên, mật danh, mã việc (C31), địa bàn, trang…', 'Name, code name, task code (C31), locality, page…'],
  nothing: ['Không có gì khớp.', 'Nothing matches.'],
});

interface Found {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly text: string;
  readonly go: () => void;
}
const AT_MOST = 30;

const useFound = (onClose: () => void): readonly Found[] => {
  const me = useMe();
  const say = useSay();
  const w = useWords(said);
  const navigate = useNavigate();
  const body = me.acting?.body;
  const { data: exercises } = useRead('/api/v1/exercises', {}, { enabled: body !== undefined });
  const { data: tasks } = useRead(
    '/api/v1/bodies/{bodyId}/tasks',
    { path: { bodyId: body ?? '' } },
    { enabled: body !== undefined },
  );
  return useMemo(() => {
    const found = (key: string, label: string, note: string, go: () => void): Found => ({
      key,
      label,
      note,
      text: plain(`${label} ${note} ${key}`),
      go: () => {
        onClose();
        go();
      },
    });
    return [
      ...(exercises?.exercises ?? []).map((each) =>
        found(
          `e ${each.id}`,
          each.theme,
          [each.codeName, each.orgUnit].filter(Boolean).join(' · '),
          () => void navigate({ to: '/dien-tap/$id', params: { id: each.id } }),
        ),
      ),
      ...(tasks?.tasks ?? []).map((each) =>
        found(
          `t ${each.exercise} ${each.code}`,
          `${each.code} ${say(each.title)}`,
          each.exercise,
          () => void navigate({ to: '/viec/$exercise/$code', params: { exercise: each.exercise, code: each.code } }),
        ),
      ),
      ...menuOf(me).map(({ to, label }) => found(`p ${to}`, w[label] as string, '', () => void navigate({ to }))),
    ];
  }, [exercises, tasks, me, say, w, navigate, onClose]);
};

export const FinderList = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const w = useWords(own);
  const all = useFound(onClose);
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const shown = all.filter(({ text }) => text.includes(plain(sought))).slice(0, AT_MOST);
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') shown[at]?.go();
    else return;
    event.preventDefault();
  };
  return (
    <Modal opened onClose={onClose} title={w.title} size="lg">
      <Stack gap="sm">
        <TextInput
          data-autofocus
          aria-label={w.hint}
          placeholder={w.hint}
          value={sought}
          onChange={(event) => {
            setSought(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <ScrollArea.Autosize mah="60dvh">
          {shown.map(({ key, label, note, go }, index) => (
            <NavLink
              key={key}
              component="button"
              label={label}
              description={note}
              active={index === at}
              onClick={go}
              variant="light"
            />
          ))}
          {shown.length === 0 && <Text c="dimmed">{w.nothing}</Text>}
        </ScrollArea.Autosize>
      </Stack>
    </Modal>
  );
};
