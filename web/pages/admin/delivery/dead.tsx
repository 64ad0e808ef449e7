/** Messages that could not be sent, and sending them again. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { Section } from '../../../parts/section.tsx';
import { Broken } from '../../../parts/shown.tsx';
import { useWrite } from '../../../parts/use-write.ts';
import { instantText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

type Message = Schemas['DeadMessage'];

export const Dead = ({ standing: { dead } }: { readonly standing: Schemas['DeliveryStanding'] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const resend = useWrite(w.resent);
  const columns: readonly Column<Message>[] = [
    { key: 'body', head: w.body, isTitle: true, cell: ({ bodyName }) => say(bodyName) },
    {
      key: 'what',
      head: w.what,
      cell: ({ exercise, subject, channel }) => [w[channel], exercise, subject].filter(Boolean).join(' · '),
    },
    { key: 'at', head: w.at, cell: ({ at }) => <span className="figures">{instantText(at)}</span> },
    {
      key: 'reason',
      head: w.reason,
      cell: ({ reason, attempts }) => `${reason ?? ''} (${w.attempts(attempts)})`,
    },
    {
      key: 'acts',
      head: w.resend,
      cell: ({ id, subject }) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${w.resend}: ${subject}`}
          loading={resend.isPending && (resend.variables?.body as { id?: string } | undefined)?.id === id}
          onClick={() => resend.mutate({ path: '/api/v1/delivery/resend', body: { id } })}
        >
          {w.resend}
        </Button>
      ),
    },
  ];
  return (
    <Section title={`${w.dead} (${dead.length})`} what={dead.length === 0 ? w.noDead : w.deadWhat}>
      {resend.error && <Broken error={resend.error} />}
      {dead.length > 0 && (
        <Rows rows={dead} columns={columns} rowKey={({ id }) => id} caption={w.dead} minWidth={760} />
      )}
    </Section>
  );
};
