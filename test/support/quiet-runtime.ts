/** The Temporal runtime of a test process: it tells errors only, so that a green run reads as one. */
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

export const quietRuntime = (): Runtime =>
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  });
