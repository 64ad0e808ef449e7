/** The organisation as it is on a day, and the life of one unit. */
import { z } from 'zod';
import { LEVELS, ORG_MODELS } from '../../domain/organisation/state.ts';
import { BodyId, OrgUnitId, PersonRef } from '../../domain/people.ts';
import { LocalDate } from '../../domain/time.ts';
import { list, PaperShown, Versioned, Words } from './common.ts';

const Window = { from: LocalDate, to: LocalDate.nullable().meta({ description: 'Last day; null: no end decided' }) };

const PostShown = z
  .object({
    id: z.string(),
    title: Words,
    isHead: z.boolean(),
    holder: z
      .object({ person: PersonRef, ...Window, paper: PaperShown.nullable() })
      .nullable()
      .meta({ description: 'Null where nobody is recorded' }),
  })
  .meta({ id: 'OrgPost' });

const DelegationShown = z
  .object({ id: z.string(), post: z.string(), person: PersonRef, from: LocalDate, to: LocalDate, paper: PaperShown })
  .meta({ id: 'Delegation', description: 'Who acts for the holder of a post' });

const BodyShown = z
  .object({ body: BodyId, name: Words, posts: list(PostShown), delegations: list(DelegationShown) })
  .meta({ id: 'OrgBody' });

const LevelShown = z.object({ code: z.enum(LEVELS), label: Words });

export const Organisation = z
  .object({
    ...Versioned,
    on: LocalDate.meta({ description: 'The day that the answer speaks of' }),
    model: z.object({ code: z.enum(ORG_MODELS), label: Words }),
    units: list(
      z
        .object({
          id: OrgUnitId,
          name: Words,
          formerly: list(Words).meta({
            description: 'Names it had before that day, then those of units that became part of it',
          }),
          level: LevelShown,
          parent: OrgUnitId.nullable(),
          bodies: list(BodyShown),
        })
        .meta({ id: 'OrgUnit' }),
    ).meta({ description: 'In force on that day, by id' }),
  })
  .meta({ id: 'Organisation' });

const Related = z.object({ unit: OrgUnitId, name: Words, from: LocalDate });

export const UnitLife = z
  .object({
    ...Versioned,
    unit: OrgUnitId,
    level: LevelShown,
    validFrom: LocalDate,
    validTo: LocalDate.nullable(),
    names: list(z.object({ from: LocalDate, name: Words })),
    superiors: list(z.object({ from: LocalDate, unit: OrgUnitId.nullable(), name: Words.nullable() })),
    predecessors: list(Related),
    successors: list(Related),
    heir: OrgUnitId.nullable().meta({ description: 'The successor that keeps its files' }),
    bodies: list(
      z.object({
        body: BodyId,
        name: Words,
        validFrom: LocalDate,
        validTo: LocalDate.nullable(),
        successor: BodyId.nullable(),
      }),
    ),
  })
  .meta({ id: 'UnitLife' });
