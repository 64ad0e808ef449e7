/** The task list without a page: groups, what comes next, which acts are offered, deadlines as a calendar file. */
import { describe, expect, test } from '@jest/globals';
import { actsFor, type Who, type Whole } from '../../web/pages/tasks/acts.ts';
import { deadlinesFile } from '../../web/pages/tasks/deadlines-file.ts';
import { type BodyTask, hasDue, inGroups, matches, nextTask, openCount } from '../../web/pages/tasks/groups.ts';

const task = (part: Partial<BodyTask>): BodyTask =>
  ({
    exercise: 'phuoc-hoa-2022',
    code: 'X15',
    title: { vi: 'Rà soát, phúc tra', en: 'Review' },
    group: 'upcoming',
    due: '2022-06-02',
    ...part,
  }) as BodyTask; // only what the list looks at

describe('the list', () => {
  const tasks = [
    task({ code: 'X20', group: 'waiting', due: '2022-06-24' }),
    task({ code: 'X15', group: 'upcoming', due: '2022-06-12' }),
    task({ code: 'X01', group: 'verified', due: '2022-03-31' }),
    task({ code: 'X14', group: 'submitted', due: '2022-05-31' }),
  ];

  test('groups stand in the order to work through them, empty ones are not there', () => {
    const mixed = [...tasks, task({ code: 'X13', group: 'returned' }), task({ code: 'X11', group: 'overdue' })];
    expect(inGroups(mixed).map(({ group }) => group)).toEqual([
      ...['returned', 'overdue', 'upcoming', 'waiting', 'submitted', 'verified'],
    ]);
  });

  test('when nothing is due it names the task that comes next', () => {
    expect(hasDue(tasks)).toBe(false);
    expect(nextTask(tasks)?.code).toBe('X15');
    expect(nextTask([task({ group: 'verified' })])).toBeNull();
  });

  test('what was handed in is not counted as open', () => {
    expect(openCount(tasks)).toBe(2);
  });

  test('search knows neither accents nor letter case', () => {
    expect(matches(task({}), { text: 'phuc tra' })).toBe(true);
    expect(matches(task({}), { text: 'x15' })).toBe(true);
    expect(matches(task({}), { text: 'y tế' })).toBe(false);
    expect(matches(task({}), { exercise: 'an-son-2022' })).toBe(false);
  });
});

describe('which acts are offered', () => {
  const CMC: Who = { body: 'phuoc-hoa.CMC', post: 'member', person: 'cmc-2' };
  const POL: Who = { body: 'phuoc-hoa.POL', post: 'member', person: 'pol-2' };
  const whole = (part: Partial<Whole['task']>, rest: Partial<Whole> = {}): Whole =>
    ({
      ...{ today: '2022-05-31', phase: 'preparing', reminders: [] },
      rights: {
        ...{ verify: ['phuoc-hoa.CMC', 'tam-ky.SA'], decideExtension: ['tam-ky.SB'] },
        ...{ waive: ['tam-ky.SB'], assign: ['phuoc-hoa.CMC'] },
      },
      task: {
        ...{ owner: 'phuoc-hoa.POL', holder: 'phuoc-hoa.POL', status: 'open', due: '2022-06-02', waitsOn: [] },
        ...{ person: null, accepted: null, startedBy: null, submissions: [], extension: null, referenceOnly: false },
        ...part,
      },
      ...rest,
    }) as Whole; // only what the rule looks at

  test('the owner takes, starts, then hands in', () => {
    const accepted = { person: 'pol-2', body: 'phuoc-hoa.POL', post: 'member' } as const;
    expect(actsFor(whole({}), POL).primary).toBe('accept');
    expect(actsFor(whole({ accepted }), POL).primary).toBe('start');
    expect(actsFor(whole({ accepted, status: 'started' }), POL).primary).toBe('submit');
    expect(actsFor(whole({ accepted, status: 'returned' }), POL).primary).toBe('submit');
    expect(actsFor(whole({ status: 'submitted' }), POL)).toMatchObject({ primary: null, mayRevise: true });
  });

  test('a task that waits is taken, not handed in', () => {
    expect(actsFor(whole({ status: 'waiting', waitsOn: ['X13'] }), POL)).toMatchObject({
      ...{ primary: 'accept', maySubmit: false },
    });
  });

  test('another body verifies or returns it', () => {
    expect(actsFor(whole({ status: 'submitted' }), CMC)).toMatchObject({ primary: 'verify', mayReturn: true });
  });

  test('who had a part in the work does not verify it, in whatever chair he sits now', () => {
    const submissions = [{ by: { person: 'cmc-2' } }] as unknown as Whole['task']['submissions']; // only who handed it in
    expect(actsFor(whole({ status: 'submitted', submissions }), CMC)).toMatchObject({ primary: null, hadPart: true });
  });

  test('a reminder of this deadline can be acknowledged by whose turn it is, before the deadline', () => {
    const reminder = {
      to: 'phuoc-hoa.POL',
      deadline: '2022-06-02',
      acknowledgedAt: null,
    } as Whole['reminders'][number];
    expect(actsFor(whole({}, { reminders: [reminder] }), POL).mayAcknowledge).toBe(true);
    expect(actsFor(whole({}, { reminders: [reminder] }), CMC).mayAcknowledge).toBe(false);
    expect(actsFor(whole({}, { reminders: [reminder], today: '2022-06-03' }), POL).mayAcknowledge).toBe(false);
    const known = { ...reminder, acknowledgedAt: '2022-05-30T01:00:00.000Z' };
    expect(actsFor(whole({}, { reminders: [known] }), POL).mayAcknowledge).toBe(false);
  });

  test.each(['closed', 'cancelled', 'postponed', 'draft'] as const)(
    'nothing is offered while the file is %s',
    (phase) => {
      expect(actsFor(whole({}, { phase }), POL)).toMatchObject({ primary: null, mayComment: false, isActive: false });
    },
  );

  test('nothing is offered on a past day', () => {
    expect(actsFor(whole({}), null).primary).toBeNull();
  });
});

describe('deadlines as a calendar file', () => {
  const due = { mark: 'ahead' as const, due: '2022-06-30' };
  const file = deadlinesFile(
    [
      task({ ...due, title: { vi: 'Kế hoạch bảo đảm hậu cần, kỹ thuật; y tế và an ninh trật tự', en: '' } }),
      task({ code: 'X01', mark: 'done' }),
    ],
    { stamp: '2022-05-31T01:30:00.000Z', language: 'vi' },
  );

  test('each open deadline is a whole day, what is done is left out', () => {
    expect(file).toContain('DTSTART;VALUE=DATE:20220630\r\nDTEND;VALUE=DATE:20220701');
    expect(file).toContain('DTSTAMP:20220531T013000Z');
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  test('no line is longer than 75 octets, and text survives the folding', () => {
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replace(/\r\n /g, '')).toContain(
      'SUMMARY:X15 Kế hoạch bảo đảm hậu cần\\, kỹ thuật\\; y tế và an ninh trật tự',
    );
  });
});
