/** What the board, the leader's verdict and the log work out by themselves. */
import { describe, expect, test } from '@jest/globals';
import type { Schemas } from '../../web/client/http.ts';
import { differencesOf as changesOf, type Standing } from '../../web/pages/exercise/history/differences.ts';
import { entriesShown, kindOf, pageOf } from '../../web/pages/exercise/history/entries.ts';
import { blockedGates, inOrder, reasonsOf } from '../../web/pages/home/leadership/reasons.ts';
import { countTurns, differencesOf, type Row, rowsShown, stripOf } from '../../web/pages/readiness/board.ts';
import { placeAfter } from '../../web/pages/readiness/grid-keys.ts';

const label = (vi: string) => ({ vi, en: vi });
const row = (id: string, change: Partial<Row> = {}): Row => ({
  ...{ id, orgUnit: id, unitName: label(id), type: 'communeCombatExercise', cluster: null, parentId: null },
  ...{ theme: `Diễn tập ${id}`, codeName: null, isPilot: false, phase: 'preparing', phaseLabel: label('') },
  ...{ startDate: '2027-04-20', workingDaysLeft: 30, verdict: 'green', reasons: 0, worst: 1_000_000 },
  ...{ reason: null, ratio: null, cells: [] },
  ...change,
});
const cell = (gate: 'G3' | 'G4', state: Row['cells'][number]['state']): Row['cells'][number] => ({
  ...{ gate, state, date: null, open: 0, first: null },
});
const all = { order: 'worst', onlyBlocked: false, cluster: undefined, sought: '' } as const;

describe('the board', () => {
  const rows = [
    row('an-son', { unitName: label('phường An Sơn') }),
    row('dai-loc', { unitName: label('xã Đại Lộc'), verdict: 'red', worst: 3_001_000 }),
    row('tam-ky', { unitName: label('Tam Kỳ'), verdict: 'amber', worst: 2_001_000, codeName: 'DT-22' }),
  ];
  const ids = (filter: object): string[] => rowsShown(rows, { ...all, ...filter }).map(({ id }) => id);

  test('stands with the worst first, by name, or with those blocked only', () => {
    expect(ids({})).toEqual(['dai-loc', 'tam-ky', 'an-son']);
    expect(ids({ order: 'name' })).toEqual(['an-son', 'tam-ky', 'dai-loc']);
    expect(ids({ onlyBlocked: true })).toEqual(['dai-loc']);
  });

  test('is searched without accents, by unit and code name', () => {
    expect(ids({ sought: 'dai loc' })).toEqual(['dai-loc']);
    expect(ids({ sought: 'đt-22' })).toEqual(['tam-ky']);
    expect(ids({ sought: 'xã' })).toEqual(['dai-loc']);
  });

  test('compared with another day it tells who got better and worse, and what each changed cell was', () => {
    const before = [
      row('an-son', { verdict: 'red', cells: [cell('G3', 'red'), cell('G4', 'ahead')] }),
      row('dai-loc', { cells: [cell('G3', 'passed')] }),
    ];
    const after = [
      row('an-son', { verdict: 'amber', cells: [cell('G3', 'passed'), cell('G4', 'amber')] }),
      row('dai-loc', { verdict: 'red', cells: [cell('G3', 'passed')] }),
      row('tam-ky'),
    ];
    const found = differencesOf(before, after);
    expect(countTurns(found)).toEqual({ better: 1, worse: 1 });
    expect([...(found.get('an-son')?.cells ?? [])]).toEqual([
      ['G3', { turn: 'better', was: 'red' }],
      ['G4', { turn: 'worse', was: 'ahead' }],
    ]);
    expect(found.get('dai-loc')?.cells.size).toBe(0);
    expect(found.get('tam-ky')).toMatchObject({ isNew: true, verdict: null });
  });

  test('the strip of an exercise ends on the day shown', () => {
    const days = ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07'];
    expect(stripOf('ngar', days, '2027-01-07', 3)).toBe('gar');
    expect(stripOf('ngar', days, '2027-01-05', 3)).toBe('ng');
    expect(stripOf('ngar', days, '2027-01-02', 3)).toBe('');
  });

  test('the keys move within the grid and never out of it', () => {
    const size = { rows: 30, columns: 11 };
    const to = (row: number, column: number, key: string, ctrlKey = false) =>
      placeAfter({ row, column }, { key, ctrlKey }, size);
    expect(to(0, 0, 'ArrowUp')).toEqual({ row: 0, column: 0 });
    expect(to(4, 4, 'End')).toEqual({ row: 4, column: 10 });
    expect(to(4, 4, 'Home', true)).toEqual({ row: 0, column: 0 });
    expect(to(25, 2, 'PageDown')).toEqual({ row: 29, column: 2 });
    expect(to(4, 4, 'a')).toBeNull();
  });
});

