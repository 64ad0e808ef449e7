/** A ladder as data: what templates carry, exercises copy and the standing agency may change. */
import { z } from 'zod';
import { text } from '../text.ts';
import { LocalDate } from '../time.ts';

/** Whom a rung tells: the body whose turn it is, its head, the standing agency, the board's head, the superior's head. */
export const AUDIENCES = ['owner', 'head', 'agency', 'board', 'superior'] as const;
export const Audience = z.enum(AUDIENCES);
export type Audience = z.infer<typeof Audience>;

export const Rung = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-zA-Z0-9]{0,19}$/),
    days: z.int().min(-60).max(60).meta({ description: 'Working days from the deadline; negative: before it' }),
    audience: Audience,
    daily: z.boolean().default(false).meta({ description: 'Again on every working day from then on' }),
  })
  .readonly()
  .meta({ id: 'Rung' });
export type Rung = z.infer<typeof Rung>;

/** Its form only; `checkLadder` says whether it can be climbed. */
export const Ladder = z
  .strictObject({
    hour: z.int().min(0).max(23).meta({ description: 'Hour of the day in Vietnam at which rungs sound' }),
    rungs: z.array(Rung).min(1).max(20).readonly(),
    quiet: z
      .array(z.strictObject({ from: LocalDate, to: LocalDate, reason: text(120) }).readonly())
      .max(50)
      .readonly()
      .meta({ description: 'Days on which nothing sounds; rungs move to the next working morning' }),
    undecidedAfter: z.int().min(1).max(60).optional().meta({
      description:
        'Working days after which the steering board is reminded, every working morning, of a request for more time that it has not decided; absent: never',
    }),
  })
  .readonly()
  .meta({ id: 'Ladder' });
export type Ladder = z.infer<typeof Ladder>;

/** Name of the rung that reminds the steering board of an undecided request; no ladder may use it for another. */
export const UNDECIDED = 'undecided';

/** Name of the rung on which an urging by hand stands; no ladder may use it for another. */
export const URGED = 'urged';

/** The ladder of an undecided request, counted from the day it was asked on; null when the board is not reminded. */
export const undecidedLadder = ({ hour, quiet, undecidedAfter }: Ladder): Ladder | null =>
  undecidedAfter === undefined
    ? null
    : { hour, quiet, rungs: [{ id: UNDECIDED, days: undecidedAfter, audience: 'board', daily: true }] };

/** 7, 3 and 1 working days before, every working day after, the head one day late, the board's head three days late. */
export const DEFAULT_LADDER: Ladder = {
  hour: 8,
  rungs: [
    { id: 'before7', days: -7, audience: 'owner', daily: false },
    { id: 'before3', days: -3, audience: 'owner', daily: false },
    { id: 'before1', days: -1, audience: 'owner', daily: false },
    { id: 'overdue', days: 1, audience: 'owner', daily: true },
    { id: 'head', days: 1, audience: 'head', daily: false },
    { id: 'board', days: 3, audience: 'board', daily: false },
  ],
  quiet: [],
  undecidedAfter: 2,
};
