/** Units: added, renamed, put under another superior; and the model of tiers they stand in. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { BodyCode, type BodyId, bodyId, OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { Paper, text } from '../text.ts';
import { dayOf, LocalDate } from '../time.ts';
import { requireKeeper } from './authority.ts';
import { requireLastingUnit, requireLater, requirePaper, withEntry, withUnits } from './checks.ts';
import { covers, modelOn, unitWith } from './lookup.ts';
import { type Body, LEVELS, Level, type OrganisationState, OrgModel, type Unit } from './state.ts';

export const UnitData = z
  .strictObject({
    id: OrgUnitId,
    nameVi: text(120).meta({ example: 'thành phố Tam Kỳ', description: 'As it follows the name of a body' }),
    nameEn: text(120).meta({ example: 'Tam Kỳ city' }),
    level: Level,
    parent: OrgUnitId.optional().meta({ description: 'The unit above; none for the highest one' }),
    bodies: z.array(BodyCode).max(30).optional().meta({ description: 'Codes of its bodies, with their usual names' }),
  })
  .meta({ id: 'UnitData' });
export type UnitData = z.infer<typeof UnitData>;

const Effective = LocalDate.meta({ description: 'First day on which it counts; a later day than today waits for it' });

export const UnitCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('AddUnit'), unit: UnitData, validFrom: LocalDate, paper: Paper }),
  z.strictObject({
    type: z.literal('RenameUnit'),
    unit: OrgUnitId,
    nameVi: text(120),
    nameEn: text(120),
    effective: Effective,
    paper: Paper,
  }),
  z
    .strictObject({
      type: z.literal('MoveUnit'),
      unit: OrgUnitId,
      parent: OrgUnitId,
      effective: Effective,
      paper: Paper,
    })
    .meta({ description: 'Puts a unit under another superior' }),
  z.strictObject({ type: z.literal('ChangeOrgModel'), model: OrgModel, effective: Effective, paper: Paper }),
]);
export type UnitCommand = z.infer<typeof UnitCommand>;

export type UnitEvent =
  | { readonly type: 'UnitAdded'; readonly unit: UnitData; readonly validFrom: LocalDate; readonly paper: Paper }
  | {
      readonly type: 'UnitRenamed';
      readonly unit: OrgUnitId;
      readonly nameVi: string;
      readonly nameEn: string;
      readonly effective: LocalDate;
      readonly paper: Paper;
    }
  | {
      readonly type: 'UnitMoved';
      readonly unit: OrgUnitId;
      readonly parent: OrgUnitId;
      readonly effective: LocalDate;
      readonly paper: Paper;
    }
  | {
      readonly type: 'OrgModelChanged';
      readonly model: OrgModel;
      readonly effective: LocalDate;
      readonly paper: Paper;
    };

export const newBody = (
  id: BodyId,
  validFrom: LocalDate,
  own: { nameVi?: string | undefined; nameEn?: string | undefined; headPost?: string | undefined } = {},
): Body => ({
  id,
  nameVi: own.nameVi ?? null,
  nameEn: own.nameEn ?? null,
  validFrom,
  validTo: null,
  successor: null,
  posts: [{ id: 'head', title: own.headPost ?? null, isHead: true, validFrom, validTo: null, holders: [] }],
  delegations: [],
});

export const newUnit = (data: UnitData, validFrom: LocalDate, predecessors: readonly OrgUnitId[] = []): Unit => ({
  id: data.id,
  level: data.level,
  validFrom,
  validTo: null,
  names: [{ from: validFrom, nameVi: data.nameVi, nameEn: data.nameEn }],
  parents: [{ from: validFrom, parent: data.parent ?? null }],
  predecessors: predecessors.map((unit) => ({ from: validFrom, unit })),
  successors: [],
  heir: null,
  bodies: Object.fromEntries((data.bodies ?? []).map((code) => [code, newBody(bodyId(data.id, code), validFrom)])),
});

const rank = (level: Level): number => LEVELS.indexOf(level === 'district' ? 'region' : level);
export const standsAbove = (upper: Level, lower: Level): boolean => rank(upper) < rank(lower);

/** Throws `parent-wrong` unless the unit above is in force from that day on and of a higher level. */
export const requireParent = (
  org: OrganisationState,
  unit: { readonly id: OrgUnitId; readonly level: Level },
  parent: OrgUnitId,
  day: LocalDate,
): void => {
  const above = unitWith(org, parent);
  if (!above || above.validTo !== null || !covers(above, day) || !standsAbove(above.level, unit.level))
    throw new Rejection('parent-wrong', { unit: unit.id, parent, day });
};

