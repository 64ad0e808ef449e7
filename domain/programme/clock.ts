/** What time alone does to a programme: reviews open on their day, and the rungs of reports and recommendations are told. */
import type { Calendar } from '../calendar/index.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { type Audience, climbed } from '../ladder/index.ts';
import { type Deadline, nextRung, rungsToTell, type ToldRung } from '../ladder/tell.ts';
import type { BodyId, Post } from '../people.ts';
import { systemOnly } from '../rights.ts';
import { atHour, dayOf, earlier, type Instant, later } from '../time.ts';
import { withRecommendation } from './outcome.ts';
import { type ReviewEvent, withReview } from './reviews.ts';
import type { Duty, PlannedReview, ProgrammeState, Recommendation } from './state.ts';

/** Sent by the workflow's alarm; `due` is the instant it was armed for. Never refused. */
export interface ObserveTime {
  readonly type: 'ObserveTime';
  readonly due: Instant;
}

/** `duty`: `2021-sixMonth/<body>` for a report that is owed, the number of a recommendation else. */
interface Told extends ToldRung {
  readonly duty: string;
}
export type ClockEvent = ({ readonly type: 'DutyReminded' } & Told) | ({ readonly type: 'DutyEscalated' } & Told);

/** Hour in Vietnam at which a review opens. */
const OPENING_HOUR = 7;
const dutyId = (review: string, { body }: Duty): string => `${review}/${body}`;

interface Owed extends Deadline {
  readonly owner: BodyId;
}

/** Reports owed to open reviews, and recommendations that are open; nothing of a programme that is not in force. */
const owedIn = (state: ProgrammeState): Owed[] => {
  if (state.phase !== 'inForce') return [];
  const reports = Object.values(state.reviews)
    .filter(({ status }) => status === 'open')
    .flatMap(({ review, duties }) => Object.values(duties).map((duty) => ({ review, duty })))
    .filter(({ duty }) => duty.contribution === null)
    .map(({ review, duty }) => ({ id: dutyId(review, duty), due: duty.due, ladder: duty.ladder, owner: duty.body }));
  const work = Object.values(state.recommendations)
    .filter(({ status }) => status === 'open')
    .map(({ id, due, ladder, owner }) => ({ id, due, ladder, owner }));
  return [...reports, ...work];
};

const planned = (state: ProgrammeState): PlannedReview[] =>
  state.phase === 'inForce' ? Object.values(state.reviews).filter(({ status }) => status === 'planned') : [];

export const nextDueOf = (state: ProgrammeState, calendar: Calendar): Instant | null => {
  const openings = planned(state).map(({ opensOn }) => atHour(opensOn, OPENING_HOUR));
  const rung = nextRung(calendar, state.ladder, owedIn(state));
  return [...openings, ...(rung ? [rung] : [])].reduce<Instant | null>(
    (next, at) => (next === null ? at : earlier(next, at)),
    null,
  );
};

const addressee = (state: ProgrammeState, owner: BodyId, audience: Audience): { to: BodyId; post: Post } => {
  switch (audience) {
    case 'owner':
      return { to: owner, post: 'member' };
    case 'head':
      return { to: owner, post: 'head' };
    case 'agency':
      return { to: state.keepers[0] ?? owner, post: 'member' };
    case 'board':
    case 'superior':
      return { to: state.approvers[0] ?? owner, post: 'head' };
    default:
      return audience satisfies never;
  }
};

/** Reviews whose day has come are opened first; their reports are owed from now on. */
export const decideClock = (
  command: ObserveTime,
  state: ProgrammeState,
  meta: CommandMeta,
  { calendar }: Context,
): (ClockEvent | ReviewEvent)[] => {
  systemOnly(meta.by, command.type);
  const openings = planned(state)
    .filter(({ opensOn }) => atHour(opensOn, OPENING_HOUR) <= meta.at)
    .sort((a, b) => (a.opensOn < b.opensOn ? -1 : a.opensOn > b.opensOn ? 1 : 0))
    .map(({ review, kind, due }): ReviewEvent => {
      const parties = state.parties;
      return { type: 'ProgrammeReviewOpened', review, kind, parties, due: later(due, dayOf(meta.at)) };
    });
  const owed = owedIn(state);
  const told = rungsToTell(calendar, state.ladder, owed, meta.at).flatMap(
    ({ id, rung, at, daysLeft, lateMinutes }): ClockEvent[] => {
      const item = owed.find((each) => each.id === id);
      if (!item) return [];
      const who = { audience: rung.audience, ...addressee(state, item.owner, rung.audience) };
      const when = { deadline: item.due, daysLeft, rungAt: at, lateMinutes };
      return [
        {
          type: rung.audience === 'owner' ? 'DutyReminded' : 'DutyEscalated',
          duty: id,
          rung: rung.id,
          ...who,
          ...when,
        },
      ];
    },
  );
  return [...openings, ...told];
};

export const evolveClock = (state: ProgrammeState, fact: Fact<ClockEvent>): ProgrammeState => {
  const rung = state.ladder.rungs.find((each) => each.id === fact.rung);
  if (!rung) return state;
  const work: Recommendation | undefined = state.recommendations[fact.duty];
  if (work) return withRecommendation(state, work.id, { ladder: climbed(work.ladder, rung, fact.at) });
  const cut = fact.duty.indexOf('/');
  const [review, body] = [fact.duty.slice(0, cut), fact.duty.slice(cut + 1)];
  const duties = state.reviews[review]?.duties ?? {};
  const duty = duties[body];
  return duty
    ? withReview(state, review, {
        duties: { ...duties, [body]: { ...duty, ladder: climbed(duty.ladder, rung, fact.at) } },
      })
    : state;
};
