/** What exercises that are not on file yet would come to: asked for before anything is written. */
import { z } from 'zod';
import { CalendarStatus } from '../../domain/calendar/index.ts';
import { OpeningCommand } from '../../domain/exercise/index.ts';
import { BodyCode, BodyId } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import { GateCode } from '../../domain/template/index.ts';
import { LocalDate } from '../../domain/time.ts';
import { list, Moment, ProblemBody, Words, WorkingDays } from './common.ts';
import { ClashShown } from './planning.ts';

const [Draft, Plan] = OpeningCommand.options;

export const PlansAsked = z
  .strictObject({
    plans: z
      .array(z.strictObject({ id: EntityId, draft: Draft.omit({ type: true }), plan: Plan.omit({ type: true }) }))
      .min(1)
      .max(40)
      .meta({ description: 'Each sees those before it as if they were on file' }),
  })
  .meta({ id: 'PlansAsked' });
export type PlansAsked = z.infer<typeof PlansAsked>;

const DayAsked = z.object({
  date: LocalDate,
  isWorkingDay: z.boolean().nullable().meta({ description: 'Null in a year without a table' }),
  isHoliday: z.boolean().meta({ description: 'A weekday off' }),
  tableStatus: CalendarStatus.nullable(),
});

const WouldBe = z
  .object({
    id: EntityId,
    onFile: z.enum(['none', 'draft', 'planned']).meta({ description: '`draft`: begun before, not planned' }),
    problem: ProblemBody.nullable().meta({ description: 'Why it would be refused as it stands' }),
    template: z.object({ id: z.string(), version: z.int(), name: Words }).nullable(),
    start: DayAsked,
    end: DayAsked,
    tasks: list(
      z
        .object({
          code: z.string(),
          title: Words,
          gate: GateCode,
          isGateTask: z.boolean(),
          offset: z.string(),
          owner: BodyId,
          ownerName: Words,
          ownerInForce: z.boolean().meta({ description: 'On the day of asking' }),
          due: LocalDate.nullable().meta({ description: 'Null where the year has no table' }),
          workingDaysLeft: WorkingDays,
        })
        .meta({ id: 'TaskWouldBe' }),
    ).meta({ description: 'In order of deadline' }),
    owners: list(
      z
        .object({ code: BodyCode, body: BodyId, name: Words, inForce: z.boolean(), tasks: z.int() })
        .meta({ id: 'OwnerWouldBe' }),
    ),
    clashes: list(ClashShown),
  })
  .meta({ id: 'PlanWouldBe' });
export type WouldBe = z.infer<typeof WouldBe>;

export const PlansWouldBe = z.object({ ...Moment, plans: list(WouldBe) }).meta({ id: 'PlansWouldBe' });
