/**
 * Imports whose rows become commands of one stream. The check decides them one after the other on a copy of the stream; what is
 * carried out goes the way of every command, under ids made of the import and the rows.
 */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Rejection, type RejectionBody } from '../../domain/rejection.ts';
import type { StreamId } from '../../domain/streams.ts';
import type { Envelope } from '../../workflows/contract.ts';
import type { ApiDeps } from '../deps.ts';
import { calledNow } from '../queries/names.ts';
import { createWorld, run, type World } from '../queries/world.ts';
import type { Column } from './columns.ts';
import { RowFault, refusedRow } from './faults.ts';
import {
  type Asked,
  type Bad,
  type Carrier,
  type Job,
  metaOf,
  type RowRead,
  type Taken,
  type TakeRows,
} from './kind.ts';

type Command = { readonly type: string; readonly [field: string]: unknown };

/** One act of some rows: one command, or several that belong together. */
export interface Act {
  readonly rows: readonly Asked[];
  readonly commands: readonly Command[];
}

export interface CommandKind {
  readonly columns: readonly Column[];
  readonly stream: (job: Job) => StreamId;
  /** Says of a row what it asks for, checked by itself; that throws `RowFault`. */
  readonly reader: (deps: ApiDeps, job: Job) => Promise<(row: RowRead) => unknown>;
  /** The acts of some rows, in their order. */
  readonly acts: (job: Job, rows: readonly Asked[]) => readonly Act[];
  /** All rows as one act; where it is missing, the acts as a batch. */
  readonly whole?: (job: Job, rows: readonly Asked[]) => Command | null;
}

const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
};

/** The same rows of the same import are always the same command. */
export const commandIdOf = (job: Job, rows: readonly Asked[]): string =>
  uuidOf(`import ${job.id} ${rows[0]?.row ?? 0}-${rows.at(-1)?.row ?? 0}`);

const commandOf = ([first, ...rest]: readonly Command[]): Command => {
  if (!first) throw new Error('an act without a command');
  return rest.length === 0 ? first : { type: 'Batch', commands: [first, ...rest] };
};

const halves = <T>(rows: readonly T[]): readonly (readonly T[])[] => {
  const middle = Math.ceil(rows.length / 2);
  return [rows.slice(0, middle), rows.slice(middle)];
};

/** Tries acts on the world; one that is refused is tried in halves until the rows are found that the rule means. */
const tryOut = async (
  kind: CommandKind,
  job: Job,
  world: World,
  rows: readonly Asked[],
): Promise<Map<number, Rejection>> => {
  const refused = new Map<number, Rejection>();
  for (const act of kind.acts(job, rows)) {
    try {
      await run(world, commandOf(act.commands), metaOf(job, kind.stream(job), 'check'));
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      const [only, ...others] = act.rows;
      if (only && others.length === 0) refused.set(only.row, error);
      else
        for (const half of halves(act.rows))
          for (const [row, why] of await tryOut(kind, job, world, half)) refused.set(row, why);
    }
  }
  return refused;
};

/** How the rows of a kind are taken: by themselves first, then by the rules of their stream. */
export const openCommands =
  (kind: CommandKind) =>
  async (deps: ApiDeps, job: Job): Promise<TakeRows> => {
    const world = createWorld(deps);
    const called = await calledNow(deps);
    const read = await kind.reader(deps, job);
    const fields = kind.columns.map(({ field }) => field);
    return async (rows) => {
      const taken = rows.map((row): Taken => {
        try {
          return { row: row.row, content: read(row) };
        } catch (error) {
          if (error instanceof RowFault) return { row: row.row, problems: error.problems };
          throw error;
        }
      });
      const sound = taken.filter((each): each is Asked => 'content' in each);
      const refused = await tryOut(kind, job, world, sound);
      return taken.map((each) => {
        const why = refused.get(each.row);
        return why ? { row: each.row, problems: [refusedRow(why, fields, called)] } : each;
      });
    };
  };

/** Until the stream has answered; the same id is sent again as long as the engine is away. */
const send = async (deps: ApiDeps, envelope: Envelope, signal: AbortSignal): Promise<RejectionBody | null> => {
  for (let wait = 250; ; wait = Math.min(2 * wait, 10_000)) {
    const result = await deps.send(envelope);
    if (result.kind === 'accepted') return null;
    if (result.kind === 'rejected') return result.rejection;
    await delay(wait, undefined, { signal });
  }
};

const envelopeOf = (job: Job, stream: StreamId, rows: readonly Asked[], command: Command): Envelope => ({
  ...metaOf(job, stream, commandIdOf(job, rows)),
  command,
  origin: 'person',
});

/** Carries commands out; what a rule refuses of several rows is sent in halves, each under an id of its own. */
export const carryCommands = (kind: CommandKind): Carrier => {
  const fields = kind.columns.map(({ field }) => field);
  const refusedAll = async (deps: ApiDeps, rows: readonly Asked[], why: RejectionBody): Promise<Bad[]> => {
    const problem = refusedRow(why, fields, await calledNow(deps));
    return rows.map(({ row }) => ({ row, problems: [problem] }));
  };
  const some: Carrier['some'] = async (deps, job, rows) => {
    const bad: Bad[] = [];
    for (const act of kind.acts(job, rows)) {
      const why = await send(deps, envelopeOf(job, kind.stream(job), act.rows, commandOf(act.commands)), job.signal);
      if (!why) continue;
      if (act.rows.length === 1) bad.push(...(await refusedAll(deps, act.rows, why)));
      else for (const half of halves(act.rows)) bad.push(...(await some(deps, job, half)));
    }
    return bad;
  };
  return {
    some,
    all: async (deps, job, rows) => {
      const command = kind.whole?.(job, rows) ?? commandOf(kind.acts(job, rows).flatMap(({ commands }) => commands));
      const why = await send(
        deps,
        envelopeOf({ ...job, id: `${job.id} all` }, kind.stream(job), rows, command),
        job.signal,
      );
      return why ? refusedAll(deps, rows, why) : [];
    },
  };
};
