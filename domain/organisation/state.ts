/** Units, bodies, posts and who holds them, by date. Folded from `organisation/main`; every day is a day in Vietnam. */
import { z } from 'zod';
import type { Actor, BodyCode, BodyId, OrgUnitId, PersonRef } from '../people.ts';
import type { Paper } from '../text.ts';
import type { Instant, LocalDate } from '../time.ts';

/** From the top down; a `region` is the area of a regional defence command, not an administrative tier. */
export const LEVELS = ['province', 'region', 'district', 'commune', 'workplace'] as const;
export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

/** Province, district and commune; since 1 July 2025 province and commune. */
export const ORG_MODELS = ['threeTier', 'twoTier'] as const;
export const OrgModel = z.enum(ORG_MODELS);
export type OrgModel = z.infer<typeof OrgModel>;

/** In force from the first day to the last, both included; `validTo` null: no end has been decided. */
export interface Span {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** A value that stands from a day until the next one of its list; lists are in the order of their days. */
export type Dated<T> = T & { readonly from: LocalDate };

export interface Holding {
  readonly person: PersonRef;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly paper: Paper | null;
}

/** A post of a body. Every body begins with the post `head`, whose title is the usual one where none is given. */
export interface OrgPost extends Span {
  readonly id: string;
  readonly title: string | null;
  readonly isHead: boolean;
  readonly holders: readonly Holding[];
}

/** A person acts for the holder of a post from one day to another, by written decision. */
export interface Delegation {
  readonly id: string;
  readonly post: string;
  readonly person: PersonRef;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly paper: Paper;
  readonly by: Actor;
  readonly revoked: { readonly at: Instant; readonly reason: string } | null;
}

export interface Body extends Span {
  readonly id: BodyId;
  /** Full names of its own; null: the usual name of its code and the name of its unit. */
  readonly nameVi: string | null;
  readonly nameEn: string | null;
  /** Who does its work from the day after `validTo`. */
  readonly successor: BodyId | null;
  readonly posts: readonly OrgPost[];
  readonly delegations: readonly Delegation[];
}

export interface Unit extends Span {
  readonly id: OrgUnitId;
  readonly level: Level;
  readonly names: readonly Dated<{ readonly nameVi: string; readonly nameEn: string }>[];
  readonly parents: readonly Dated<{ readonly parent: OrgUnitId | null }>[];
  readonly predecessors: readonly Dated<{ readonly unit: OrgUnitId }>[];
  readonly successors: readonly Dated<{ readonly unit: OrgUnitId }>[];
  /** The successor that takes over its files. */
  readonly heir: OrgUnitId | null;
  readonly bodies: Readonly<Partial<Record<BodyCode, Body>>>;
}

/** A decided change of units or bodies whose day has not been observed yet; named by the version of its event. */
export interface PendingReform {
  readonly reform: number;
  readonly effective: LocalDate;
  readonly bodies: readonly BodyId[];
  readonly units: readonly OrgUnitId[];
  readonly paper: Paper;
}

export interface OrganisationState {
  readonly version: number;
  readonly lastAt: Instant | null;
  readonly phase: 'none' | 'kept';
  readonly models: readonly Dated<{ readonly model: OrgModel }>[];
  readonly units: ReadonlyMap<OrgUnitId, Unit>;
  readonly pending: readonly PendingReform[];
}

export const NO_ORGANISATION: OrganisationState = {
  version: 0,
  lastAt: null,
  phase: 'none',
  models: [],
  units: new Map(),
  pending: [],
};
