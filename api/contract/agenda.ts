/** Answers of the calendar on the wall: what falls on which day, of what the reader may see. */
import { z } from 'zod';
import { CalendarStatus } from '../../domain/calendar/index.ts';
import { BodyId, OrgUnitId } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import { LocalDate } from '../../domain/time.ts';
import { list, Moment, Words } from './common.ts';
import { PhaseShown, TASK_STATUSES, TaskShown } from './exercises.ts';

export const Agenda = z
  .object({
    ...Moment,
    from: LocalDate,
    to: LocalDate,
    days: list(z.object({ date: LocalDate, kind: z.enum(['off', 'madeUp']), status: CalendarStatus })).meta({
      description: 'Weekdays off and Saturdays worked, by date; years without a table are in `unknownYears`',
    }),
    unknownYears: list(z.int()),
    exercises: list(
      z.object({
        id: EntityId,
        theme: z.string(),
        codeName: z.string().nullable(),
        orgUnit: OrgUnitId,
        startDate: LocalDate,
        endDate: LocalDate,
        phase: PhaseShown,
        phaseLabel: Words,
      }),
    ).meta({ description: 'Exercises held within these days, by first day' }),
    deadlines: list(
      z
        .object({
          exercise: EntityId,
          theme: z.string(),
          unitName: Words.meta({ description: 'Of the locality that holds the exercise' }),
          code: z.string(),
          title: Words,
          owner: BodyId,
          ownerName: Words,
          isOwn: z.boolean().meta({ description: 'Owned by the body of the reader' }),
          isGateTask: z.boolean(),
          status: z.enum(TASK_STATUSES),
          mark: TaskShown.shape.mark,
          due: LocalDate,
        })
        .meta({ id: 'AgendaDeadline' }),
    ).meta({ description: 'By day, exercise and code' }),
  })
  .meta({ id: 'Agenda' });
