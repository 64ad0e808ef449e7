/** When bodies end, merge or are renamed: the panel and the owners of open actions move; what is past stays as it was. */
import type { CommandMeta, Fact } from '../decider.ts';
import type { Rehoming } from '../organisation/reform.ts';
import { type BodyId, bodyId, codeOf, unitOf } from '../people.ts';
import { systemOnly } from '../rights.ts';
import { bodiesOf, isSettled, type ReviewState } from './state.ts';

/** Old ids to new ones; a body that is not named moves with its unit. */
type Moves = Pick<Rehoming, 'bodies' | 'units'>;
/** Sent by the organisation when a reform takes effect; nothing is noted where nothing moves. */
export type Rehome = { readonly type: 'Rehome' } & Rehoming;
export type ReviewRehomed = { readonly type: 'ReviewRehomed' } & Rehoming;

const movedBody =
  ({ bodies, units }: Moves) =>
  (body: BodyId): BodyId => {
    const unit = units[unitOf(body)];
    return bodies[body] ?? (unit ? bodyId(unit, codeOf(body)) : body);
  };

const moved = (state: ReviewState, moves: Moves): ReviewState => {
  const move = movedBody(moves);
  const bodies = bodiesOf(state);
  const unit = state.heirUnit ?? state.orgUnit;
  return {
    ...state,
    heirUnit: (unit && moves.units[unit]) ?? state.heirUnit,
    bodies: bodies && {
      directing: move(bodies.directing),
      steering: move(bodies.steering),
      agencies: [...new Set(bodies.agencies.map(move))],
    },
    scoredBodies: Object.fromEntries(Object.entries(state.scoredBodies).map(([code, all]) => [code, all.map(move)])),
    scorers: Object.fromEntries(
      Object.entries(state.scorers).map(([code, all]) => [
        code,
        all.map((each) => ({ ...each, body: move(each.body) })),
      ]),
    ),
    actions: Object.fromEntries(
      Object.entries(state.actions).map(([id, action]) => {
        const owner = move(action.owner);
        return [id, isSettled(action) || owner === action.owner ? action : { ...action, owner }];
      }),
    ),
  };
};

export const decideRehome = (command: Rehome, state: ReviewState, meta: CommandMeta): ReviewRehomed[] => {
  systemOnly(meta.by, command.type);
  if (state.phase === 'closed') return [];
  const { bodies, units, reason, paper } = command;
  const standing = { ...state, bodies: bodiesOf(state) };
  if (JSON.stringify(moved(standing, { bodies, units })) === JSON.stringify(standing)) return [];
  return [{ type: 'ReviewRehomed', bodies, units, reason, paper }];
};

export const evolveRehome = (state: ReviewState, fact: Fact<ReviewRehomed>): ReviewState => moved(state, fact);
