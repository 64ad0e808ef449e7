/** What the report says of the preparation and the run, read from the exercise's own file. */
import { describe, expect, test } from '@jest/globals';
import { CALENDAR } from '../../../domain/calendar/index.ts';
import { exercise } from '../../../domain/exercise/index.ts';
import { reportOf } from '../../../domain/review/report.ts';
import { localDate } from '../../../domain/time.ts';
import { at, type Command, given, type Step, step } from '../../support/domain.ts';
import {
  CITY,
  cityThrough,
  DB,
  done,
  EARLY,
  paper,
  pass,
  plannedCity,
  resolution,
  runningCity,
  SA,
  SB,
  SB_MEMBER,
  submit,
} from '../exercise/season.ts';
import { file } from './case.ts';

const reported = (asOf: string, past: readonly Step[]) => {
  const city = given(exercise, CITY, past).state;
  const sources = { exercise: city, drill: null, review: file().state, calendar: CALENDAR };
  const report = reportOf(sources, localDate(asOf));
  if (!report) throw new Error('the review is open');
  return report;
};
const preparation = (asOf: string, ...more: Step[]) => reported(asOf, [...plannedCity, ...more]).preparation;
const counts = (asOf: string, ...more: Step[]) => {
  const { met, late, open, waived, extended, returned, tasks } = preparation(asOf, ...more);
  return { met, late, open, waived, extended, returned, tasks };
};
const lateness = (asOf: string, ...more: Step[]) =>
  preparation(asOf, ...more).lateTasks.map(({ task, verified, days }) => [task, verified, days]);

// C01 is due on Friday 4 December 2026, C02 on the 9th
const C01 = (when: string) => done('C01', at(when));
const more = (task: string, until: string): Step[] => [
  step(SA, EARLY, { type: 'RequestExtension', task, until, reason: 'chờ cấp trên' }),
  step(SB_MEMBER, EARLY, { type: 'DecideExtension', task, granted: true, reason: 'hợp lý' }),
];
const waive = step(SB, EARLY, { type: 'WaiveTask', task: 'C01', reason: 'cấp trên đã làm' });
const back = step(SB_MEMBER, EARLY, { type: 'ReturnTask', task: 'C01', reason: 'thiếu chữ ký' });
const NONE = { met: 0, late: 0, open: 40, waived: 0, extended: 0, returned: 0, tasks: 40 };

describe('deadlines in the report', () => {
  test('count each task once: met, late, open or waived; extended and returned beside it', () => {
    const cases: [string, Step[], object][] = [
      ['nothing done', [], {}],
      ['verified early', C01('2026-12-03'), { met: 1, open: 39 }],
      ['verified on the day', C01('2026-12-04'), { met: 1, open: 39 }],
      ['verified a working day later', C01('2026-12-07'), { late: 1, open: 39 }],
      ['submitted, not verified', [step(SA, EARLY, submit('C01'))], {}],
      ['waived', [waive], { waived: 1, open: 39 }],
      ['met by an extension', [...more('C01', '2026-12-08'), ...C01('2026-12-08')], { met: 1, open: 39, extended: 1 }],
      [
        'late in spite of one',
        [...more('C01', '2026-12-08'), ...C01('2026-12-09')],
        { late: 1, open: 39, extended: 1 },
      ],
      ['returned', [step(SA, EARLY, submit('C01')), back], { returned: 1 }],
      [
        'returned, then verified',
        [step(SA, EARLY, submit('C01')), back, ...C01('2026-12-03')],
        { met: 1, open: 39, returned: 1 },
      ],
    ];
    for (const [name, steps, want] of cases)
      expect([name, counts('2026-12-04', ...steps)]).toEqual([name, { ...NONE, ...want }]);
  });

  test('list what is late: verified too late, or still open after its day; not what was waived', () => {
    expect(lateness('2026-12-04')).toEqual([]);
    expect(lateness('2026-12-07')).toEqual([['C01', null, 1]]);
    expect(lateness('2026-12-11', ...C01('2026-12-04'))).toEqual([['C02', null, 2]]);
    expect(lateness('2026-12-11', ...C01('2026-12-08'))).toEqual([
      ['C01', '2026-12-08', 2],
      ['C02', null, 2],
    ]);
    expect(lateness('2026-12-07', waive)).toEqual([]);
    expect(lateness('2026-12-08', ...more('C01', '2026-12-08'))).toEqual([]);
  });

  test('name a late task with its owner, its first deadline and the one in force', () => {
    expect(preparation('2026-12-09', ...more('C01', '2026-12-07')).lateTasks).toEqual([
      {
        task: 'C01',
        titleVi: 'Tiếp nhận chỉ thị, nhiệm vụ diễn tập',
        titleEn: 'Receive the directive and the exercise task',
        owner: 'tam-ky.SA',
        firstDue: '2026-12-04',
        due: '2026-12-07',
        verified: null,
        days: 2,
      },
    ]);
  });

  test('give no number of days in a year without a calendar table', () => {
    expect(lateness('2099-01-05').slice(0, 1)).toEqual([['C01', null, null]]);
  });
});

