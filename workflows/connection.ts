/** The client's link to Temporal, as every process of the product opens it. */
import {
  Connection,
  type ConnectionOptions,
  type GrpcRetryOptions,
  isRetryableError,
  makeGrpcRetryInterceptor,
} from '@temporalio/client';

/**
 * Temporal refuses an update for the moment in which one run gives way to the next, for want of room. The SDK's own retry
 * then waits a second and more; this one asks again after 20 ms, ever more slowly, up to a second. The caller's deadline
 * ends it.
 */
const RETRY: GrpcRetryOptions = {
  delayFunction: (attempt) => Math.min(1_000, 20 * 1.5 ** attempt) * (0.8 + 0.4 * Math.random()),
  retryableDecider: (attempt, status) => attempt < 30 && isRetryableError(status),
};

export const connectTemporal = (options: ConnectionOptions): Promise<Connection> =>
  Connection.connect({ ...options, interceptors: [makeGrpcRetryInterceptor(RETRY)] });
