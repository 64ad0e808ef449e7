/** Runs a short command to its end and collects what it said. Never throws: a program that is not there is a result too. */
import { spawn } from 'node:child_process';
import { type Env, errorCode } from './errors.ts';

export type RunResult = { code: number | null; stdout: string; stderr: string; failure: string | null };

type RunOptions = { env: Env; timeoutMs: number; cwd?: string; uid?: number; gid?: number; input?: string };

/** `failure` is null when the command ended with 0, else the shortest true reason (not found, timed out, last line said). */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const { timeoutMs, input, ...spawnOptions } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...spawnOptions, windowsHide: true });
    // Not spawn's own `timeout`: its timer stays when the program is not found, and keeps the process from ending.
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    child.once('error', (error) => {
      clearTimeout(timer);
      const missing = errorCode(error) === 'ENOENT';
      resolve({ code: null, stdout, stderr, failure: missing ? `${command}: not found` : error.message });
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const said = lastLine(stderr) ?? lastLine(stdout);
      const ended = signal ? `stopped by ${signal} (limit ${timeoutMs / 1000} s)` : `exit code ${code}`;
      resolve({ code, stdout, stderr, failure: code === 0 ? null : said ? `${ended}: ${said}` : ended });
    });
  });
}

function lastLine(text: string): string | undefined {
  return text.trim().split('\n').at(-1)?.trim().slice(0, 300) || undefined;
}
