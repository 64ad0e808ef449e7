/** The board of readiness: every exercise that somebody sees, with verdict and reasons. */
import type { z } from 'zod';
import type { Readiness } from '../../domain/exercise/index.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { ReadinessBoard, ReadinessShown } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { ownReadiness } from '../own/exercise.ts';
import { ownNow } from '../own/tasks.ts';
import type { Asker } from '../policy.ts';
import { reachOfAll, rowsFor } from './access.ts';
import { calendarNow } from './calendar.ts';
import { judge, readinessView, summaryView } from './readiness.ts';
import { allExercises, type Moment } from './sources.ts';

/** By id; where he sees only his own part, with the reasons that lie with his body. */
export const readinessBoard = async (
  deps: ApiDeps,
  moment: Moment,
  asker: Asker,
): Promise<z.output<typeof ReadinessBoard>> => {
  const counts = { green: 0, amber: 0, red: 0, none: 0 };
  const [calendar, filed, seen] = await Promise.all([
    calendarNow(deps, moment.asOf),
    allExercises(deps, moment.asOf, rowsFor(asker).seen),
    reachOfAll(deps, asker),
  ]);
  const shown = async (id: EntityId, readiness: Readiness): Promise<z.output<typeof ReadinessShown>> => {
    const own = await ownNow(deps, id, { ...asker, reach: seen.get(id) ?? 'none' });
    return own ? ownReadiness(readiness, own) : readinessView(readiness);
  };
  const rows = filed.map(async (each) => {
    const readiness = judge(calendar, each.state, moment.today);
    counts[readiness.verdict] += 1;
    return { ...summaryView(calendar, each, moment.today), readiness: await shown(each.id, readiness) };
  });
  const exercises = await Promise.all(rows);
  return { ...moment, counts, exercises };
};
