/** The messages that every workflow answers. */
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import { type Alarmed, type Answer, COMMAND_UPDATE, type Envelope, STANDING_QUERY, WAKE_SIGNAL } from './contract.ts';

/** The command, and the digest of its content that the answer gives back. */
export const commandUpdate = defineUpdate<Answer, [Envelope, string]>(COMMAND_UPDATE);
/** Null before the first reading of the store. */
export const standingQuery = defineQuery<Alarmed | null>(STANDING_QUERY);
export const wakeSignal = defineSignal(WAKE_SIGNAL);
