/** `san-sang test-mail`: one message by the mail server of the settings, to see that the way is open. */
import { ChannelAway, testMessage } from '../../../delivery/index.ts';
import { MailAddress } from '../../../domain/delivery/index.ts';
import { CliError } from '../cli.ts';
import type { Command } from '../command.ts';
import { closeDelivery, deliveryOf } from '../delivery.ts';

const addressOf = (given: string | undefined) => {
  const address = MailAddress.safeParse(given);
  if (!address.success) throw new CliError(2, 'Ghi một địa chỉ thư điện tử hợp lệ.', 'Give one mail address.');
  return address.data;
};

export const testMail: Command = {
  spec: {
    name: 'test-mail',
    vi: 'Gửi một thư thử qua SMTP_URL đến địa chỉ đã ghi; không ghi gì vào sổ.',
    en: 'Sends one test message by SMTP_URL to the address given; writes nothing.',
    argument: 'địa-chỉ@…',
    example: 'npx san-sang test-mail van-thu@tam-ky.vn',
  },
  main: async ({ argument, print, pick }) => {
    const address = addressOf(argument);
    const delivery = deliveryOf(process.env);
    try {
      const mail = delivery.senders.find(({ channel }) => channel === 'mail');
      if (!mail) throw new CliError(2, 'Chưa đặt SMTP_URL và SMTP_FROM.', 'SMTP_URL and SMTP_FROM are not set.');
      const outcome = await testMessage(mail, address);
      const isSent = outcome.kind === 'sent';
      print(
        { address, ...outcome },
        isSent
          ? pick(`Máy chủ thư ${mail.where} đã nhận.`, `The mail server ${mail.where} has taken it.`)
          : pick(`Máy chủ thư từ chối: ${outcome.reason}`, `The mail server refused it: ${outcome.reason}`),
      );
      return isSent ? 0 : 4;
    } catch (error) {
      if (!(error instanceof ChannelAway)) throw error;
      throw new CliError(
        3,
        `Máy chủ thư không trả lời: ${error.message}`,
        `The mail server does not answer: ${error.message}`,
      );
    } finally {
      closeDelivery(delivery);
    }
  },
};
