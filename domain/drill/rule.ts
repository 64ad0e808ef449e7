/** What a drill is measured by: data that each authority changes (domain guide §6; what is not law is a template default). */
import { z } from 'zod';

const Percent = z.number().min(0).max(100);

/** By `hours` after the start hour H, at least `percent` of those ordered shall have come. */
export const Target = z.strictObject({ hours: z.number().positive().max(168), percent: Percent }).readonly();
export type Target = z.infer<typeof Target>;

export const DrillRule = z
  .strictObject({
    spare: z
      .strictObject({ atLeast: Percent, atMost: Percent })
      .readonly()
      .meta({ description: 'Spare over the establishment, in percent of it' }),
    excusedInDenominator: z.boolean().meta({ description: 'Whether an excused absence still counts as ordered' }),
    attendanceTarget: Percent.meta({ description: 'Attendance asked for, in percent' }),
    colours: z.strictObject({ green: Percent, amber: Percent }).readonly(),
    targets: z.array(Target).max(10).readonly().meta({ description: 'Arrivals asked for, by hours after H' }),
  })
  .readonly()
  .meta({ id: 'DrillRule' });
export type DrillRule = z.infer<typeof DrillRule>;

/** Spare 10–15 % by law; Tam Kỳ 2022 asked for 100 %; colours and hours are template defaults. */
export const DEFAULT_RULE: DrillRule = {
  spare: { atLeast: 10, atMost: 15 },
  excusedInDenominator: true,
  attendanceTarget: 100,
  colours: { green: 98, amber: 95 },
  targets: [
    { hours: 2, percent: 60 },
    { hours: 4, percent: 98 },
  ],
};

export type Colour = 'green' | 'amber' | 'red' | 'none';

/** `none` is "no data". */
export const colourOf = (percent: number | null, { colours }: DrillRule): Colour => {
  if (percent === null) return 'none';
  if (percent >= colours.green) return 'green';
  return percent >= colours.amber ? 'amber' : 'red';
};
