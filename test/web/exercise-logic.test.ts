/** What the exercise page works out by itself: filters, the axis of the chart, days, and which acts it offers. */
import { describe, expect, test } from '@jest/globals';
import { type Led, rolesIn } from '../../domain/exercise/rights.ts';
import { BodyId, OrgUnitId } from '../../domain/people.ts';
import type { Schemas } from '../../web/client/http.ts';
import { countsOf, grouped, matching, nextCode } from '../../web/pages/exercise/checklist/filter.ts';
import { dayKinds, yearsBetween } from '../../web/pages/exercise/day-kinds.ts';
import { ganttRows, relationTo } from '../../web/pages/exercise/gantt/plan-rows.ts';
import { leftOf, monthsOf, rangeOf, rightOf, scaleOf, ticksOf } from '../../web/pages/exercise/gantt/scale.ts';
import { type Acting, mayAct, mayEnterPaper } from '../../web/pages/exercise/rights.ts';
import { readDate } from '../../web/parts/read-date.ts';
import { type Judged, readyWord } from '../../web/parts/ready.ts';

type Task = Schemas['Task'];
const task = (code: string, changes: Partial<Task> = {}): Task =>
  ({
    ...{ code, title: { vi: 'Kế hoạch bảo đảm y tế', en: 'Medical plan' }, gate: 'G4', status: 'open', mark: 'ahead' },
    ...{ owner: 'tam-ky.HEA', ownerName: { vi: 'Y tế', en: 'Health' }, due: '2022-06-02' },
    ...changes,
  }) as Task; // of a task only what filters look at

const LIST = [
  task('C18'),
  task('C23', { owner: 'tam-ky.SA', ownerName: { vi: 'Cơ quan thường trực', en: 'Agency' }, mark: 'overdue' }),
  task('C27', { title: { vi: 'Luyện tập khung', en: 'Frame' }, gate: 'G5', status: 'waiting', due: '2022-06-14' }),
];
const codes = (tasks: readonly Task[]): string[] => tasks.map(({ code }) => code);

describe('the checklist', () => {
  test('finds words without accents, codes and bodies', () => {
    expect(codes(matching(LIST, { tim: 'luyen tap' }))).toEqual(['C27']);
    expect(codes(matching(LIST, { tim: 'c18' }))).toEqual(['C18']);
    expect(codes(matching(LIST, { tim: 'y te co quan' }))).toEqual(['C23']);
  });

  test('each count is of exactly the rows that the chip leads to', () => {
    const filter = { qh: '1' };
    for (const [gate, count] of countsOf(LIST, filter, 'cong'))
      expect(matching(LIST, { ...filter, cong: gate })).toHaveLength(count);
    expect(countsOf(LIST, { cong: 'G5' }, 'cong')).toEqual(
      new Map([
        ['G4', 2],
        ['G5', 1],
      ]),
    );
  });

  test('groups follow the order of the gates, and weeks begin on Monday', () => {
    expect(codes(grouped(LIST, 'cong', ['G5', 'G4']))).toEqual(['C27', 'C18', 'C23']);
    expect(codes(grouped(LIST, 'tuan'))).toEqual(['C18', 'C23', 'C27']);
  });

  test('proposes the code after the last one', () => {
    expect(nextCode(['C01', 'C40', 'X07'])).toBe('C41');
    expect(nextCode([])).toBe('C01');
  });
});

describe('the axis of the chart', () => {
  const scale = scaleOf('2022-05-30', '2022-06-12', 10);

  test('a day begins where the day before it ends, whatever the zone of the machine', () => {
    expect(leftOf(scale, '2022-06-01')).toBe(20);
    expect(rightOf(scale, '2022-05-31')).toBe(20);
    expect(scale.width).toBe(140);
  });

  test('weeks are marked by their Mondays, months by their names where there is room', () => {
    expect(ticksOf(scale, 'tuan').map(({ label }) => label)).toEqual(['30/05', '06/06']);
    expect(monthsOf(scale).map(({ month }) => month)).toEqual([6]);
  });

  test('it is cropped to the first and last bar', () => {
    expect(rangeOf(['2022-06-02', null, '2022-05-03', undefined])).toEqual({ from: '2022-05-03', to: '2022-06-02' });
    expect(rangeOf([])).toBeNull();
  });

  test('a lit task shows what it waits for and what waits for it', () => {
    const [a, b, c, d] = [
      { code: 'C23', after: [] },
      { code: 'C27', after: ['C23'] },
      { code: 'C30', after: ['C27'] },
      { code: 'C26', after: [] },
    ] as const;
    expect([a, b, c, d].map((each) => relationTo(each, b))).toEqual(['before', 'self', 'after', 'none']);
  });

  test('only what blocks leaves gates out that have none of it', () => {
    const planned = (code: string, gate: string, critical: boolean) =>
      ({ code, gate, critical, due: '2022-06-02' }) as unknown as Schemas['PlannedTask']; // of a task only what rows look at
    const gate = (code: string) => ({ code }) as unknown as Schemas['PlannedGate']; // likewise
    const plan = { gates: [gate('G4'), gate('G5')], tasks: [planned('C23', 'G4', false), planned('C27', 'G5', true)] };
    expect(ganttRows(plan, [], true).map((row) => row.gate.code)).toEqual(['G5']);
    expect(ganttRows(plan, [], false).map((row) => row.tasks.length)).toEqual([1, 1]);
  });
});

