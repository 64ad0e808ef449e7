/** A small country, entered in one command: two provinces, three districts, four communes. */
import { expect } from '@jest/globals';
import { type OrganisationState, organisation } from '../../../domain/organisation/index.ts';
import { Actor, BodyId, OrgUnitId } from '../../../domain/people.ts';
import { ORGANISATION } from '../../../domain/streams.ts';
import { type LocalDate, localDate } from '../../../domain/time.ts';
import { at, type Command, given, refusalOf, type Step, send, step } from '../../support/domain.ts';
import { chief } from './world.ts';

export const NOW = at('2025-01-06');
export const unit = (id: string) => OrgUnitId.parse(id);
export const body = (id: string) => BodyId.parse(id);
export const day = (text: string): LocalDate => localDate(text);
export const place = (id: string, more: object = {}) => ({
  id,
  nameVi: `xã ${id}`,
  nameEn: `${id} commune`,
  level: 'commune',
  ...more,
});
export const decision = (number = '01/QĐ', date = '2025-01-06') => ({ number, date, issuer: 'Cơ quan có thẩm quyền' });
/** Decided today, from 1 July. */
export const decided = { effective: '2025-07-01', paper: decision() };

export const ENTER: Command = {
  type: 'EstablishOrganisation',
  orgModel: 'threeTier',
  validFrom: '2020-01-01',
  units: [
    place('quang-nam', { level: 'province', bodies: ['SA', 'PC', 'POL'] }),
    place('da-nang', { level: 'province', bodies: ['SA', 'PC', 'POL'] }),
    place('tam-ky', { level: 'district', parent: 'quang-nam', bodies: ['SA', 'SB', 'PC', 'OB', 'POL'] }),
    place('thang-binh', { level: 'district', parent: 'quang-nam', bodies: ['SA', 'PC', 'POL'] }),
    place('hoa-vang', { level: 'district', parent: 'da-nang', bodies: ['SA', 'PC'] }),
    place('an-son', { parent: 'tam-ky', bodies: ['CMC', 'COM'] }),
    place('tan-thanh', { parent: 'tam-ky', bodies: ['CMC', 'COM'] }),
    place('binh-tu', { parent: 'thang-binh', bodies: ['CMC'] }),
    place('hoa-tien', { parent: 'hoa-vang', bodies: ['CMC'] }),
  ],
  posts: [{ body: 'tam-ky.SB', post: 'deputy', title: 'Phó Trưởng ban' }],
  holders: [{ body: 'tam-ky.SB', person: 'sb-1.tam-ky' }],
};
/** Keeps everything below Quảng Nam. */
export const QUANG_NAM = chief('quang-nam.SA');
export const TAM_KY = chief('tam-ky.SA');
export const SB = chief('tam-ky.SB');
export const headed = (of: string, person: string) => Actor.parse({ body: of, person, post: 'head' });

export const told = (command: Command, by = QUANG_NAM, when = NOW): Step => step(by, when, command);
export const entered = (...past: readonly Step[]) => given(organisation, ORGANISATION, [told(ENTER), ...past]);
export const bodyIn = (state: OrganisationState, id: string) => {
  const [place = '', code = ''] = id.split('.');
  const found = state.units.get(unit(place))?.bodies[code as 'SA'];
  if (!found) throw new Error(`no body ${id}`);
  return found;
};

export const rename = (id: string, effective: string, name = 'x'): Command => ({
  type: 'RenameUnit',
  unit: id,
  nameVi: name,
  nameEn: name,
  effective,
  paper: decision(),
});
export const move = (id: string, parent: string, effective = '2025-07-01'): Command => ({
  type: 'MoveUnit',
  unit: id,
  parent,
  effective,
  paper: decision(),
});
export const merge = (from: readonly string[], into: unknown, more: object = {}): Command => ({
  type: 'MergeUnits',
  from,
  into,
  ...decided,
  ...more,
});
export const endBody = (id: string, into: string, effective = '2025-07-01'): Command => ({
  type: 'EndBody',
  body: id,
  into,
  effective,
  paper: decision(),
});
export const appoint = (more: object = {}): Command => ({
  type: 'AppointHolder',
  body: 'tam-ky.SB',
  post: 'deputy',
  person: 'other',
  from: '2025-02-01',
  paper: decision(),
  ...more,
});
export const addPost = (more: object = {}): Command => ({
  type: 'AddPost',
  body: 'tam-ky.SB',
  post: 'chairman',
  title: 'Chủ tịch',
  validFrom: '2025-02-01',
  paper: decision(),
  ...more,
});
export const endPost = (validTo: string, post = 'head'): Command => ({
  type: 'EndPost',
  body: 'tam-ky.SB',
  post,
  validTo,
  paper: decision(),
});
export const delegate = (more: object = {}): Command => ({
  type: 'DelegatePost',
  body: 'tam-ky.SB',
  person: 'deputy',
  from: '2025-02-01',
  to: '2025-02-15',
  paper: decision(),
  ...more,
});
export const revoke = (delegation = 'D1'): Command => ({
  type: 'RevokeDelegation',
  body: 'tam-ky.SB',
  delegation,
  reason: 'đã về',
});

/** A command, what it is refused with, by whom it is sent (the standing agency of Quảng Nam unless said) and what was before. */
export type Case = readonly [what: string, command: Command, code: string, params: object, by?: Actor, ...past: Step[]];
export const expectRefused = ([, command, code, params, by = QUANG_NAM, ...past]: Case): void =>
  expect(refusalOf(() => send(ORGANISATION, entered(...past).state, told(command, by)))).toMatchObject({
    name: 'Rejection',
    code,
    params,
  });
