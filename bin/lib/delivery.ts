/** Ways out of the house, from the environment. Nothing set: messages stay in the inbox, and the start says so. */
import { readFileSync } from 'node:fs';
import { type DeliverySettings, wakeDeliveries } from '../../activities/index.ts';
import type { ApiDelivery } from '../../api/deps.ts';
import { createMailer, createWebhook, type SmtpSettings } from '../../delivery/index.ts';
import { MailAddress } from '../../domain/delivery/index.ts';
import { CliError } from './cli.ts';
import type { TemporalClient } from './engine.ts';
import { type Env, need } from './settings.ts';
import type { Opened } from './store.ts';

const caOf = (env: Env): { readonly ca?: string } => {
  const path = env.DELIVERY_CA_FILE;
  if (!path) return {};
  try {
    const ca = readFileSync(path, 'utf8');
    if (/-----BEGIN CERTIFICATE-----/.test(ca)) return { ca };
  } catch {
    // told below
  }
  throw new CliError(
    2,
    `DELIVERY_CA_FILE không phải tệp chứng thư PEM: ${path}`,
    `DELIVERY_CA_FILE is no file of PEM certificates: ${path}`,
  );
};

const TLS = { implicit: 'implicit', required: 'required', off: 'off' } as const;
const badSmtp = (why: string): CliError =>
  new CliError(
    2,
    `SMTP_URL không hợp lệ (${why}): smtps://tên:mật-khẩu@máy:465 hoặc smtp://máy:587, thêm ?tls=off nếu đường truyền không mã hóa`,
    `SMTP_URL is not valid (${why}): smtps://user:password@host:465 or smtp://host:587, with ?tls=off where the line is not encrypted`,
  );

/** SMTP_URL and SMTP_FROM; null when mail is not set. Throws usage errors, without the password. */
export const smtpOf = (env: Env): SmtpSettings | null => {
  const text = env.SMTP_URL;
  if (!text) return null;
  if (!URL.canParse(text)) throw badSmtp('URL');
  const { protocol, hostname, port, username, password, searchParams } = new URL(text);
  if (!/^smtps?:$/.test(protocol) || hostname === '') throw badSmtp('smtp:, smtps:');
  const tls = TLS[(searchParams.get('tls') ?? (protocol === 'smtps:' ? 'implicit' : 'required')) as keyof typeof TLS]; // anything else finds nothing
  if (tls === undefined || (protocol === 'smtps:' && tls !== 'implicit')) throw badSmtp('tls=');
  const from = MailAddress.safeParse(need(env, 'SMTP_FROM'));
  if (!from.success) throw new CliError(2, 'SMTP_FROM không phải địa chỉ thư.', 'SMTP_FROM is not a mail address.');
  const login = username === '' ? {} : { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  const usual = protocol === 'smtps:' ? 465 : 587;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || usual),
    tls,
    from: from.data,
    ...login,
    ...caOf(env),
  };
};

const TARGET = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+):\d{1,5}$/;

const allowedOf = (env: Env): readonly string[] => {
  const targets = (env.WEBHOOK_ALLOW ?? '').split(',').flatMap((each) => each.trim().toLowerCase() || []);
  const wrong = targets.find((each) => !TARGET.test(each));
  if (wrong !== undefined)
    throw new CliError(
      2,
      `WEBHOOK_ALLOW: mỗi mục phải là máy:cổng, không phải ${wrong}`,
      `WEBHOOK_ALLOW: each must be host:port, which ${wrong} is not`,
    );
  return targets;
};

const secretOf = (env: Env): string => {
  const secret = need(env, 'WEBHOOK_SECRET');
  if (secret.length < 32)
    throw new CliError(
      2,
      'WEBHOOK_SECRET phải có ít nhất 32 ký tự.',
      'WEBHOOK_SECRET must have 32 characters or more.',
    );
  return secret;
};

/** Opens nothing: connections are made when something is sent. */
export const deliveryOf = (env: Env): Omit<DeliverySettings, 'publicUrl'> & ApiDelivery => {
  const smtp = smtpOf(env);
  const allowed = allowedOf(env);
  const senders = [
    ...(smtp ? [createMailer(smtp)] : []),
    ...(allowed.length > 0 ? [createWebhook({ allowed, secret: secretOf(env), ...caOf(env) })] : []),
  ];
  return { senders, allowed, db: null };
};

export const closeDelivery = ({ senders }: Pick<DeliverySettings, 'senders'>): void => {
  for (const sender of senders) sender.close();
};

/** One line: by which ways messages leave the house. */
export const tellDelivery = (
  { senders }: Pick<DeliverySettings, 'senders'>,
  pick: (vi: string, en: string) => string,
): string =>
  senders.length === 0
    ? pick(
        'Gửi tin: chỉ có hộp thư trong hệ thống (chưa đặt SMTP_URL, WEBHOOK_ALLOW).',
        'Messages: the inbox alone (SMTP_URL and WEBHOOK_ALLOW are not set).',
      )
    : `${pick('Gửi tin', 'Messages')}: ${senders.map(({ channel, where }) => `${channel} ${where}`).join(' · ')}`;

const LOOK_MS = 20_000;

/** Looks again and again for messages that nobody was woken for: left by a killed process, or due by now. */
export const startDeliveryWatch = (
  { db, clock }: Opened,
  { client }: TemporalClient,
  delivery: DeliverySettings,
  say: (line: string) => void,
): { stop(): Promise<void> } => {
  let failing = false;
  const look = async (): Promise<void> => {
    try {
      if (clock.alarmAt(clock.businessNow()) !== null)
        await wakeDeliveries({ db, client }, delivery, clock.businessNow());
      failing = false;
    } catch (error) {
      if (!failing) say(`delivery: ${error instanceof Error ? error.message : String(error)}`);
      failing = true;
    }
  };
  if (delivery.senders.length === 0) return { stop: async () => {} };
  let running = look();
  const timer = setInterval(() => {
    running = running.then(look);
  }, LOOK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
