/** Which database errors pass by themselves. */

/** The store could not be reached in the time allowed. Nothing is known to be lost; the same command may be sent again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  constructor(cause: unknown) {
    super(`the event store is unavailable: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT', 'EHOSTUNREACH']);
const LINK_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|connection error and is not queryable|Client was closed|connection has been discarded/i;

// 57P0x shutdown and crash, 08 connection, 25P03 idle in transaction, 53 resources (53100: disk full), 58030 I/O,
// 57014 statement timeout, 55P03 lock timeout, 40 rolled back by a deadlock or serialization
const PASSING = /^(57P0\d|08\w{3}|25P03|53\w{3}|58030|57014|55P03|40\w{3})$/;
const LINK_LOST = /^(57P0\d|08\w{3}|25P03)$/;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** The link is gone or in an unknown state; its client must be destroyed, and a COMMIT on it may have happened. */
export const isLinkLost = (error: unknown): boolean =>
  SOCKET.has(codeOf(error)) || LINK_LOST.test(codeOf(error)) || LINK_MESSAGE.test(messageOf(error));

/** True when the same statement may succeed a moment later: no server, no connection, no room, a timeout, a deadlock. */
export const isUnavailable = (error: unknown): boolean =>
  isLinkLost(error) || PASSING.test(codeOf(error)) || (error instanceof AggregateError && error.errors.some(isUnavailable));

/** Two sessions wrote the same command id at once: on a second attempt the command is found. */
export const isSameCommandRace = (error: unknown): boolean =>
  codeOf(error) === '23505' && error instanceof Error && 'constraint' in error && error.constraint === 'commands_pkey';
