/** Papers of one exercise as they can be made at a version: sources by position in the ledger, numbers by the register. */
import type { z } from 'zod';
import { type StoredEvent, toFact } from '../../db/event-store.ts';
import { type Issued, issuerOf, type Missing, offers, onFile, type Sources } from '../../documents/index.ts';
import { type CalendarState, calendarOf } from '../../domain/calendar/stream.ts';
import { type DomainEvent, type Folded, fold } from '../../domain/decider.ts';
import { type ExerciseState, isSecret, shownState } from '../../domain/exercise/index.ts';
import { type OrgUnitId, unitOf } from '../../domain/people.ts';
import {
  type Entry,
  type ExerciseDocumentKind,
  type ExerciseRule,
  exerciseRule,
  type NumberedPaper,
  numberOf,
  register,
  registerOf,
} from '../../domain/register/index.ts';
import { deciderOf } from '../../domain/registry.ts';
import { Rejection } from '../../domain/rejection.ts';
import {
  CALENDAR_STREAM,
  type EntityId,
  entityOf,
  kindOf,
  ORGANISATION,
  type StreamId,
  streamId,
} from '../../domain/streams.ts';
import { dayOf } from '../../domain/time.ts';
import type { DocumentList, Words } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/index.ts';
import { words } from '../words.ts';
import { keptState } from './kept-state.ts';
import { classificationsOf } from './sources.ts';

export type Deps = Pick<ApiDeps, 'db' | 'store' | 'clock'>;

const MISSING: Readonly<Record<Missing, Words>> = {
  secret: words(
    'Văn bản mật không soạn trên mạng này, chỉ giữ số, ngày và nơi giữ',
    'A secret paper: only its reference is kept',
  ),
  'no-plan': words('Chưa lập kế hoạch diễn tập', 'The exercise is not planned yet'),
  'no-drill': words('Chưa có thực hành động viên', 'There is no mobilisation drill yet'),
  'no-review': words('Chưa mở rút kinh nghiệm', 'The review has not opened yet'),
  'nothing-late': words('Không có việc quá hạn của đơn vị khác', 'No other body is late'),
  'no-meeting': words('Chưa có cuộc họp, buổi luyện tập nào được ghi', 'No meeting or rehearsal is recorded yet'),
  'no-award': words('Chưa ghi khen thưởng', 'No award is recorded yet'),
};

const folded = (stream: StreamId, events: readonly StoredEvent[]): Folded =>
  fold(
    deciderOf(kindOf(stream)),
    events.map((event) => toFact<DomainEvent>(event)),
  );

/**
 * The files as they stood when the one that decides came to a version, the newest when null: everything recorded before it
 * in the ledger, and nothing after. So a version means the same for ever. Throws `document-version`, `exercise-unknown`.
 */
export const sourcesAt = async (
  { store }: Deps,
  id: EntityId,
  source: ExerciseRule['source'],
  version: number | null,
): Promise<{ readonly sources: Sources; readonly version: number } | null> => {
  const read = (stream: StreamId) => store.read(stream);
  const own = ['exercise', 'drill', 'review'] as const;
  const [exercise = [], drill = [], review = [], organisation = [], calendar = []] = await Promise.all(
    [...own.map((kind) => streamId(kind, id)), ORGANISATION, CALENDAR_STREAM].map(read),
  );
  if (exercise.length === 0) throw new Rejection('exercise-unknown', { id });
  const events = { exercise, drill, review }[source];
  const last = version === null ? events.at(-1) : events.find((event) => event.version === version);
  if (!last && version !== null) throw new Problem('document-version', { version, latest: events.length });
  if (!last) return null;
  const until = (all: readonly StoredEvent[]) => all.filter(({ position }) => position <= last.position);
  const state = (stream: StreamId, all: readonly StoredEvent[]): Folded | null => {
    const seen = until(all);
    return seen.length === 0 ? null : folded(stream, seen);
  };
  const file = state(streamId('exercise', id), exercise) as ExerciseState | null; // its id says its kind
  if (!file) return null;
  const sources = {
    id,
    exercise: shownState(file, classificationsOf(exercise)),
    drill: state(streamId('drill', id), drill),
    review: state(streamId('review', id), review),
    organisation: folded(ORGANISATION, until(organisation)),
    calendar: calendarOf(folded(CALENDAR_STREAM, until(calendar)) as unknown as CalendarState), // its id says its kind
    at: last.at,
    day: dayOf(last.at),
  } as unknown as Sources; // the registry forgot the types that the kinds give
  return { sources, version: last.version };
};

