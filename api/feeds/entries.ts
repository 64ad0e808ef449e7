/** What stands in a calendar that somebody has subscribed to: his own deadlines, those of gates, and days of exercises. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../../domain/people.ts';
import type { EntityId } from '../../domain/streams.ts';
import { addDays, type LocalDate } from '../../domain/time.ts';
import type { Agenda } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { seerOf } from '../queries/access.ts';
import { agendaOf } from '../queries/agenda.ts';
import { type Moved, type Moves, movesOf } from '../queries/board/moves.ts';
import { timelinesOf } from '../queries/board/timelines.ts';
import { byText } from '../queries/order.ts';
import { momentOf } from '../queries/sources.ts';

type Shown = z.output<typeof Agenda>;
export type FeedDeadline = Shown['deadlines'][number] & { readonly moved: Moved };
export type FeedExercise = Shown['exercises'][number] & { readonly moved: Moved };

export interface FeedEntries {
  readonly deadlines: readonly FeedDeadline[];
  readonly exercises: readonly FeedExercise[];
}

/** Days behind and ahead of today that a subscribed calendar shows. */
const BEHIND = 92;
const AHEAD = 400;

const spanOf = (today: LocalDate) => ({ from: addDays(today, -BEHIND), to: addDays(today, AHEAD) });

const movesIn = async (deps: ApiDeps, ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, Moves>> => {
  const { rows } = await sql<{ readonly id: EntityId; readonly version: number }>`
    SELECT id, version FROM read.exercise WHERE id = ANY(${[...ids]}::text[])`.execute(deps.db);
  const timelines = await timelinesOf(deps, rows);
  return new Map([...timelines].map(([id, timeline]) => [id, movesOf(timeline)]));
};

const agendaAs = async (deps: ApiDeps, actor: Actor): Promise<Shown> => {
  const moment = momentOf(deps, undefined);
  return agendaOf(deps, spanOf(moment.today), moment, await seerOf(deps, actor));
};

/** Each once, whatever number of the actors' duties lead to it; rights are those of this moment. */
export const feedEntries = async (deps: ApiDeps, actors: readonly Actor[]): Promise<FeedEntries> => {
  const agendas: Shown[] = [];
  for (const actor of actors) agendas.push(await agendaAs(deps, actor));
  const deadlines = new Map(
    agendas
      .flatMap((agenda) => agenda.deadlines.filter(({ isOwn, isGateTask }) => isOwn || isGateTask))
      .sort((a, b) => Number(a.isOwn) - Number(b.isOwn)) // of two the owner's stays
      .map((deadline) => [`${deadline.exercise} ${deadline.code}`, deadline]),
  );
  const exercises = new Map(agendas.flatMap((agenda) => agenda.exercises).map((each) => [each.id, each]));
  const ids = new Set([...[...deadlines.values()].map(({ exercise }) => exercise), ...exercises.keys()]);
  const moves = await movesIn(deps, [...ids]);
  return {
    deadlines: [...deadlines.values()]
      .flatMap((deadline) => {
        const moved = moves.get(deadline.exercise)?.tasks.get(deadline.code);
        return moved ? [{ ...deadline, moved }] : [];
      })
      .sort(byText(({ due, exercise, code }) => `${due} ${exercise} ${code}`)),
    exercises: [...exercises.values()].flatMap((each) => {
      const moved = moves.get(each.id)?.exercise;
      return moved ? [{ ...each, moved }] : [];
    }),
  };
};