/** Throws `unit-exists`, `level-not-in-model` or `parent-wrong`. An id is used once, also after the unit has ended. */
export const checkNewUnit = (org: OrganisationState, data: UnitData, validFrom: LocalDate): void => {
  if (unitWith(org, data.id)) throw new Rejection('unit-exists', { unit: data.id });
  requireLevel(org, data, validFrom);
  if (data.parent) requireParent(org, data, data.parent, validFrom);
};

/** There is no district level from the day on which the model has two tiers. */
export const requireLevel = (org: OrganisationState, { id, level }: UnitData, validFrom: LocalDate): void => {
  const models = [
    modelOn(org, validFrom),
    ...org.models.filter(({ from }) => from > validFrom).map(({ model }) => model),
  ];
  if (level === 'district' && models.includes('twoTier'))
    throw new Rejection('level-not-in-model', { unit: id, unitLevel: level, model: 'twoTier' });
};

export const decideUnit = (command: UnitCommand, org: OrganisationState, { by, at }: CommandMeta): UnitEvent[] => {
  const today = dayOf(at);
  switch (command.type) {
    case 'AddUnit': {
      const { unit, validFrom, paper } = command;
      requireKeeper(org, by, unit.parent ? [unit.parent] : topUnits(org), today);
      requirePaper(paper, validFrom, at);
      checkNewUnit(org, unit, validFrom);
      return [{ type: 'UnitAdded', unit, validFrom, paper }];
    }
    case 'RenameUnit': {
      const { unit: id, nameVi, nameEn, effective, paper } = command;
      const unit = requireLastingUnit(org, id, effective);
      requireKeeper(org, by, [id], today);
      requirePaper(paper, effective, at);
      requireLater(unit.names, effective, id);
      return [{ type: 'UnitRenamed', unit: id, nameVi, nameEn, effective, paper }];
    }
    case 'MoveUnit': {
      const { unit: id, parent, effective, paper } = command;
      const unit = requireLastingUnit(org, id, effective);
      requireKeeper(org, by, [id, parent], today);
      requirePaper(paper, effective, at);
      requireLater(unit.parents, effective, id);
      requireParent(org, unit, parent, effective);
      return [{ type: 'UnitMoved', unit: id, parent, effective, paper }];
    }
    case 'ChangeOrgModel': {
      const { model, effective, paper } = command;
      requireKeeper(org, by, topUnits(org), today);
      requirePaper(paper, effective, at);
      requireLater(org.models, effective, 'model');
      if (modelOn(org, effective) === model) return [];
      if (model === 'twoTier') requireNoDistricts(org, effective);
      return [{ type: 'OrgModelChanged', model, effective, paper }];
    }
    default:
      return command satisfies never;
  }
};

/** Units that never had one above them and whose end has not been decided. */
const topUnits = (org: OrganisationState): OrgUnitId[] =>
  [...org.units.values()]
    .filter(({ parents, validTo }) => validTo === null && parents.at(-1)?.parent === null)
    .map(({ id }) => id);

const requireNoDistricts = (org: OrganisationState, effective: LocalDate): void => {
  const left = [...org.units.values()].filter(
    ({ level, validTo }) => level === 'district' && (validTo === null || validTo >= effective),
  );
  if (left.length > 0)
    throw new Rejection('districts-remain', { units: left.slice(0, 10).map(({ id }) => id), day: effective });
};

export const evolveUnit = (org: OrganisationState, fact: Fact<UnitEvent>): OrganisationState => {
  switch (fact.type) {
    case 'UnitAdded':
      return withUnits(org, [newUnit(fact.unit, fact.validFrom)]);
    case 'UnitRenamed': {
      const unit = unitWith(org, fact.unit);
      const name = { from: fact.effective, nameVi: fact.nameVi, nameEn: fact.nameEn };
      return unit ? withUnits(org, [{ ...unit, names: withEntry(unit.names, name) }]) : org;
    }
    case 'UnitMoved': {
      const unit = unitWith(org, fact.unit);
      const parent = { from: fact.effective, parent: fact.parent };
      return unit ? withUnits(org, [{ ...unit, parents: withEntry(unit.parents, parent) }]) : org;
    }
    case 'OrgModelChanged':
      return { ...org, models: withEntry(org.models, { from: fact.effective, model: fact.model }) };
    default:
      return fact satisfies never;
  }
};
