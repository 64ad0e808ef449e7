/**
 * Names and shapes that cross between API, workflows and activities. Types only, and constants: this file is part of the
 * workflow bundle.
 */
import type { Addressed, Standing } from '../domain/decider.ts';
import type { Channel } from '../domain/delivery/kinds.ts';
import type { NamedFollowUp } from '../domain/registry.ts';
import type { RejectionBody } from '../domain/rejection.ts';
import type { StreamId, StreamKind } from '../domain/streams.ts';

export const TASK_QUEUE = 'san-sang';

/** Workflow type of each stream kind; the workflow id is the stream id. */
export const WORKFLOW_TYPES: Readonly<Record<StreamKind, string>> = {
  exercise: 'exercise',
  drill: 'mobilisationDrill',
  review: 'afterActionReview',
  programme: 'coordinationProgramme',
  organisation: 'organisation',
  calendar: 'calendar',
  template: 'template',
  register: 'register',
  rollout: 'rollOut',
};

/** Update that carries every command; its update id is the command id. */
export const COMMAND_UPDATE = 'command';
/** Query that answers the `Standing` the workflow holds. */
export const STANDING_QUERY = 'standing';
/** Signal that makes a workflow read its standing again (after the clock was moved, or by `recover`). */
export const WAKE_SIGNAL = 'wake';

export const SEARCH_ATTRIBUTES = { phase: 'Phase', orgUnit: 'OrgUnit', nextDue: 'NextDue' } as const;

/** One command on its way. `commandId` is the client's id, Temporal's update id and the store's key of idempotency. */
export interface Envelope extends Addressed {
  readonly expectedVersion?: number;
  /** `clock`: `at` is the workflow's own time and is shifted to business time; `policy`: a refusal is recorded, so that it is not sent again. */
  readonly origin: 'person' | 'clock' | 'policy';
}

export type CommandResult =
  | { readonly kind: 'accepted'; readonly version: number }
  | { readonly kind: 'rejected'; readonly rejection: RejectionBody; readonly version: number };

/** What a workflow keeps between wake-ups. `alarmAt`: milliseconds on the workflow's own clock; null: sleep until a command. */
export interface Alarmed extends Standing {
  readonly alarmAt: number | null;
  /** What to send at `alarmAt`; its `at` is then the workflow's own time. */
  readonly alarm: Omit<Envelope, 'at'> | null;
}

export interface Committed {
  readonly result: CommandResult;
  readonly standing: Alarmed;
  readonly followUps: readonly NamedFollowUp[];
}

export interface Stood {
  readonly standing: Alarmed;
  /** Follow-ups of recorded events that no stream has answered yet. */
  readonly pending: readonly NamedFollowUp[];
}

/** The update's answer, with the digest of the command that it answers: Temporal itself compares ids only. */
export interface Answer {
  readonly result: CommandResult;
  readonly digest: string;
}

/** Arguments of every workflow. Clients give `stream`; the rest is carried from run to run. */
export interface ShellArgs {
  readonly stream: StreamId;
  readonly outbox?: readonly NamedFollowUp[];
  /** Continue as new at this many history events even if Temporal does not suggest it yet (tests). */
  readonly continueAfter?: number;
}

/** The workflows that carry messages out of the house; each has one run at a time under its own name. */
export const DELIVERY_WORKFLOW = 'delivery';
export const DIGEST_WORKFLOW = 'digest';
export const deliveryId = (channel: Channel): string => `delivery/${channel}`;
export const DIGEST_ID = 'delivery/digest';

/** `at`: the workflow's own time in milliseconds. Nothing else travels: who is told what stands in the store. */
export interface DeliverArgs {
  readonly channel: Channel;
  readonly at: number;
}
/** When there is something to do again, on the workflow's clock in milliseconds; null: not before somebody wakes it. */
export interface NextDelivery {
  readonly nextAt: number | null;
}

/** The activities as workflows call them; `createActivities` provides exactly these. */
export interface Activities {
  commit(envelope: Envelope): Promise<Committed>;
  standing(stream: StreamId): Promise<Stood>;
  dispatch(followUp: NamedFollowUp): Promise<void>;
  deliver(args: DeliverArgs): Promise<NextDelivery>;
  digest(at: number): Promise<NextDelivery>;
}
