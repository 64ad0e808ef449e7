/**
 * The commit of one command: state, decision, append, answer. With the state at hand it is one round trip to the store,
 * which also tells a repeated command. Nothing negative is answered from a state that may be old.
 */
import { contentHashOf } from '../db/canonical.ts';
import type { AppendResult, EventStore, Outcome } from '../db/event-store.ts';
import { projectRows } from '../db/projections/index.ts';
import { toRecord } from '../db/stored-event.ts';
import { CALENDAR, type Calendar } from '../domain/calendar/index.ts';
import type { Context, Folded } from '../domain/decider.ts';
import { deciderOf, type Executed, execute, followUpsOf, type NamedFollowUp } from '../domain/registry.ts';
import { Rejection, type RejectionBody } from '../domain/rejection.ts';
import { kindOf } from '../domain/streams.ts';
import { toMs } from '../domain/time.ts';
import type { CommandResult, Committed, Envelope } from '../workflows/contract.ts';
import { alarmedOf } from './alarmed.ts';
import type { Clock } from './clock.ts';
import { followUpsOfCommand } from './follow-ups.ts';
import type { States } from './states.ts';
import { createTurns } from './turns.ts';

export interface CommitDeps {
  readonly store: EventStore;
  readonly states: States;
  readonly clock: Clock;
  readonly calendar?: Calendar;
  /** Called after an append and before its answer (test of a crash at that moment). */
  readonly afterAppend?: () => void;
}

/** Other processes may win the race for a version; this one decides again, but not for ever. */
const MOST_RACES = 50;

export function createCommit(deps: CommitDeps): (envelope: Envelope) => Promise<Committed> {
  const { store, states, clock, calendar = CALENDAR, afterAppend = () => {} } = deps;
  const inTurn = createTurns();

  const contextOf = async ({ stream, command }: Envelope): Promise<Context> => {
    const refersTo = deciderOf(kindOf(stream)).refersTo(command);
    if (refersTo.length === 0) return { calendar, known: new Set() };
    const found = await Promise.all(refersTo.map((other) => store.read(other, { upToVersion: 1 })));
    return { calendar, known: new Set(refersTo.filter((_, i) => (found[i]?.length ?? 0) > 0)) };
  };

  const commit = async (envelope: Envelope): Promise<Committed> => {
    const { stream, commandId, command, by, origin } = envelope;
    const at = origin === 'clock' ? clock.toBusiness(toMs(envelope.at)) : envelope.at;
    const identity = { id: commandId, contentHash: contentHashOf({ stream, command, by }) };
    const target = { stream, kind: kindOf(stream), command: identity, by };
    const context = await contextOf(envelope);

    const answer = (result: CommandResult, state: Folded, followUps: readonly NamedFollowUp[] = []): Committed => ({
      result,
      standing: alarmedOf(stream, state, context, clock),
      followUps,
    });
    const rejected = (rejection: RejectionBody, state: Folded): Committed =>
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
    const refuse = async (rejection: Rejection, decidedOn: Folded): Promise<Committed | null> => {
      const [state, found] = await Promise.all([states.refresh(stream), store.findCommand(commandId)]);
      if (found) {
        const same = found.stream === stream && found.contentHash === identity.contentHash;
        return again(same, found.version, found.outcome);
      }
      if (state.version !== decidedOn.version) return null;
      if (origin !== 'policy') return rejected(rejection, state);
      const noted = await store.recordRejection({ ...target, expectedVersion: state.version, at, rejection });
      return settled(noted, () => rejected(rejection, state));
    };
    const settled = async (written: AppendResult, done: () => Committed): Promise<Committed | null> => {
      if (written.kind === 'appended') return done();
      if (written.kind === 'duplicate') return again(written.sameContent, written.version, written.outcome);
      await states.refresh(stream);
      return null;
    };
    const write = async (before: Folded, { facts, state }: Executed): Promise<Committed | null> => {
      const done = (): Committed =>
        answer({ kind: 'accepted', version: state.version }, state, followUpsOf(stream, before, facts));
      // an alarm that changed nothing (the clock was set back) leaves no trace: its id must ring again
      if (facts.length === 0 && origin === 'clock') return done();
      const written = await store.append({
        ...target,
        expectedVersion: before.version,
        events: facts.map(toRecord),
        at: facts[0]?.at ?? at,
        rows: projectRows(target.kind, before, state, facts, stream),
      });
      if (written.kind === 'appended') {
        afterAppend();
        states.keep(stream, state);
      }
      return settled(written, done);
    };
    const decideOnce = async (): Promise<Committed | null> => {
      const before = await states.get(stream);
      try {
        return await write(before, decide(envelope, before, { stream, commandId, at, by }, context));
      } catch (error) {
        if (error instanceof Rejection) return refuse(error, before);
        throw error;
      }
    };

    for (let race = 0; race < MOST_RACES; race++) {
      const committed = await decideOnce();
      if (committed) return committed;
    }
    throw new Error(`${stream} changed ${MOST_RACES} times while ${commandId} was being decided`);
  };
  return (envelope) => inTurn(envelope.stream, () => commit(envelope));
}

const decide = (
  { command, expectedVersion }: Envelope,
  before: Folded,
  meta: Parameters<typeof execute>[2],
  context: Context,
): Executed => {
  if (expectedVersion !== undefined && expectedVersion !== before.version)
    throw new Rejection('stale-version', { version: before.version, expected: expectedVersion });
  return execute(before, command, meta, context);
};

/** What travels of a rejection: it is an Error, of which Temporal would keep the stack. */
const bodyOf = ({ kind, code, params }: RejectionBody): RejectionBody => ({ kind, code, params });
