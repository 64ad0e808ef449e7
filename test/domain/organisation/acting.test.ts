/** Who acts for a head, and for which days. */
import { describe, expect, test } from '@jest/globals';
import { actsFor, bodyOn } from '../../../domain/organisation/lookup.ts';
import type { Actor } from '../../../domain/people.ts';
import { ORGANISATION } from '../../../domain/streams.ts';
import { localDate } from '../../../domain/time.ts';
import { at } from '../../support/domain.ts';
import { body, CITY, chief, deputyOf, evidence, paper, staff, tamKy2025, type World, waive } from './world.ts';

const delegate = (more: object = {}) => ({
  type: 'DelegatePost',
  body: 'tam-ky.SB',
  person: 'deputy',
  from: '2025-04-01',
  to: '2025-04-15',
  paper: paper('07/GUQ', '2025-03-28'),
  ...more,
});
const delegated = (): World => {
  const world = tamKy2025();
  world.must(at('2025-03-28'), chief('tam-ky.SB'), ORGANISATION, delegate());
  return world;
};

describe('acting for a head', () => {
  test('a deputy acting by written decision from 1 to 15 April decides on the 15th and not on the 16th', () => {
    const world = delegated();
    const told = (day: string, hour: number, minute: number, task: string) =>
      world.tell(at(day, hour, minute), deputyOf('tam-ky.SB'), CITY, waive(task))?.code ?? 'done';
    expect(told('2025-03-31', 23, 59, 'C19')).toBe('post-not-held');
    expect(told('2025-04-01', 0, 0, 'C19')).toBe('done');
    expect(told('2025-04-15', 23, 59, 'C18')).toBe('done');
    expect(told('2025-04-16', 0, 0, 'C17')).toBe('post-not-held');
  });

  test('a deputy passes the gate within the window, and the gate keeps who passed it', () => {
    const world = delegated();
    for (const [task, owner, verifier] of [
      ['C01', 'tam-ky.SA', 'tam-ky.SB'],
      ['C02', 'tam-ky.SA', 'tam-ky.SB'],
    ] as const) {
      world.must(at('2025-04-02'), staff(owner), CITY, { type: 'SubmitTask', task, evidence });
      world.must(at('2025-04-03'), staff(verifier), CITY, { type: 'VerifyTask', task });
    }
    const pass = { type: 'PassGate', gate: 'G0', override: { reason: 'đủ hồ sơ giấy', basis: '07/GUQ' } };
    expect(world.tell(at('2025-04-15'), deputyOf('tam-ky.SB'), CITY, pass)).toBeNull();
    expect(world.exercise(CITY).gates[0]?.passed?.by.person).toBe('deputy');
  });

  test('a revoked delegation ends at that moment, and the history keeps the reason', () => {
    const world = delegated();
    expect(world.tell(at('2025-04-03', 9), deputyOf('tam-ky.SB'), CITY, waive('C19'))).toBeNull();
    world.must(at('2025-04-03', 10), chief('tam-ky.SB'), ORGANISATION, {
      type: 'RevokeDelegation',
      body: 'tam-ky.SB',
      delegation: 'D1',
      reason: 'Trưởng Ban đã về',
    });
    expect(world.tell(at('2025-04-03', 10), deputyOf('tam-ky.SB'), CITY, waive('C18'))?.code).toBe('post-not-held');
    expect(
      bodyOn(world.organisation(), body('tam-ky.SB'), localDate('2025-04-03'))?.delegations[0]?.revoked?.reason,
    ).toBe('Trưởng Ban đã về');
  });

  test('only the head himself or the head of a superior delegates; who acts does not delegate further', () => {
    const world = delegated();
    const may = { from: '2025-05-01', to: '2025-05-02' };
    const told = (by: Actor, more: object = may) =>
      world.tell(at('2025-04-02'), by, ORGANISATION, delegate(more))?.code ?? 'done';
    expect(told(deputyOf('tam-ky.SB'), { ...may, person: 'third' })).toBe('delegation-by-head');
    expect(told(staff('tam-ky.SB'))).toBe('delegation-by-head');
    expect(told(chief('tam-ky.SA'))).toBe('delegation-by-head');
    expect(told(chief('tam-ky.SB'), { ...may, person: 'sb-1.tam-ky' })).toBe('to-oneself');
    expect(told(chief('quang-nam.PC'))).toBe('done');
    expect(told(chief('tam-ky.SB'))).toBe('delegation-overlaps');
  });

  test('a window ends within the post and the body, and does not begin before its paper', () => {
    const world = tamKy2025();
    world.must(at('2025-03-20'), chief('tam-ky.SA'), ORGANISATION, {
      type: 'EndBody',
      body: 'tam-ky.SUB',
      into: 'tam-ky.OB',
      effective: '2025-04-10',
      paper: paper(),
    });
    const told = (more: object) =>
      world.tell(at('2025-03-28'), chief('tam-ky.SUB'), ORGANISATION, delegate({ body: 'tam-ky.SUB', ...more }))?.code;
    expect(told({})).toBe('outside-validity');
    expect(told({ from: '2025-03-27', to: '2025-04-09' })).toBe('paper-after-effect');
    expect(told({ to: '2025-03-31' })).toBe('days-order');
    expect(told({ to: '2025-04-09' })).toBeUndefined();
  });

  test('who acts for the head of the board still does not verify what he himself handed in', () => {
    const world = tamKy2025();
    world.must(at('2025-03-28'), chief('tam-ky.SB'), ORGANISATION, delegate({ person: 'sa-2.tam-ky' }));
    world.must(at('2025-04-02'), staff('tam-ky.SA'), CITY, { type: 'SubmitTask', task: 'C01', evidence });
    const acting = deputyOf('tam-ky.SB', 'sa-2.tam-ky');
    expect(
      actsFor(
        bodyOn(world.organisation(), body('tam-ky.SB'), localDate('2025-04-02')) as never,
        'head',
        acting.person,
        at('2025-04-02'),
      ),
    ).toBe(true);
    expect(world.tell(at('2025-04-03'), acting, CITY, { type: 'VerifyTask', task: 'C01' })?.code).toBe('own-work');
    expect(world.tell(at('2025-04-03'), chief('tam-ky.SB'), CITY, { type: 'VerifyTask', task: 'C01' })).toBeNull();
  });
});
