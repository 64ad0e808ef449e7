/** One message of a live stream as bytes (WHATWG HTML, "Server-sent events"). */

/** `position` becomes the `id:` that a reader brings back when it connects again. JSON has no line breaks of its own. */
export const frame = (event: string, data: object, position?: number): Buffer =>
  Buffer.from(`${position === undefined ? '' : `id: ${position}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

/** How long a browser waits before it connects again, in milliseconds. */
export const retry = (ms: number): Buffer => Buffer.from(`retry: ${ms}\n\n`);
