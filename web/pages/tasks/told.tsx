/** Who was told about this task: by which way, when it arrived, who saw it, who answered. */
import { Button, Group, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { Empty, Shown } from '../../parts/shown.tsx';
import { instantText } from '../../words/format.ts';
import { useSay, useWords, words } from '../../words/language.tsx';
import type { Whole } from './acts.ts';
import { useNameOf } from './who.tsx';

const own = words({
  title: ['Đã báo cho ai', 'Who was told'],
  show: ['Xem', 'Show'],
  hide: ['Thu gọn', 'Hide'],
  none: ['Chưa ai được báo về việc này.', 'Nobody was told about this task.'],
  head: ['người đứng đầu', 'head'],
  inbox: ['hộp thư', 'inbox'],
  mail: ['thư điện tử', 'mail'],
  webhook: ['webhook', 'webhook'],
  waiting: ['đang chờ gửi', 'waiting to be sent'],
  sending: ['đang gửi', 'being sent'],
  sent: ['đã đến', 'delivered'],
  dead: ['không gửi được', 'could not be sent'],
  silent: ['không gửi', 'not sent'],
  noAddress: ['chưa có địa chỉ', 'no address'],
  acknowledged: ['đơn vị đã báo biết', 'the body had answered'],
  digest: ['đơn vị nhận bản tin sáng', 'in the paper of the day'],
  quiet: ['đang giờ nghỉ', 'quiet hours'],
  read: ['Đã xem', 'Seen'],
  answered: ['Đã báo biết', 'Answered'],
  nobody: ['chưa ai', 'nobody yet'],
});

type Notice = Schemas['ToldNotice'];

const Way = ({ by }: { readonly by: Notice['by'][number] }): ReactNode => {
  const w = useWords(own);
  const { channel, state, reason, sentAt } = by;
  const known =
    reason !== null && reason in w ? w[reason as 'noAddress' | 'acknowledged' | 'digest' | 'quiet'] : reason;
  const how = [w[state], ...(known ? [`(${known})`] : []), ...(sentAt ? [instantText(sentAt)] : [])].join(' ');
  return (
    <li>
      {w[channel]}: {how}
    </li>
  );
};

const Row = ({ notice }: { readonly notice: Notice }): ReactNode => {
  const w = useWords(own);
  const say = useSay();
  const nameOf = useNameOf();
  const people = (said: Notice['readBy']): string =>
    said.length === 0 ? w.nobody : said.map(({ person, at }) => `${nameOf(person)} ${instantText(at)}`).join(', ');
  return (
    <li>
      <span className="quiet figures">{instantText(notice.at)}</span> <strong>{say(notice.bodyName)}</strong>
      {notice.post === 'head' && ` (${w.head})`}: {say(notice.sentence)}
      <ul className="quiet figures">
        {notice.by.map((by) => (
          <Way key={by.channel} by={by} />
        ))}
        <li>
          {w.read}: {people(notice.readBy)}
        </li>
        <li>
          {w.answered}: {people(notice.acknowledgedBy)}
        </li>
      </ul>
    </li>
  );
};

const List = ({ whole }: { readonly whole: Whole }): ReactNode => {
  const w = useWords(own);
  const read = useRead('/api/v1/exercises/{id}/told', {
    path: { id: whole.id },
    query: { about: 'task', subject: whole.task.code },
  });
  return (
    <Shown read={read} isEmpty={({ told }) => told.length === 0} empty={<Empty>{w.none}</Empty>} lines={3}>
      {({ told }) => (
        <ol className="plain-list" reversed>
          {told.map((notice) => (
            <Row key={notice.id} notice={notice} />
          ))}
        </ol>
      )}
    </Shown>
  );
};

export const ToldAbout = ({ whole }: { readonly whole: Whole }): ReactNode => {
  const w = useWords(own);
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby="told">
      <Group gap="sm">
        <Title order={2} size="h5" id="told">
          {w.title}
        </Title>
        <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? w.hide : w.show}
        </Button>
      </Group>
      {isOpen && <List whole={whole} />}
    </section>
  );
};
