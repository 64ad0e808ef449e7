/** Moving through the queue that the drawer follows. */

/**
 * The row to look at after the present one left the list: the one that took its place, else the last; null for an empty list.
 * `at` is where it stood.
 */
export const afterward = (keys: readonly string[], key: string, at: number): string | null =>
  keys.includes(key) ? key : (keys[Math.min(at, keys.length - 1)] ?? null);

/** The key one step from `key`, staying within the list. */
export const stepped = (keys: readonly string[], key: string, step: 1 | -1): string =>
  keys[Math.min(keys.length - 1, Math.max(0, keys.indexOf(key) + step))] ?? key;
