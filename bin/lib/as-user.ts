/**
 * The API without a server, for who has the machine: what an operator does in bulk goes through the same addresses, policies and
 * rules as on the page, under the duty of an account that he names. Needs no password, because the database is his.
 */

import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { dutiesAt } from '../../accounts/duties.ts';
import { accountTables } from '../../accounts/index.ts';
import { userWith } from '../../accounts/user-store.ts';
import { buildApp } from '../../api/app.ts';
import { organisationNow } from '../../api/queries/names.ts';
import type { SignedIn } from '../../api/signed-in.ts';
import { commandStatus, sendCommand } from '../../workflows/send.ts';
import { openAccounts } from './accounts.ts';
import { attachEngine } from './attach.ts';
import { authSecretOf, ownAuthSecret } from './auth-secret.ts';
import { CliError } from './cli.ts';
import { connectTemporal, startWorker } from './engine.ts';
import { filesOf } from './files.ts';
import { createLifetime } from './lifetime.ts';
import { ownSealKey, sealKeyOf } from './seal-key.ts';
import { addressOf, dataDirOf } from './settings.ts';
import { type Opened, openStore } from './store.ts';
import { VERSION } from './version.ts';

const CSRF = 'command line';

/** Throws `CliError` for an account or a duty that there is not. */
const signedInAs = async (opened: Opened, userName: string, body: string | undefined): Promise<SignedIn> => {
  const db = accountTables(opened.db);
  const row = await db.selectFrom('accounts.user').select('id').where('username', '=', userName).executeTakeFirst();
  if (!row) throw new CliError(4, `Không có tài khoản ${userName}.`, `There is no account ${userName}.`);
  const user = await userWith(db, row.id);
  if (!user.isActive) throw new CliError(4, `Tài khoản ${userName} đã khóa.`, `The account ${userName} is closed.`);
  const duties = user.person
    ? dutiesAt(await organisationNow(opened), user.person, user.duties, opened.clock.businessNow())
    : [];
  const duty = body === undefined ? duties[0] : duties.find((each) => each.body === body);
  if (body !== undefined && !duty)
    throw new CliError(
      4,
      `${userName} không giữ nhiệm vụ ở ${body} hôm nay.`,
      `${userName} holds no duty in ${body} today.`,
    );
  const actor = duty && user.person ? { person: user.person, body: duty.body, post: duty.post } : null;
  // who has this machine has proved more than a password
  const session = { sessionId: CSRF, csrf: CSRF, mustChangePassword: false, isConfirmed: true };
  return { ...session, userId: user.id, actor, isAdmin: user.isAdmin };
};

export interface AsUser {
  readonly app: FastifyInstance;
  /** Headers of a request. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Runs `work` with the API at hand; everything that was started for it ends afterwards. */
export const asUser = async <T>(
  {
    user,
    body,
    say,
  }: { readonly user: string; readonly body: string | undefined; readonly say: (line: string) => void },
  work: (as: AsUser) => Promise<T>,
): Promise<T> => {
  const { env } = process;
  const life = createLifetime(say);
  try {
    const attached = await attachEngine(env, say);
    life.onStop(() => attached.close());
    const opened = await openStore(attached.databaseUrl, 'san-sang cli');
    life.onStop(() => opened.db.destroy());
    const signedIn = await signedInAs(opened, user, body);
    const engine = { address: attached.temporalAddress, namespace: attached.namespace };
    const temporal = await connectTemporal(engine).catch(() => {
      throw new CliError(
        3,
        `Temporal ở ${engine.address} không trả lời (TEMPORAL_ADDRESS).`,
        `Temporal at ${engine.address} does not answer (TEMPORAL_ADDRESS).`,
      );
    });
    life.onStop(() => temporal.close());
    const dataDir = dataDirOf(env);
    const isOwn = !env.DATABASE_URL;
    if (attached.isOwn) {
      const worker = await startWorker(temporal, opened, join(dataDir, 'cache'));
      life.onStop(() => worker.stop());
    }
    const { accounts, close } = openAccounts({
      ...{ env, opened, databaseUrl: attached.databaseUrl, address: addressOf(env), say },
      secret: isOwn ? ownAuthSecret(env, dataDir) : authSecretOf(env),
      sample: () => opened.sample,
    });
    life.onStop(close);
    const sealed = isOwn ? ownSealKey(env, dataDir) : sealKeyOf(env);
    const app = await buildApp({
      ...{
        db: opened.db,
        store: opened.store,
        clock: opened.clock.businessNow,
        accounts,
        files: filesOf(env, dataDir),
      },
      send: (envelope) => sendCommand(temporal.client, envelope, { timeoutMs: 8_500 }),
      status: (stream, commandId) => commandStatus(temporal.client, stream, commandId, { timeoutMs: 2_000 }),
      identify: async () => signedIn,
      readiness: async () => ({ ok: true, parts: [] }),
      ...(sealed ? { sealed } : {}),
      version: VERSION,
    });
    life.onStop(() => app.close());
    await app.ready();
    return await work({ app, headers: { 'x-csrf-token': CSRF } });
  } finally {
    await life.stop();
  }
};

interface ProblemShown {
  readonly status: number;
  readonly messages: {
    readonly vi: { readonly what: string; readonly who: string };
    readonly en: { readonly what: string; readonly who: string };
  };
}

/** A refusal of the API as one of the command line. */
export const refusedBy = (body: string): CliError => {
  const { messages } = JSON.parse(body) as ProblemShown; // of the contract
  const said = ({ what, who }: ProblemShown['messages']['vi']): string => `${what} ${who}`;
  return new CliError(4, said(messages.vi), said(messages.en));
};
