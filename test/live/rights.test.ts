/** Nobody hears of what he may not see, and nobody hears anything once his session is over. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { SignedIn } from '../../api/signed-in.ts';
import { actorNamed, headerActors } from '../support/header-actors.ts';
import { isAt, isEvent } from '../support/sse.ts';
import { POLICE, useWire } from './support.ts';

/** Who has lost what, for one test. */
const gone = new Set<string>();
const hidden = new Set<string>();
const duties = new Map<string, string>();
let asked: { readonly passive?: true | undefined }[] = [];

const wire = useWire({
  identify: async (request) => {
    const signedIn = await headerActors(request);
    if (!signedIn || gone.has(signedIn.sessionId)) return null;
    asked.push({ passive: request.passive });
    const duty = duties.get(signedIn.sessionId);
    return duty === undefined ? signedIn : { ...signedIn, actor: actorNamed(duty) };
  },
  live: {
    mostPerUser: 12,
    mayRead:
      async (streams) =>
      ({ actor }: SignedIn) =>
        new Set(streams.filter((stream) => !hidden.has(`${actor?.body} ${stream}`))),
  },
});
beforeEach(() => {
  gone.clear();
  hidden.clear();
  duties.clear();
  asked = [];
});

describe('rights', () => {
  test('are looked at for each change: one body hears it, another does not', async () => {
    hidden.add('tam-ky.POL exercise/tam-ky-2022');
    const [police, finance] = await Promise.all([wire.listen(), wire.listen('nv-02@tam-ky.FIN')]);
    const secret = await wire.record('tam-ky-2022');
    const open = await wire.record('tan-thanh-2022');
    await Promise.all([police.next(isAt(open)), finance.next(isAt(open))]);
    expect(police.changes().map(({ id }) => Number(id))).toEqual([open]);
    expect(finance.changes().map(({ id }) => Number(id))).toEqual([secret, open]);
  });

  test('that end while the stream is open end with the next change', async () => {
    const reader = await wire.listen();
    const told = await wire.record('tam-ky-2022');
    await reader.next(isAt(told));
    hidden.add('tam-ky.POL exercise/tam-ky-2022');
    await wire.record('tam-ky-2022');
    const other = await wire.record('tan-thanh-2022');
    await reader.next(isAt(other));
    expect(reader.changes().map(({ id }) => Number(id))).toEqual([told, other]);
  });

  test('count for what was missed too', async () => {
    const seen = await wire.head();
    await wire.record('tam-ky-2022', 3);
    const open = await wire.record('tan-thanh-2022');
    hidden.add('tam-ky.POL exercise/tam-ky-2022');
    const reader = await wire.listen(POLICE, { lastEventId: seen });
    await reader.next(isAt(open));
    expect(reader.changes()).toHaveLength(1);
  });

  test('that change with another duty tell the page to ask for everything again', async () => {
    const reader = await wire.listen();
    await reader.next(isEvent('hello'));
    duties.set(POLICE, 'nv-01@tam-ky.FIN');
    expect((await reader.next(isEvent('resync'))).data.reason).toBe('rights-changed');
  });
});

describe('a session', () => {
  test('that has ended ends its streams within five seconds, and nothing recorded since is told', async () => {
    const [one, two, other] = await Promise.all([wire.listen(), wire.listen(), wire.listen('nv-02@tam-ky.FIN')]);
    await Promise.all([one, two, other].map((each) => each.next(isEvent('hello'))));
    gone.add(POLICE);
    await new Promise((done) => setTimeout(done, 160)); // longer than a look at the session is believed here
    const position = await wire.record('tam-ky-2022');
    await Promise.all([one.ended, two.ended, other.next(isAt(position))]);
    for (const each of [one, two]) {
      expect(each.messages.at(-1)).toEqual({ id: null, event: 'bye', data: { reason: 'session-ended' } });
      expect(each.changes()).toEqual([]);
    }
  });

  test('that has ended ends its streams when nothing happens at all', async () => {
    const reader = await wire.listen();
    gone.add(POLICE);
    await reader.ended;
    expect(reader.messages.at(-1)?.event).toBe('bye');
  });

  test('is not kept awake by an open stream', async () => {
    const reader = await wire.listen('nv-07@tam-ky.POL');
    await reader.next(isEvent('hello'));
    await new Promise((done) => setTimeout(done, 1_300));
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.slice(1).every(({ passive }) => passive === true)).toBe(true);
  });

  test('is needed to listen at all', async () => {
    expect(await wire.listen('')).toMatchObject({ status: 401 });
  });
});

describe('too much', () => {
  test('a user opens twelve streams; the thirteenth is refused until one is closed, and others are not hindered', async () => {
    const who = 'nv-09@tam-ky.POL';
    const open = await Promise.all(Array.from({ length: 12 }, () => wire.listen(who)));
    const refused = await wire.listen(who);
    expect(refused.status).toBe(429);
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'live-too-many', status: 429 });
    expect((await wire.listen('nv-10@tam-ky.POL')).status).toBe(200);
    open[0]?.close();
    await new Promise((done) => setTimeout(done, 100));
    expect((await wire.listen(who)).status).toBe(200);
  });
});
