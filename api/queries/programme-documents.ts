/** Papers of one programme as they can be made at a version: its own events up to it, the organisation as the ledger stood then. */
import type { z } from 'zod';
import { toFact } from '../../db/event-store.ts';
import { type ProgrammeSources, programmeIssuer, programmeReview, programmeReviews } from '../../documents/index.ts';
import { fold } from '../../domain/decider.ts';
import { organisation } from '../../domain/organisation/index.ts';
import { unitOf } from '../../domain/people.ts';
import type { ProgrammeEvent } from '../../domain/programme/index.ts';
import { type Entry, kindRule } from '../../domain/register/index.ts';
import { Rejection } from '../../domain/rejection.ts';
import { type EntityId, ORGANISATION, streamId } from '../../domain/streams.ts';
import { dayOf } from '../../domain/time.ts';
import type { DocumentList } from '../contract/index.ts';
import { Problem } from '../problems/index.ts';
import { words } from '../words.ts';
import { type Deps, issuedBy, numberFrom } from './documents.ts';

const KIND = 'programme-review';

interface At {
  readonly sources: ProgrammeSources;
  readonly version: number;
}

/** Throws `document-version`, `programme-unknown`. */
const sourcesAt = async ({ store }: Deps, id: EntityId, version: number | null): Promise<At> => {
  const [own, all] = await Promise.all([store.read(streamId('programme', id)), store.read(ORGANISATION)]);
  if (own.length === 0) throw new Rejection('programme-unknown', { id });
  const last = version === null ? own.at(-1) : own.find((event) => event.version === version);
  if (!last) throw new Problem('document-version', { version: version ?? 0, latest: own.length });
  // a programme of before the organisation was entered is told in the names under which it was entered first
  const before = all.filter(({ position }, n) => n === 0 || position <= last.position);
  const sources = {
    id,
    facts: own.filter((event) => event.version <= last.version).map((event) => toFact<ProgrammeEvent>(event)),
    organisation: fold(
      organisation,
      before.map((event) => toFact(event)),
    ),
    at: last.at,
    day: dayOf(last.at),
  };
  return { sources, version: last.version };
};

const numberOf = (deps: Deps, { sources }: At, of: string): Promise<Entry | null> =>
  numberFrom(deps, unitOf(programmeIssuer(sources).body), { exercise: sources.id, kind: KIND, of });

/** The reports of its reviews that have opened, each with its number where it has one. */
export const programmeDocuments = async (deps: Deps, id: EntityId): Promise<z.output<typeof DocumentList>> => {
  const at = await sourcesAt(deps, id, null);
  const { body, symbol, form } = programmeIssuer(at.sources);
  const { name } = kindRule(KIND);
  const choices = await Promise.all(
    programmeReviews(at.sources).map(async (choice) => {
      const given = choice.of === null ? null : await numberOf(deps, at, choice.of);
      const number = given && { written: given.written, date: given.date };
      return { ...choice, atVersion: given?.paper?.atVersion ?? at.version, number };
    }),
  );
  const missing = choices.length > 0 ? null : words('Chưa có kỳ nào mở', 'No review has opened yet');
  const row = { kind: KIND, name: words(name.vi, name.en), slot: null, source: 'programme', form, symbol } as const;
  return {
    id,
    version: at.version,
    today: dayOf(deps.clock()),
    documents: [{ ...row, office: unitOf(body), choices, missing }],
  };
};

/** The report as data. A numbered one is the version that was numbered; any other version of it is a draft. */
export const programmePaper = async (
  deps: Deps,
  { id, of, version }: { readonly id: EntityId; readonly of: string; readonly version?: number | undefined },
) => {
  const newest = await sourcesAt(deps, id, version ?? null);
  const given = await numberOf(deps, newest, of);
  const wanted = version ?? given?.paper?.atVersion ?? newest.version;
  const at = wanted === newest.version ? newest : await sourcesAt(deps, id, wanted);
  const offered = programmeReviews(at.sources).some((choice) => choice.of === of);
  if (!offered) throw new Problem('document-missing');
  const issued = given?.paper?.atVersion === at.version ? issuedBy(given) : null;
  return { paper: programmeReview(at.sources, of, issued), version: at.version, name: `${KIND}-${of}-${id}` };
};
