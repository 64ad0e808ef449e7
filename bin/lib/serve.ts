/** The HTTP side of this process. */
import type { Accounts } from '../../accounts/index.ts';
import { buildApp } from '../../api/app.ts';
import type { ApiDelivery, ApiDeps, Readiness } from '../../api/deps.ts';
import type { FileService } from '../../api/files/service.ts';
import type { SealKey } from '../../db/sealed/seal.ts';
import { createRunner } from '../../planner/runner.ts';
import { commandStatus, sendCommand } from '../../workflows/send.ts';
import type { TemporalClient } from './engine.ts';
import { startFileHousekeeping } from './files.ts';
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
  readonly accounts: Accounts;
  readonly publicUrl?: string | undefined;
  readonly trustedProxies?: readonly string[];
  /** Folder of the built page. */
  readonly pageRoot?: string;
  readonly readiness: () => Promise<Readiness>;
  /** Evidence files; kept in order for as long as this process serves. */
  readonly files: FileService;
  /** Ways out of the house, for a test message; the worker does the sending. */
  readonly delivery: ApiDelivery;
  readonly say: (line: string) => void;
  /** Of named rosters; without it they are off. */
  readonly sealed?: SealKey | null;
}

/** Listens; throws Node's own error when the port is taken. */
export async function serve(options: ServeOptions): Promise<Server> {
  const { opened, temporal, address, accounts, publicUrl, trustedProxies = [], pageRoot, readiness, sealed } = options;
  const { files, delivery, say } = options;
  const { client } = temporal;
  const deps: ApiDeps = {
    db: opened.db,
    store: opened.store,
    clock: opened.clock.businessNow,
    send: (envelope) => sendCommand(client, envelope, { timeoutMs: ANSWER_WITHIN }),
    status: (stream, commandId) => commandStatus(client, stream, commandId, { timeoutMs: 2_000 }),
    identify: accounts.identify,
    accounts,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(trustedProxies.length > 0 ? { trustedProxies } : {}),
    ...(pageRoot === undefined ? {} : { pageRoot }),
    files,
    delivery,
    readiness,
    ...(sealed ? { sealed } : {}),
    version: VERSION,
  };
  const planner = createRunner(opened.db, say);
  const app = await buildApp({ ...deps, planner });
  const url = await app.listen({ host: address.host, port: address.port });
  const housekeeping = startFileHousekeeping(opened.db, files, say);
  return {
    url,
    close: async () => {
      await app.close();
      await planner.stop();
      await housekeeping.stop();
    },
  };
}
