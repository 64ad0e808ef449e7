/** Where bodies are reached, and when they are left alone. */
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { BodyField } from '../../../parts/body-field.tsx';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { Section } from '../../../parts/section.tsx';
import { Broken, Empty, Shown } from '../../../parts/shown.tsx';
import { useWrite } from '../../../parts/use-write.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { SettingDialog } from './setting-dialog.tsx';
import { said } from './words.ts';

type All = Schemas['DeliveryAddresses'];
type Address = Schemas['DeliveryAddress'];

const AddForm = (): ReactNode => {
  const w = useWords(said);
  const [body, setBody] = useState<string | null>(null);
  const [channel, setChannel] = useState<Address['channel']>('mail');
  const [post, setPost] = useState('');
  const [address, setAddress] = useState('');
  const add = useWrite(w.added, () => setAddress(''));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (body === null || address.trim() === '') return;
    const path = '/api/v1/delivery/addresses';
    add.mutate({ path, body: { body, channel, post: post === '' ? null : post, address: address.trim() } });
  };
  return (
    <form onSubmit={send}>
      <Group align="end" gap="sm">
        <BodyField label={w.body} value={body} onChange={setBody} />
        <NativeSelect
          label={w.channel}
          value={channel}
          onChange={({ currentTarget }) => setChannel(currentTarget.value as Address['channel'])} // one of the options
          data={(['mail', 'webhook'] as const).map((value) => ({ value, label: w[value] }))}
        />
        <NativeSelect
          label={w.post}
          value={post}
          onChange={({ currentTarget }) => setPost(currentTarget.value)}
          data={[
            { value: '', label: w.both },
            { value: 'head', label: w.head },
            { value: 'member', label: w.member },
          ]}
        />
        <TextInput
          label={w.address}
          value={address}
          maxLength={500}
          miw={260}
          onChange={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          {w.add}
        </Button>
      </Group>
      {add.error && <Broken error={add.error} />}
    </form>
  );
};

const List = ({ all }: { readonly all: All }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const remove = useWrite(w.removed);
  const [changed, setChanged] = useState<string | null>(null);
  const setting = all.settings.find(({ body }) => body === changed)?.setting ?? all.usual;
  const columns: readonly Column<Address>[] = [
    { key: 'body', head: w.body, isTitle: true, cell: ({ name }) => say(name) },
    { key: 'channel', head: w.channel, cell: ({ channel }) => w[channel] },
    { key: 'post', head: w.post, cell: ({ post }) => (post ? w[post] : w.both) },
    {
      key: 'address',
      head: w.address,
      cell: ({ address }) => <span style={{ overflowWrap: 'anywhere' }}>{address}</span>,
    },
    {
      key: 'acts',
      head: w.times,
      cell: ({ id, body, address }) => (
        <Group gap="xs" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${w.change}: ${address}`}
            onClick={() => setChanged(body)}
          >
            {w.change}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${w.remove}: ${address}`}
            onClick={() => remove.mutate({ path: '/api/v1/delivery/addresses/remove', body: { id } })}
          >
            {w.remove}
          </Button>
        </Group>
      ),
    },
  ];
  return (
    <>
      {remove.error && <Broken error={remove.error} />}
      <Rows rows={all.addresses} columns={columns} rowKey={({ id }) => id} caption={w.addresses} minWidth={760} />
      {changed && <SettingDialog key={changed} body={changed} setting={setting} onClose={() => setChanged(null)} />}
    </>
  );
};

export const Addresses = (): ReactNode => {
  const w = useWords(said);
  const read = useRead('/api/v1/delivery/addresses');
  return (
    <Section title={w.addresses} what={w.addressesWhat}>
      <AddForm />
      <Shown
        read={read}
        isEmpty={({ addresses }) => addresses.length === 0}
        empty={<Empty>{w.noAddresses}</Empty>}
        lines={3}
      >
        {(all) => <List all={all} />}
      </Shown>
    </Section>
  );
};
