/** The review opens by itself when the run closes, with what the exercise's file says of boards, sheet and observations. */
import { stateIn } from '../context.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import type { Observation } from '../exercise/run-state.ts';
import type { Ladder } from '../ladder/index.ts';
import { type BodyId, bodyId, type OrgUnitId, type PersonRef } from '../people.ts';
import { systemOnly } from '../rights.ts';
import type { EntityId } from '../streams.ts';
import type { LocalDate } from '../time.ts';
import { NO_SCORE } from './scoring.ts';
import type { ScoreSheet } from './sheet.ts';
import type { Bodies, ReviewState } from './state.ts';

interface Opening {
  readonly exercise: EntityId;
  readonly orgUnit: OrgUnitId;
  readonly superiorUnit: OrgUnitId;
  /** Of the exercise's file; left out: the shipped sheet and ladder, the usual bodies of the localities. */
  readonly sheet?: ScoreSheet;
  readonly ladder?: Ladder;
  readonly bodies?: Bodies;
  /** Bodies whose work each domain judges, by the code of the domain. */
  readonly scoredBodies?: Readonly<Record<string, readonly BodyId[]>>;
  /** Persons who acted for a body in the exercise, by its id. */
  readonly members?: Readonly<Record<string, readonly PersonRef[]>>;
  /** Left out: read from the exercise's file. */
  readonly observations?: readonly Observation[];
  readonly startDate?: LocalDate | null;
  readonly endDate?: LocalDate | null;
  readonly parentId?: EntityId | null;
  readonly isPilot?: boolean;
  /** Programmes that count the exercise; left out: none. */
  readonly programmes?: readonly EntityId[];
}
/** Sent by the closed run. */
export type OpenReview = { readonly type: 'OpenReview' } & Opening;
export type ReviewOpened = { readonly type: 'ReviewOpened' } & Opening;

export const decideOpening = (
  command: OpenReview,
  state: ReviewState,
  meta: CommandMeta,
  context: Context,
): ReviewOpened[] => {
  systemOnly(meta.by, command.type);
  if (state.phase !== 'none') return [];
  const observations = command.observations ?? stateIn(context, 'exercise', command.exercise)?.observations ?? [];
  return [{ ...command, type: 'ReviewOpened', ...(observations.length > 0 ? { observations } : {}) }];
};

/** What the sheet says of bodies, in the localities of the exercise. */
const usualBodies = (sheet: ScoreSheet, orgUnit: OrgUnitId, superiorUnit: OrgUnitId): ReviewState['scoredBodies'] =>
  Object.fromEntries(
    sheet.domains.map(({ code, bodies = [] }) => [
      code,
      bodies.map((body) => bodyId(body === 'SA' ? superiorUnit : orgUnit, body)),
    ]),
  );

export const evolveOpening = (state: ReviewState, fact: Fact<ReviewOpened>): ReviewState => {
  const { exercise, orgUnit, superiorUnit, sheet = state.sheet } = fact;
  return {
    ...state,
    phase: 'open',
    exercise,
    orgUnit,
    superiorUnit,
    parentId: fact.parentId ?? null,
    isPilot: fact.isPilot ?? false,
    programmes: fact.programmes ?? [],
    startDate: fact.startDate ?? null,
    endDate: fact.endDate ?? null,
    sheet,
    ladder: fact.ladder ?? state.ladder,
    bodies: fact.bodies ?? null,
    members: fact.members ?? {},
    scoredBodies: fact.scoredBodies ?? usualBodies(sheet, orgUnit, superiorUnit),
    scores: Object.fromEntries(sheet.domains.map(({ code }) => [code, NO_SCORE])),
    observations: [
      ...(fact.observations ?? []),
      ...state.observations.filter(({ id }) => !fact.observations?.some((each) => each.id === id)),
    ],
  };
};
