/** Answers about calendars that a person's own programs subscribe to. */
import { z } from 'zod';
import { BodyId } from '../../domain/people.ts';
import { list, RealInstant, Words } from './common.ts';

export const CalendarFeeds = z
  .object({
    feeds: list(
      z
        .object({
          id: z.string(),
          body: BodyId.nullable().meta({
            description: 'Null: every body in which I have a duty on the day of reading',
          }),
          bodyName: Words.nullable(),
          createdAt: RealInstant,
          lastReadAt: RealInstant.nullable().meta({ description: 'To the hour; null: never read' }),
        })
        .meta({ id: 'CalendarFeed' }),
    ),
  })
  .meta({ id: 'CalendarFeeds' });

export const CalendarFeedCreation = z
  .strictObject({
    body: BodyId.nullable().meta({ description: 'One of my bodies; null: all of them', examples: [null] }),
  })
  .meta({ id: 'CalendarFeedCreation' });

export const CalendarFeedMade = z
  .object({
    id: z.string(),
    url: z.url().meta({
      description: 'For calendar programs; told here and nowhere else. Whoever knows it reads this calendar',
      examples: ['http://127.0.0.1:8080/api/v1/feeds/2f6c….ics'],
    }),
  })
  .meta({ id: 'CalendarFeedMade' });
