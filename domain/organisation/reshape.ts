/** Units merged into one or split into several: which unit and body takes over from which, decided for a day. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { BodyCode, BodyId, bodyId, codeOf, OrgUnitId, unitOf } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { Paper } from '../text.ts';
import { addDays, dayOf, LocalDate } from '../time.ts';
import { requireKeeper } from './authority.ts';
import { endedBody } from './bodies.ts';
import { requireLastingBody, requireLastingUnit, requirePaper, requireWithin, withUnits } from './checks.ts';
import { bodyWith, unitWith } from './lookup.ts';
import type { Body, OrganisationState, Unit } from './state.ts';
import { checkNewUnit, newUnit, standsAbove, UnitData } from './units.ts';

const Part = z
  .union([OrgUnitId, UnitData])
  .meta({ description: 'A unit that exists, or a new one; without bodies it gets those of the old' });
const Common = {
  effective: LocalDate.meta({ description: 'First day of the new units; a later day than today waits for it' }),
  bodies: z
    .record(BodyId, BodyId)
    .default({})
    .meta({ description: 'Who takes over from a body, where not the body of the same code' }),
  paper: Paper,
};

export const ReshapeCommand = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('MergeUnits'), from: z.array(OrgUnitId).min(1).max(500), into: Part, ...Common })
    .meta({ description: 'Units end and become part of another; one alone is dissolved into it' }),
  z
    .strictObject({
      type: z.literal('SplitUnit'),
      unit: OrgUnitId,
      into: z.array(Part).min(2).max(200),
      heir: OrgUnitId.meta({ description: 'The part that keeps the files and takes over the bodies' }),
      ...Common,
    })
    .meta({ description: 'A unit ends and becomes several' }),
]);
export type ReshapeCommand = z.infer<typeof ReshapeCommand>;

/** Self-contained: old → new of every body, the new superior of every unit that stood under one that ends. */
interface Reshaped {
  readonly from: readonly OrgUnitId[];
  readonly into: readonly OrgUnitId[];
  readonly heir: OrgUnitId;
  readonly created: readonly UnitData[];
  readonly effective: LocalDate;
  readonly bodies: Readonly<Record<BodyId, BodyId>>;
  readonly moved: readonly OrgUnitId[];
  readonly paper: Paper;
}
export type ReshapeEvent = ({ readonly type: 'UnitsMerged' } & Reshaped) | ({ readonly type: 'UnitSplit' } & Reshaped);

type PartData = z.infer<typeof Part>;
const idOf = (part: PartData): OrgUnitId => (typeof part === 'string' ? part : part.id);

export const decideReshape = (
  command: ReshapeCommand,
  org: OrganisationState,
  { by, at }: CommandMeta,
): ReshapeEvent[] => {
  const from = command.type === 'MergeUnits' ? [...new Set(command.from)] : [command.unit];
  const parts = command.type === 'MergeUnits' ? [command.into] : command.into;
  const heir = command.type === 'MergeUnits' ? idOf(command.into) : command.heir;
  const { effective, paper } = command;
  const into = parts.map(idOf);
  const known = parts.filter((part) => typeof part === 'string');
  const both = into.find((id, n) => from.includes(id) || into.indexOf(id) < n);
  if (both !== undefined) throw new Rejection('merge-itself', { unit: both });
  if (!into.includes(heir)) throw new Rejection('unit-unknown', { unit: heir });
  const ending = from.map((id) => requireLastingUnit(org, id, effective));
  for (const id of known) requireLastingUnit(org, id, effective);
  requireKeeper(org, by, [...from, ...known], dayOf(at));
  requirePaper(paper, effective, at);
  for (const unit of ending) requireWithin(addDays(effective, -1), null, unit.id, unit);
  const leaving = ending.flatMap((unit) => leavingBodies(unit, effective));
  const created = parts.flatMap((part) => (typeof part === 'string' ? [] : [equipped(part, leaving, command.bodies)]));
  for (const data of created) {
    if (data.parent && from.includes(data.parent))
      throw new Rejection('parent-wrong', { unit: data.id, parent: data.parent, day: effective });
    checkNewUnit(org, data, effective);
  }
  const bodies = takeovers({ org, leaving, heir, created, effective, from }, command.bodies);
  const moved = underlings(org, from, effective);
  requireRanks(moved, created.find(({ id }) => id === heir) ?? requireLastingUnit(org, heir, effective), effective);
  const type = command.type === 'MergeUnits' ? 'UnitsMerged' : 'UnitSplit';
  return [{ type, from, into, heir, created, effective, bodies, moved: moved.map(({ id }) => id), paper }];
};

/** Bodies that would be in force on the day. */
const leavingBodies = (unit: Unit, effective: LocalDate): Body[] =>
  Object.values(unit.bodies).filter(({ validTo }) => validTo === null || validTo >= effective);

/** A new unit named without bodies gets one of each code that the old ones had and that goes nowhere else. */
const equipped = (data: UnitData, leaving: readonly Body[], elsewhere: Readonly<Record<string, BodyId>>): UnitData =>
  data.bodies
    ? data
    : {
        ...data,
        bodies: [...new Set(leaving.filter(({ id }) => !elsewhere[id]).map(({ id }) => codeOf(id)))].sort(byCode),
      };

