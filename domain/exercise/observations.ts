/** What the umpires and the boards see during the run, kept for the review: seen at one time, written at another. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Reason, text } from '../text.ts';
import { Instant } from '../time.ts';
import { plannedItem } from './content-items.ts';
import { bodyIn, standingAgency } from './rights.ts';
import { OBSERVATION_KINDS, type Observation } from './run-state.ts';
import { ItemCode } from './stages.ts';
import type { ExerciseState } from './state.ts';

const ObservationId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,35}$/)
  .meta({ description: 'Chosen by the caller', example: 'QS-001' });

const Content = {
  seenAt: Instant.meta({ description: 'When it was seen; not later than it is written' }),
  text: text(1000),
  item: ItemCode.optional(),
  criterion: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9]{0,29}\/[a-z][a-zA-Z0-9]{0,29}$/)
    .optional()
    .meta({ description: 'domain/criterion of the score sheet' }),
  kind: z.enum(OBSERVATION_KINDS).optional().meta({ description: 'Default: neutral' }),
};

export const ObservationCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RecordObservation'), observation: ObservationId, ...Content }),
  z
    .strictObject({ type: z.literal('AmendObservation'), observation: ObservationId, reason: Reason, ...Content })
    .partial({ seenAt: true, text: true }),
]);
export type ObservationCommand = z.infer<typeof ObservationCommand>;

type Seen = Omit<Observation, 'id' | 'writtenAt' | 'by'>;
export type ObservationEvent =
  | ({ readonly type: 'ObservationRecorded'; readonly observation: string } & Seen)
  | ({ readonly type: 'ObservationAmended'; readonly observation: string; readonly reason: string } & Seen);

const checkSeen = (seen: Seen, state: ExerciseState, at: Instant): void => {
  if (seen.seenAt > at) throw new Rejection('seen-in-the-future', { seenAt: seen.seenAt, at });
  if (seen.item) plannedItem(state, seen.item);
  if (seen.criterion) {
    const [domain, code] = seen.criterion.split('/');
    const criteria = state.scoreSheet.domains.find((each) => each.code === domain)?.criteria ?? [];
    if (!criteria.some((each) => each.code === code))
      throw new Rejection('criterion-unknown', { criterion: seen.criterion });
  }
};

/** From the opening until the review is graded; the boards that conduct and judge the run write them. */
export const decideObservations = (
  command: ObservationCommand,
  state: ExerciseState,
  meta: CommandMeta,
): ObservationEvent[] => {
  allow(meta.by, [bodyIn(state, 'DB'), bodyIn(state, 'SB'), standingAgency(state), bodyIn(state, 'SA')]);
  if ((state.phase !== 'running' && state.phase !== 'reviewing') || state.review)
    throw new Rejection('observations-closed', { phase: state.phase });
  const before = state.observations.find((each) => each.id === command.observation);
  switch (command.type) {
    case 'RecordObservation': {
      if (before) throw new Rejection('observation-exists', { observation: command.observation });
      const { seenAt, text: said, item = null, criterion = null, kind = 'neutral' } = command;
      const seen: Seen = { seenAt, text: said, item, criterion, kind };
      checkSeen(seen, state, meta.at);
      return [{ type: 'ObservationRecorded', observation: command.observation, ...seen }];
    }
    case 'AmendObservation': {
      if (!before) throw new Rejection('observation-unknown', { observation: command.observation });
      const seen: Seen = {
        seenAt: command.seenAt ?? before.seenAt,
        text: command.text ?? before.text,
        item: command.item ?? before.item,
        criterion: command.criterion ?? before.criterion,
        kind: command.kind ?? before.kind,
      };
      checkSeen(seen, state, before.writtenAt);
      return [{ type: 'ObservationAmended', observation: command.observation, reason: command.reason, ...seen }];
    }
    default:
      return command satisfies never;
  }
};

export const evolveObservations = (state: ExerciseState, fact: Fact<ObservationEvent>): ExerciseState => {
  const { seenAt, text: said, item, criterion, kind } = fact;
  const seen = { seenAt, text: said, item, criterion, kind };
  const observations =
    fact.type === 'ObservationRecorded'
      ? [...state.observations, { id: fact.observation, writtenAt: fact.at, by: fact.by, ...seen }]
      : state.observations.map((each) => (each.id === fact.observation ? { ...each, ...seen } : each));
  return { ...state, observations };
};
