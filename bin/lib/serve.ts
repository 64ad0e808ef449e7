/** The HTTP side of this process. */
import { buildApp } from '../../api/app.ts';
import type { ApiDeps, Readiness } from '../../api/deps.ts';
import type { Identify } from '../../api/signed-in.ts';
import type { SealKey } from '../../db/sealed/seal.ts';
import { commandStatus, sendCommand } from '../../workflows/send.ts';
import type { TemporalClient } from './engine.ts';
import type { Opened } from './store.ts';
import { VERSION } from './version.ts';

/** Milliseconds that a command may take before the caller is told to ask later. */
const ANSWER_WITHIN = 8_500;

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface Server {
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly opened: Opened;
  readonly temporal: TemporalClient;
  readonly address: Address;
  readonly identify: Identify;
  readonly readiness: () => Promise<Readiness>;
  /** Of named rosters; without it they are off. */
  readonly sealed?: SealKey | null;
}

/** Listens; throws Node's own error when the port is taken. */
export async function serve({ opened, temporal, address, identify, readiness, sealed }: ServeOptions): Promise<Server> {
  const { client } = temporal;
  const deps: ApiDeps = {
    db: opened.db,
    store: opened.store,
    clock: opened.clock.businessNow,
    send: (envelope) => sendCommand(client, envelope, { timeoutMs: ANSWER_WITHIN }),
    status: (stream, commandId) => commandStatus(client, stream, commandId, { timeoutMs: 2_000 }),
    identify,
    readiness,
    ...(sealed ? { sealed } : {}),
    version: VERSION,
  };
  const app = await buildApp(deps);
  const url = await app.listen({ host: address.host, port: address.port });
  return { url, close: () => app.close() };
}
