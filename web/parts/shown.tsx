/** The states every view has (ux §11): loading, broken, empty, shown. */
import { Alert, Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInbox, IconPlugConnectedX } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Refused } from '../client/http.ts';
import type { Failure } from '../client/read.ts';
import { useLanguage, useWords, words } from '../words/language.tsx';

const said = words({
  loading: ['Đang tải…', 'Loading…'],
  slow: ['Vẫn đang tải, máy chủ bận', 'Still loading, the server is busy'],
  again: ['Thử lại', 'Try again'],
  unreachable: ['Không nối được với máy chủ.', 'The server cannot be reached.'],
  unreachableWhat: [
    'Kiểm tra mạng; nội dung đang nhập vẫn còn nguyên.',
    'Check the network; what you have typed is kept.',
  ],
  code: ['Mã', 'Code'],
  fields: ['Sửa các mục sau:', 'Correct these fields:'],
});

const useAfter = (ms: number): boolean => {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
};

/** Nothing for 200 ms, then the outline of what comes; after 5 s it says that the server is busy. */
export const Waiting = ({
  lines = 6,
  onRetry,
}: {
  readonly lines?: number;
  readonly onRetry?: () => void;
}): ReactNode => {
  const w = useWords(said);
  const shown = useAfter(200);
  const slow = useAfter(5_000);
  return (
    <Stack gap="sm" py="md" aria-busy="true" style={{ visibility: shown ? 'visible' : 'hidden' }}>
      <output>{slow ? w.slow : <span className="only-heard">{w.loading}</span>}</output>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={22} width={`${100 - ((line * 17) % 40)}%`} animate={false} />
      ))}
      {slow && onRetry && (
        <Group>
          <Button variant="default" onClick={onRetry}>
            {w.again}
          </Button>
        </Group>
      )}
    </Stack>
  );
};

/** What was refused, why, who can change it; or that the line is down. Typed text stays where it is. */
export const Broken = ({
  error,
  onRetry,
}: {
  readonly error: Failure | Error;
  readonly onRetry?: (() => void) | undefined;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const problem = error instanceof Refused ? error.problem : null;
  const sentence = problem?.messages[language];
  return (
    <Alert
      role="alert"
      color={problem ? 'orange' : 'gray'}
      variant="light"
      icon={problem ? <IconAlertTriangle aria-hidden /> : <IconPlugConnectedX aria-hidden />}
      title={sentence?.what ?? w.unreachable}
      styles={{ title: { color: 'var(--mantine-color-text)' }, message: { color: 'var(--mantine-color-text)' } }}
    >
      <Text size="sm">{sentence?.who ?? w.unreachableWhat}</Text>
      {problem?.errors && problem.errors.length > 0 && (
        <>
          <Text size="sm" mt="xs">
            {w.fields}
          </Text>
          <ul className="field-errors">
            {problem.errors.map((each) => (
              <li key={`${each.path} ${each.vi}`}>
                <Anchor href={`#field-${each.path}`}>{each.path || '–'}</Anchor>: {each[language]}
              </li>
            ))}
          </ul>
        </>
      )}
      <Group mt="xs" gap="md">
        {onRetry && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {w.again}
          </Button>
        )}
        {problem && (
          <Text size="xs" c="dimmed">
            {w.code}: {problem.code}
          </Text>
        )}
      </Group>
    </Alert>
  );
};

/** Why there is nothing, and the next act. */
export const Empty = ({
  children,
  action,
}: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}): ReactNode => (
  <Stack align="center" gap="sm" py="xl" className="empty">
    <IconInbox aria-hidden size={32} stroke={1.4} />
    <Text ta="center" maw="40rem">
      {children}
    </Text>
    {action}
  </Stack>
);

/** A read in its state: `<Shown read={tasks} isEmpty={…} empty={…}>{(data) => …}</Shown>`. Old data stays while new is fetched. */
export const Shown = <T,>({
  read,
  children,
  isEmpty,
  empty,
  lines,
}: {
  readonly read: UseQueryResult<T, Failure>;
  readonly children: (data: T) => ReactNode;
  readonly isEmpty?: (data: T) => boolean;
  readonly empty?: ReactNode;
  readonly lines?: number;
}): ReactNode => {
  const retry = () => void read.refetch();
  if (read.data === undefined)
    return read.error ? (
      <Broken error={read.error} onRetry={retry} />
    ) : (
      <Waiting onRetry={retry} {...(lines === undefined ? {} : { lines })} />
    );
  return isEmpty?.(read.data) ? empty : children(read.data);
};
