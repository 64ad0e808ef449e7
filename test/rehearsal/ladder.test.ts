/** The ladder of one late body, with its days counted here from the law, not by the domain's calendar. */
import { describe, expect, test } from '@jest/globals';
import { dayOf } from '../../domain/time.ts';
import { behaving, type Entry, entries, ofType, played, tamKy, tamKySeason } from './fixtures.ts';

/** Days off on weekdays in the spring of 2022: Hùng Kings (in lieu), 30 April and 1 May (in lieu). */
const OFF = new Set(['2022-04-11', '2022-05-02', '2022-05-03']);

const workingDays: string[] = [];
for (let day = Date.UTC(2022, 1, 7); day < Date.UTC(2022, 8, 1); day += 86_400_000) {
  const date = new Date(day);
  const text = date.toISOString().slice(0, 10);
  if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6 && !OFF.has(text)) workingDays.push(text);
}
/** The n-th working day after (before) a working day. */
const step = (from: string, n: number): string => workingDays[workingDays.indexOf(from) + n] ?? 'outside';

const rungsOf = (all: readonly Entry[], exercise: string, task: string): [string, string, string, string][] =>
  all.flatMap((entry) =>
    (entry.type === 'TaskReminded' || entry.type === 'TaskEscalated') &&
    entry.stream === `exercise/${exercise}` &&
    entry.task === task
      ? [[entry.rung, entry.at, entry.to, entry.post] as [string, string, string, string]]
      : [],
  );

const morning = (date: string): string => `${date}T01:00:00.000Z`; // 08:00 in Vietnam

const ladder = (due: string, police: string, late: number): [string, string, string, string][] => {
  const rungs: [string, string, string, string][] = [7, 3, 1].map((n) => [
    `before${n}`,
    morning(step(due, -n)),
    police,
    'member',
  ]);
  for (let day = 1; day <= late; day++) {
    rungs.push(['overdue', morning(step(due, day)), police, 'member']);
    if (day === 1) rungs.push(['head', morning(step(due, day)), police, 'head']);
    if (day === 3) rungs.push(['board', morning(step(due, day)), 'tam-ky.SB', 'head']);
  }
  return rungs;
};

const LATE = [{ body: 'POL' as const, days: 5 }];

describe('the police five working days late', () => {
  test.each([
    ['tam-ky-2022', 'C17', '2022-07-07', -45, 'tam-ky.POL'],
    ['tan-thanh-2022', 'X14', '2022-06-21', -20, 'tan-thanh.POL'],
    ['an-son-2022', 'X14', '2022-06-23', -20, 'an-son.POL'],
    ['phuoc-hoa-2022', 'X14', '2022-06-28', -20, 'phuoc-hoa.POL'],
  ] as const)(
    '%s %s gets exactly the ladder: 7, 3, 1 before, every working morning after, head +1, board +3',
    async (exercise, task, opening, offset, police) => {
      const engine = await played(tamKy(), { late: LATE });
      const due = step(opening, offset);
      expect(rungsOf(entries(engine), exercise, task)).toEqual(ladder(due, police, 5));
      const verified = ofType(engine, 'TaskVerified').find(
        (entry) => entry.stream === `exercise/${exercise}` && entry.task === task,
      );
      expect(verified && dayOf(verified.at)).toBe(step(due, 5));
    },
  );

  test('changes nothing for a body that does not wait on the police', async () => {
    const told = (all: readonly Entry[]) =>
      all.flatMap((entry) =>
        (entry.type === 'TaskReminded' || entry.type === 'TaskEscalated') &&
        entry.task !== 'C17' &&
        entry.task !== 'X14'
          ? [[entry.stream, entry.task, entry.rung, entry.at, entry.to]]
          : [],
      );
    expect(told(entries(await played(tamKy(), { late: LATE })))).toEqual(told(entries(await tamKySeason())));
  });

  test('for one exercise leaves the police of the others punctual', async () => {
    const [city] = tamKy().exercises;
    const engine = await played(tamKy(), { late: [{ body: 'POL', days: 5, ...(city ? { exercise: city.id } : {}) }] });
    const late = ofType(engine, 'TaskReminded').filter(({ rung }) => rung === 'overdue');
    expect(new Set(late.map(({ stream, task }) => `${stream} ${task}`))).toEqual(new Set(['exercise/tam-ky-2022 C17']));
  });

  test('a rule for a task outweighs the one for its body', async () => {
    const engine = await played(tamKy(), { late: [{ task: 'C17', days: 2 }, ...LATE] });
    const days = rungsOf(entries(engine), 'tam-ky-2022', 'C17').filter(([rung]) => rung === 'overdue');
    expect(days).toHaveLength(2);
  });

  test('a late predecessor makes its successors late, and their reminders say whom they wait for', async () => {
    const engine = await played(behaving(tamKy(), { late: [{ task: 'C21', days: 12, exercise: 'tam-ky-2022' }] }));
    const told = ofType(engine, 'TaskReminded').filter(({ task, rung }) => task === 'C23' && rung === 'overdue');
    expect(told.map(({ at }) => dayOf(at))).toEqual([1, 2, 3, 4].map((n) => step('2022-05-26', n)));
    expect(told.every(({ waitsOn }) => waitsOn.includes('C21'))).toBe(true);
  });
});
