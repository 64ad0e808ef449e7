/** Addresses under which a calendar program (Thunderbird, Outlook, Google) reads one's deadlines. */
import { Alert, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { Broken, Empty, Shown } from '../../parts/shown.tsx';
import { useWrite } from '../../parts/use-write.ts';
import { useMe } from '../../session/session.tsx';
import { instantText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { said } from './feed-words.ts';

type Feed = Schemas['CalendarFeed'];
type Made = Schemas['CalendarFeedMade'];

const ALL = '';

/** Shown once: the address is its own secret. */
const Address = ({ url }: { readonly url: string }): ReactNode => {
  const w = useWords(said);
  const [copied, setCopied] = useState(false);
  const copy = async (field: HTMLInputElement | null): Promise<void> => {
    field?.select();
    // a page without TLS has no clipboard; the text stands selected for Ctrl+C
    await navigator.clipboard?.writeText(url).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <Alert color="blue" title={w.madeTitle}>
      <Group align="end" gap="xs">
        <TextInput
          id="feed-address"
          flex={1}
          miw={200}
          label={w.address}
          description={w.addressWhat}
          value={url}
          readOnly
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Button
          variant="default"
          leftSection={copied ? <IconCheck aria-hidden size={18} /> : <IconCopy aria-hidden size={18} />}
          onClick={() => void copy(document.querySelector<HTMLInputElement>('#feed-address'))}
        >
          {copied ? w.copied : w.copy}
        </Button>
      </Group>
      <Text size="sm" mt="xs">
        {w.how}
      </Text>
    </Alert>
  );
};

export const Feeds = (): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const { duties } = useMe();
  const [body, setBody] = useState(ALL);
  const [made, setMade] = useState<Made | null>(null);
  const read = useRead('/api/v1/me/feeds');
  const make = useWrite<Made>(w.made, setMade);
  const revoke = useWrite(w.revoked);
  const nameOf = (feed: Feed): string => (feed.bodyName ? say(feed.bodyName) : w.all);
  const columns: readonly Column<Feed>[] = [
    { key: 'whose', head: w.whose, isTitle: true, cell: nameOf },
    { key: 'made', head: w.since, cell: ({ createdAt }) => instantText(createdAt) },
    { key: 'read', head: w.lastRead, cell: ({ lastReadAt }) => (lastReadAt ? instantText(lastReadAt) : w.neverRead) },
    {
      key: 'revoke',
      head: <span className="only-heard">{w.revoke}</span>,
      cell: (feed) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={w.revokeOf(nameOf(feed), instantText(feed.createdAt))}
          loading={revoke.isPending && revoke.variables.path.includes(feed.id)}
          onClick={() => {
            if (made?.id === feed.id) setMade(null);
            revoke.mutate({ path: `/api/v1/me/feeds/${encodeURIComponent(feed.id)}/revoke` });
          }}
        >
          {w.revoke}
        </Button>
      ),
    },
  ];
  const error = make.error ?? revoke.error;
  return (
    <Section title={<span id="lich">{w.title}</span>} what={w.what}>
      {duties.length === 0 ? (
        <Empty>{w.noDuty}</Empty>
      ) : (
        <Group align="end" gap="xs">
          <NativeSelect
            label={w.whose}
            value={body}
            onChange={({ currentTarget }) => setBody(currentTarget.value)}
            data={[
              { value: ALL, label: w.all },
              ...duties.map((duty) => ({ value: duty.body, label: `${say(duty.name)}, ${say(duty.unitName)}` })),
            ]}
          />
          <Button
            loading={make.isPending}
            onClick={() => make.mutate({ path: '/api/v1/me/feeds', body: { body: body === ALL ? null : body } })}
          >
            {w.make}
          </Button>
        </Group>
      )}
      {error && <Broken error={error} />}
      {made && <Address key={made.id} url={language === 'en' ? `${made.url}?language=en` : made.url} />}
      <Shown read={read} lines={2}>
        {({ feeds }) =>
          feeds.length === 0 ? (
            <Empty>{w.none}</Empty>
          ) : (
            <Rows rows={feeds} columns={columns} rowKey={({ id }) => id} caption={w.title} minWidth={440} />
          )
        }
      </Shown>
    </Section>
  );
};
