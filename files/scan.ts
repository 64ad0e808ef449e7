/** The hook for a virus scanner: clamd by its own protocol, or any program that takes a path. */
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { connect } from 'node:net';

export type Verdict = { readonly clean: true } | { readonly clean: false; readonly found: string };

/** Looks at a finished local file. Throws `ScannerAway` when no verdict can be had. */
export type Scan = (path: string) => Promise<Verdict>;

export class ScannerAway extends Error {
  override readonly name = 'ScannerAway';
}

const PATIENCE_MS = 60_000;
const MOST_ANSWER = 4_096;

const verdictOf = (answer: string): Verdict => {
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return { clean: false, found };
  if (answer === 'stream: OK') return { clean: true };
  throw new ScannerAway(`clamd: ${answer.slice(0, 100)}`);
};

/** clamd's INSTREAM (clamd(8)): chunks with their length before them, four zero bytes at the end. */
export const clamd =
  (to: { readonly host: string; readonly port: number } | { readonly path: string }, patienceMs = PATIENCE_MS): Scan =>
  (path) =>
    new Promise((resolve, reject) => {
      const socket = connect(to);
      const file = createReadStream(path, { highWaterMark: 65_536 });
      let answer = '';
      const fail = (cause: unknown): void => {
        file.destroy();
        socket.destroy();
        reject(cause instanceof ScannerAway ? cause : new ScannerAway('clamd', { cause }));
      };
      const length = (bytes: number): Buffer => {
        const prefix = Buffer.alloc(4);
        prefix.writeUInt32BE(bytes);
        return prefix;
      };
      socket.setTimeout(patienceMs, () => fail(new ScannerAway('clamd: no answer')));
      socket.once('error', fail);
      socket.once('connect', () => {
        socket.write('zINSTREAM\0');
        file.on('data', (chunk) => {
          socket.write(length(chunk.length));
          if (!socket.write(chunk)) file.pause();
        });
        file.once('end', () => socket.write(length(0)));
        file.once('error', fail);
        socket.on('drain', () => file.resume());
      });
      socket.on('data', (part: Buffer) => {
        answer += part.toString('utf8');
        if (answer.length > MOST_ANSWER) fail(new ScannerAway('clamd: answer too long'));
      });
      socket.once('close', () => {
        file.destroy();
        try {
          resolve(verdictOf(answer.replace(/\0.*$/s, '')));
        } catch (error) {
          fail(error);
        }
      });
      socket.on('data', () => {
        if (answer.includes('\0')) socket.end();
      });
    });

/** A program with the path as its one argument: exit 0 is clean, 1 is found (as clamscan has it), all else no verdict. */
export const scanCommand =
  (program: string, patienceMs = PATIENCE_MS): Scan =>
  (path) =>
    new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(patienceMs);
      const child = spawn(program, [path], { stdio: ['ignore', 'pipe', 'ignore'], signal, killSignal: 'SIGKILL' });
      let said = '';
      child.stdout.on('data', (part: Buffer) => {
        if (said.length < MOST_ANSWER) said += part.toString('utf8');
      });
      child.once('error', (cause) => reject(new ScannerAway(program, { cause })));
      child.once('close', (code) => {
        if (code === 0) resolve({ clean: true });
        else if (code === 1) resolve({ clean: false, found: said.trim().split('\n')[0]?.slice(0, 200) || 'found' });
        else reject(new ScannerAway(`${program}: exit ${code}`));
      });
    });

/** From a setting: `clamd://host:port`, `clamd:///path/of/socket` or `command:/path`; null for anything else. */
export const scanOf = (setting: string): Scan | null => {
  if (setting.startsWith('command:/')) return scanCommand(setting.slice('command:'.length));
  if (!setting.startsWith('clamd://') || !URL.canParse(setting)) return null;
  const { hostname, port, pathname } = new URL(setting);
  if (hostname === '') return pathname.length > 1 ? clamd({ path: decodeURIComponent(pathname) }) : null;
  return clamd({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) });
};
