/** When bodies end or localities merge: parties, owners and open duties move; figures keep what they were reported for. */
import type { CommandMeta, Fact } from '../decider.ts';
import type { Rehoming } from '../organisation/reform.ts';
import { type BodyId, bodyId, codeOf, type OrgUnitId, unitOf } from '../people.ts';
import { systemOnly } from '../rights.ts';
import { heirOf, type ProgrammeReview, type ProgrammeState } from './state.ts';

/** Sent by the organisation when a reform takes effect; nothing is noted where nothing moves. */
export type Rehome = { readonly type: 'Rehome' } & Rehoming;
export type ProgrammeRehomed = { readonly type: 'ProgrammeRehomed' } & Rehoming;

type Moves = Pick<Rehoming, 'bodies' | 'units'>;

const movedBody =
  ({ bodies, units }: Moves) =>
  (body: BodyId): BodyId => {
    const unit = units[unitOf(body)];
    return bodies[body] ?? (unit ? bodyId(unit, codeOf(body)) : body);
  };

/** Two parties that became one owe one report; a report that was given stays. */
const movedReview = (review: ProgrammeReview, move: (body: BodyId) => BodyId): ProgrammeReview => {
  if (review.status !== 'open') return review;
  const duties: Record<string, ProgrammeReview['duties'][string]> = {};
  for (const duty of Object.values(review.duties)) {
    const body = move(duty.body);
    const standing = duties[body];
    duties[body] = { ...duty, body, contribution: standing?.contribution ?? duty.contribution };
  }
  return { ...review, duties };
};

/** Localities by the one that stands for them now, through all reforms. */
const movedHeirs = (state: ProgrammeState, { units }: Moves): ProgrammeState['heirs'] => {
  const scope = new Set<OrgUnitId>([
    ...Object.values(state.indicators).flatMap(({ source }) => (source.kind === 'coverage' ? source.communes : [])),
    ...Object.values(state.exercises).map(({ unit }) => unit),
  ]);
  const moved = [...scope].flatMap((unit): [OrgUnitId, OrgUnitId][] => {
    const now = heirOf(state, unit);
    const heir = units[now] ?? now;
    return heir === unit ? [] : [[unit, heir]];
  });
  return Object.fromEntries(moved);
};

const moved = (state: ProgrammeState, moves: Moves): ProgrammeState => {
  const move = movedBody(moves);
  const once = (bodies: readonly BodyId[]): BodyId[] => [...new Set(bodies.map(move))];
  return {
    ...state,
    orgUnit: (state.orgUnit && moves.units[state.orgUnit]) ?? state.orgUnit,
    parties: once(state.parties),
    keepers: once(state.keepers),
    approvers: once(state.approvers),
    indicators: Object.fromEntries(
      Object.entries(state.indicators).map(([code, each]) => [code, { ...each, owner: move(each.owner) }]),
    ),
    reviews: Object.fromEntries(Object.entries(state.reviews).map(([id, each]) => [id, movedReview(each, move)])),
    recommendations: Object.fromEntries(
      Object.entries(state.recommendations).map(([id, each]) => [
        id,
        each.status === 'confirmed' ? each : { ...each, owner: move(each.owner) },
      ]),
    ),
    heirs: movedHeirs(state, moves),
  };
};

export const decideRehome = (command: Rehome, state: ProgrammeState, meta: CommandMeta): ProgrammeRehomed[] => {
  systemOnly(meta.by, command.type);
  if (state.phase === 'none' || state.phase === 'closed') return [];
  const { bodies, units, reason, paper } = command;
  if (JSON.stringify(moved(state, { bodies, units })) === JSON.stringify(state)) return [];
  return [{ type: 'ProgrammeRehomed', bodies, units, reason, paper }];
};

export const evolveRehome = (state: ProgrammeState, fact: Fact<ProgrammeRehomed>): ProgrammeState => moved(state, fact);
