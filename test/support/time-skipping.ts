/**
 * Months in seconds, in the two ways that there are (docs/architecture.md, "Toolchain"):
 * - `startSkipping`: one workflow of the dev server whose own clock jumps whenever it is idle: for one stream left alone.
 * - `startTestServer`: a server with one clock for all, moved by `sleep`: for seasons where people act in between.
 */
import { randomUUID } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { SEARCH_ATTRIBUTE_KINDS } from '../../activities/worker.ts';
import type { StreamId } from '../../domain/streams.ts';
import { startOf } from '../../workflows/send.ts';
import type { Engine } from './engine.ts';
import { testServerPath } from './temporal.ts';

/** Starts the workflow of a stream with a clock that skips; its stream must have no other workflow running. */
export async function startSkipping({ connection, namespace }: Engine, stream: StreamId): Promise<void> {
  const { type, options } = startOf(stream);
  await connection.workflowService.startWorkflowExecution({
    namespace,
    requestId: randomUUID(),
    workflowId: options.workflowId,
    workflowType: { name: type },
    taskQueue: { name: options.taskQueue },
    input: { payloads: options.args.map((argument) => defaultPayloadConverter.toPayload(argument)) },
    timeSkippingConfig: { enabled: true },
  });
}

/** The test server, its namespace `default` prepared for the product. `teardown` ends it. */
export async function startTestServer(): Promise<TestWorkflowEnvironment> {
  const server = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: await testServerPath() } },
  });
  await server.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: { ...SEARCH_ATTRIBUTE_KINDS },
  });
  return server;
}
