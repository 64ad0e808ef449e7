/** Answers that do not depend on one exercise. */
import type { z } from 'zod';
import { getInstallation } from '../../db/installation.ts';
import { BODIES } from '../../domain/labels/bodies.ts';
import { BODY_CODES } from '../../domain/people.ts';
import { dayOf } from '../../domain/time.ts';
import type { Bodies, Clock } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { words } from '../words.ts';

export const bodies = (): z.output<typeof Bodies> => ({
  bodies: BODY_CODES.map((code) => {
    const { vi, en } = BODIES[code];
    return { code, name: words(vi.name, en.name), head: words(vi.head, en.head) };
  }),
});

export const clockNow = async ({ db, clock }: ApiDeps): Promise<z.output<typeof Clock>> => {
  const { clockOffsetMs, sample } = await getInstallation(db);
  const now = clock();
  return { now, today: dayOf(now), isSampleClock: clockOffsetMs !== 0, offsetMs: clockOffsetMs, sample };
};
