/** What two exercises cannot share on the same days: a venue, a post of the frame, the opening or closing itself. */
import { bodyIn, standingAgency } from '../exercise/rights.ts';
import { earlier, type LocalDate, later } from '../time.ts';
import { type Clash, type ClashKind, type DatedExercise, sameFamily } from './clash.ts';

/** Pairs in the order of their ids. */
export const pairs = <T>(list: readonly T[]): (readonly [T, T])[] =>
  list.flatMap((a, index) => list.slice(index + 1).map((b) => [a, b] as const));

/** The days on which both are held, null when there are none. */
export const overlap = (
  a: DatedExercise,
  b: DatedExercise,
): { readonly from: LocalDate; readonly until: LocalDate } | null => {
  const [from, until] = [later(a.startDate, b.startDate), earlier(a.endDate, b.endDate)];
  return from <= until ? { from, until } : null;
};

/** Two ways of typing the same name are one name. */
export const sameName = (name: string): string =>
  name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();

const shared = (a: readonly string[], b: readonly string[]): string[] => {
  const names = new Set(b.map(sameName));
  return [...new Map(a.filter((each) => names.has(sameName(each))).map((each) => [sameName(each), each])).values()];
};

const uncounted = { needed: null, available: null, tasks: [] } as const;

const sharedNames = (
  kind: ClashKind,
  severity: Clash['severity'],
  [a, b]: readonly [DatedExercise, DatedExercise],
  [ofA, ofB]: readonly [readonly string[], readonly string[]],
): Clash[] => {
  const days = overlap(a, b);
  if (!days) return [];
  return shared(ofA, ofB).map((subject) => ({
    key: `${kind}:${a.id}+${b.id}:${days.from}:${sameName(subject)}`,
    kind,
    severity,
    exercises: [a.id, b.id],
    ...days,
    subject,
    ...uncounted,
  }));
};

const posts = ({ state }: DatedExercise): string[] => (state.frame?.seats ?? []).map((seat) => seat.post);

/** The board or agency that would have to open or close both on one day. */
const sharedLead = (a: DatedExercise, b: DatedExercise): string | null => {
  const board = bodyIn(a.state, 'DB');
  if (board === bodyIn(b.state, 'DB')) return board;
  const agency = standingAgency(a.state);
  return agency === standingAgency(b.state) ? agency : null;
};

const sameDay = (
  kind: 'opening-day' | 'closing-day',
  a: DatedExercise,
  b: DatedExercise,
  [first, second]: readonly [LocalDate, LocalDate],
): Clash[] => {
  const subject = first === second ? sharedLead(a, b) : null;
  if (subject === null) return [];
  const key = `${kind}:${a.id}+${b.id}:${first}`;
  return [{ key, kind, severity: 'clash', exercises: [a.id, b.id], from: first, until: first, subject, ...uncounted }];
};

export const dayClashes = (exercises: readonly DatedExercise[]): Clash[] =>
  pairs(exercises.filter(({ state }) => state.phase !== 'reviewing')).flatMap(([a, b]) => {
    const family = sameFamily(a, b);
    const venues = [a.state.resources.venues, b.state.resources.venues] as const;
    const clashes = sharedNames('venue', family ? 'warning' : 'clash', [a, b], venues);
    if (family) return clashes;
    return [
      ...clashes,
      // posts are named within a locality: the same words elsewhere are another post
      ...(a.state.orgUnit === b.state.orgUnit ? sharedNames('frame-post', 'clash', [a, b], [posts(a), posts(b)]) : []),
      ...sameDay('opening-day', a, b, [a.startDate, b.startDate]),
      ...sameDay('closing-day', a, b, [a.endDate, b.endDate]),
    ];
  });
