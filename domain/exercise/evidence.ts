/** What proves a task: a reference that finds the paper in an archive, never the paper itself. */
import { z } from 'zod';
import { text } from '../text.ts';
import { LocalDate } from '../time.ts';

export const Evidence = z
  .strictObject({
    number: text(60).meta({ description: 'Register number', example: '45/KH-CA' }),
    date: LocalDate,
    holder: text(120).meta({ description: 'Body that issued or keeps the paper' }),
    note: text(1000).optional(),
    counts: z.record(text(40), z.int().min(0).max(1_000_000)).optional(),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;
