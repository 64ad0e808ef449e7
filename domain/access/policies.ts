/** The closed list of policies, and one table that says of each how far it goes for whom. Every route names one. */
import type { Reach, Role } from './standing.ts';

/** Policies over one exercise, drill, review, programme or roll-out plan, which the address names. A file that is not seen is not there (404). */
export const FILE_POLICIES = {
  'exercise.read': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'own' },
  'exercise.plan': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'none' },
  'exercise.command': { staff: 'whole', leadership: 'whole', viewer: 'none', participant: 'own' },
  'exercise.history': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'own' },
  'drill.read': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'own' },
  'drill.command': { staff: 'whole', leadership: 'whole', viewer: 'none', participant: 'own' },
  'drill.history': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'own' },
  // the domain narrows it to the two keepers of the drill; for everybody else there are no names
  'drill.persons': { staff: 'whole', leadership: 'none', viewer: 'none', participant: 'none' },
  'review.read': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'own' },
  'documents.read': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'none' },
  'review.report': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'none' },
  'review.command': { staff: 'whole', leadership: 'whole', viewer: 'none', participant: 'own' },
  'review.history': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'own' },
  'programme.read': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'own' },
  'programme.command': { staff: 'whole', leadership: 'whole', viewer: 'none', participant: 'own' },
  // the whole of a programme stands in the report of a review
  'programme.documents': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'none' },
  'programme.history': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'own' },
  'rollout.read': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'own' },
  'rollout.command': { staff: 'whole', leadership: 'whole', viewer: 'none', participant: 'none' },
  'rollout.history': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'none' },
  'files.read': { staff: 'whole', leadership: 'whole', viewer: 'whole', participant: 'own' },
  'files.add': { staff: 'whole', leadership: 'whole', viewer: 'none', participant: 'own' },
} as const satisfies Record<string, Readonly<Record<Role, Reach>>>;
export type FilePolicy = keyof typeof FILE_POLICIES;

/**
 * Policies without one file. `public`: nobody need be signed in. `signedIn`: whoever is, with or without a duty. `duty`: who
 * holds a duty today; lists of these hold only the rows that he sees. `orders`: as `duty`, viewers excepted. `admin`: who
 * administers accounts and the installation, which gives no right over exercises.
 */
export const PLAIN_POLICIES = {
  public: 'public',
  signedIn: 'signedIn',
  'reference.read': 'signedIn',
  'calendar.read': 'signedIn',
  'template.read': 'signedIn',
  'organisation.read': 'signedIn',
  'calendar.command': 'orders',
  'template.command': 'orders',
  'register.command': 'orders',
  'organisation.command': 'orders',
  'exercise.list': 'duty',
  'rollout.list': 'duty',
  'planner.read': 'duty',
  'planner.start': 'orders',
  'exercise.open': 'orders',
  'programme.list': 'duty',
  'readiness.read': 'duty',
  'clashes.read': 'duty',
  'reminders.read': 'duty',
  'actions.read': 'duty',
  'bodies.own': 'duty',
  'register.read': 'duty',
  'command.read': 'duty',
  live: 'duty',
  admin: 'admin',
} as const satisfies Record<string, 'public' | 'signedIn' | 'duty' | 'orders' | 'admin'>;
export type PlainPolicy = keyof typeof PLAIN_POLICIES;

export type PolicyName = FilePolicy | PlainPolicy;
export const POLICY_NAMES = [...Object.keys(FILE_POLICIES), ...Object.keys(PLAIN_POLICIES)] as readonly PolicyName[]; // keys of closed records

export const isFilePolicy = (policy: PolicyName): policy is FilePolicy => Object.hasOwn(FILE_POLICIES, policy);

/** Names of persons do not exist for who may not meet them, units above included; everything else says that it is refused. */
export const isHidden = (policy: FilePolicy): boolean => policy === 'drill.persons';
