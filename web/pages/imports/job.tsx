/** `/cong-viec-nen/:id`: one import from its check to its result. It goes on when the page is closed. */
import { Alert, Button, Group, Progress, Radio, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../client/read.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Broken, Shown } from '../../parts/shown.tsx';
import { useWrite } from '../../parts/use-write.ts';
import { numberText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { BadRows } from './bad-rows.tsx';
import './imports.css';
import { Passwords } from './passwords.tsx';
import type { Job } from './send.ts';
import { useJob } from './use-job.ts';
import { said } from './words.ts';

const useNumber = () => {
  const { language } = useLanguage();
  return (n: number): string => numberText(n, language);
};

const Working = ({ job }: { readonly job: Job }): ReactNode => {
  const w = useWords(said);
  const number = useNumber();
  const of = job.state === 'checking' ? job.rows : job.good;
  const told = (job.state === 'checking' ? w.checking : w.running)(number(job.handled), of > 0 ? number(of) : '…');
  const share = of > 0 ? Math.min(100, (100 * job.handled) / of) : 0;
  return (
    <Stack gap="xs" maw="40rem">
      <Text role="status">{told}</Text>
      <Progress value={share} aria-label={told} animated={false} />
      <Text size="sm" c="dimmed">
        {w.stay}
      </Text>
    </Stack>
  );
};

const Decide = ({ job }: { readonly job: Job }): ReactNode => {
  const w = useWords(said);
  const number = useNumber();
  const mayAll = job.bad === 0 && job.atOnce;
  const [mode, setMode] = useState<'all' | 'good'>(mayAll ? 'all' : 'good');
  const write = useWrite(null);
  const act = (path: 'start' | 'cancel', body: object = {}): void =>
    write.mutate({ path: `/api/v1/imports/${job.id}/${path}`, body });
  return (
    <Stack gap="md">
      {job.good > 0 && (
        <Radio.Group label={w.how} value={mode} onChange={(next) => setMode(next === 'all' ? 'all' : 'good')}>
          <Stack gap={6} mt={6}>
            <Radio
              value="all"
              label={w.all}
              disabled={!mayAll}
              description={mayAll ? undefined : job.bad > 0 ? w.allNot : w.allLarge}
            />
            <Radio value="good" label={w.good} />
          </Stack>
        </Radio.Group>
      )}
      {write.error && <Broken error={write.error} />}
      <Group>
        {job.good > 0 && (
          <Button loading={write.isPending} onClick={() => act('start', { mode })}>
            {w.start(number(job.good))}
          </Button>
        )}
        <Button variant="default" disabled={write.isPending} onClick={() => act('cancel')}>
          {w.cancel}
        </Button>
      </Group>
    </Stack>
  );
};

const Ended = ({ job }: { readonly job: Job }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const number = useNumber();
  const fault = job.fault?.messages[language];
  const midway = job.handled > 0 ? w.stoppedMidway(number(job.handled)) : w.stopped;
  const text = {
    done: w.done(number(job.handled - job.refused), number(job.refused)),
    cancelled: w.cancelled,
  }[job.state as 'done' | 'cancelled'];
  return (
    <Stack gap="md">
      <Alert
        role="status"
        variant="light"
        color={job.state === 'done' ? 'green' : 'orange'}
        title={fault?.what ?? text ?? midway}
        styles={{ title: { color: 'var(--mantine-color-text)' }, message: { color: 'var(--mantine-color-text)' } }}
      >
        {fault && (
          <Text size="sm">
            {fault.who} {midway}
          </Text>
        )}
      </Alert>
      {job.hasPasswords && <Passwords job={job.id} />}
    </Stack>
  );
};

const Told = ({ job }: { readonly job: Job }): ReactNode => {
  const w = useWords(said);
  const number = useNumber();
  const isWorking = job.state === 'checking' || job.state === 'running';
  const ignored = job.columns?.ignored ?? [];
  return (
    <Stack gap="md">
      {!isWorking && job.rows > 0 && <Text>{w.counts(number(job.rows), number(job.good), number(job.bad))}</Text>}
      {ignored.length > 0 && (
        <Text size="sm">
          {w.ignored}: {ignored.join(', ')}
        </Text>
      )}
      {isWorking && <Working job={job} />}
      {job.state === 'checked' && <Decide job={job} />}
      {!isWorking && job.state !== 'checked' && <Ended job={job} />}
      <BadRows job={job} phase="run" />
      {!isWorking && <BadRows job={job} phase="check" />}
      {!isWorking && (
        <Group>
          <ButtonLink to="/nhap" search={{ loai: job.kind, dt: job.drill ?? undefined } as never} variant="default">
            {w.again}
          </ButtonLink>
        </Group>
      )}
    </Stack>
  );
};

export const Page = (): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { id = '' } = useParams({ strict: false });
  const read = useJob(id) as UseQueryResult<Job, Failure>; // the reading throws nothing else
  const job = read.data;
  return (
    <>
      <PageHead
        title={job ? `${say(job.title)}: ${job.fileName}` : w.job}
        aside={job && <Text c="dimmed">{say(job.stateLabel)}</Text>}
      />
      <Shown read={read} lines={6}>
        {(data) => <Told job={data} />}
      </Shown>
    </>
  );
};
