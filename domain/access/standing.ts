/**
 * What somebody is to a file: the group of his body, how its unit stands to that of the file, and whether the body takes
 * part. Pure; the organisation is asked as of one business day, in Vietnam.
 */
import { heirOf, isEntered, successorOf, superiorsOf } from '../organisation/lookup.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { type Actor, BODY_CODES, type BodyCode, type BodyId, codeOf, type OrgUnitId, unitOf } from '../people.ts';
import type { LocalDate } from '../time.ts';

/** `participant`: a body that owns work in a file and leads nothing in it. `viewer`: reads as leaders do, sends nothing. */
export const ROLES = ['staff', 'leadership', 'viewer', 'participant'] as const;
export type Role = (typeof ROLES)[number];

/** Where the actor's unit stands seen from the file. */
export const RELATIONS = ['own', 'superior', 'subordinate', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

/** How much of a file: all of it, only what is the body's own, nothing. */
export type Reach = 'whole' | 'own' | 'none';

/** An exercise, drill, review, programme or roll-out plan as far as access depends on it. */
export interface Reached {
  readonly unit: OrgUnitId;
  /** The locality whose boards lead it; its own one for a city. */
  readonly superior: OrgUnitId;
  /** Known only to the staff that draws it up, and to those who sign it. */
  readonly draft: boolean;
  /** Bodies whose head signs a draft, where somebody does. */
  readonly signers?: readonly BodyId[];
  /** Bodies that lead it by its own file, the directing board among them. */
  readonly leads: readonly BodyId[];
  /** Bodies that own work in it. */
  readonly bodies: readonly BodyId[];
  /** Communes whose exercises hang on it, or are placed by it; their committee and command take part. */
  readonly childUnits: readonly OrgUnitId[];
}

/** The actor with what the organisation of the day says of him. */
export interface Subject {
  readonly actor: Actor;
  /** His body, and the bodies of the past whose work it goes on with. */
  readonly bodies: readonly BodyId[];
  /** Units that stand above his. */
  readonly above: readonly OrgUnitId[];
}

const STAFF: readonly BodyCode[] = ['SA', 'MPC', 'OB', 'CLERK'];
const LEADERSHIP: readonly BodyCode[] = ['SC', 'PC', 'SB'];
/** They run the files of their own unit; in the file of another they take part at most. */
const COMMUNE: readonly BodyCode[] = ['COM', 'CMC'];

export const isCommune = (body: BodyId): boolean => COMMUNE.includes(codeOf(body));
export const isViewer = (actor: Actor): boolean => codeOf(actor.body) === 'VIEW';

/** The group of a body; a commune's committee and command are staff at home only. */
export const roleOf = (body: BodyId, relation: Relation): Role => {
  const code = codeOf(body);
  if (code === 'VIEW') return 'viewer';
  if (STAFF.includes(code) || (COMMUNE.includes(code) && relation === 'own')) return 'staff';
  return LEADERSHIP.includes(code) ? 'leadership' : 'participant';
};

/** True for bodies that look after all files of their unit and of the units under it. */
export const looksAfter = (body: BodyId, relation: 'own' | 'superior'): boolean =>
  roleOf(body, relation) !== 'participant';

/** Where a unit stands to a file of another on a day; a unit that has ended is asked through the one that keeps its files. */
export const relationOf = (
  org: OrganisationState,
  unit: OrgUnitId,
  file: Pick<Reached, 'unit' | 'superior'>,
  day: LocalDate,
): Relation => {
  const home = heirOf(org, file.unit, day) ?? file.unit;
  if (unit === file.unit || unit === home) return 'own';
  if (unit === file.superior || superiorsOf(org, home, day).includes(unit)) return 'superior';
  return superiorsOf(org, unit, day).some((above) => above === home || above === file.unit) ? 'subordinate' : 'other';
};

/** Bodies whose end has been decided, looked for once in each organisation: everybody's request asks. */
const ending = new WeakMap<OrganisationState, readonly BodyId[]>();

const endingBodies = (org: OrganisationState): readonly BodyId[] => {
  const found =
    ending.get(org) ??
    [...org.units.values()].flatMap(({ bodies }) =>
      BODY_CODES.flatMap((code) => (bodies[code] && bodies[code].validTo !== null ? [bodies[code].id] : [])),
    );
  ending.set(org, found);
  return found;
};

export const subjectOf = (org: OrganisationState, actor: Actor, day: LocalDate): Subject => ({
  actor,
  bodies: [actor.body, ...endingBodies(org).filter((body) => successorOf(org, body, day) === actor.body)],
  above: isEntered(org) ? superiorsOf(org, unitOf(actor.body), day) : [],
});

/**
 * Units whose files are at home with `unit` on a day: itself and those of the past whose files it keeps; and the units under
 * it, of today and of the past. In no order that means anything.
 */
export const unitsOf = (
  org: OrganisationState,
  unit: OrgUnitId,
  day: LocalDate,
): { readonly own: readonly OrgUnitId[]; readonly under: readonly OrgUnitId[] } => {
  const [own, under] = [new Set<OrgUnitId>([unit]), new Set<OrgUnitId>()];
  for (const id of org.units.keys()) {
    const home = heirOf(org, id, day) ?? id;
    if (home === unit) own.add(id);
    else if (superiorsOf(org, home, day).includes(unit)) under.add(id);
  }
  return { own: [...own], under: [...under] };
};

/**
 * How much of a file somebody sees at all. Whole: staff and leadership of its unit and of those above it, and the bodies
 * that lead it by its own file. Own: whoever else takes part. A draft is seen by staff, and by who signs it.
 */
export const sight = (subject: Subject, file: Reached, relation: Relation): Reach => {
  const { body } = subject.actor;
  const role = roleOf(body, relation);
  const leads = file.leads.includes(body);
  const near = relation === 'own' || relation === 'superior';
  if (file.draft) return (role === 'staff' && (near || leads)) || file.signers?.includes(body) ? 'whole' : 'none';
  if (leads || (near && role !== 'participant')) return 'whole';
  const hangsOn = isCommune(body) && file.childUnits.includes(unitOf(body));
  return hangsOn || subject.bodies.some((each) => file.bodies.includes(each)) ? 'own' : 'none';
};

/** As what he acts on a file that he sees: who leads it is staff of it whatever his body, who sees only his own takes part. */
export const actsAs = (subject: Subject, file: Reached, relation: Relation): Role => {
  const { body } = subject.actor;
  if (isViewer(subject.actor)) return 'viewer';
  if (sight(subject, file, relation) !== 'whole') return 'participant';
  const role = roleOf(body, relation);
  return role === 'participant' ? 'staff' : role;
};
