/** A message that only tries the way: for the administrator's page and the command line. */
import { randomUUID } from 'node:crypto';
import type { Outcome, Sender } from './channel.ts';

/** Sends one at once; throws `ChannelAway` when the server does not answer. */
export const testMessage = (sender: Sender, address: string): Promise<Outcome> => {
  const id = `test/${randomUUID()}`;
  return sender.send({
    ...{ id, to: [address], hidden: [], name: address, data: { kind: 'test' } },
    subject: '[Sẵn Sàng] Thư thử',
    text: 'Kính gửi đồng chí,\n\nĐây là thư thử do quản trị hệ thống Sẵn Sàng gửi. Nhận được thư này nghĩa là đường gửi đã thông.\n\n(This is a test message of Sẵn Sàng.)',
  });
};
