/** What time alone does to a review: the rungs of open corrective actions that have come due are told, each once. */
import type { Calendar } from '../calendar/index.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { type Audience, climbed } from '../ladder/index.ts';
import { type Deadline, nextRung, rungsToTell, type ToldRung } from '../ladder/tell.ts';
import type { BodyId, Post } from '../people.ts';
import { systemOnly } from '../rights.ts';
import type { Instant } from '../time.ts';
import { withAction } from './actions.ts';
import { type Action, actionHolder, bodiesOf, type ReviewState } from './state.ts';

/** Sent by the workflow's alarm; `due` is the instant it was armed for. Never refused. */
export interface ObserveTime {
  readonly type: 'ObserveTime';
  readonly due: Instant;
}

interface Told extends ToldRung {
  readonly action: string;
}
export type ClockEvent = ({ readonly type: 'ActionReminded' } & Told) | ({ readonly type: 'ActionEscalated' } & Told);

/** Open actions wait for their owner, completed ones for whoever checks them; the others have no deadline that counts. */
const deadlines = ({ actions }: ReviewState): Deadline[] =>
  Object.values(actions).filter(({ status }) => status === 'open' || status === 'completed');

export const nextDueOf = (state: ReviewState, calendar: Calendar): Instant | null =>
  nextRung(calendar, state.ladder, deadlines(state));

const addressee = (state: ReviewState, action: Action, audience: Audience): { to: BodyId; post: Post } => {
  const holder = actionHolder(state, action);
  const bodies = bodiesOf(state);
  switch (audience) {
    case 'owner':
      return { to: holder, post: 'member' };
    case 'head':
      return { to: holder, post: 'head' };
    case 'agency':
      return { to: bodies?.agencies[0] ?? holder, post: 'member' };
    case 'board':
    case 'superior':
      return { to: bodies?.steering ?? holder, post: 'head' };
    default:
      return audience satisfies never;
  }
};

export const decideClock = (
  command: ObserveTime,
  state: ReviewState,
  meta: CommandMeta,
  { calendar }: Context,
): ClockEvent[] => {
  systemOnly(meta.by, command.type);
  return rungsToTell(calendar, state.ladder, deadlines(state), meta.at).flatMap(
    ({ id, rung, at, daysLeft, lateMinutes }): ClockEvent[] => {
      const action = state.actions[id];
      if (!action) return [];
      const who = { audience: rung.audience, ...addressee(state, action, rung.audience) };
      const when = { deadline: action.due, daysLeft, rungAt: at, lateMinutes };
      const type = rung.audience === 'owner' ? 'ActionReminded' : 'ActionEscalated';
      return [{ type, action: id, rung: rung.id, ...who, ...when }];
    },
  );
};

export const evolveClock = (state: ReviewState, fact: Fact<ClockEvent>): ReviewState => {
  const action = state.actions[fact.action];
  const rung = state.ladder.rungs.find((each) => each.id === fact.rung);
  return action && rung ? withAction(state, action.id, { ladder: climbed(action.ladder, rung, fact.at) }) : state;
};
