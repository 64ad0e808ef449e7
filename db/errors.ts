/** Which database errors pass by themselves. */

/** The store could not be reached in the time allowed. Nothing is known to be lost; the same command may be sent again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  constructor(cause: unknown) {
    super(`the event store is unavailable: ${textOf(cause, 'message') || String(cause)}`, { cause });
  }
}

const SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EHOSTUNREACH',
]);
const LINK_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|connection error and is not queryable|Client was closed|connection has been discarded/i;

// 57P0x shutdown and crash, 08 connection, 25P03 idle in transaction, 53 resources (53100: disk full), 58030 I/O,
// 57014 statement timeout, 55P03 lock timeout, 40 rolled back by a deadlock or serialization
const PASSING = /^(57P0\d|08\w{3}|25P03|53\w{3}|58030|57014|55P03|40\w{3})$/;
const LINK_LOST = /^(57P0\d|08\w{3}|25P03)$/;

// errors of sockets and of pg are told by their fields: they may come from another realm than this one (jest)
const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
const textOf = (error: unknown, name: string): string => {
  const value = field(error, name);
  return typeof value === 'string' ? value : '';
};

/** The link is gone or in an unknown state; its client must be destroyed, and a COMMIT on it may have happened. */
export const isLinkLost = (error: unknown): boolean => {
  const code = textOf(error, 'code');
  return SOCKET.has(code) || LINK_LOST.test(code) || LINK_MESSAGE.test(textOf(error, 'message'));
};

/** True when the same statement may succeed a moment later: no server, no connection, no room, a timeout, a deadlock. */
export const isUnavailable = (error: unknown): boolean => {
  const several = field(error, 'errors'); // every address of a host was tried
  return (
    error instanceof StoreUnavailable ||
    isLinkLost(error) ||
    PASSING.test(textOf(error, 'code')) ||
    (Array.isArray(several) && several.some(isUnavailable))
  );
};

/** Another session wrote the same command at the same moment: on a second attempt the command is found. */
export const isSameCommandRace = (error: unknown): boolean =>
  textOf(error, 'code') === '23505' && textOf(error, 'constraint') === 'commands_pkey';
