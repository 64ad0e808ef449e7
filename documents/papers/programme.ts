/** Papers of a programme: which reviews one can be made of, and the states it is made of. */
import { type Fact, fold } from '../../domain/decider.ts';
import { reviewName } from '../../domain/labels/words-programme.ts';
import type { OrganisationState } from '../../domain/organisation/index.ts';
import { type Opened, type ProgrammeEvent, programme } from '../../domain/programme/index.ts';
import { reviewOf } from '../../domain/programme/reviews.ts';
import type { ProgrammeReview } from '../../domain/programme/state.ts';
import { programmeIssue } from '../../domain/register/index.ts';
import type { EntityId } from '../../domain/streams.ts';
import { earlier, type Instant, type LocalDate, later } from '../../domain/time.ts';
import type { Choice } from './index.ts';
import type { Named } from './offices.ts';

/** What is known of a programme at one version, and the organisation as it stood then. */
export interface ProgrammeSources {
  readonly id: EntityId;
  /** Of the programme, up to the version. */
  readonly facts: readonly Fact<ProgrammeEvent>[];
  readonly organisation: OrganisationState;
  /** Business time of the version, and its day in Vietnam. */
  readonly at: Instant;
  readonly day: LocalDate;
}

/** The programme as of the version; of the first events alone where `until` is given. Throws `TypeError` before it was opened. */
export const programmeIn = ({ facts }: ProgrammeSources, until = Number.POSITIVE_INFINITY): Opened => {
  const state = fold(
    programme,
    facts.filter(({ version }) => version <= until),
  );
  if (state.orgUnit === null || state.term === null) throw new TypeError('the programme was not opened');
  return state as Opened; // both are set
};

export const programmeIssuer = (sources: ProgrammeSources) => {
  const state = programmeIn(sources);
  return programmeIssue(state, state.orgUnit, sources.organisation);
};

/** Reviews that have opened, in the order of their days. */
export const programmeReviews = (sources: ProgrammeSources): readonly Choice[] =>
  Object.values(programmeIn(sources).reviews)
    .filter(({ status }) => status !== 'planned')
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ review }) => ({ of: review, name: reviewName(review, 'vi') }));

/** Names as of a day; of a programme that is older than the organisation, those of its first day. */
const namesOn = (organisation: OrganisationState, day: LocalDate): Named => {
  const known = [...organisation.units.values()].flatMap(({ names }) => names.map(({ from }) => from));
  return { organisation, day: known.length === 0 ? day : later(day, known.reduce(earlier)) };
};

/** A review at the version, and the programme at the moment whose figures it has: that of the meeting once it was held. */
export interface ReviewSources extends ProgrammeSources {
  readonly now: Opened;
  readonly then: Opened;
  readonly review: ProgrammeReview;
  readonly names: Named;
}

export const reviewSources = (sources: ProgrammeSources, id: string): ReviewSources => {
  const now = programmeIn(sources);
  const review = reviewOf(now, id);
  const then = review.held ? programmeIn(sources, review.held.event) : now;
  return { ...sources, now, review, then, names: namesOn(sources.organisation, sources.day) };
};
