/** The organisation of a rehearsal: every locality of a plan with every body, headed by the persons who play there. */
import type { EstablishOrganisation } from '../domain/organisation/establish.ts';
import type { OrganisationCommand } from '../domain/organisation/index.ts';
import type { Level, OrgModel } from '../domain/organisation/state.ts';
import { type Actor, BODY_CODES, type BodyCode, type BodyId, bodyId, OrgUnitId, unitOf } from '../domain/people.ts';
import type { Paper } from '../domain/text.ts';
import { addDays, earlier, type LocalDate, localDate } from '../domain/time.ts';
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

const id = (text: string): OrgUnitId => OrgUnitId.parse(text);
const [DA_NANG, QUANG_NAM, TAM_KY, REGION] = ['da-nang', 'quang-nam', 'tam-ky', 'khu-vuc-tam-ky'].map(id) as [
  OrgUnitId,
  OrgUnitId,
  OrgUnitId,
  OrgUnitId,
]; // as many as are named

const unit = (name: string, level: Level, vi: string, en: string, parent?: OrgUnitId): UnitEntry => ({
  id: id(name),
  nameVi: vi,
  nameEn: en,
  level,
  ...(parent ? { parent } : {}),
  bodies: [...BODY_CODES],
});

const TAM_KY_UNITS: readonly UnitEntry[] = [
  unit('da-nang', 'province', 'thành phố Đà Nẵng', 'Đà Nẵng city'),
  unit('quang-nam', 'province', 'tỉnh Quảng Nam', 'Quảng Nam province'),
  unit('tam-ky', 'district', 'thành phố Tam Kỳ', 'Tam Kỳ city', QUANG_NAM),
  unit('tan-thanh', 'commune', 'phường Tân Thạnh', 'Tân Thạnh ward', TAM_KY),
  unit('an-son', 'commune', 'phường An Sơn', 'An Sơn ward', TAM_KY),
  unit('phuoc-hoa', 'commune', 'phường Phước Hòa', 'Phước Hòa ward', TAM_KY),
];

/** Tam Kỳ as it was until 30 June 2025: a city of Quảng Nam with its wards; Đà Nẵng beside it. */
export const TAM_KY_ORGANISATION: EstablishOrganisation = {
  type: 'EstablishOrganisation',
  orgModel: 'threeTier',
  validFrom: EARLIEST,
  units: [...TAM_KY_UNITS],
  bodies: [],
  posts: [],
  holders: allHeads(TAM_KY_UNITS.map((each) => each.id)),
};

const NATIONAL_ASSEMBLY: Paper = { number: '202/2025/QH15', date: localDate('2025-06-12'), issuer: 'Quốc hội' };
const STANDING_COMMITTEE: Paper = {
  number: '1659/NQ-UBTVQH15',
  date: localDate('2025-06-16'),
  issuer: 'Ủy ban Thường vụ Quốc hội',
};
/** TDE: the number is made up. */
const DEFENCE: Paper = { number: '2025/QĐ-TDE', date: localDate('2025-06-16'), issuer: 'Bộ Quốc phòng' };

/** Boards and staff of a regional defence command (TDE); the other work of the district goes to the city. */
const OF_REGION: readonly BodyCode[] = ['SA', 'SB', 'OB', 'SUB', 'DB', 'SUP', 'FRAME'];
const toCity: Record<BodyId, BodyId> = Object.fromEntries(
  BODY_CODES.filter((code) => !OF_REGION.includes(code)).map((code) => [bodyId(TAM_KY, code), bodyId(DA_NANG, code)]),
);

const effective: LocalDate = TWO_TIERS_FROM;
const ward = (name: string, vi: string, en: string): UnitEntry => unit(name, 'commune', vi, en, DA_NANG);
const [CITY, PROVINCE] = [headOf(bodyId(DA_NANG, 'PC')), headOf(bodyId(QUANG_NAM, 'PC'))];

/**
 * The reform of 1 July 2025 in the order of its decisions (after 16 June 2025): Quảng Nam becomes part of Đà Nẵng, the wards
 * of Tam Kỳ become four new ones, the district ends and its military work goes to a regional defence command. Tân Thạnh →
 * Bàn Thạch and An Sơn → Hương Trà are of the guide (§8); Phước Hòa → Tam Kỳ ward is TDE.
 */
export const TAM_KY_REFORM: readonly { readonly by: Actor; readonly command: OrganisationCommand }[] = [
  {
    by: CITY,
    command: { type: 'MergeUnits', from: [QUANG_NAM], into: DA_NANG, effective, bodies: {}, paper: NATIONAL_ASSEMBLY },
  },
  ...(
    [
      ['tan-thanh', ward('ban-thach', 'phường Bàn Thạch', 'Bàn Thạch ward')],
      ['an-son', ward('huong-tra', 'phường Hương Trà', 'Hương Trà ward')],
      ['phuoc-hoa', ward('phuong-tam-ky', 'phường Tam Kỳ', 'Tam Kỳ ward')],
    ] as const
  ).map(([old, into]) => ({
    by: PROVINCE,
    command: { type: 'MergeUnits' as const, from: [id(old)], into, effective, bodies: {}, paper: STANDING_COMMITTEE },
  })),
  {
    by: CITY,
    command: {
      type: 'AddUnit',
      unit: ward('quang-phu', 'phường Quảng Phú', 'Quảng Phú ward'),
      validFrom: effective,
      paper: STANDING_COMMITTEE,
    },
  },
  {
    by: PROVINCE,
    command: {
      type: 'MergeUnits',
      from: [TAM_KY],
      into: {
        ...unit(REGION, 'region', 'khu vực phòng thủ Tam Kỳ', 'Tam Kỳ defence region', DA_NANG),
        bodies: [...OF_REGION],
      },
      effective,
      bodies: toCity,
      paper: DEFENCE,
    },
  },
  { by: CITY, command: { type: 'ChangeOrgModel', model: 'twoTier', effective, paper: STANDING_COMMITTEE } },
];
