/** The product as an office meets it: HTTP in front, real Temporal and PostgreSQL behind, and a clock that the test sets. */
import { randomUUID } from 'node:crypto';
import { buildApp } from '../../api/app.ts';
import { PATHS } from '../../api/routes/index.ts';
import { createRealEngine, throughTemporal } from '../../bin/lib/real-engine.ts';
import { type Actor, isSystem } from '../../domain/people.ts';
import { entityOf, kindOf, StreamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import { commandStatus, sendCommand } from '../../workflows/send.ts';
import type { Answer, Body } from './answer.ts';
import type { Command } from './domain.ts';
import { type Engine, startEngine } from './engine.ts';
import { actorNamed, headerActors } from './header-actors.ts';

type Told = Pick<Answer, 'status' | 'body'>;

export interface Office {
  readonly engine: Engine;
  /** Business time from now on. */
  setClock(at: Instant): void;
  /** Sends a command as `person@body` or `person@body:head` and gives whatever is answered. */
  tell(who: string, stream: string, command: Command): Promise<Told>;
  /** As `tell`; throws unless it was done. Waits until the streams that it moves have answered. */
  done(who: string, stream: string, command: Command): Promise<number>;
  /** The code with which a command is refused; throws when it is not. */
  refused(who: string, stream: string, command: Command): Promise<string>;
  preview(who: string, stream: string, command: Command): Promise<Body>;
  see(path: string, who?: string): Promise<Body>;
  post(who: string, path: string, body: object): Promise<Told>;
  /** Types of the events of a stream, in order. */
  history(stream: string): Promise<string[]>;
  /** Lets business time pass: every alarm due until then rings. */
  passTime(to: Instant): Promise<void>;
  close(): Promise<void>;
}

const headerOf = ({ person, body, post }: Actor): string => `${person}@${body}${post === 'head' ? ':head' : ''}`;

export async function openOffice(start: Instant): Promise<Office> {
  const engine = await startEngine();
  engine.clock.set({ held: true });
  let now = start;
  const app = await buildApp({
    db: engine.db,
    store: engine.store,
    send: (envelope) => sendCommand(engine.client, envelope, { timeoutMs: 9_000 }),
    status: (stream, id) => commandStatus(engine.client, stream, id, { timeoutMs: 1_000 }),
    clock: () => now,
    identify: headerActors,
    readiness: async () => ({ ok: true, parts: [] }),
    version: 'test',
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const ask = async (method: string, path: string, who: string, body?: object): Promise<Told> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'x-actor': who, 'x-csrf-token': 'test', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: await response.json() };
  };
  const addressOf = (stream: string): string => {
    const id = StreamId.parse(stream);
    return `/api/v1/${PATHS[kindOf(id)]}/${entityOf(id)}`;
  };
  const tell: Office['tell'] = (who, stream, command) =>
    ask('POST', `${addressOf(stream)}/commands`, who, { commandId: randomUUID(), ...command });
  /** People send over HTTP as themselves; the clock's own commands go straight to Temporal. */
  const real = createRealEngine(engine, async (envelope) => {
    const { stream, commandId, command, by } = envelope;
    if (isSystem(by)) return throughTemporal(engine.client)(envelope);
    const { status, body } = await ask('POST', `${addressOf(stream)}/commands`, headerOf(by), {
      commandId,
      ...command,
    });
    if (status !== 200) throw new Error(`${command.type}: ${status} ${JSON.stringify(body)}`);
    return { kind: 'accepted', version: body.version };
  });

  return {
    engine,
    setClock: (at) => {
      now = at;
    },
    tell,
    done: async (who, stream, command) => {
      const id = StreamId.parse(stream);
      const outcome = await real.send({ stream: id, commandId: randomUUID(), command, at: now, by: actorNamed(who) });
      if (outcome.kind === 'rejected') throw new Error(`${command.type}: ${outcome.rejection.code}`);
      return outcome.version;
    },
    refused: async (who, stream, command) => {
      const { status, body } = await tell(who, stream, command);
      if (status < 400 || status >= 500) throw new Error(`${command.type}: ${status} ${JSON.stringify(body)}`);
      return body.code;
    },
    preview: async (who, stream, command) => {
      const { status, body } = await ask('POST', `${addressOf(stream)}/preview`, who, command);
      if (status !== 200) throw new Error(`preview of ${command.type}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    see: async (path, who = 'ld-01@tam-ky.VIEW') => {
      const { status, body } = await ask('GET', path, who);
      if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    post: (who, path, body) => ask('POST', path, who, body),
    history: async (stream) => (await engine.events(stream)).map(({ type }) => type),
    passTime: async (to) => {
      now = to;
      await real.advanceTo(to);
    },
    close: async () => {
      await app.close();
      await engine.close();
    },
  };
}
