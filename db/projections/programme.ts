/**
 * The row of a programme: what lists and access need. Its figures are made from its state, which is folded once and kept;
 * a row for each of seven thousand readings would be written for nobody.
 */
import type { ProgrammeState } from '../../domain/programme/index.ts';
import { entityOf } from '../../domain/streams.ts';
import type { Change } from './change.ts';
import { projectReminders } from './reminders.ts';
import type { Rows } from './rows.ts';
import { programmeBodies } from './taking-part.ts';

/** What parties and owners owe, by the id under which they are told of it. */
const owedOf = ({ reviews, recommendations }: ProgrammeState): Readonly<Record<string, object>> => ({
  ...Object.fromEntries(
    Object.values(reviews).flatMap(({ review, status, duties }) =>
      Object.values(duties).map(({ body, contribution }) => [
        `${review}/${body}`,
        { owner: body, state: status === 'open' && contribution === null ? 'open' : 'done' },
      ]),
    ),
  ),
  ...Object.fromEntries(
    Object.values(recommendations).map(({ id, owner, status, text }) => [id, { owner, state: status, text }]),
  ),
});

export function projectProgramme({ stream, after, facts, phase, closed }: Change<ProgrammeState>): Rows {
  const { orgUnit, term, kind, title, version } = after;
  if (orgUnit === null || term === null) return {};
  const { parties, signed, basis, conference } = after;
  const reviews = Object.values(after.reviews).map(({ review, kind: of, status, due, opensOn }) => ({
    ...{ review, status, due, opensOn },
    kind: of,
  }));
  return {
    ...projectReminders(stream, facts),
    programme: [
      {
        id: entityOf(stream),
        kind,
        org_unit: orgUnit,
        title,
        term_from: term.from,
        term_to: term.to,
        phase,
        version,
        closed,
        ...programmeBodies(after),
        doc: { parties, signed, basis, conference, reviews, owed: owedOf(after) },
      },
    ],
  };
}
