/**
 * The commit of one command: state, decision, append, answer. With the state at hand it is one round trip to the store,
 * which also tells a repeated command. Nothing negative is answered from a state that may be old.
 */
import { contentHashOf } from '../db/canonical.ts';
import { noticeRows } from '../db/delivery/rows.ts';
import type { AppendResult, EventStore, Outcome } from '../db/event-store.ts';
import { projectRows } from '../db/projections/index.ts';
import { toRecord } from '../db/stored-event.ts';
import type { Folded } from '../domain/decider.ts';
import { type Executed, execute, followUpsOf, type NamedFollowUp } from '../domain/registry.ts';
import { Rejection, type RejectionBody } from '../domain/rejection.ts';
import { kindOf } from '../domain/streams.ts';
import { toMs } from '../domain/time.ts';
import type { CommandResult, Committed, Envelope } from '../workflows/contract.ts';
import { alarmedOf } from './alarmed.ts';
import type { Clock } from './clock.ts';
import type { Contexts, ReadContext } from './contexts.ts';
import { type Courier, NO_COURIER } from './courier.ts';
import { followUpsOfCommand } from './follow-ups.ts';
import type { States } from './states.ts';
import { createTurns } from './turns.ts';

export interface CommitDeps {
  readonly store: EventStore;
  readonly states: States;
  readonly clock: Clock;
  readonly contexts: Contexts;
  /** Called after an append and before its answer (test of a crash at that moment). */
  readonly afterAppend?: () => void;
  /** Who carries what is told out of the house; without one there is the inbox alone. */
  readonly courier?: Courier;
}

/** Other processes may win the race for a version; this one decides again, but not for ever. */
const MOST_RACES = 50;

export function createCommit(deps: CommitDeps): (envelope: Envelope) => Promise<Committed> {
  const { store, states, clock, contexts, courier = NO_COURIER, afterAppend = () => {} } = deps;
  const inTurn = createTurns();

  const commit = async (envelope: Envelope): Promise<Committed> => {
    const { stream, commandId, command, by, origin } = envelope;
    const at = origin === 'clock' ? clock.toBusiness(toMs(envelope.at)) : envelope.at;
    const identity = { id: commandId, contentHash: contentHashOf({ stream, command, by }) };
    const target = { stream, kind: kindOf(stream), command: identity, by };

    const answer = async (
      result: CommandResult,
      state: Folded,
      followUps: readonly NamedFollowUp[] = [],
    ): Promise<Committed> => ({
      result,
      standing: alarmedOf(stream, state, await contexts.plain(), clock),
      followUps,
    });
    const rejected = (rejection: RejectionBody, state: Folded): Promise<Committed> =>
      answer({ kind: 'rejected', rejection: bodyOf(rejection), version: state.version }, state);
    /** The answer that this command got when it came first. */
    const again = async (sameContent: boolean, version: number, outcome: Outcome): Promise<Committed> => {
      const state = await states.refresh(stream);
      if (!sameContent) return rejected(new Rejection('command-reused', { commandId }), state);
      if (outcome.kind === 'rejected')
        return answer({ kind: 'rejected', rejection: outcome.rejection, version }, state);
      return answer({ kind: 'accepted', version }, state, await followUpsOfCommand(store, stream, commandId));
    };
    /** Null when newer events ask for another decision. */
    const refuse = async (rejection: Rejection, decidedOn: Folded, read: ReadContext): Promise<Committed | null> => {
      const [state, found, fresh] = await Promise.all([
        states.refresh(stream),
        store.findCommand(commandId),
        contexts.fresh(read.guards),
      ]);
      if (found) {
        const same = found.stream === stream && found.contentHash === identity.contentHash;
        return again(same, found.version, found.outcome);
      }
      if (state.version !== decidedOn.version || !fresh) return null;
      if (origin !== 'policy') return rejected(rejection, state);
      const noted = await store.recordRejection({ ...target, expectedVersion: state.version, at, rejection });
      return settled(noted, () => rejected(rejection, state), read);
    };
    const settled = async (
      written: AppendResult,
      done: () => Promise<Committed>,
      { guards }: ReadContext,
    ): Promise<Committed | null> => {
      if (written.kind === 'appended') return done();
      if (written.kind === 'duplicate') return again(written.sameContent, written.version, written.outcome);
      await Promise.all([states.refresh(stream), contexts.fresh(guards)]);
      return null;
    };
    const write = async (before: Folded, { facts, state }: Executed, read: ReadContext): Promise<Committed | null> => {
      const done = (): Promise<Committed> =>
        answer({ kind: 'accepted', version: state.version }, state, followUpsOf(stream, before, facts));
      // an alarm that changed nothing (the clock was set back) leaves no trace: its id must ring again
      if (facts.length === 0 && origin === 'clock') return done();
      const notices = noticeRows(stream, facts, state, courier.channels());
      const written = await store.append({
        ...target,
        notices,
        expectedVersion: before.version,
        events: facts.map(toRecord),
        at: facts[0]?.at ?? at,
        guards: read.guards,
        rows: projectRows(target.kind, before, state, facts, stream),
      });
      if (written.kind === 'appended') {
        afterAppend();
        states.keep(stream, state);
        courier.wake(notices);
      }
      return settled(written, done, read);
    };
    const decideOnce = async (): Promise<Committed | null> => {
      const before = await states.get(stream);
      const read = await contexts.of(stream, command, before);
      try {
        return await write(before, decide(envelope, before, { stream, commandId, at, by }, read.context), read);
      } catch (error) {
        if (error instanceof Rejection) return refuse(error, before, read);
        throw error;
      }
    };

    for (let race = 0; race < MOST_RACES; race++) {
      const committed = await decideOnce();
      if (committed) return committed;
    }
    throw new Error(`${stream} changed ${MOST_RACES} times while ${commandId} was being decided`);
  };
  const inStreamTurn = (envelope: Envelope): Promise<Committed> => inTurn(envelope.stream, () => commit(envelope));
  // many alarms ring at the hour of the ladder: one after the other, so that people's commands find room in between
  return (envelope) =>
    envelope.origin === 'clock' ? inTurn('clock', () => inStreamTurn(envelope)) : inStreamTurn(envelope);
}

const decide = (
  { command, expectedVersion }: Envelope,
  before: Folded,
  meta: Parameters<typeof execute>[2],
  context: ReadContext['context'],
): Executed => {
  if (expectedVersion !== undefined && expectedVersion !== before.version)
    throw new Rejection('stale-version', { version: before.version, expected: expectedVersion });
  return execute(before, command, meta, context);
};

/** What travels of a rejection: it is an Error, of which Temporal would keep the stack. */
const bodyOf = ({ kind, code, params }: RejectionBody): RejectionBody => ({ kind, code, params });
