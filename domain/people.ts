/**
 * Who acts and which bodies answer. Persons appear only as opaque references; names live outside the events
 * (Law 91/2025/QH15 on personal data; docs/architecture.md, "Persons").
 */
import { z } from 'zod';

/** Codes of the bodies that templates name (domain guide §2). */
export const BODY_CODES = [
  'SC',
  'MPC',
  'PC',
  'SA',
  'SB',
  'OB',
  'SUB',
  'DB',
  'SUP',
  'POL',
  'FIN',
  'HEA',
  'EDU',
  'CUL',
  'FRONT',
  'UNION',
  'COM',
  'CMC',
  'FRAME',
  'CLERK',
  'VIEW',
] as const;
export const BodyCode = z.enum(BODY_CODES).meta({ description: 'Code of a body, e.g. POL = police' });
export type BodyCode = z.infer<typeof BodyCode>;

/** A locality that holds exercises: lower-case, digits and hyphens, e.g. `tam-ky`, `tan-thanh`. */
export const OrgUnitId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .brand<'OrgUnitId'>()
  .meta({ example: 'tam-ky' });
export type OrgUnitId = z.infer<typeof OrgUnitId>;

/** One body of one locality: `<orgUnit>.<code>`, e.g. `tam-ky.POL`. */
export const BodyId = z
  .string()
  .max(80)
  .regex(new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*\\.(${BODY_CODES.join('|')})$`))
  .brand<'BodyId'>()
  .meta({ description: 'Body of a locality: <orgUnit>.<code>', example: 'tam-ky.POL' });
export type BodyId = z.infer<typeof BodyId>;

/** The two posts that rules ask for: the head of a body, or any member of its staff. */
export const Post = z.enum(['head', 'member']);
export type Post = z.infer<typeof Post>;

export const PersonRef = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,39}$/)
  .brand<'PersonRef'>()
  .meta({ description: 'Opaque reference to a person, never a name', example: 'nv-01' });
export type PersonRef = z.infer<typeof PersonRef>;

export const Actor = z.object({ person: PersonRef, body: BodyId, post: Post }).meta({ id: 'Actor' });
export type Actor = z.infer<typeof Actor>;

/** The clock itself, and the policies that carry one stream's event to another. No right of a person hangs on it. */
export const SYSTEM: Actor = {
  person: 'system' as PersonRef, // the one reserved reference
  body: 'system.VIEW' as BodyId,
  post: 'member',
};
export const isSystem = ({ person, body }: Actor): boolean => person === SYSTEM.person && body === SYSTEM.body;

export const bodyId = (unit: OrgUnitId, code: BodyCode): BodyId => `${unit}.${code}` as BodyId; // both parts are checked
export const codeOf = (body: BodyId): BodyCode => BodyCode.parse(body.slice(body.lastIndexOf('.') + 1));
export const unitOf = (body: BodyId): OrgUnitId => body.slice(0, body.lastIndexOf('.')) as OrgUnitId; // prefix of a checked id
