/** What waits for somebody's decision, across all exercises that he sees whole. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { nextGate } from '../../../domain/exercise/index.ts';
import type { Actor } from '../../../domain/people.ts';
import { unresolvedClashes } from '../../../domain/planning/clashes.ts';
import { type EntityId, streamId } from '../../../domain/streams.ts';
import type { Decision, DecisionList } from '../../contract/index.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Seer } from '../access.ts';
import { listed } from '../board/listed.ts';
import { isWorkedOnIn, type Outline } from '../board/outline.ts';
import { outlinesNow } from '../board/outlines.ts';
import { calendarNow } from '../calendar.ts';
import { unitNameOn } from '../names.ts';
import { byText } from '../order.ts';
import { workingDaysTo } from '../readiness.ts';
import { exercisesNow, type FiledExercise, type Moment, someExercises, stateOf } from '../sources.ts';
import { gateDecision } from './gates.ts';
import { cityDecision, extensionDecisions } from './requests.ts';
import { scoreDecisions } from './scores.ts';
import type { Waiting } from './waiting.ts';

/** Only these files can hold a decision; the others need not be opened. */
const mayWait = ({ asked, phase, gates, tasks }: Outline): boolean => {
  if (asked) return true;
  const next = gates.find(({ passed }) => !passed);
  return isWorkedOnIn(phase) && next !== undefined && !tasks.some(({ gate, done }) => gate === next.code && !done);
};

/** Those under review by id: their points may be too far apart. */
const openReviews = async ({ db }: ApiDeps, ids: readonly EntityId[]): Promise<readonly EntityId[]> => {
  const { rows } = await sql<{ readonly id: EntityId }>`
    SELECT id FROM read.review WHERE phase = 'open' AND id = ANY(${ids})`.execute(db);
  return rows.map(({ id }) => id);
};

const inFile = async (
  filed: FiledExercise,
  actor: Actor,
  all: () => Promise<FiledExercise[]>,
): Promise<readonly Waiting[]> => {
  const others = nextGate(filed.state)?.code === 'G3' ? (await all()).filter(({ id }) => id !== filed.id) : [];
  const gate = gateDecision(filed, actor, others.length > 0 ? unresolvedClashes(filed, others) : []);
  const city = cityDecision(filed, actor);
  return [...(gate ? [gate] : []), ...extensionDecisions(filed, actor), ...(city ? [city] : [])];
};

/** Yours first, then by how long they wait. */
const order = byText<Decision>(({ yours, since, key }) => `${yours ? 0 : 1} ${since ?? '9'} ${key}`);

export const decisionList = async (
  deps: ApiDeps,
  moment: Moment,
  seer: Seer,
): Promise<z.output<typeof DecisionList>> => {
  const rows = (await listed(deps, seer)).filter(({ whole }) => whole);
  const [calendar, outlines] = await Promise.all([calendarNow(deps), outlinesNow(deps, rows)]);
  const ids = rows.map(({ id }) => id);
  const [files, reviews] = await Promise.all([
    someExercises(
      deps,
      [...outlines].filter(([, outline]) => mayWait(outline)).map(([id]) => id),
      null,
    ),
    openReviews(deps, ids),
  ]);
  let read: Promise<FiledExercise[]> | undefined;
  const all = (): Promise<FiledExercise[]> => {
    read ??= exercisesNow(deps);
    return read;
  };
  const { actor } = seer.subject;
  const found: (readonly [EntityId, 'exercise' | 'review', Waiting])[] = [];
  for (const filed of files)
    for (const each of await inFile(filed, actor, all)) found.push([filed.id, 'exercise', each]);
  for (const id of reviews)
    for (const each of scoreDecisions(await stateOf(deps, 'review', id, null), actor)) found.push([id, 'review', each]);
  const known = new Map(rows.map((row) => [row.id, row]));
  const decisions = found.flatMap(([exercise, kind, waiting]): Decision[] => {
    const row = known.get(exercise);
    if (!row) return [];
    return [
      {
        key: `${streamId(kind, exercise)}/${waiting.kind}/${waiting.subject}`,
        exercise,
        theme: row.theme,
        orgUnit: row.orgUnit,
        unitName: unitNameOn(seer.org, row.orgUnit, moment.today),
        workingDaysLeft: workingDaysTo(calendar, waiting.due, moment.today),
        extension: null,
        score: null,
        city: null,
        ...waiting,
      },
    ];
  });
  return { ...moment, decisions: decisions.sort(order) };
};
