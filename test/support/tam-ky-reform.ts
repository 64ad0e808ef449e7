/** The reform of 1 July 2025 around Tam Kỳ as commands: the organisation before it, and its decisions in their order. */
import type { EstablishOrganisation } from '../../domain/organisation/establish.ts';
import type { OrganisationCommand } from '../../domain/organisation/index.ts';
import type { Level } from '../../domain/organisation/state.ts';
import { type Actor, BODY_CODES, type BodyCode, type BodyId, bodyId, OrgUnitId } from '../../domain/people.ts';
import type { Paper } from '../../domain/text.ts';
import { localDate } from '../../domain/time.ts';
import { headOf, personOf } from '../../rehearsal/cast.ts';

type UnitEntry = EstablishOrganisation['units'][number];

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
  validFrom: localDate('2020-01-01'),
  units: [...TAM_KY_UNITS],
  bodies: [],
  posts: [],
  holders: TAM_KY_UNITS.flatMap((each) =>
    BODY_CODES.map((code) => {
      const body = bodyId(each.id, code);
      return { body, post: 'head', person: personOf(body, 1) };
    }),
  ),
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

const effective = localDate('2025-07-01');
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
