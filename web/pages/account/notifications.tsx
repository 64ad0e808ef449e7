/** One's own mailbox beside that of the body, and what one does not want there. What the ladder demands comes all the same. */
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { Section } from '../../parts/section.tsx';
import { Broken, Shown } from '../../parts/shown.tsx';
import { useWrite } from '../../parts/use-write.ts';
import { useWords, words } from '../../words/language.tsx';

const own = words({
  title: ['Nhận tin', 'Messages'],
  what: [
    'Thư của đơn vị gửi về hộp thư công vụ của đơn vị. Đồng chí có thể nhận thêm ở địa chỉ riêng; báo cáo quá hạn, đôn đốc và báo động luôn được gửi.',
    "Your body's mail goes to its office mailbox. You may have it at an address of your own too; escalations, urgings and alarms always come.",
  ],
  mail: ['Địa chỉ thư của tôi (để trống: không nhận)', 'My mail address (empty: none)'],
  want: ['Gửi cho tôi', 'Send me'],
  reminder: ['Nhắc việc trước và sau hạn', 'Reminders before and after a deadline'],
  assignment: ['Giao việc', 'Assignments'],
  return: ['Trả lại', 'Returns'],
  gate: ['Kết quả cổng', 'Gate results'],
  digest: ['Việc trong ngày, 07:15', 'The paper of the day, 07:15'],
  save: ['Lưu cách nhận tin', 'Save'],
  saved: ['Đã lưu cách nhận tin.', 'Saved.'],
});

type Wishes = Schemas['OwnNotifications'];
const KINDS = ['reminder', 'assignment', 'return', 'gate', 'digest'] as const;

const Form = ({ wishes }: { readonly wishes: Wishes }): ReactNode => {
  const w = useWords(own);
  const [mail, setMail] = useState(wishes.mail ?? '');
  const [muted, setMuted] = useState<Wishes['muted']>(wishes.muted);
  const save = useWrite(w.saved);
  const turn = (kind: (typeof KINDS)[number], wanted: boolean): void =>
    setMuted(wanted ? muted.filter((each) => each !== kind) : [...muted, kind]);
  return (
    <Stack gap="sm">
      <TextInput
        type="email"
        label={w.mail}
        value={mail}
        maxLength={254}
        autoComplete="email"
        onChange={({ currentTarget }) => setMail(currentTarget.value)}
      />
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <legend>{w.want}</legend>
        <Stack gap={6}>
          {KINDS.map((kind) => (
            <Checkbox
              key={kind}
              label={w[kind]}
              checked={!muted.includes(kind)}
              onChange={({ currentTarget }) => turn(kind, currentTarget.checked)}
            />
          ))}
        </Stack>
      </fieldset>
      {save.error && <Broken error={save.error} />}
      <Group>
        <Button
          variant="default"
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              path: '/api/v1/me/notifications',
              body: { mail: mail.trim() === '' ? null : mail.trim(), muted },
            })
          }
        >
          {w.save}
        </Button>
      </Group>
    </Stack>
  );
};

export const Notifications = (): ReactNode => {
  const w = useWords(own);
  const read = useRead('/api/v1/me/notifications');
  return (
    <Section title={w.title} what={w.what}>
      <Shown read={read} lines={3}>
        {(wishes) => <Form wishes={wishes} />}
      </Shown>
    </Section>
  );
};
