/** PostgreSQL's data folder: made once, whole or not at all; and its password, drawn once. */
import { createHmac, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Env, type Log, MachineError, reason } from './errors.ts';
import { writeAtomic } from './files.ts';
import type { Programs } from './postgres-programs.ts';
import type { RunAs } from './postgres-user.ts';
import { run } from './run.ts';

export type Cluster = { data: string; adminPassword: string; appPassword: string };

const MAJOR = '18';

/** Makes the cluster when absent (UTF-8, locale C with Unicode case mapping, SCRAM). Throws `postgres-failed`. */
export async function openCluster(
  dataDir: string,
  programs: Programs,
  runAs: RunAs,
  env: Env,
  log: Log,
): Promise<Cluster> {
  const data = join(dataDir, 'postgres');
  const passwordFile = join(dataDir, 'postgres.password');
  const kept = existsSync(passwordFile) ? readFileSync(passwordFile, 'utf8').trim() : null;
  const adminPassword = kept ?? randomBytes(24).toString('hex');
  const keep = () => writeAtomic(passwordFile, `${adminPassword}\n`);
  if (!existsSync(data) || readdirSync(data).length === 0) {
    log('PostgreSQL: making the data folder …');
    if (kept === null) keep();
    await initialise(dataDir, data, adminPassword, programs, runAs, env);
  } else {
    checkMajor(data);
    if (kept === null) {
      await setPassword(data, adminPassword, programs, runAs, env);
      keep();
    }
  }
  // The application's password is derived, so one secret is kept and the application's URL does not reveal the superuser's.
  return { data, adminPassword, appPassword: createHmac('sha256', adminPassword).update('san_sang').digest('hex') };
}

const BESIDE = 'postgres.new';
const clearLeft = (dataDir: string): void => {
  for (const name of readdirSync(dataDir).filter((each) => each.startsWith(BESIDE))) {
    try {
      rmSync(join(dataDir, name), { recursive: true, force: true });
    } catch {
      // still being written to; the next start that makes a cluster clears it
    }
  }
};

/**
 * Built beside and renamed: a start that was killed half-way leaves nothing that looks like a cluster. Its `initdb` may still
 * be at work, so each start has a folder of its own; what others left is cleared as far as it lets itself be.
 */
async function initialise(
  dataDir: string,
  data: string,
  password: string,
  programs: Programs,
  runAs: RunAs,
  env: Env,
): Promise<void> {
  clearLeft(dataDir);
  const fresh = mkdtempSync(join(dataDir, BESIDE));
  const secret = `${fresh}.password`;
  try {
    writeFileSync(secret, `${password}\n`, { mode: 0o600 });
    if (runAs.owner) for (const path of [fresh, secret]) chownSync(path, runAs.owner.uid, runAs.owner.gid);
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const flags = [`--pgdata=${fresh}`, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, ...locale];
    const { command, args, ...ids } = runAs.call(programs.initdb, flags);
    const result = await run(command, args, { env, timeoutMs: 120_000, cwd: dataDir, ...ids });
    if (result.failure !== null) throw postgresFailed(`initdb: ${result.failure}`);
    rmSync(data, { recursive: true, force: true });
    renameSync(fresh, data);
  } finally {
    rmSync(secret, { force: true });
  }
}

/** The password file was lost: set the new one in single-user mode, where no password is asked. */
async function setPassword(data: string, password: string, programs: Programs, runAs: RunAs, env: Env): Promise<void> {
  const { command, args, ...ids } = runAs.call(programs.postgres, ['--single', '-D', data, 'postgres']);
  const input = `ALTER ROLE postgres PASSWORD '${password}'\n`;
  const result = await run(command, args, { env, timeoutMs: 120_000, cwd: data, input, ...ids });
  if (result.failure !== null) throw postgresFailed(`password: ${result.failure}`);
}

function checkMajor(data: string): void {
  let found: string;
  try {
    found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw postgresFailed(`${data} is not a PostgreSQL data folder (${reason(error)})`);
  }
  if (found !== MAJOR) throw postgresFailed(`${data} was made by PostgreSQL ${found}, this is PostgreSQL ${MAJOR}`);
}

export function postgresFailed(detail: string): MachineError {
  return new MachineError('postgres-failed', {
    exitCode: 3,
    messageVi: `PostgreSQL không khởi động được: ${detail} (hoặc đặt DATABASE_URL để dùng PostgreSQL có sẵn)`,
    messageEn: `PostgreSQL did not start: ${detail} (or set DATABASE_URL to use a PostgreSQL you have)`,
  });
}
