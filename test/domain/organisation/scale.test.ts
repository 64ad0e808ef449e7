/** All 3,321 communes of the country in one organisation. */
import { describe, expect, test } from '@jest/globals';
import { ownerMustBeInForce, requireInForce, requireSuperior } from '../../../domain/organisation/authority.ts';
import { type OrganisationState, organisation } from '../../../domain/organisation/index.ts';
import { bodyId, OrgUnitId } from '../../../domain/people.ts';
import { ORGANISATION } from '../../../domain/streams.ts';
import { localDate } from '../../../domain/time.ts';
import { headOf, personOf } from '../../../rehearsal/cast.ts';
import { at, send, step } from '../../support/domain.ts';
import { chief, paper } from './world.ts';

const PROVINCES = 34;
const COMMUNES = 3_321;
const CODES = ['SC', 'MPC', 'PC', 'SA', 'SB', 'POL', 'FIN', 'HEA', 'EDU', 'CUL', 'COM', 'CMC'] as const;
const NOW = at('2026-01-05');

const province = (n: number): string => `tinh-${n % PROVINCES}`;
const commune = (n: number): OrgUnitId => OrgUnitId.parse(`xa-${n}`);
const unit = (id: string, level: string, parent?: string) => ({
  id,
  nameVi: id,
  nameEn: id,
  level,
  ...(parent ? { parent } : {}),
  bodies: [...CODES],
});
const COUNTRY = {
  type: 'EstablishOrganisation',
  orgModel: 'twoTier',
  validFrom: '2025-07-01',
  units: [
    ...Array.from({ length: PROVINCES }, (_, n) => unit(province(n), 'province')),
    ...Array.from({ length: COMMUNES }, (_, n) => unit(commune(n), 'commune', province(n))),
  ],
  holders: Array.from({ length: COMMUNES }, (_, n) => {
    const body = bodyId(commune(n), 'COM');
    return { body, person: personOf(body, 1) };
  }),
};

/** Processor time in milliseconds: what else the machine does is not counted. */
const ms = (run: () => unknown): number => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

describe('the country', () => {
  let org = organisation.initial;
  const must = (command: object, by = chief('tinh-0.PC')): void => {
    org = send(ORGANISATION, org, step(by, NOW, command as never)).state as OrganisationState; // its decider's
  };

  test('3,321 communes with 12 bodies each are entered within two seconds of work', () => {
    expect(ms(() => must(COUNTRY))).toBeLessThan(2_000);
    expect(org.units.size).toBe(PROVINCES + COMMUNES);
  });

  test('a check takes no longer than a tenth of a millisecond', () => {
    const actors = Array.from({ length: COMMUNES }, (_, n) => headOf(bodyId(commune(n), 'COM')));
    const day = localDate('2026-01-05');
    const all = ms(() => {
      for (const [n, actor] of actors.entries()) {
        requireInForce(org, actor, NOW);
        ownerMustBeInForce(org, actor.body, day);
        requireSuperior(org, commune(n), OrgUnitId.parse(province(n)), day);
      }
    });
    expect(all / COMMUNES).toBeLessThan(0.1);
  });

  test('dozens of single decisions are quick too, and share what they do not change', () => {
    const before = org;
    const all = ms(() => {
      for (let n = 0; n < 90; n++)
        must({
          type: 'AppointHolder',
          body: bodyId(commune(n * PROVINCES), 'CMC'),
          person: `p-${n}`,
          from: '2026-01-05',
          paper: paper('1', '2026-01-05'),
        });
    });
    expect(all / 90).toBeLessThan(10);
    expect(org.units.get(commune(1))).toBe(before.units.get(commune(1)));
    expect(before.units.get(commune(0))?.bodies.CMC?.posts[0]?.holders).toEqual([]);
  });

  test('a merger of half a province takes less than a second', () => {
    const from = Array.from({ length: 40 }, (_, n) => commune(n * PROVINCES));
    const merge = {
      type: 'MergeUnits',
      from,
      into: { id: 'xa-moi', nameVi: 'xã Mới', nameEn: 'New commune', level: 'commune', parent: 'tinh-0' },
      effective: '2026-01-05',
      paper: paper('2', '2026-01-05'),
    };
    expect(ms(() => must(merge))).toBeLessThan(1_000);
    expect(org.units.get(OrgUnitId.parse('xa-moi'))?.predecessors).toHaveLength(40);
  });
});
