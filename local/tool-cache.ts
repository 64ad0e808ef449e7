/**
 * Where fetched programs are kept: `<root>/<program>-<version>-<platform>-<arch>/<program>` with a note beside it.
 * A program is hashed once, when it is placed; later starts compare size and time of change with the note and hash again only when
 * these differ. Placing is atomic (rename), so two starts at once do no harm.
 */
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, createReadStream, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Env, reason } from './errors.ts';
import { makeFolder, readJson, writeAtomic } from './files.ts';
import { pinsHere, type Tool } from './tools.ts';

export type CacheRoot = { dir: string; name: 'DATA_DIR' | 'user cache' };

type Note = { sha256: string; size: number; modifiedMs: number };

/** DATA_DIR first, then the user's cache directory by the custom of the platform. */
export function cacheRoots(dataDir: string, env: Env): CacheRoot[] {
  const home = env.HOME || homedir();
  const user =
    process.platform === 'win32'
      ? env.LOCALAPPDATA || join(home, 'AppData', 'Local')
      : process.platform === 'darwin'
        ? join(home, 'Library', 'Caches')
        : env.XDG_CACHE_HOME || join(home, '.cache');
  return [
    { dir: join(dataDir, 'tools'), name: 'DATA_DIR' },
    { dir: join(user, 'san-sang'), name: 'user cache' },
  ];
}

export function cachedPath(root: string, tool: Tool): string {
  const folder = `${tool.program}-${tool.version}-${process.platform}-${process.arch}`;
  return join(root, folder, process.platform === 'win32' ? `${tool.program}.exe` : tool.program);
}

/** The trusted program in this root. Throws with the reason when there is none, or one whose checksum is wrong. */
export async function fromCache(root: string, tool: Tool): Promise<string> {
  const path = cachedPath(root, tool);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Error('empty');
  const note = readNote(path);
  const unchanged = note?.size === stat.size && note.modifiedMs === stat.mtimeMs;
  const sha256 = unchanged ? note.sha256 : await sha256File(path);
  const pins = pinsHere(tool).programs;
  if (!pins.includes(sha256)) throw new Error(mismatch(path, pins, sha256));
  if (!unchanged) writeNote(path, sha256);
  return path;
}

/** An empty working folder beside the cache's programs; folders left by a killed start are swept after an hour. */
export function workFolder(roots: readonly CacheRoot[]): { root: string; dir: string } {
  const failures: string[] = [];
  for (const root of roots.toReversed()) {
    try {
      const dir = join(root.dir, `.fetch-${randomUUID()}`);
      makeFolder(dir);
      sweep(root.dir);
      return { root: root.dir, dir };
    } catch (error) {
      failures.push(`${root.dir}: ${reason(error)}`);
    }
  }
  throw new Error(`no folder to keep it in (${failures.join('; ')})`);
}

/** Moves a fetched program into the cache. Throws when its hash is not pinned. */
export async function place(root: string, tool: Tool, fetched: string): Promise<string> {
  const sha256 = await sha256File(fetched);
  const pins = pinsHere(tool).programs;
  if (!pins.includes(sha256)) throw new Error(mismatch(tool.program, pins, sha256));
  const path = cachedPath(root, tool);
  makeFolder(dirname(path));
  chmodSync(fetched, 0o755);
  renameSync(fetched, path);
  writeNote(path, sha256);
  return path;
}

export async function sha256File(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

export function mismatch(what: string, expected: readonly string[], found: string): string {
  return `${what}: wrong SHA-256, expected ${expected.join(' or ') || '(none pinned)'}, found ${found}`;
}

function sweep(root: string): void {
  for (const name of readdirSync(root)) {
    const dir = join(root, name);
    const stat = name.startsWith('.fetch-') ? statSync(dir, { throwIfNoEntry: false }) : undefined;
    if (stat && Date.now() - stat.mtimeMs > 3_600_000) rmSync(dir, { recursive: true, force: true });
  }
}

function writeNote(path: string, sha256: string): void {
  const stat = statSync(path);
  const note: Note = { sha256, size: stat.size, modifiedMs: stat.mtimeMs };
  try {
    writeAtomic(`${path}.json`, `${JSON.stringify(note)}\n`, 0o644);
  } catch {
    // A read-only cache serves as well; it is only hashed at every start.
  }
}

function readNote(path: string): Note | null {
  const value = readJson(`${path}.json`);
  const { sha256, size, modifiedMs } = value;
  if (typeof sha256 !== 'string' || typeof size !== 'number') return null;
  return typeof modifiedMs === 'number' ? { sha256, size, modifiedMs } : null;
}
