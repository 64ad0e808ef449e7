/** Units and bodies as people write them: by id, or by the name that they bear on the day. */
import { BODIES } from '../../domain/labels/bodies.ts';
import { isEntered, nameOfBody, unitOn } from '../../domain/organisation/lookup.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { BODY_CODES, type BodyCode, BodyId, bodyId, OrgUnitId } from '../../domain/people.ts';
import type { LocalDate } from '../../domain/time.ts';
import { folded } from './columns.ts';
import { rowFault } from './faults.ts';

/** `xã Tân Thạnh` is also found as `Tân Thạnh`. */
const LEVEL_WORDS = /^(thanh pho|thi xa|thi tran|tinh|quan|huyen|xa|phuong|dac khu|khu vuc|tp|tx) /;
const bare = (name: string): string => folded(name).replace(LEVEL_WORDS, '');

export interface Look {
  /** Throws `RowFault` for an unknown or ambiguous name. */
  unit(text: string, field: string): OrgUnitId;
  /** `text` is an id, a whole name, or with `unit` the code or the usual name of one of its bodies. */
  body(text: string, unit: OrgUnitId | null, field: string): BodyId;
}

const add = <T>(map: Map<string, Set<T>>, key: string, value: T): void => {
  map.set(key, (map.get(key) ?? new Set()).add(value));
};

const CODES = new Map<string, BodyCode>(
  BODY_CODES.flatMap((code) => [
    [folded(code), code] as const,
    [folded(BODIES[code].vi.name), code] as const,
    [folded(BODIES[code].en.name), code] as const,
  ]),
);

const one = <T>(found: ReadonlySet<T> | undefined, text: string, field: string): T | null => {
  const [first, ...others] = found ?? [];
  if (others.length > 0)
    throw rowFault(
      field,
      'name-ambiguous',
      `“${text}” là tên của nhiều nơi; ghi mã thay cho tên: ${[...(found ?? [])].slice(0, 5).join(', ')}.`,
      `"${text}" is the name of several; write the id instead: ${[...(found ?? [])].slice(0, 5).join(', ')}.`,
    );
  return first ?? null;
};

/** Names as of a day. Put together once for an import. */
export const createLook = (org: OrganisationState, day: LocalDate): Look => {
  const units = new Map<string, Set<OrgUnitId>>();
  const bodies = new Map<string, Set<BodyId>>();
  for (const id of org.units.keys()) {
    const unit = unitOn(org, id, day);
    if (!unit) continue;
    for (const name of new Set([folded(unit.nameVi), folded(unit.nameEn)])) add(units, name, id);
    if (bare(unit.nameVi) !== folded(unit.nameVi)) add(units, bare(unit.nameVi), id);
    for (const code of BODY_CODES)
      if (org.units.get(id)?.bodies[code])
        add(bodies, folded(nameOfBody(org, bodyId(id, code), day, 'vi')), bodyId(id, code));
  }
  const unit: Look['unit'] = (text, field) => {
    const id = OrgUnitId.safeParse(text);
    if (id.success && (org.units.has(id.data) || !isEntered(org))) return id.data;
    const found = one(units.get(folded(text)), text, field);
    if (found) return found;
    throw rowFault(
      field,
      'unit-not-found',
      `Không có địa bàn “${text.slice(0, 60)}”. Ghi đúng mã hoặc tên đang dùng.`,
      `There is no unit "${text.slice(0, 60)}". Write its id or its present name.`,
    );
  };
  const body: Look['body'] = (text, within, field) => {
    const id = BodyId.safeParse(text);
    if (id.success) return id.data;
    const code = within && CODES.get(folded(text));
    const found = code && within ? bodyId(within, code) : one(bodies.get(folded(text)), text, field);
    if (found) return found;
    throw rowFault(
      field,
      'body-not-found',
      `Không có cơ quan “${text.slice(0, 60)}”. Ghi mã (ví dụ tam-ky.POL), hoặc ghi tên kèm cột địa bàn.`,
      `There is no body "${text.slice(0, 60)}". Write its id (as tam-ky.POL), or its name beside its unit.`,
    );
  };
  return { unit, body };
};

/** `Tân Thạnh` → `tan-thanh`: the id of a new unit where the file gives none. */
export const idFromName = (name: string): string => bare(name).replaceAll(' ', '-').slice(0, 60);