describe('days', () => {
  const table = {
    calendarVersion: 'v1',
    year: 2022,
    status: 'official',
    source: '',
    workingDays: 250,
    madeUpKnown: true,
    days: [
      { date: '2022-05-02', kind: 'off', status: 'official' },
      { date: '2022-05-07', kind: 'madeUp', status: 'official' },
    ],
  } as const;

  test('a made-up Saturday is worked, a holiday is not, and a year without a table is named', () => {
    const days = dayKinds([table], yearsBetween('2022-05-01', '2023-01-10'));
    expect(['2022-05-01', '2022-05-02', '2022-05-07', '2022-05-09'].map(days.kindOf)).toEqual([
      ...['weekend', 'off', 'madeUp', 'work'],
    ]);
    expect(days.missing).toEqual([2023]);
  });

  test('a typed day is read as people write it, and no other way', () => {
    expect(['5/9/2026', '05-09-2026', '05092026'].map(readDate)).toEqual(Array(3).fill('2026-09-05'));
    expect(['31/02/2026', '2026', '09/2026', ''].map(readDate)).toEqual(Array(4).fill(null));
  });
});

describe('acts are offered', () => {
  const city = { type: 'defenceAreaExercise', orgUnit: 'tam-ky', superiorUnit: 'tam-ky', phase: 'preparing' } as const;
  const ward = { ...city, type: 'communeCombatExercise', orgUnit: 'an-son' } as const;
  const head = (body: string) => ({ body, post: 'head' }) as const;
  const member = (body: string) => ({ body, post: 'member' }) as const;

  type Filed = Omit<Parameters<typeof mayAct>[1], 'roles'> & { readonly owners?: Led['owners'] };
  /** The file as the server gives it to the body. */
  const seenBy = ({ owners = {}, ...file }: Filed, body: string) => {
    const led = {
      type: file.type,
      orgUnit: OrgUnitId.parse(file.orgUnit),
      superiorUnit: OrgUnitId.parse(file.superiorUnit),
      owners,
    };
    return { ...file, roles: rolesIn(led, BodyId.parse(body)) };
  };
  const offered = (act: Parameters<typeof mayAct>[0], file: Filed, acting: Acting): boolean =>
    mayAct(act, seenBy(file, acting.body), acting);

  test('to whom the file names for a role, not to the usual body', () => {
    const others = { ...city, owners: { SA: BodyId.parse('tam-ky.POL') } };
    expect(offered('tailor', others, member('tam-ky.POL'))).toBe(true);
    expect(offered('tailor', others, member('tam-ky.SA'))).toBe(false);
    expect(offered('tailor', city, member('tam-ky.CMC'))).toBe(false);
  });

  test('to the standing agency, not to a department or another locality', () => {
    expect(offered('tailor', city, member('tam-ky.SA'))).toBe(true);
    expect(offered('tailor', ward, member('an-son.CMC'))).toBe(true);
    expect(offered('tailor', city, member('tam-ky.HEA'))).toBe(false);
    expect(offered('tailor', ward, member('tan-thanh.CMC'))).toBe(false);
    expect(mayEnterPaper(seenBy(city, 'tam-ky.HEA'), member('tam-ky.HEA'))).toBe(false);
  });

  test('to the head of the steering board alone where only he decides', () => {
    expect(offered('override', city, head('tam-ky.SB'))).toBe(true);
    expect(offered('override', city, member('tam-ky.SB'))).toBe(false);
    expect(offered('override', city, head('tam-ky.SC'))).toBe(false);
  });

  test('by the phase: a run that is open is not moved, a rested file is resumed or ended', () => {
    const agency = member('tam-ky.SA');
    expect(offered('move', { ...city, phase: 'running' }, agency)).toBe(false);
    expect(offered('resume', { ...city, phase: 'postponed' }, agency)).toBe(true);
    expect(offered('resume', city, agency)).toBe(false);
    expect(offered('cancel', { ...city, phase: 'postponed' }, head('tam-ky.MPC'))).toBe(true);
  });
});

describe('the word for an exercise as a whole', () => {
  const judged = (verdict: Judged['readiness']['verdict'], g6: Judged['gates'][number]['state']): Judged => ({
    ...{
      readiness: { verdict },
      gates: [
        { code: 'G5', state: 'passed' },
        { code: 'G6', state: g6 },
      ],
    },
  });

  test.each([
    ['green', 'notYet', 'onTrack'],
    ['green', 'open', 'onTrack'],
    ['green', 'passed', 'ready'],
    ['amber', 'passed', 'notReady'],
    ['red', 'blocked', 'notReady'],
    ['none', 'notYet', 'none'],
  ] as const)('%s with gate G6 %s is %s: only the readiness gate makes it ready', (verdict, g6, word) => {
    expect(readyWord(judged(verdict, g6))).toBe(word);
  });
});
