/** What every player has in hand: the plan, the engine, the clock, and what was promised on the way. */
import type { Calendar } from '../domain/calendar/index.ts';
import type { DrillState } from '../domain/drill/index.ts';
import type { ExerciseState } from '../domain/exercise/index.ts';
import type { Actor } from '../domain/people.ts';
import type { RejectionBody } from '../domain/rejection.ts';
import type { ReviewState } from '../domain/review/index.ts';
import { type EntityId, type StreamId, streamId } from '../domain/streams.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import { createPlayClock, type PlayClock } from './clock.ts';
import type { Engine, Envelope } from './engine.ts';
import type { SeasonPlan } from './plan.ts';

/** A rule refused what the plan asks for: the plan cannot be carried out as it stands. */
export class SeasonRefused extends Error {
  override readonly name = 'SeasonRefused';
  readonly envelope: Envelope;
  readonly rejection: RejectionBody;
  constructor(envelope: Envelope, rejection: RejectionBody) {
    super(`${envelope.command.type} on ${envelope.stream} at ${envelope.at}: ${rejection.code}`);
    this.envelope = envelope;
    this.rejection = rejection;
  }
}

/** Thrown by `act` when its instant lies after the end asked for; ends the season quietly. */
export class SeasonOver extends Error {}

export interface Play {
  readonly plan: SeasonPlan;
  readonly calendar: Calendar;
  readonly engine: Engine;
  readonly clock: PlayClock;
  /** Sends one command at the clock's next instant. */
  act(stream: StreamId, command: Envelope['command'], by: Actor): Promise<void>;
  /** As `act`, for what a rule may refuse: somebody tries, and is told no. */
  attempt(stream: StreamId, command: Envelope['command'], by: Actor): Promise<void>;
  exercise(id: EntityId): Promise<ExerciseState>;
  drill(id: EntityId): Promise<DrillState>;
  review(id: EntityId): Promise<ReviewState>;
  /** Commands sent so far. */
  sent(): number;
  /** Exercises whose opening had to be moved because they were not ready; their bodies keep the new days. */
  readonly chased: Set<EntityId>;
  /** The day on which a task was returned, keyed `<exercise>/<task>`. */
  readonly returnedOn: Map<string, LocalDate>;
  /** Requests, moves and pauses made, so that each is made once. */
  readonly made: Set<string>;
}

export const createPlay = (plan: SeasonPlan, engine: Engine, calendar: Calendar, until: Instant | undefined): Play => {
  const clock = createPlayClock(plan.exercises.length);
  const numbers = new Map<StreamId, number>();
  let sent = 0;
  const send = async (stream: StreamId, command: Envelope['command'], by: Actor) => {
    const at = clock.tick();
    if (until && at > until) throw new SeasonOver();
    const number = (numbers.get(stream) ?? 0) + 1;
    numbers.set(stream, number);
    const envelope: Envelope = { stream, commandId: `${plan.name}/${stream}/${number}`, command, at, by };
    sent += 1;
    return { envelope, outcome: await engine.send(envelope) };
  };
  return {
    plan,
    calendar,
    engine,
    clock,
    act: async (stream, command, by) => {
      const { envelope, outcome } = await send(stream, command, by);
      if (outcome.kind === 'rejected') throw new SeasonRefused(envelope, outcome.rejection);
    },
    attempt: async (stream, command, by) => {
      await send(stream, command, by);
    },
    // The kind of a stream decides the type of its state.
    exercise: async (id) => (await engine.state(streamId('exercise', id))) as ExerciseState,
    drill: async (id) => (await engine.state(streamId('drill', id))) as DrillState,
    review: async (id) => (await engine.state(streamId('review', id))) as ReviewState,
    sent: () => sent,
    chased: new Set(),
    returnedOn: new Map(),
    made: new Set(),
  };
};