describe("the leader's verdict", () => {
  const task = (code: string, change: object = {}) =>
    ({ code, after: [], due: '2027-03-01', status: 'open', ...change }) as unknown as Schemas['Task']; // what the reasons look at
  const reason = (change: object) =>
    ({ gate: null, open: [], bodies: [], date: '2027-03-05', ...change }) as unknown as Schemas['ReadinessReason'];
  const file = (...reasons: Schemas['ReadinessReason'][]) =>
    ({ readiness: { reasons }, gates: [] }) as unknown as Parameters<typeof reasonsOf>[0];

  test('names each task once, what blocks a gate before what is only late', () => {
    const reasons = reasonsOf(
      file(
        reason({ kind: 'gate-near', gate: 'G5', task: 'C34', open: ['C31', 'C32'] }),
        reason({ kind: 'task-late', task: 'C32' }),
        reason({ kind: 'task-late', task: 'C20' }),
      ),
      [task('C20'), task('C21', { after: ['C20'], due: '2027-03-09' }), task('C31'), task('C32'), task('C34')],
    );
    expect(reasons.map(({ task: { code }, blocks }) => [code, blocks])).toEqual([
      ['C31', { kind: 'gate', code: 'G5', date: '2027-03-05' }],
      ['C32', { kind: 'gate', code: 'G5', date: '2027-03-05' }],
      ['C20', { kind: 'task', code: 'C21', date: '2027-03-09' }],
    ]);
    expect(blockedGates(reasons)).toEqual({ gates: ['G5'], tasks: 2 });
  });

  test('speaks first of what runs, then of the own exercise that opens soonest, never of one that rests', () => {
    const rows = [
      row('commune', { parentId: 'city' as Row['parentId'], workingDaysLeft: 3 }),
      row('later', { orgUnit: 'tam-ky', workingDaysLeft: 90 }),
      row('city', { orgUnit: 'tam-ky', workingDaysLeft: 20 }),
      row('closed', { orgUnit: 'tam-ky', phase: 'closed', workingDaysLeft: 1 }),
      row('running', { orgUnit: 'tam-ky', phase: 'running', workingDaysLeft: 0 }),
    ];
    expect(inOrder(rows, 'tam-ky').map(({ id }) => id)).toEqual(['running', 'city', 'later', 'commune']);
  });
});

describe('the log', () => {
  const entry = (version: number, type: string, body = 'tam-ky.SA') =>
    ({ version, type, by: { body } }) as unknown as Schemas['HistoryEvent'];

  test('every kind of event has its place among the filters', () => {
    const kinds = {
      TaskReminded: 'reminders',
      TaskSubmitted: 'tasks',
      ExtensionRequested: 'more',
      GatePassed: 'gates',
      PaperEntered: 'papers',
      ExerciseRescheduled: 'plan',
      IssueRaised: 'rehearsals',
      StageStarted: 'run',
      CheckedIn: 'muster',
      OrdersIssued: 'muster',
      ScoreRecorded: 'review',
      ActionReminded: 'reminders',
      YearEntered: 'other',
    };
    for (const [type, kind] of Object.entries(kinds)) expect([type, kindOf({ type })]).toEqual([type, kind]);
  });

  test('stands latest first, by body and kind, with reminders hidden unless they are asked for', () => {
    const entries = [entry(1, 'TaskStarted', 'tam-ky.POL'), entry(2, 'TaskReminded'), entry(3, 'GatePassed')];
    const shown = (filter: object) =>
      entriesShown(entries, { body: undefined, kind: undefined, hideReminders: false, ...filter }).map(
        ({ version }) => version,
      );
    expect(shown({})).toEqual([3, 2, 1]);
    expect(shown({ hideReminders: true })).toEqual([3, 1]);
    expect(shown({ hideReminders: true, kind: 'reminders' })).toEqual([2]);
    expect(shown({ body: 'tam-ky.POL' })).toEqual([1]);
  });

  test('a page that does not exist is the nearest one', () => {
    const hundred = Array.from({ length: 101 }, (_, n) => n);
    expect(pageOf(hundred, 9)).toMatchObject({ page: 3, pages: 3, items: [100] });
    expect(pageOf(hundred, Number.NaN).page).toBe(1);
    expect(pageOf([], 1)).toEqual({ page: 1, pages: 1, items: [] });
  });

  test('two days differ in verdict, gates, and in what became of each task', () => {
    const task = (code: string, change: object = {}) => ({
      ...{ code, title: label(code), status: 'open', statusLabel: label('Chờ làm') },
      ...{ due: '2027-03-01', owner: 'tam-ky.POL', ownerName: label('Công an') },
      ...change,
    });
    const standing = (change: object = {}) =>
      ({
        ...{ verdict: label('Chậm'), phase: label('Đang chuẩn bị'), startDate: '2027-04-20', endDate: '2027-04-22' },
        ...{ ratio: { verified: 3, due: 4 }, gates: [], tasks: [task('C01'), task('C02'), task('C03')] },
        ...change,
      }) as unknown as Standing;
    const after = standing({
      verdict: label('Vướng'),
      tasks: [
        task('C01', { status: 'verified', statusLabel: label('Đã xác minh') }),
        task('C02', { due: '2027-03-08' }),
        task('C04'),
      ],
    });
    expect(changesOf(standing(), standing())).toEqual([]);
    expect(changesOf(standing(), after).map(({ what, subject }) => [what, subject?.code ?? ''])).toEqual([
      ['verdict', ''],
      ['status', 'C01'],
      ['due', 'C02'],
      ['added', 'C04'],
      ['dropped', 'C03'],
    ]);
  });
});
