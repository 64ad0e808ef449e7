/** Compressed runs: the deadlines before the opening drawn together to the working days that there are. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingDays, CALENDAR, formatOffset, neverBefore } from '../../../domain/calendar/index.ts';
import { type ExerciseState, exercise } from '../../../domain/exercise/index.ts';
import { COMMUNE_TEMPLATE, checkTemplate, compressionOf, drawnTogether } from '../../../domain/template/index.ts';
import { atHour, localDate } from '../../../domain/time.ts';
import { given, type Step, step } from '../../support/domain.ts';
import { CMC, COMMUNE, draftCity, draftCommune, SA } from '../exercise/season.ts';

const TODAY = localDate('2026-10-05');
const morning = atHour(TODAY, 9);
const drafted: readonly Step[] = [step(CMC, morning, draftCommune)];
const planIn = (workingDays: number, more: object = { compressed: true }) => {
  const startDate = addWorkingDays(CALENDAR, TODAY, workingDays);
  return { type: 'PlanExercise', startDate, endDate: startDate, ...more };
};
const run = (workingDays: number): ExerciseState =>
  given(exercise, COMMUNE, [...drafted, step(CMC, morning, planIn(workingDays))]).state;

describe('a compressed run', () => {
  test('of 25 working days still does everything, the last week as always', () => {
    const { tasks, compression } = run(25);
    expect(compression).toEqual({ available: 25, longest: 60, keepLast: 5 });
    const offsets = Object.values(tasks).map(({ code, offset }) => `${code} ${formatOffset(offset)}`);
    expect(offsets.slice(0, 6)).toEqual(['X01 T-25', 'X02 T-21', 'X03 T-20', 'X04 T-19', 'X05 T-17', 'X06 T-16']);
    expect(offsets.slice(17)).toEqual(['X18 T-6', 'X19 T-5', 'X20 T-2', 'X21 E', 'X22 E+1', 'X23 E+5', 'X24 E+15']);
    expect(tasks.X01).toMatchObject({ originalOffset: { anchor: 'T', days: -60 }, due: TODAY });
  });

  test('needs its working days; both numbers are told', () => {
    const commune = given(exercise, COMMUNE, drafted);
    commune.when(CMC, morning, planIn(24)).thenRefused('run-too-short', { available: 24, least: 25 });
    commune
      .when(CMC, morning, { ...planIn(1), startDate: '2026-10-01', endDate: '2026-10-30' })
      .thenRefused('run-too-short', {
        available: 0,
      });
    expect(run(25).phase).toBe('planned');
  });

  test('is not for a template without the rule, and without the flag nothing changes', () => {
    given(exercise, 'exercise/tam-ky-2027', [step(SA, morning, draftCity)])
      .when(SA, morning, planIn(60))
      .thenRefused('not-compressible', { id: 'city', version: 1 });
    const usual = given(exercise, COMMUNE, [...drafted, step(CMC, morning, planIn(24, {}))]).state;
    expect([usual.compression, usual.tasks.X01?.offset, usual.tasks.X01?.originalOffset]).toEqual([
      null,
      { anchor: 'T', days: -60 },
      null,
    ]);
  });

  test('of any length is never before today, never before a predecessor, and never later than usual', () => {
    const usual = COMMUNE_TEMPLATE.tasks;
    fc.assert(
      fc.property(fc.integer({ min: 25, max: 200 }), (length) => {
        const { tasks } = run(length);
        for (const row of usual) {
          const task = tasks[row.code];
          if (!task) throw new Error(`${row.code} is missing`);
          if (task.due < TODAY) throw new Error(`${row.code} fell due before today`);
          if (!neverBefore(row.due, task.offset)) throw new Error(`${row.code} is further away than usual`);
          if (length >= 60) expect(task.offset).toEqual(row.due);
          for (const code of row.after) {
            const before = tasks[code];
            if (!before || before.due > task.due || !neverBefore(before.offset, task.offset))
              throw new Error(`${row.code} falls due before ${code}`);
          }
        }
        const compressed = usual.map((row) => ({ ...row, due: tasks[row.code]?.offset ?? row.due }));
        expect(checkTemplate({ ...COMMUNE_TEMPLATE, tasks: compressed })).toEqual([]);
      }),
      { numRuns: 176 },
    );
  });

  test('of any template keeps the order, and different days stay different while there are days enough', () => {
    const offsets = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        offsets,
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 60 }),
        (days, available, keepLast) => {
          const sorted = [...days].sort((a, b) => a - b);
          const longest = sorted.at(-1) ?? 0;
          const draw = drawnTogether(
            sorted.map((n) => ({ anchor: 'T' as const, days: 0 - n })),
            { available, longest, keepLast },
          );
          const drawn = sorted.map((n) => 0 - draw({ anchor: 'T', days: 0 - n }).days);
          const keep = Math.min(keepLast, available);
          drawn.forEach((n, index) => {
            const usual = sorted[index] ?? 0;
            if (n > usual || n > Math.max(available, 0)) throw new Error(`${usual} became ${n} of ${available}`);
            if (usual <= keep && n !== usual) throw new Error(`${usual} is within the last ${keep} and moved to ${n}`);
            if (index > 0 && n < (drawn[index - 1] ?? 0)) throw new Error(`${usual} overtook the one before it`);
          });
          const far = sorted.filter((n) => n > keep).length;
          if (far <= available - keep && longest > available) expect(new Set(drawn).size).toBe(drawn.length);
        },
      ),
      { numRuns: 1000 },
    );
    expect(() => compressionOf({ ...COMMUNE_TEMPLATE, compressed: null }, 40)).toThrow('not-compressible');
  });
});
