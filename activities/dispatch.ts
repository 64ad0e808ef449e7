/** Carries one follow-up to its stream. At-least-once sending and the command's id in the store make it exactly once. */
import type { Client } from '@temporalio/client';
import { SYSTEM } from '../domain/people.ts';
import type { NamedFollowUp } from '../domain/registry.ts';
import { sendCommand } from '../workflows/send.ts';

const TIMEOUT_MS = 8_000;

/** Resolves when the target has answered, be it with a refusal (which its stream then keeps). Throws to be tried again. */
export function createDispatch(client: Client): (followUp: NamedFollowUp) => Promise<void> {
  return async ({ stream, commandId, command, at }) => {
    const envelope = { stream, commandId, command, at, by: SYSTEM, origin: 'policy' } as const;
    const answer = await sendCommand(client, envelope, { timeoutMs: TIMEOUT_MS });
    if (answer.kind === 'accepted' || answer.kind === 'rejected') return;
    throw new Error(`${commandId} to ${stream}: ${answer.kind}`);
  };
}
