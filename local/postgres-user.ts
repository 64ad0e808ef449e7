/**
 * PostgreSQL refuses to run as root. Started by root, it runs as the owner of its data, else as the system user `postgres` (made when
 * absent), else `nobody`. Where that user cannot walk to the project or to DATA_DIR (a clone below /root), it is given the one right to
 * pass folders (Linux capability dac_override, by `setpriv`) rather than the modes of the user's folders being changed.
 */
import { statSync } from 'node:fs';
import { type Env, type Log, MachineError } from './errors.ts';
import { run } from './run.ts';

export type Call = { command: string; args: readonly string[]; uid?: number; gid?: number };

export type RunAs = {
  /** Who must own PostgreSQL's files; null = whoever we are. */
  owner: { uid: number; gid: number } | null;
  call(program: string, args: readonly string[]): Call;
};

type Paths = { programs: readonly string[]; data: string; dataDir: string };

const OURSELVES: RunAs = { owner: null, call: (command, args) => ({ command, args }) };

/** How to call PostgreSQL's programs here. Throws `postgres-failed` or `data-dir` with what a person can do. */
export async function postgresUser(paths: Paths, env: Env, log: Log): Promise<RunAs> {
  const data = statSync(paths.data, { throwIfNoEntry: false });
  const uid = process.getuid?.();
  if (uid === undefined) return OURSELVES;
  if (uid !== 0) {
    if (data && data.uid !== uid) throw foreignData(paths.data, data.uid);
    return OURSELVES;
  }
  const owner = data && data.uid !== 0 ? { uid: data.uid, gid: data.gid } : await systemUser(env, log);
  const plain = (command: string, args: readonly string[]): Call => ({ command, args, ...owner });
  if (await canReach(plain, paths, env)) return { owner, call: plain };
  const passing = (program: string, args: readonly string[]): Call => ({
    command: 'setpriv',
    args: [
      ...[`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'],
      ...['--inh-caps=+dac_override', '--ambient-caps=+dac_override', program, ...args],
    ],
  });
  if (await canReach(passing, paths, env)) return { owner, call: passing };
  throw new MachineError('postgres-failed', {
    exitCode: 3,
    messageVi: `PostgreSQL không chạy bằng quyền root, và người dùng ${owner.uid} không vào được ${paths.dataDir} hoặc node_modules. Hãy chạy bằng người dùng thường, hoặc chuyển dự án ra khỏi thư mục riêng của root.`,
    messageEn: `PostgreSQL does not run as root, and user ${owner.uid} cannot reach ${paths.dataDir} or node_modules. Start as an ordinary user, or move the project out of root's private folder.`,
  });
}

async function canReach(call: RunAs['call'], { programs, dataDir }: Paths, env: Env): Promise<boolean> {
  const probe = call('/bin/sh', [
    '-c',
    'cd "$0" && for program; do test -x "$program" || exit 1; done',
    dataDir,
    ...programs,
  ]);
  const { command, args, ...ids } = probe;
  return (await run(command, args, { env, timeoutMs: 10_000, cwd: '/', ...ids })).failure === null;
}

async function systemUser(env: Env, log: Log): Promise<{ uid: number; gid: number }> {
  const known = await idsOf('postgres', env);
  if (known) return known;
  log('PostgreSQL does not run as root: making the system user "postgres"');
  await run('groupadd', ['--system', 'postgres'], { env, timeoutMs: 10_000 });
  const flags = ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/bin/false', 'postgres'];
  await run('useradd', flags, { env, timeoutMs: 10_000 });
  const made = (await idsOf('postgres', env)) ?? (await idsOf('nobody', env));
  if (made) return made;
  throw new MachineError('postgres-failed', {
    exitCode: 3,
    messageVi:
      'PostgreSQL không chạy bằng quyền root và không tạo được người dùng "postgres". Hãy chạy bằng người dùng thường.',
    messageEn: 'PostgreSQL does not run as root and the user "postgres" could not be made. Start as an ordinary user.',
  });
}

async function idsOf(name: string, env: Env): Promise<{ uid: number; gid: number } | null> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name], { env, timeoutMs: 10_000 })));
  if (uid?.failure !== null || gid?.failure !== null) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function foreignData(data: string, owner: number): MachineError {
  return new MachineError('data-dir', {
    messageVi: `Dữ liệu PostgreSQL ở ${data} thuộc người dùng ${owner}. Hãy chạy bằng người dùng đã tạo nó, hoặc đặt DATA_DIR khác.`,
    messageEn: `The PostgreSQL data in ${data} belongs to user ${owner}. Start as the user who made it, or set another DATA_DIR.`,
  });
}
