/** Duties with their names, and which home they lead to. */
import type { z } from 'zod';
import type { Duty } from '../../accounts/index.ts';
import { type Role, roleOf } from '../../domain/access/index.ts';
import { nameOfBody, nameOfUnit } from '../../domain/organisation/lookup.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { unitOf } from '../../domain/people.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { DutyShown } from '../contract/index.ts';
import { words } from '../words.ts';

/** The home of a duty: what a body is in the files of its own unit. */
const HOMES: Readonly<Record<Role, z.output<typeof DutyShown>['group']>> = {
  staff: 'staff',
  leadership: 'leadership',
  viewer: 'leadership',
  participant: 'department',
};

export const dutiesShown = (
  org: OrganisationState,
  duties: readonly Duty[],
  day: LocalDate,
): z.output<typeof DutyShown>[] =>
  duties.map(({ body, post, actingFor, until }) => {
    const unit = unitOf(body);
    return {
      ...{ body, unit, post, actingFor, until },
      name: words(nameOfBody(org, body, day, 'vi'), nameOfBody(org, body, day, 'en')),
      unitName: words(nameOfUnit(org, unit, day, 'vi'), nameOfUnit(org, unit, day, 'en')),
      group: HOMES[roleOf(body, 'own')],
    };
  });
