/** One line: a sentence, one act, why it comes here; and what to say instead of acting. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBellRinging } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '../../client/http.ts';
import { Sign } from '../../parts/marks.tsx';
import { Broken } from '../../parts/shown.tsx';
import { useWrite } from '../../parts/use-write.ts';
import { dateText, instantText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { useNameOf } from '../tasks/who.tsx';
import { said } from './words.ts';

export type Entry = Schemas['InboxEntry'];

const Answers = ({ entry }: { readonly entry: Entry }): ReactNode => {
  const w = useWords(said);
  const acknowledge = useWrite<Schemas['NoticeAcknowledged']>(null, ({ silentUntil }) =>
    notifications.show({ message: silentUntil ? w.acknowledgedUntil(dateText(silentUntil)) : w.acknowledged }),
  );
  const snooze = useWrite(w.snoozed);
  const error = acknowledge.error ?? snooze.error;
  const about = { notice: entry.id };
  return (
    <>
      {!entry.acknowledged && (
        <Button
          variant="default"
          size="compact-md"
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate({ path: '/api/v1/inbox/acknowledge', body: about })}
        >
          {w.acknowledge}
        </Button>
      )}
      <Button
        variant="subtle"
        size="compact-md"
        loading={snooze.isPending}
        onClick={() => snooze.mutate({ path: '/api/v1/inbox/snooze', body: about })}
      >
        {w.snooze}
      </Button>
      {error && <Broken error={error} />}
    </>
  );
};

export const Line = ({ entry, wasFresh }: { readonly entry: Entry; readonly wasFresh: boolean }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const nameOf = useNameOf();
  const { acknowledged, notices, section } = entry;
  const facts = [
    instantText(entry.at),
    entry.theme,
    ...(notices.length > 1 ? [w.times(notices.length)] : []),
    ...(entry.isSnoozed ? [w.isSnoozed] : []),
    ...(acknowledged ? [w.knownAt(nameOf(acknowledged.person), instantText(acknowledged.at))] : []),
  ];
  return (
    <li className="inbox-line" data-fresh={wasFresh || undefined}>
      <p className="inbox-sentence">
        {wasFresh && <span className="only-heard">{w.fresh}: </span>}
        {say(entry.sentence)}
      </p>
      <Text size="sm" c="dimmed" component="p" className="figures">
        {facts.join(' · ')}
      </Text>
      <Text size="sm" component="p">
        {say(entry.why)}
      </Text>
      <Group className="inbox-acts no-print">
        {entry.isUrgent && section === 'todo' && (
          <Sign icon={IconBellRinging} hue="orange">
            {w.urgent}
          </Sign>
        )}
        <Button component={Link} to={entry.path} size="compact-md" variant={section === 'todo' ? 'filled' : 'default'}>
          {say(entry.act)}
        </Button>
        {section === 'todo' && <Answers entry={entry} />}
      </Group>
    </li>
  );
};
