/** The board in cells, its trend, what waits for a decision, what changed, and whether the history is whole. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as contract from '../../api/contract/index.ts';
import { CALENDAR, isWorkingDay } from '../../domain/calendar/index.ts';
import { localDate } from '../../domain/time.ts';
import { type Api, loadSeason, startApi } from './support.ts';

const SA = 'nv-01@tam-ky.SA';
const SB = 'sb-1.tam-ky@tam-ky.SB:head';
const CITY = 'exercises/tam-ky-2022';
const COMMUNE = 'exercises/an-son-2022';
let api: Api;

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field
const read = async (url: string, actor?: string): Promise<any> => {
  const { status, body } = await api.get(`/api/v1/${url}`, actor ? { 'x-actor': actor } : {});
  expect([url, status, body.detail]).toEqual([url, 200, undefined]);
  return body;
};
const done = async (path: string, actor: string, command: object): Promise<void> => {
  const { status, body } = await api.command(path, actor, command);
  expect([command, status, body.detail]).toEqual([command, 200, undefined]);
};
type Row = { id: string; verdict: string; reason: object | null; cells: { state: string; first: string | null }[] };

beforeAll(async () => {
  api = await startApi();
  await loadSeason(api);
}, 120_000);
afterAll(() => api.close());

describe('the board in cells', () => {
  test('gives each exercise the verdict and the figures of its file, now and on any day', async () => {
    for (const day of ['', '?asOf=2022-05-23', '?asOf=2022-04-15', '?asOf=2022-03-01']) {
      const [cells, board] = [await read(`readiness/cells${day}`), await read(`readiness${day}`)];
      expect(contract.ReadinessCellBoard.safeParse(cells).error?.issues).toBeUndefined();
      expect([day, cells.counts]).toEqual([day, board.counts]);
      expect(cells.rows.map((row: Row) => row.id)).toEqual(board.exercises.map(({ id }: Row) => id));
      for (const [n, row] of cells.rows.entries()) {
        const { readiness, ...summary } = board.exercises[n];
        const { verified, due } = readiness.ratio ?? {};
        expect(row).toMatchObject({
          verdict: readiness.verdict,
          ratio: readiness.ratio && { verified, due },
          reasons: readiness.reasons.length,
          phase: summary.phase,
          startDate: summary.startDate,
          workingDaysLeft: summary.workingDaysLeft,
        });
        expect(row.reason === null).toBe(readiness.reasons.length === 0);
      }
    }
  });

  test('a red exercise has a red gate, one that is late an amber one and none that is red', async () => {
    for (const day of ['2022-05-31', '2022-05-16', '2022-05-05', '2022-04-11'])
      for (const { verdict, cells } of (await read(`readiness/cells?asOf=${day}`)).rows as Row[]) {
        const states = new Set(cells.map(({ state }) => state));
        expect([verdict, states.has('red')]).toEqual([verdict, verdict === 'red']);
        if (verdict === 'amber') expect(states.has('amber')).toBe(true);
        if (verdict === 'green') expect(states.has('amber')).toBe(false);
      }
  });

  test('the gates that were passed are those of the file', async () => {
    for (const row of (await read('readiness/cells')).rows) {
      const file = await read(`exercises/${row.id}`);
      const passed = file.gates.filter(({ state }: { state: string }) => state === 'passed');
      expect(row.cells.filter(({ state }: { state: string }) => state === 'passed')).toHaveLength(passed.length);
    }
  });

  test('who takes part sees the verdict of the whole, and of others neither reason nor codes', async () => {
    const actor = 'com-1.an-son@an-son.COM';
    const { rows } = await read('readiness/cells?asOf=2022-05-16', actor);
    const [own, city] = [
      rows.find(({ id }: Row) => id === 'an-son-2022'),
      rows.find(({ id }: Row) => id === 'tam-ky-2022'),
    ];
    const all: Row[] = (await read('readiness/cells?asOf=2022-05-16')).rows;
    expect(own).toEqual(all.find(({ id }) => id === 'an-son-2022'));
    expect(city.cells.every(({ first }: { first: string | null }) => first === null)).toBe(true);
    expect(rows.some(({ id }: Row) => id === 'phuoc-hoa-2022')).toBe(false);
  });

  test('only exercises of the year asked for', async () => {
    expect((await read('readiness/cells?year=2022')).rows).toHaveLength(4);
    expect((await read('readiness/cells?year=2023')).rows).toHaveLength(0);
  });
});

describe('the trend', () => {
  test('counts working days up to today, each as the board of that day counts them', async () => {
    const trend = await read('readiness/trend?days=30');
    expect(contract.ReadinessTrend.safeParse(trend).error?.issues).toBeUndefined();
    expect(trend.days).toHaveLength(30);
    expect(trend.days.every(({ day }: { day: string }) => isWorkingDay(CALENDAR, localDate(day)))).toBe(true);
    expect(trend.days.at(-1).day).toBe(trend.today);
    const alive = new Set(trend.exercises.map(({ id }: Row) => id));
    for (const { day, ...counts } of [trend.days[0], trend.days[14], trend.days.at(-1)]) {
      const board = await read(`readiness/cells?asOf=${day}`);
      const missing = alive.size - board.rows.length;
      expect([day, counts]).toEqual([day, { ...board.counts, none: board.counts.none + missing }]);
    }
    expect(trend.days.at(-1)).toMatchObject((await read('readiness/cells')).counts);
  });

  test('tells who got better and who got worse since its first day', async () => {
    const trend = await read('readiness/trend?days=30&asOf=2022-05-23');
    const badness = { g: 0, a: 1, r: 2 } as const;
    const change = ({ verdicts }: { verdicts: string }): number => {
      const ends = [verdicts.at(0), verdicts.at(-1)].map((each) => badness[each as keyof typeof badness]);
      const [first, last] = ends;
      return first === undefined || last === undefined ? 0 : last - first;
    };
    expect(trend.better).toBe(trend.exercises.filter((each: never) => change(each) < 0).length);
    expect(trend.worse).toBe(trend.exercises.filter((each: never) => change(each) > 0).length);
    expect(trend.exercises.every(({ verdicts }: { verdicts: string }) => verdicts.length === 30)).toBe(true);
  });

  test('follows the next event', async () => {
    const before = await read('readiness/trend?days=5');
    const { tasks } = await read(`${CITY}/checklist`);
    const open = tasks.find(
      ({ status, owner }: { status: string; owner: string }) => status === 'open' && owner === 'tam-ky.SA',
    );
    if (open) await done(CITY, SA, { type: 'StartTask', task: open.code });
    const after = await read('readiness/trend?days=5');
    expect(after.days.slice(0, 4)).toEqual(before.days.slice(0, 4));
    expect(after.days.at(-1)).toMatchObject((await read('readiness/cells')).counts);
  });
});

type Decision = { key: string; kind: string; yours: boolean; subject: string; version: number };
const decisions = async (actor: string): Promise<Decision[]> => {
  const answer = await read('decisions', actor);
  expect(contract.DecisionList.safeParse(answer).error?.issues).toBeUndefined();
  return answer.decisions;
};

describe('what waits for a decision', () => {
  test('a request for more time waits for the steering board, and for nobody once it is decided', async () => {
    const { tasks } = await read(`${CITY}/checklist`);
    const task = tasks.find(
      ({ status, owner }: { status: string; owner: string }) => status === 'waiting' && owner === 'tam-ky.SA',
    );
    const until = '2022-08-12';
    await done(CITY, SA, { type: 'RequestExtension', task: task.code, until, reason: 'chờ cấp trên' });
    const key = `exercise/tam-ky-2022/extension/${task.code}`;
    const mine = (await decisions(SB)).find((each) => each.key === key);
    expect(mine).toMatchObject({
      yours: true,
      subject: task.code,
      extension: { until, reason: 'chờ cấp trên' },
      post: null,
    });
    expect((await decisions(SA)).find((each) => each.key === key)).toMatchObject({ yours: false });
    const { version } = await read(CITY);
    expect(mine?.version).toBe(version);
    await done(CITY, SB, { type: 'DecideExtension', task: task.code, granted: false, reason: 'không đổi lịch' });
    expect((await decisions(SB)).some((each) => each.key === key)).toBe(false);
  });

  test('a gate waits for its head exactly where nothing blocks it', async () => {
    const waiting = (await decisions(SB)).filter(({ kind }) => kind === 'gate').map(({ key }) => key);
    const { rows } = await read('readiness/cells');
    for (const { id } of rows) {
      const { gates, phase } = await read(`exercises/${id}`);
      const open = gates.find(({ state }: { state: string }) => state === 'open');
      const isDraft = ['draft', 'postponed', 'closed', 'cancelled'].includes(phase);
      const key = open && `exercise/${id}/gate/${open.code}`;
      expect([id, waiting.filter((each) => each.includes(`/${id}/`))]).toEqual([id, open && !isDraft ? [key] : []]);
    }
    const member = await decisions('uv-01@tam-ky.SB');
    for (const { kind, yours } of member) expect([kind, yours]).toEqual([kind, kind === 'extension']);
  });

  test('a gate that the first of two has passed in spite of blockers waits for the second head, until he has spoken', async () => {
    const PARTY = 'mpc-1.tam-ky@tam-ky.MPC:head';
    const override = { reason: 'Bổ sung trong tuần', basis: '21/TB-BCĐ' };
    await done(CITY, SB, { type: 'SetGateRule', gate: 'G4', twoPersons: true, reason: 'quy chế' });
    await done(CITY, SB, { type: 'PassGate', gate: 'G4', override });
    const key = 'exercise/tam-ky-2022/override/G4';
    const mine = (await decisions(PARTY)).find((each) => each.key === key);
    expect(mine).toMatchObject({
      kind: 'override',
      yours: true,
      text: { vi: expect.stringContaining('còn vướng 3 việc') },
    });
    expect((await decisions(SB)).find((each) => each.key === key)).toMatchObject({ yours: false });
    await done(CITY, PARTY, { type: 'PassGate', gate: 'G4', override });
    expect((await decisions(PARTY)).some((each) => each.key === key)).toBe(false);
  });

  test('a question of the city waits for the heads of the commune and above it, not for others', async () => {
    await done(COMMUNE, SB, { type: 'PostponeExercise', reason: 'lũ' });
    const days = { startDate: '2022-08-16', endDate: '2022-08-18' };
    await done(CITY, SA, { type: 'RescheduleExercise', ...days, reason: 'Bão số 3' });
    const key = 'exercise/an-son-2022/city/rescheduled';
    const com = 'com-1.an-son@an-son.COM:head';
    expect((await decisions(com))[0]).toMatchObject({ key, yours: true, city: { to: days } });
    expect((await decisions('com-2.an-son@an-son.COM')).find((each) => each.key === key)).toMatchObject({
      yours: false,
    });
    await done(COMMUNE, com, { type: 'AnswerCity', answer: 'keep', reason: 'chưa sẵn sàng' });
    expect((await decisions(com)).some((each) => each.key === key)).toBe(false);
  });

  test('who sees only his own part of a file decides nothing in it', async () => {
    expect(await decisions('ca-01@tam-ky.POL:head')).toEqual([]);
  });
});

describe('what changed', () => {
  type Change = { position: number; id: string; type: string; sentence: { vi: string } };
  test('since a place in the ledger, latest first, in the words of the history', async () => {
    const { position } = await read('changes?limit=1');
    await done(CITY, SB, { type: 'RequestExtension', task: 'C32', until: '2022-08-12', reason: 'chờ cấp trên' });
    const answer = await read(`changes?after=${position}`);
    expect(contract.RecentChanges.safeParse(answer).error?.issues).toBeUndefined();
    const [change] = answer.changes;
    expect(answer.changes).toHaveLength(1);
    expect(change).toMatchObject({ type: 'ExtensionRequested', id: 'tam-ky-2022', kind: 'exercise' });
    const { events } = await read(`${CITY}/events?afterVersion=${change.version - 1}`);
    expect(change.sentence).toEqual(events[0].sentence);
    expect((await read(`changes?after=${answer.position}`)).changes).toEqual([]);
  });

  test('a page at most, and whether there was more', async () => {
    const { changes, more } = await read('changes?limit=5');
    expect([changes.length, more]).toEqual([5, true]);
    const positions = changes.map(({ position }: Change) => position);
    expect(positions).toEqual([...positions].sort((a, b) => b - a));
    expect(changes.some(({ type }: Change) => type === 'TaskReminded')).toBe(false);
  });

  test('of files that he sees, and of those where he takes part what is about his own work', async () => {
    const { changes } = await read('changes?limit=200', 'com-1.phuoc-hoa@phuoc-hoa.COM');
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.some(({ id }: Change) => id === 'an-son-2022')).toBe(false);
    const { events } = await read(`${CITY}/events?limit=500`, 'com-1.phuoc-hoa@phuoc-hoa.COM');
    const own = new Set(events.map(({ position }: Change) => position));
    for (const { id, position } of changes as Change[])
      if (id === 'tam-ky-2022') expect([position, own.has(position)]).toEqual([position, true]);
  });
});

describe('the integrity of a history', () => {
  test('every hash is computed anew, up to the last event', async () => {
    const answer = await read(`${CITY}/integrity`);
    const { events, version } = await read(`${CITY}/events?limit=500`);
    expect(contract.Integrity.parse(answer)).toMatchObject({ ok: true, version, events: version, firstBad: null });
    expect([answer.position, answer.hash]).toEqual([events.at(-1).position, events.at(-1).hash]);
  });

  test('a file that nobody sees has no history', async () => {
    expect((await api.get('/api/v1/exercises/khong-co/integrity')).status).toBe(404);
    const stranger = { 'x-actor': 'nv-09@hoi-an.SA' };
    expect((await api.get(`/api/v1/${CITY}/integrity`, stranger)).status).toBe(404);
  });
});
