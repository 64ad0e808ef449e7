/**
 * The one way a command travels: update-with-start under the command's own id, for the API and for follow-ups. It is no
 * part of the workflow bundle. Sending the same command again is always safe: the store knows its id.
 */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type Client,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { StreamId, StreamKind } from '../domain/streams.ts';
import {
  type Answer,
  COMMAND_UPDATE,
  type CommandResult,
  type Envelope,
  type ShellArgs,
  TASK_QUEUE,
  WORKFLOW_TYPES,
} from './contract.ts';
import { createGate, type Gate } from './in-flight.ts';

export type SendResult =
  | CommandResult
  /** Not answered in time. `accepted`: Temporal holds it and will see it through; else not known: send it again. */
  | { readonly kind: 'pending'; readonly accepted: boolean }
  /** The engine could not be reached, or had no room, until the time was over. Send it again. */
  | { readonly kind: 'unavailable'; readonly reason: string };

type ShellWorkflow = (args: ShellArgs) => Promise<void>;

const gates = new WeakMap<Client, Gate>();
const gateOf = (client: Client): Gate => {
  const gate = gates.get(client) ?? createGate();
  gates.set(client, gate);
  return gate;
};

/** How a stream's workflow is started, when it is not there. */
export const startOf = (stream: StreamId) => ({
  type: WORKFLOW_TYPES[stream.slice(0, stream.indexOf('/')) as StreamKind], // a stream id begins with its kind
  options: { workflowId: stream as string, taskQueue: TASK_QUEUE, args: [{ stream }] satisfies [ShellArgs] },
});

/** Error codes of gRPC that pass by themselves: cancelled, unknown, deadline, no room, precondition, aborted, internal, unavailable. */
const PASSING = new Set([1, 2, 4, 8, 9, 10, 13, 14]);

function* causes(error: unknown): Generator<Error> {
  for (let each = error; each instanceof Error; each = each.cause) yield each;
}

/** True when the update found its workflow ending, or Temporal away or full: the same id may be sent at once again. */
function passes(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError || error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  if (error instanceof WorkflowUpdateFailedError)
    return error.cause instanceof ApplicationFailure && error.cause.type === 'AcceptedUpdateCompletedWorkflow';
  return [...causes(error)].some((each) => PASSING.has(codeOf(each)));
}

const codeOf = (error: Error): number => ('code' in error && typeof error.code === 'number' ? error.code : -1);
const NOT_FOUND = 5;

const reasonOf = (error: unknown): string => [...causes(error)].at(-1)?.message ?? String(error);

/** Tells apart two commands under one id; the order of keys does not matter. */
const digestOf = ({ stream, command, by }: Envelope): string =>
  createHash('sha256')
    .update(JSON.stringify([stream, command, by], sorted))
    .digest('hex')
    .slice(0, 32);
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const update = (client: Client, envelope: Envelope, digest: string, updateId: string): Promise<Answer> => {
  const { type, options } = startOf(envelope.stream);
  const startWorkflowOperation = new WithStartWorkflowOperation<ShellWorkflow>(type, {
    ...options,
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  startWorkflowOperation.workflowHandle().catch(() => {}); // the same error comes from the update
  return client.workflow.executeUpdateWithStart<ShellWorkflow, Answer, [Envelope, string]>(COMMAND_UPDATE, {
    args: [envelope, digest],
    updateId,
    startWorkflowOperation,
  });
};

const attempt = (client: Client, envelope: Envelope, deadline: number): Promise<CommandResult> =>
  client.withDeadline(Date.now() + deadline - performance.now(), async () => {
    const digest = digestOf(envelope);
    const answer = await update(client, envelope, digest, envelope.commandId);
    if (answer.digest === digest) return answer.result;
    // the run answered another command under this id by itself: the store shall judge
    return (await update(client, envelope, digest, `${envelope.commandId}/${digest}`)).result;
  });

/**
 * Sends one command and waits for its answer, at most `timeoutMs`. At most 8 of one stream are on their way from this
 * process; the rest wait. Throws only for a fault of the program (the update's own failure, a refused request).
 */
export async function sendCommand(
  client: Client,
  envelope: Envelope,
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<SendResult> {
  const deadline = performance.now() + timeoutMs;
  const sent = await gateOf(client).pass(envelope.stream, deadline, async (): Promise<SendResult> => {
    for (let wait = 25; ; wait = Math.min(2 * wait, 800)) {
      try {
        return await attempt(client, envelope, deadline);
      } catch (error) {
        if (!passes(error)) throw error;
        if (performance.now() + wait < deadline) {
          await delay(wait * (0.75 + Math.random() / 2));
        } else if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) {
          const status = await commandStatus(client, envelope.stream, envelope.commandId, { timeoutMs: 1_000 });
          return status.kind === 'unknown' ? { kind: 'pending', accepted: false } : status;
        } else {
          return { kind: 'unavailable', reason: reasonOf(error) };
        }
      }
    }
  });
  return sent ?? { kind: 'unavailable', reason: `${envelope.stream} has more commands waiting than it can take` };
}

/** Stages of an update, in Temporal's numbers. */
const ACCEPTED = 2;
const COMPLETED = 3;

/**
 * What Temporal knows now of a command sent earlier; `timeoutMs` is for its answer, not for the end of the command.
 * `unknown`: nothing; it may have ended in an earlier run of the workflow, so ask the store first.
 */
export async function commandStatus(
  client: Client,
  stream: StreamId,
  commandId: string,
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<SendResult | { readonly kind: 'unknown' }> {
  const stageNow = async (): Promise<number> => {
    const { stage } = await client.workflowService.pollWorkflowExecutionUpdate({
      namespace: client.options.namespace,
      updateRef: { workflowExecution: { workflowId: stream }, updateId: commandId },
      waitPolicy: { lifecycleStage: 0 },
    });
    return stage ?? 0;
  };
  const handle = client.workflow.getHandle(stream).getUpdateHandle<Answer>(commandId);
  try {
    return await client.withDeadline(Date.now() + timeoutMs, async () => {
      const stage = await stageNow();
      if (stage === COMPLETED) return (await handle.result()).result;
      return { kind: 'pending', accepted: stage >= ACCEPTED };
    });
  } catch (error) {
    if ([...causes(error)].some((each) => codeOf(each) === NOT_FOUND)) return { kind: 'unknown' };
    if (!passes(error)) throw error;
    if (error instanceof WorkflowNotFoundError || error instanceof WorkflowUpdateFailedError)
      return { kind: 'unknown' };
    return { kind: 'unavailable', reason: reasonOf(error) };
  }
}
