/** Who waits for whom. */
import { z } from 'zod';
import { BodyId } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, Words } from './common.ts';

export const BlockedByShown = z
  .object({
    code: z.string(),
    title: Words,
    holder: BodyId,
    holderName: Words,
    since: Instant.meta({ description: 'Since when it lies with that body' }),
  })
  .meta({ id: 'BlockedBy', description: 'An open predecessor: who holds it, and since when' });

export const WaitsOnOthers = z
  .object({ exercise: EntityId, code: z.string(), title: Words, due: LocalDate, blockedBy: list(BlockedByShown) })
  .meta({ id: 'WaitsOnOthers', description: "A task of this body that waits for others' work" });
export const WaitsOnMe = z
  .object({
    exercise: EntityId,
    code: z.string(),
    title: Words,
    owner: BodyId,
    ownerName: Words,
    due: LocalDate,
    mine: list(z.string()).meta({ description: 'What it waits for that lies with this body, to be done or verified' }),
  })
  .meta({ id: 'WaitsOnMe', description: 'A task of another body that waits for this one' });
