/** The organisation of a rehearsal: every locality of a plan with every body, headed by the persons who play there. */
import type { EstablishOrganisation } from '../domain/organisation/establish.ts';
import type { Level, OrgModel } from '../domain/organisation/state.ts';
import { type Actor, BODY_CODES, bodyId, type OrgUnitId, unitOf } from '../domain/people.ts';
import { addDays, earlier, localDate } from '../domain/time.ts';
import { headOf, personOf } from './cast.ts';
import type { PlannedExercise, SeasonPlan } from './plan.ts';

/** Districts ended on this day (domain guide §2). */
const TWO_TIERS_FROM = localDate('2025-07-01');
const EARLIEST = localDate('2020-01-01');
/** Files are opened less than a year before the opening day. */
const BEFORE_FIRST_DAY = 400;

type UnitEntry = EstablishOrganisation['units'][number];

/** Every body of every unit, each headed by the person who plays its head. */
const allHeads = (units: readonly OrgUnitId[]): EstablishOrganisation['holders'] =>
  units.flatMap((unit) =>
    BODY_CODES.map((code) => {
      const body = bodyId(unit, code);
      return { body, post: 'head', person: personOf(body, 1) };
    }),
  );

/** What enters the organisation that a plan plays in, in force well before its first day. Its sender: `keeperOf`. */
export const organisationOf = (plan: SeasonPlan): EstablishOrganisation => {
  const first = plan.exercises
    .map(({ openOn, startDate }) => openOn ?? addDays(startDate, -BEFORE_FIRST_DAY))
    .reduce(earlier);
  const orgModel: OrgModel = first < TWO_TIERS_FROM ? 'threeTier' : 'twoTier';
  const validFrom = orgModel === 'twoTier' ? TWO_TIERS_FROM : earlier(EARLIEST, addDays(first, -BEFORE_FIRST_DAY));
  const ids = unitsOf(plan);
  const units = ids.map((id): UnitEntry => {
    const named = plan.units.find((unit) => unit.id === id);
    const own = plan.exercises.find(({ orgUnit }) => orgUnit === id);
    const parent = named?.parent ?? (own?.superiorUnit && own.superiorUnit !== id ? own.superiorUnit : undefined);
    const leads = plan.exercises.some(({ orgUnit, superiorUnit }) => orgUnit !== id && superiorUnit === id);
    return {
      id,
      nameVi: named?.vi ?? id,
      nameEn: named?.en ?? id,
      level: named?.level ?? levelOf(own, leads, orgModel),
      ...(parent ? { parent } : {}),
      bodies: [...BODY_CODES],
    };
  });
  return { type: 'EstablishOrganisation', orgModel, validFrom, units, bodies: [], posts: [], holders: allHeads(ids) };
};

/** Who enters the organisation of a plan: the head of the standing agency of its highest locality. */
export const keeperOf = ({ units }: EstablishOrganisation): Actor => {
  const top = units.find(({ parent }) => parent === undefined);
  if (!top) throw new TypeError('no unit without a superior');
  return headOf(bodyId(top.id, 'SA'));
};

/** Localities that exercise, lead, muster or answer for something, then the others that the plan names. */
const unitsOf = (plan: SeasonPlan): OrgUnitId[] => {
  const owners = plan.reviews.flatMap(({ findings }) =>
    findings.flatMap(({ actions }) => actions.map(({ owner }) => owner)),
  );
  const named = plan.exercises.flatMap(({ owners: own }) => Object.values(own ?? {}));
  return [
    ...new Set([
      ...plan.exercises.flatMap(({ superiorUnit, orgUnit }) => (superiorUnit ? [superiorUnit, orgUnit] : [orgUnit])),
      ...plan.drills.flatMap(({ rows }) => rows.map(({ unit }) => unit)),
      ...[...owners, ...named].map(unitOf),
      ...plan.units.map(({ id }) => id),
    ]),
  ];
};

const levelOf = (own: PlannedExercise | undefined, leads: boolean, model: OrgModel): Level => {
  if (leads || own?.type === 'defenceAreaExercise') return model === 'threeTier' ? 'district' : 'province';
  if (own?.type === 'regionalDefenceExercise') return 'region';
  return own?.type === 'selfDefenceUnit' ? 'workplace' : 'commune';
};
