/**
 * Mail by SMTP. A message that the server has not answered for is refused for now and comes again under the same Message-ID;
 * the library's own queueing again is off, so every attempt is one that was recorded.
 */
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { ChannelAway, type Message, type Outcome, type Sender, shortly } from './channel.ts';
import { htmlOf } from './html.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly user?: string;
  readonly password?: string;
  /** `implicit`: from the first byte; `required`: STARTTLS or nothing; `off`: in clear text. */
  readonly tls: 'implicit' | 'required' | 'off';
  /** Mailbox of the sender. */
  readonly from: string;
  /** Certificates in PEM that count besides none of the usual ones. */
  readonly ca?: string;
  readonly connections?: number;
  /** Messages a second at most, so that sending leaves room for commands. */
  readonly perSecond?: number;
  /** Milliseconds after which a server that stalls is cut off. */
  readonly patienceMs?: number;
}

const CONNECTIONS = 5;
const PER_SECOND = 200;
/** Few at a time, so that what is beside them waits for few. */
const PACE_MS = 40;
const PATIENCE_MS = 20_000;

/** Of an outgoing message: the same at every attempt, tells nothing. */
export const messageIdOf = (id: string, from: string): string =>
  `<${createHash('sha256').update(id).digest('hex').slice(0, 40)}@${from.slice(from.lastIndexOf('@') + 1)}>`;

interface SmtpError extends Error {
  readonly code?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** A server that speaks of itself, not of the message. */
const OF_SERVER = [421, 454, 530, 534, 535, 538];

const said = ({ message, response, code }: SmtpError): string =>
  shortly(response ?? (code ? `${code}: ${message}` : message));

/** Where it sends, for people; without a password. */
export const smtpAddress = ({ tls, host, port }: SmtpSettings): string =>
  `${tls === 'implicit' ? 'smtps' : 'smtp'}://${host}:${port}`;

export const createSmtp = (settings: SmtpSettings): Sender => {
  const { host, port, user, password, tls, from, ca, patienceMs = PATIENCE_MS } = settings;
  const transport = createTransport({
    ...{ pool: true, host, port, secure: tls === 'implicit', requireTLS: tls === 'required', ignoreTLS: tls === 'off' },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    ...(ca === undefined ? {} : { tls: { ca } }),
    ...{ maxConnections: settings.connections ?? CONNECTIONS, maxMessages: Number.POSITIVE_INFINITY, maxRequeues: 0 },
    ...{
      rateLimit: Math.ceil(((settings.perSecond ?? PER_SECOND) * PACE_MS) / 1_000),
      rateDelta: PACE_MS,
      idleTimeout: 30_000,
    },
    ...{
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
      dnsTimeout: patienceMs,
    },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  const where = smtpAddress(settings);
  let checking: Promise<void> | null = null;

  const check = async (): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer')), 3 * patienceMs);
    });
    try {
      await Promise.race([transport.verify(), late]);
    } catch (error) {
      throw new ChannelAway(`${where}: ${said(error as SmtpError)}`); // errors of the library
    } finally {
      clearTimeout(timer);
    }
  };
  /** One question for all that failed at the same time. */
  const checkOnce = (): Promise<void> => {
    checking ??= check().finally(() => {
      checking = null;
    });
    return checking;
  };

  const refused = async (error: SmtpError): Promise<Outcome> => {
    const { responseCode, code } = error;
    const ofServer = responseCode !== undefined && (OF_SERVER.includes(responseCode) || code === 'EAUTH');
    if (responseCode !== undefined && !ofServer)
      return { kind: 'refused', reason: said(error), permanent: responseCode >= 500 };
    if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'refused', reason: said(error), permanent: true };
    await checkOnce(); // the server as a whole, or this message alone?
    return { kind: 'refused', reason: said(error), permanent: false };
  };

  return {
    channel: 'mail',
    where,
    check,
    close: () => transport.close({ force: true }),
    send: async (message: Message) => {
      const { id, to, hidden, name, subject, text } = message;
      try {
        const info = await transport.sendMail({
          from: { name: 'Sẵn Sàng', address: from },
          to: to.length > 0 ? to.map((address) => ({ name, address })) : 'undisclosed-recipients:;',
          envelope: { from, to: [...new Set([...to, ...hidden])] },
          ...{ subject, text, html: htmlOf(subject, text), messageId: messageIdOf(id, from) },
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          signal: AbortSignal.timeout(3 * patienceMs),
        });
        return {
          kind: 'sent',
          detail: { accepted: info.accepted.length, refused: info.rejected.length, said: shortly(info.response) },
        };
      } catch (error) {
        return refused(error as SmtpError); // errors of the library
      }
    },
  };
};
