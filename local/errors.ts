/** The one error of the embedded machine, and the two small types every file here shares. */

/** Where progress goes: one finished line per call, without a line end (callers write it to stderr). */
export type Log = (line: string) => void;

/** Environment variables as a plain record, so tests can give their own. */
export type Env = Readonly<Record<string, string | undefined>>;

export type MachineErrorCode =
  | 'data-dir'
  | 'already-running'
  | 'port-busy'
  | 'temporal-missing'
  | 'temporal-too-old'
  | 'test-server-missing'
  | 'checksum-mismatch'
  | 'temporal-failed'
  | 'postgres-failed';

type MachineErrorText = { messageVi: string; messageEn: string; exitCode?: 1 | 3; cause?: unknown };

/**
 * A reason the machine cannot start, said once in each language.
 * `exitCode` follows the command line's rule: 3 = a needed service is missing, 1 = anything else.
 */
export class MachineError extends Error {
  override readonly name = 'MachineError';
  readonly code: MachineErrorCode;
  readonly exitCode: 1 | 3;
  readonly messageVi: string;
  readonly messageEn: string;

  constructor(code: MachineErrorCode, text: MachineErrorText) {
    super(`${text.messageVi}\n${text.messageEn}`, { cause: text.cause });
    this.code = code;
    this.exitCode = text.exitCode ?? 1;
    this.messageVi = text.messageVi;
    this.messageEn = text.messageEn;
  }
}

/** The plain text of anything thrown; an own error speaks English. By shape, not class: other realms have their own `Error`. */
export function reason(error: unknown): string {
  if (error instanceof MachineError) return error.messageEn;
  const message = field(error, 'message');
  return typeof message === 'string' ? message : String(error);
}

/** The `code` of a Node system error (`ENOENT`, `EADDRINUSE`), or undefined. */
export function errorCode(error: unknown): string | undefined {
  const code = field(error, 'code');
  return typeof code === 'string' ? code : undefined;
}

/** A field of anything thrown. */
export function field(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
