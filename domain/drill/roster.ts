/**
 * What the drill's history tells of a named roster: how many names came or went, by whom, why; never a name. The names
 * themselves are sealed outside the events (domain guide §10). These commands come only from where names are sealed and
 * erased, so the history tells of no import that did not happen.
 */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { successorOf } from '../organisation/authority.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { type BodyId, bodyId, isSystem } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { dayOf, type LocalDate } from '../time.ts';
import { requireWork } from './rights.ts';
import type { DrillState } from './state.ts';

/** Why names are erased; a code, because the history keeps it for ever and a sentence could hold a name. */
export const ErasureReason = z
  .enum(['subjectRequest', 'importedInError', 'noLongerNeeded', 'retentionEnded'])
  .meta({ description: 'Why the names are erased; kept in the history for ever' });
export type ErasureReason = z.infer<typeof ErasureReason>;

/** Why names are read; a code too, because the record of it can never be taken back. */
export const ReadPurpose = z
  .enum(['deliverOrders', 'rollCall', 'handover', 'entitlements', 'subjectRequest', 'inspection'])
  .meta({ description: 'Why the names are read; kept in the access log' });
export type ReadPurpose = z.infer<typeof ReadPurpose>;

export interface NoteRoster {
  readonly type: 'NoteRoster';
  readonly count: number;
  /** SHA-256, hex, of the sealed rows in the order of the import: ties them to the history without opening them. */
  readonly digest: string;
}
export interface NoteErasure {
  readonly type: 'NoteErasure';
  readonly count: number;
  readonly reason: ErasureReason;
}

export type RosterEvent =
  | { readonly type: 'RosterImported'; readonly count: number; readonly digest: string }
  | { readonly type: 'NamesErased'; readonly count: number; readonly reason: ErasureReason };

/**
 * Bodies that keep the roster on a day, while the drill lasts and after: its standing agency and its locality's military
 * command, or those that have succeeded them since. None before the drill is prepared.
 */
export const rosterKeepers = (
  { orgUnit, agency }: Pick<DrillState, 'orgUnit' | 'agency'>,
  organisation: OrganisationState,
  day: LocalDate,
): readonly BodyId[] => {
  if (orgUnit === null) return [];
  const bodies = [agency ?? bodyId(orgUnit, 'SA'), bodyId(orgUnit, 'CMC')];
  return bodies.map((body) => successorOf(organisation, body, day) ?? body);
};

/** Throws `drill-unknown`, `drill-closed` for an import, `not-your-body`. At the end of their time the clock erases names. */
export const decideRoster = (
  command: NoteRoster | NoteErasure,
  state: DrillState,
  { by, at }: CommandMeta,
  { organisation }: Context,
): readonly RosterEvent[] => {
  const { count } = command;
  const keepers = rosterKeepers(state, organisation, dayOf(at));
  if (command.type === 'NoteRoster') {
    requireWork(state);
    allow(by, keepers);
    return [{ type: 'RosterImported', count, digest: command.digest }];
  }
  if (state.orgUnit === null) throw new Rejection('drill-unknown', {});
  if (!isSystem(by)) allow(by, keepers);
  return [{ type: 'NamesErased', count, reason: command.reason }];
};

export const evolveRoster = (state: DrillState, fact: Fact<RosterEvent>): DrillState => {
  const { imported, erased } = state.roster;
  const roster =
    fact.type === 'RosterImported'
      ? { imported: imported + fact.count, erased }
      : { imported, erased: erased + fact.count };
  return { ...state, roster };
};
