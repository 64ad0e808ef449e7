/**
 * Gathers appends that arrive while another is on its way into one transaction: they share one wait for the disk, which
 * the head of the ledger would else make them take one after the other.
 */
const MOST_AT_ONCE = 32;

interface Waiting<Q, R> {
  readonly request: Q;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Returns a function that sends one request and gives its own result. `send` writes all its requests in one transaction
 * or throws and has written none (or, on a lost link, perhaps all). When several were sent and it throws, each is
 * sent again alone, so one bad request harms no other; requests must therefore be safe to repeat.
 */
export function createAppender<Q, R>(
  send: (requests: readonly Q[]) => Promise<readonly R[]>,
): (request: Q) => Promise<R> {
  const queue: Waiting<Q, R>[] = [];
  let busy = false;

  const settle = async (batch: readonly Waiting<Q, R>[]): Promise<void> => {
    try {
      const results = await send(batch.map((waiting) => waiting.request));
      if (results.length !== batch.length) throw new Error(`${batch.length} appends gave ${results.length} results`);
      for (const [i, result] of results.entries()) batch[i]?.resolve(result);
    } catch (error) {
      if (batch.length > 1) await Promise.all(batch.map((waiting) => settle([waiting])));
      else batch[0]?.reject(error);
    }
  };

  const drain = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (queue.length > 0) await settle(queue.splice(0, MOST_AT_ONCE));
    busy = false;
  };

  return (request) =>
    new Promise((resolve, reject) => {
      queue.push({ request, resolve, reject });
      void drain();
    });
}
