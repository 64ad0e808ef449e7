/** What the API needs from outside; tests and composition roots give it. */
import type { FastifyBaseLogger } from 'fastify';
import type { Accounts } from '../accounts/index.ts';
import type { Db } from '../db/connect.ts';
import type { EventStore } from '../db/event-store.ts';
import type { SealKey } from '../db/sealed/seal.ts';
import type { Sender } from '../delivery/index.ts';
import type { StreamId } from '../domain/streams.ts';
import type { Instant } from '../domain/time.ts';
import type { CommandResult, Envelope } from '../workflows/contract.ts';
import type { FileService } from './files/service.ts';
import type { LiveSettings } from './live/hub.ts';
import type { MayRead } from './live/sessions.ts';
import type { Identify } from './signed-in.ts';

export type SendResult =
  | CommandResult
  /** Not answered in time. `accepted`: the engine holds it and will see it through; else not known. */
  | { readonly kind: 'pending'; readonly accepted: boolean }
  | { readonly kind: 'unavailable'; readonly reason?: string };

export type StatusResult = SendResult | { readonly kind: 'unknown' };

export interface Readiness {
  readonly ok: boolean;
  readonly parts: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[];
}

/** Ways out of the house, as the API knows them: to try them, and to say which there are. */
export interface ApiDelivery {
  readonly senders: readonly Sender[];
  /** `host:port` of webhooks that the installation allows. */
  readonly allowed: readonly string[];
}

export interface ApiDeps {
  readonly db: Db;
  readonly store: EventStore;
  /** Carries a command to its stream; answers within 9 s. Safe to repeat with the same command id. */
  readonly send: (envelope: Envelope) => Promise<SendResult>;
  /** What the engine knows of a command that the store does not hold yet. */
  readonly status: (stream: StreamId, commandId: string) => Promise<StatusResult>;
  /** Business time now. */
  readonly clock: () => Instant;
  readonly identify: Identify;
  /** Sign-in, one's own account, and the administration of accounts; without it only `identify` is known. */
  readonly accounts?: Accounts;
  /** Address under which people reach this service, e.g. `https://san-sang.lan`; the Host header counts besides. */
  readonly publicUrl?: string;
  /** Addresses whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
  /** Evidence files; without it none are taken or shown. */
  readonly files?: FileService;
  /** Absent: the inbox alone. */
  readonly delivery?: ApiDelivery;
  /** Live streams; limits and intervals have their usual values where not given. */
  readonly live?: Partial<LiveSettings> & { readonly mayRead?: MayRead };
  /** Works at the planner's jobs in this process; without it they wait for one that does. */
  readonly planner?: { wake(): void };
  readonly readiness: () => Promise<Readiness>;
  /** The installation's key for named rosters; without it names are neither taken nor read, only erased. */
  readonly sealed?: SealKey;
  /** No log when absent. */
  readonly log?: FastifyBaseLogger;
  /** Folder of the built page; without it there is only the API. */
  readonly pageRoot?: string;
  readonly version: string;
}

/** Milliseconds after which a caller gets an answer, whatever the store or the engine do. */
export const PATIENCE_MS = 9_500;