describe('gates in the report', () => {
  test('have the day on which they were passed, and what an override stood on', () => {
    const override = { reason: 'kịp Tết', basis: '15/TB-BTV' };
    const { gates } = preparation(
      '2027-01-04',
      ...C01('2026-12-03'),
      ...done('C02', at('2026-12-03')),
      step(SB, at('2026-12-04', 23), pass('G0')),
      step(SA, at('2026-12-04', 23), resolution),
      ...done('C03', at('2026-12-07')),
      step(SB, at('2026-12-08'), pass('G1', { override })),
    );
    expect(gates.slice(0, 3)).toEqual([
      { gate: 'G0', passed: '2026-12-04', override: null },
      { gate: 'G1', passed: '2026-12-08', override: { ...override, blockers: ['C04'] } },
      { gate: 'G2', passed: null, override: null },
    ]);
    expect(gates).toHaveLength(10);
  });
});

describe('papers and money in the report', () => {
  const enter = (type: string, number: string, more: object = {}): Step =>
    step(SA, EARLY, { type, paper: { ...paper(number), issuer: 'UBND thành phố' }, ...more } as Command);
  const entered = [
    ...cityThrough('G2'),
    enter('ApproveIntent', '07/YĐ-BCĐ'),
    enter('IssuePlan', '08/KH-UBND'),
    enter('ApproveBudget', '11/QĐ-UBND', { amount: 850_000_000 }),
    enter('RegisterDirective', '01/CT-QK5'),
  ];

  test('are all that are on file, in the order of the chain of authority', () => {
    const { general, annexes } = reported('2027-01-04', entered);
    expect(general.papers.map(({ paper: slot, number }) => [slot, number])).toEqual([
      ['directive', '01/CT-QK5'],
      ['resolution', '12-NQ/ĐUQS'],
      ['steering', '05/QĐ-UBND'],
      ['organising', '05/QĐ-UBND'],
      ['directing', '05/QĐ-UBND'],
      ['support', '05/QĐ-UBND'],
      ['frame', '06/QĐ-BCĐ'],
      ['intent', '07/YĐ-BCĐ'],
      ['plan', '08/KH-UBND'],
      ['budget', '11/QĐ-UBND'],
    ]);
    expect(general.papers.at(-1)).toEqual({
      paper: 'budget',
      number: '11/QĐ-UBND',
      date: '2026-10-05',
      issuer: 'UBND thành phố',
    });
    expect(annexes.money).toEqual([{ paper: 'budget', number: '11/QĐ-UBND', date: '2026-10-05', amount: 850_000_000 }]);
  });

  test('are none while none was entered', () => {
    const { general, annexes } = reported('2026-12-04', plannedCity);
    expect([general.papers, annexes.money, general.frameStrength]).toEqual([[], [], 0]);
  });
});

describe('the run in the report', () => {
  const start = (stage: number, hour: number, note?: string) =>
    step(SB, at('2027-04-20', hour), { type: 'StartStage', stage, ...(note ? { note } : {}) });
  const saw = (n: number, hour: number, minute = 0) =>
    step(DB, at('2027-04-20', 16), {
      type: 'RecordObservation',
      observation: `QS-${n}`,
      seenAt: at('2027-04-20', hour, minute),
      text: 'báo cáo kịp thời',
    });

  test('has each stage with its start, its note, and how much was seen before the next began', () => {
    const { stages } = reported('2027-04-20', [
      ...runningCity,
      start(1, 8, 'đúng giờ'),
      start(2, 10),
      start(3, 13),
      saw(1, 7, 30),
      saw(2, 8),
      saw(3, 9, 59),
      saw(4, 10),
      saw(5, 13),
      saw(6, 14),
      saw(7, 16),
    ]);
    expect(stages).toEqual([
      { stage: 1, startedAt: at('2027-04-20', 8), note: 'đúng giờ', observations: 2 },
      { stage: 2, startedAt: at('2027-04-20', 10), note: null, observations: 1 },
      { stage: 3, startedAt: at('2027-04-20', 13), note: null, observations: 3 },
    ]);
    expect(reported('2027-04-20', runningCity).stages).toEqual([]);
  });
});
