/** `/api/v1/delivery`: what is on its way, what could not be sent, sending again, and a test message. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { resend } from '../../db/delivery/outbox.ts';
import { channelCounts, deadMessages, oldestWaiting, trailOf, withoutAddress } from '../../db/delivery/standing.ts';
import { ChannelAway, testMessage } from '../../delivery/index.ts';
import { CHANNELS, type Channel } from '../../domain/delivery/index.ts';
import { dayOf } from '../../domain/time.ts';
import { audit } from '../audit.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { NoQuery } from '../parse.ts';
import { Problem } from '../problems/index.ts';
import { bodyNamed } from '../queries/inbox/texts.ts';
import { organisationNow } from '../queries/names.ts';
import { addRead } from '../route.ts';
import { requireSignedIn } from '../signed-in.ts';
import { checkedAddress } from './addresses.ts';
import { addPost, DONE } from './post.ts';

const tag = 'delivery';
const policy = 'admin';
const MOST_DEAD = 200;
/** A mail server may take its time to answer a test. */
const TEST_MS = 70_000;

const standingOf = async (deps: ApiDeps): Promise<z.output<typeof contract.DeliveryStanding>> => {
  const { db, delivery } = deps;
  const [counts, oldest, unreachable, dead, org] = await Promise.all([
    channelCounts(db),
    oldestWaiting(db),
    withoutAddress(db),
    deadMessages(db, MOST_DEAD),
    organisationNow(deps),
  ]);
  const today = dayOf(deps.clock());
  const senders = delivery?.senders ?? [];
  const count = (channel: Channel, ...states: string[]): number =>
    counts.reduce((sum, each) => sum + (each.channel === channel && states.includes(each.state) ? each.count : 0), 0);
  const channels = CHANNELS.flatMap((channel) => {
    const sender = senders.find((each) => each.channel === channel);
    if (!sender && !counts.some((each) => each.channel === channel)) return [];
    const waiting = count(channel, 'waiting', 'sending');
    const ended = { sent: count(channel, 'sent'), dead: count(channel, 'dead'), silent: count(channel, 'silent') };
    return [{ channel, where: sender?.where ?? '', waiting, ...ended }];
  });
  return {
    channels,
    inboxOnly: senders.length === 0,
    allowed: delivery?.allowed ?? [],
    oldestWaiting: oldest,
    withoutAddress: unreachable.map(({ body, count: times }) => ({
      body,
      name: bodyNamed(org, today, body),
      count: times,
    })),
    dead: dead.map((each) => ({ ...each, bodyName: bodyNamed(org, today, each.body) })),
  };
};

const sendTest = async (deps: ApiDeps, channel: Channel, address: string): Promise<string> => {
  const sender = deps.delivery?.senders.find((each) => each.channel === channel);
  if (!sender) throw new Problem('channel-off', { channel });
  try {
    const outcome = await testMessage(sender, checkedAddress(deps, channel, address));
    if (outcome.kind === 'refused') throw new Problem('test-refused', { reason: outcome.reason });
    return String(outcome.detail.said ?? outcome.detail.status ?? '');
  } catch (error) {
    if (error instanceof ChannelAway) throw new Problem('channel-away', { reason: error.message });
    throw error;
  }
};

export const addOutbox = (app: FastifyInstance, deps: ApiDeps): void => {
  addRead(app, {
    ...{
      url: '/api/v1/delivery',
      tag,
      policy,
      params: z.object({}),
      query: NoQuery,
      answer: contract.DeliveryStanding,
    },
    summary: 'Channels, what waits, what could not be sent, and bodies without an address',
    read: () => standingOf(deps),
  });
  addRead(app, {
    ...{ url: '/api/v1/delivery/trail', tag, policy, params: z.object({}), answer: contract.MessageTrail },
    query: z.strictObject({ id: z.string().min(1).max(180) }),
    summary: 'Everything that happened to one message',
    read: async (_, { id }) => {
      const steps = await trailOf(deps.db, id);
      if (steps.length === 0) throw new Problem('not-found');
      return {
        id,
        steps: steps.map(({ type, at, recordedAt, doc }) => ({
          type,
          at,
          recordedAt,
          detail: JSON.parse(doc) as Record<string, unknown>,
        })), // written by db/delivery/outbox.ts
      };
    },
  });
  addPost(app, {
    ...{ url: '/api/v1/delivery/resend', tag, policy, body: contract.Resend, answer: contract.Done },
    summary: 'Sends a message that could not be sent once more, under its old identity',
    act: async ({ id }, request) => {
      if (!(await resend(deps.db, id, requireSignedIn(request).userId, deps.clock())))
        throw new Problem('message-not-dead');
      audit(request, { kind: 'admin-act', code: 'message-resent', details: { of: id } });
      return DONE;
    },
  });
  addPost(app, {
    ...{
      url: '/api/v1/delivery/test',
      tag,
      policy,
      body: contract.TestMessage,
      answer: contract.TestSent,
      patienceMs: TEST_MS,
    },
    summary: 'Sends a test message at once and answers what the other side said',
    act: async ({ channel, address }, request) => {
      const said = await sendTest(deps, channel, address);
      audit(request, { kind: 'admin-act', code: 'test-message', details: { channel } });
      return { sent: true as const, said };
    },
  });
};
