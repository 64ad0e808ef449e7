/** How the bodies are called on paper: full names, the body above, and how their heads sign (Decree 30, Guidance 36). */
import { BODIES } from '../../domain/labels/bodies.ts';
import { bodyWith, headPostOn, nameOfBody, nameOfUnit, parentOn, unitWith } from '../../domain/organisation/lookup.ts';
import type { Level } from '../../domain/organisation/state.ts';
import { type BodyCode, type BodyId, codeOf, type OrgUnitId, unitOf } from '../../domain/people.ts';
import { placeOf } from '../model/words.ts';
import type { Sources } from './sources.ts';

/** What names are read from: the organisation, as of a day. */
export type Named = Pick<Sources, 'organisation' | 'day'>;

export const unitName = ({ organisation, day }: Named, unit: OrgUnitId): string =>
  nameOfUnit(organisation, unit, day, 'vi');

/** The locality of the exercise. */
export const localName = (sources: Named & Pick<Sources, 'exercise'>): string =>
  sources.exercise.orgUnit === null ? '' : unitName(sources, sources.exercise.orgUnit);

const levelOf = ({ organisation }: Named, unit: OrgUnitId): Level | null => unitWith(organisation, unit)?.level ?? null;

/** `Thành ủy Tam Kỳ`, `Huyện ủy Phú Ninh`, `Đảng ủy phường Tân Thạnh`. */
const partyCommittee = (from: Named, unit: OrgUnitId): string => {
  const name = unitName(from, unit);
  if (levelOf(from, unit) === 'commune') return `Đảng ủy ${name}`;
  const [, tier = ''] = /^(thành phố|thị xã|huyện|tỉnh)\s/iu.exec(name) ?? [];
  const called = { 'thành phố': 'Thành ủy', 'thị xã': 'Thị ủy', huyện: 'Huyện ủy', tỉnh: 'Tỉnh ủy' }[
    tier.toLowerCase()
  ];
  return called ? `${called} ${placeOf(name)}` : `Đảng ủy ${name}`;
};

const command = (from: Named, unit: OrgUnitId): string =>
  `${levelOf(from, unit) === 'province' ? 'Bộ' : 'Ban'} Chỉ huy Quân sự ${unitName(from, unit)}`;

/** Where the usual label of a code is no name that stands on a paper. */
const OFFICIAL: Readonly<Partial<Record<BodyCode, (from: Named, unit: OrgUnitId) => string>>> = {
  SA: command,
  CMC: command,
  COM: (from, unit) => `Ủy ban nhân dân ${unitName(from, unit)}`,
  SC: (from, unit) => `Ban Thường vụ ${partyCommittee(from, unit)}`,
};

/** The name of a body on a paper: its own, or the official one of its code. */
export const officeName = (from: Named, body: BodyId): string => {
  const { organisation, day } = from;
  const own = bodyWith(organisation, body)?.nameVi;
  return own ?? OFFICIAL[codeOf(body)]?.(from, unitOf(body)) ?? nameOfBody(organisation, body, day, 'vi');
};

/** The Party committee of the unit, for papers of the Party form. */
export const partyOffice = (from: Named, body: BodyId): string =>
  codeOf(body) === 'COM' ? `Đảng ủy ${unitName(from, unitOf(body))}` : officeName(from, body);

const above = ({ organisation, day }: Named, unit: OrgUnitId): OrgUnitId | null => {
  const known = unitWith(organisation, unit);
  return known && parentOn(known, day);
};

/** The line above the issuer. People's Committees have none; a Party committee names the one over it. */
export const parentOffice = (
  from: Named,
  body: BodyId,
  form: 'decree30' | 'party36',
): { readonly office: string; readonly unit: OrgUnitId } | null => {
  const unit = unitOf(body);
  const upper = above(from, unit);
  switch (codeOf(body)) {
    case 'PC':
      return null;
    case 'COM':
      return form === 'party36' && upper ? { office: `Đảng bộ ${unitName(from, upper)}`, unit: upper } : null;
    case 'MPC':
      return { office: partyCommittee(from, unit), unit };
    case 'SA':
    case 'CMC':
      return upper ? { office: command(from, upper), unit: upper } : null;
    default:
      return { office: `Ủy ban nhân dân ${unitName(from, unit)}`, unit };
  }
};

/** Where the head's title is the same whatever the body is called. */
const SIGNS: Readonly<Partial<Record<BodyCode, string>>> = {
  PC: 'Chủ tịch',
  COM: 'Chủ tịch',
  MPC: 'Bí thư',
  SC: 'Bí thư',
  SA: 'Chỉ huy trưởng',
  CMC: 'Chỉ huy trưởng',
  SB: 'Trưởng ban',
  OB: 'Trưởng ban',
  DB: 'Trưởng ban',
  SUP: 'Trưởng ban',
};

export const headTitle = ({ organisation, day }: Named, body: BodyId): string => {
  const known = bodyWith(organisation, body);
  return (known && headPostOn(known, day)?.title) ?? SIGNS[codeOf(body)] ?? BODIES[codeOf(body)].vi.head;
};

/** Bodies that decide together are signed for by their head: `TM.`, in the Party `T/M`. */
const TOGETHER: readonly BodyCode[] = ['PC', 'COM', 'MPC', 'SC'];

/**
 * The lines above a signature. A deputy who signs, as the paper on file says, signs for the head: `KT.`, in the Party `K/T`.
 */
export const signatureLines = (
  from: Named,
  body: BodyId,
  {
    form,
    signerPost = null,
    alone = false,
  }: { form: 'decree30' | 'party36'; signerPost?: string | null; alone?: boolean },
): string[] => {
  const [together, instead] = form === 'party36' ? ['T/M', 'K/T'] : ['TM.', 'KT.'];
  const head = form === 'party36' ? 'Bí thư' : headTitle(from, body);
  const office =
    form === 'party36'
      ? partyOffice(from, body).replace(/ (thành phố|thị xã|huyện|tỉnh|phường|xã) .*$/u, '')
      : 'Ủy ban nhân dân';
  const first = !alone && TOGETHER.includes(codeOf(body)) ? [`${together} ${office}`] : [];
  const isDeputy = signerPost !== null && /^phó\s/iu.test(signerPost);
  return isDeputy ? [...first, `${instead} ${head}`, signerPost] : [...first, head];
};

/** `Tam Kỳ`: the place of the unit of a body. */
export const placeOfBody = (from: Named, body: BodyId): string => placeOf(unitName(from, unitOf(body)));