const byCode = (a: BodyCode, b: BodyCode): number => BodyCode.options.indexOf(a) - BodyCode.options.indexOf(b);

interface Takeover {
  readonly org: OrganisationState;
  readonly leaving: readonly Body[];
  readonly heir: OrgUnitId;
  readonly created: readonly UnitData[];
  readonly effective: LocalDate;
  readonly from: readonly OrgUnitId[];
}

/** Old → new of every body. Throws `body-without-successor` for those that nobody would take over from. */
const takeovers = (
  { org, leaving, heir, created, effective, from }: Takeover,
  named: Readonly<Record<BodyId, BodyId>>,
): Record<BodyId, BodyId> => {
  const stranger = Object.keys(named).find((id) => !leaving.some((body) => body.id === id));
  if (stranger !== undefined) throw new Rejection('body-unknown', { body: stranger });
  const isCreated = (id: BodyId): boolean =>
    created.some((unit) => unit.id === unitOf(id) && unit.bodies?.includes(codeOf(id)));
  const stands = (id: BodyId): boolean => isCreated(id) || bodyWith(org, id)?.validTo === null;
  const pairs = leaving.map(({ id }) => [id, named[id] ?? bodyId(heir, codeOf(id))] as const);
  const orphans = pairs.filter(([id, next]) => !named[id] && !stands(next)).map(([id]) => id);
  if (orphans.length > 0) throw new Rejection('body-without-successor', { bodies: orphans, into: heir });
  for (const [, next] of pairs) {
    if (from.includes(unitOf(next)))
      throw new Rejection('owner-not-in-force', { body: next, day: effective, successor: [] });
    if (!isCreated(next)) requireLastingBody(org, next, effective);
  }
  return Object.fromEntries(pairs);
};

/** Units that would stand under one that ends on some day from then on. */
const underlings = (org: OrganisationState, from: readonly OrgUnitId[], effective: LocalDate): Unit[] =>
  [...org.units.values()].filter(
    (unit) =>
      !from.includes(unit.id) &&
      (unit.validTo === null || unit.validTo >= effective) &&
      rehung(unit.parents, from, null, effective) !== unit.parents,
  );

/** The superiors of a unit with those that end replaced from the day on; the same list when none is concerned. */
const rehung = (
  parents: Unit['parents'],
  ending: readonly OrgUnitId[],
  heir: OrgUnitId | null,
  effective: LocalDate,
): Unit['parents'] => {
  const concerns = ({ parent }: Unit['parents'][number], n: number): boolean => {
    const next = parents[n + 1];
    return parent !== null && ending.includes(parent) && (next === undefined || next.from > effective);
  };
  if (!parents.some(concerns)) return parents;
  return parents.flatMap((entry, n) => {
    if (!concerns(entry, n)) return [entry];
    const after = { from: entry.from > effective ? entry.from : effective, parent: heir };
    return entry.from < effective ? [entry, after] : [after];
  });
};

const requireRanks = (moved: readonly Unit[], heir: Pick<Unit, 'id' | 'level'>, effective: LocalDate): void => {
  const low = moved.find(({ level }) => !standsAbove(heir.level, level));
  if (low) throw new Rejection('parent-wrong', { unit: low.id, parent: heir.id, day: effective });
};

export const evolveReshape = (org: OrganisationState, fact: Fact<ReshapeEvent>): OrganisationState => {
  const { from, into, heir, effective, paper } = fact;
  const known = (ids: readonly OrgUnitId[]): Unit[] => ids.flatMap((id) => unitWith(org, id) ?? []);
  const createdIds = fact.created.map(({ id }) => id);
  const joining = from.map((unit) => ({ from: effective, unit }));
  const pending = {
    reform: fact.version,
    effective,
    bodies: Object.keys(fact.bodies) as BodyId[], // keys of a checked record
    units: from,
    paper,
  };
  return withUnits({ ...org, pending: [...org.pending, pending] }, [
    ...known(from).map((unit) => endedUnit(unit, fact)),
    ...fact.created.map((data) => newUnit(data, effective, from)),
    ...known(into.filter((id) => !createdIds.includes(id) && !fact.moved.includes(id))).map((unit) => ({
      ...unit,
      predecessors: [...unit.predecessors, ...joining],
    })),
    ...known(fact.moved).map((unit) => ({
      ...unit,
      parents: rehung(unit.parents, from, heir, effective),
      predecessors: into.includes(unit.id) ? [...unit.predecessors, ...joining] : unit.predecessors,
    })),
  ]);
};

const endedUnit = (unit: Unit, { into, heir, effective, bodies }: Reshaped): Unit => ({
  ...unit,
  validTo: addDays(effective, -1),
  successors: into.map((successor) => ({ from: effective, unit: successor })),
  heir,
  bodies: Object.fromEntries(
    Object.entries(unit.bodies).map(([code, body]) => {
      const next = bodies[body.id];
      return [code, next ? endedBody(body, effective, next) : body];
    }),
  ),
});
