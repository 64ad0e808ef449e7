/** Which ways there are, how they stand, and a test message. */
import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { Section } from '../../../parts/section.tsx';
import { Broken } from '../../../parts/shown.tsx';
import { useWrite } from '../../../parts/use-write.ts';
import { instantText, numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

type Standing = Schemas['DeliveryStanding'];
type Channel = Standing['channels'][number];

const TestForm = ({ channels }: { readonly channels: readonly Channel[] }): ReactNode => {
  const w = useWords(said);
  const [channel, setChannel] = useState(channels[0]?.channel ?? 'mail');
  const [address, setAddress] = useState('');
  const test = useWrite<Schemas['TestSent']>(null, ({ said: answer }) =>
    notifications.show({ message: w.tested(answer) }),
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (address.trim() !== '')
      test.mutate({ path: '/api/v1/delivery/test', body: { channel, address: address.trim() } });
  };
  return (
    <form onSubmit={send}>
      <Group align="end" gap="sm">
        <NativeSelect
          label={w.channel}
          data={channels.map((each) => ({ value: each.channel, label: w[each.channel] }))}
          value={channel}
          onChange={({ currentTarget }) => setChannel(currentTarget.value as Channel['channel'])} // one of the options
        />
        <TextInput
          label={w.testTo}
          value={address}
          maxLength={500}
          miw={280}
          onChange={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={test.isPending}>
          {w.test}
        </Button>
      </Group>
      {test.error && <Broken error={test.error} />}
    </form>
  );
};

export const Channels = ({ standing }: { readonly standing: Standing }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const count = (n: number): ReactNode => <span className="figures">{numberText(n, language)}</span>;
  const columns: readonly Column<Channel>[] = [
    {
      key: 'channel',
      head: w.channel,
      isTitle: true,
      cell: ({ channel, where }) => (
        <>
          <strong>{w[channel]}</strong>
          <div className="quiet">{where || w.off}</div>
        </>
      ),
    },
    { key: 'waiting', head: w.waiting, align: 'right', cell: ({ waiting }) => count(waiting) },
    { key: 'sent', head: w.sent, align: 'right', cell: ({ sent }) => count(sent) },
    { key: 'dead', head: w.dead, align: 'right', cell: ({ dead }) => count(dead) },
    { key: 'silent', head: w.silent, align: 'right', cell: ({ silent }) => count(silent) },
  ];
  const { channels, oldestWaiting, withoutAddress, allowed } = standing;
  const set = channels.filter(({ where }) => where !== '');
  return (
    <Section title={w.channels} what={w.channelsWhat}>
      {channels.length > 0 && (
        <Rows rows={channels} columns={columns} rowKey={({ channel }) => channel} caption={w.channels} />
      )}
      {oldestWaiting && (
        <Text size="sm" className="figures">
          {w.oldest(instantText(oldestWaiting.at), oldestWaiting.reason ? ` – ${oldestWaiting.reason}` : '')}
        </Text>
      )}
      {allowed.length > 0 && (
        <Text size="sm">
          {w.allowed}: {allowed.join(', ')}
        </Text>
      )}
      {withoutAddress.length > 0 && (
        <Text size="sm">
          {w.withoutAddress}: {withoutAddress.map(({ name, count: n }) => `${say(name)} (${w.messages(n)})`).join(', ')}
        </Text>
      )}
      {set.length > 0 && <TestForm channels={set} />}
    </Section>
  );
};