/** Registers of an office, one for each year. */
const registersOf = async (deps: Deps, unit: OrgUnitId) => {
  const all = await deps.store.ongoing('register');
  const own = all.filter(({ stream }) => registerOf(entityOf(stream))?.unit === unit);
  return Promise.all(own.map(({ stream }) => keptState(deps, register, stream)));
};

/** The number that a register of an office gave to a paper; null while none did. */
export const numberFrom = async (
  deps: Deps,
  office: OrgUnitId,
  paper: Pick<NumberedPaper, 'exercise' | 'kind' | 'of'>,
): Promise<Entry | null> => {
  for (const state of await registersOf(deps, office)) {
    const entry = numberOf(state, paper);
    if (entry) return entry;
  }
  return null;
};

/** The number of a paper of an exercise. */
export const givenNumber = async (
  deps: Deps,
  { exercise, id }: Pick<Sources, 'exercise' | 'id'>,
  kind: ExerciseDocumentKind,
  of: string | null,
): Promise<Entry | null> =>
  exercise.type === null
    ? null
    : numberFrom(deps, unitOf(issuerOf({ exercise }, kind).body), { exercise: id, kind, of });

export const issuedBy = ({ written, date }: Entry): Issued => ({ number: written, date, signerPost: null });

type Row = z.output<typeof DocumentList>['documents'][number];

const choiceOf = async (
  deps: Deps,
  at: { readonly sources: Sources; readonly version: number },
  kind: ExerciseDocumentKind,
  choice: { readonly of: string | null; readonly name: string | null },
): Promise<Row['choices'][number]> => {
  const filed = onFile(at.sources, kind, choice.of);
  const given = filed ? null : await givenNumber(deps, at.sources, kind, choice.of);
  const number = filed
    ? { written: filed.number, date: filed.date }
    : given && { written: given.written, date: given.date };
  return { ...choice, atVersion: given?.paper?.atVersion ?? at.version, number };
};

/** Every kind with the ones that can be made of it now, each with its number where it has one. */
export const documentList = async (deps: Deps, id: EntityId): Promise<z.output<typeof DocumentList>> => {
  const now = { exercise: await sourcesAt(deps, id, 'exercise', null), drill: null, review: null } as Record<
    ExerciseRule['source'],
    Awaited<ReturnType<typeof sourcesAt>>
  >;
  if (!now.exercise) throw new Rejection('exercise-unknown', { id });
  for (const source of ['drill', 'review'] as const) now[source] = await sourcesAt(deps, id, source, null);
  const main = now.exercise;
  const whole = isSecret(main.sources.exercise, { kind: 'exercise' });
  // a secret paper goes by its neutral name: not even its kind stands here
  const told = offers(main.sources).filter(({ missing }) => whole || missing !== 'secret');
  const offered = new Map(told.map((offer) => [offer.kind, offer]));
  const documents = await Promise.all(
    [...offered.keys()].map(async (kind): Promise<Row> => {
      const { source, name, slot, form } = exerciseRule(kind);
      const at = now[source] ?? main;
      const offer = offers(at.sources).find((each) => each.kind === kind) ?? offered.get(kind);
      const { body, symbol } = issuerOf(main.sources, kind);
      return {
        ...{ kind, name: words(name.vi, name.en), slot, source, form, symbol, office: unitOf(body) },
        choices: await Promise.all((offer?.choices ?? []).map((choice) => choiceOf(deps, at, kind, choice))),
        missing: offer?.missing ? MISSING[offer.missing] : null,
      };
    }),
  );
  return { id, version: main.version, today: dayOf(deps.clock()), documents };
};
