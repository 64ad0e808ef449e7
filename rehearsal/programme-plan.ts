/**
 * The plan of programmes: who did what on which day, as the very commands of the product, and the figures that were
 * published of it. Read from a file; refused with every fault named.
 */
import { z } from 'zod';
import { BodyId } from '../domain/people.ts';
import { Column, IndicatorCode } from '../domain/programme/codes.ts';
import { ProgrammeCommand } from '../domain/programme/index.ts';
import { VERDICTS } from '../domain/programme/state.ts';
import { EntityId } from '../domain/streams.ts';
import { text } from '../domain/text.ts';
import { LocalDate } from '../domain/time.ts';
import { PlanInvalid } from './plan.ts';
import { describeIssue } from './plan-faults.ts';
import { PlannedUnit } from './plan-shape.ts';

const Act = z.strictObject({
  on: LocalDate.meta({ description: 'Day on which it was done' }),
  programme: EntityId,
  by: BodyId,
  head: z.boolean().default(false).meta({ description: 'Done by the head of the body' }),
  do: ProgrammeCommand,
});

const Published = z.strictObject({
  programme: EntityId,
  indicator: IndicatorCode,
  column: Column,
  value: z.number(),
  text: z.string().meta({ description: 'The figure as it reads in Vietnamese' }),
  requirement: z.string().meta({ description: 'The target as it reads in Vietnamese' }),
  verdict: z.enum(VERDICTS),
});

export const ProgrammePlanShape = z.strictObject({
  $schema: z.string().optional(),
  name: EntityId,
  title: text(200),
  notes: z.array(text(1000)).default([]).meta({ description: 'Which data come from where' }),
  units: z.array(PlannedUnit).default([]),
  acts: z.array(Act).min(1),
  publishes: z.array(Published).default([]).meta({ description: 'Figures that have to come out of the events' }),
});
export type ProgrammePlan = z.infer<typeof ProgrammePlanShape>;

/** The plan that a file holds. Throws `PlanInvalid`, which names every fault by its path in the file. */
export const parseProgrammePlan = (data: unknown): ProgrammePlan => {
  const parsed = ProgrammePlanShape.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new PlanInvalid(parsed.error.issues.flatMap(describeIssue));
};
