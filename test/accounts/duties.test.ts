/** Which duties a person holds on a day: his account's, and those that the organisation gives him, himself or acting. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dutiesAt } from '../../accounts/duties.ts';
import { NO_ORGANISATION, type OrganisationState } from '../../domain/organisation/index.ts';
import type { Body, Delegation, Holding } from '../../domain/organisation/state.ts';
import { BodyId, codeOf, OrgUnitId, PersonRef } from '../../domain/people.ts';
import { type Instant, localDate } from '../../domain/time.ts';
import { duty, type House, openHouse } from './support.ts';

const ME = PersonRef.parse('nv.an');
const OTHER = PersonRef.parse('nv.khac');
const PAPER = { number: '01/QĐ', date: localDate('2022-01-01'), issuer: 'UBND' };
const at = (day: string, hour = '03'): Instant => `${day}T${hour}:00:00.000Z` as Instant;

const holding = (person: PersonRef, from: string, to: string | null = null): Holding => ({
  ...{ person, paper: null, from: localDate(from), to: to === null ? null : localDate(to) },
});
const delegation = (from: string, to: string, revoked: string | null = null): Delegation => ({
  ...{ id: 'D1', post: 'head', person: ME, from: localDate(from), to: localDate(to), paper: PAPER },
  by: { person: OTHER, body: BodyId.parse('tam-ky.HEA'), post: 'head' },
  revoked: revoked === null ? null : { at: revoked as Instant, reason: 'đã về' },
});

interface Given {
  readonly holders?: readonly Holding[];
  readonly delegations?: readonly Delegation[];
  readonly validTo?: string;
}

/** Tam Kỳ with one body; in force since 2020. */
const withBody = (id: string, { holders = [], delegations = [], validTo }: Given = {}): OrganisationState => {
  const from = localDate('2020-01-01');
  const to = validTo === undefined ? null : localDate(validTo);
  const body: Body = {
    ...{ id: BodyId.parse(id), nameVi: null, nameEn: null, successor: null, validFrom: from, validTo: to },
    posts: [{ id: 'head', title: null, isHead: true, validFrom: from, validTo: null, holders }],
    delegations,
  };
  const unit = OrgUnitId.parse('tam-ky');
  return {
    ...NO_ORGANISATION,
    ...{ phase: 'kept', version: 1 },
    units: new Map([
      [
        unit,
        {
          ...{
            id: unit,
            level: 'district',
            validFrom: from,
            validTo: null,
            heir: null,
            predecessors: [],
            successors: [],
          },
          names: [{ from, nameVi: 'thành phố Tam Kỳ', nameEn: 'Tam Kỳ city' }],
          parents: [{ from, parent: null }],
          bodies: { [codeOf(body.id)]: body },
        },
      ],
    ]),
  };
};

const held = (org: OrganisationState, recorded: readonly ReturnType<typeof duty>[], when: Instant) =>
  dutiesAt(org, ME, recorded, when).map(({ body, post, actingFor, until }) => [body, post, actingFor, until]);

describe('before an organisation is entered', () => {
  test('the account is believed, within its days in Vietnam', () => {
    const recorded = [duty('tam-ky.HEA', 'head', '2022-05-01', '2022-05-31')];
    const head = [['tam-ky.HEA', 'head', false, '2022-05-31']];
    expect(held(NO_ORGANISATION, recorded, at('2022-04-30', '16'))).toEqual([]);
    expect(held(NO_ORGANISATION, recorded, at('2022-04-30', '17'))).toEqual(head);
    expect(held(NO_ORGANISATION, recorded, at('2022-05-31', '16'))).toEqual(head);
    expect(held(NO_ORGANISATION, recorded, at('2022-05-31', '17'))).toEqual([]);
  });

  test('who holds a duty for another is shown as acting', () => {
    const recorded = [{ ...duty('tam-ky.HEA', 'head', '2022-05-01', '2022-05-10'), acting: true }];
    expect(held(NO_ORGANISATION, recorded, at('2022-05-05'))).toEqual([['tam-ky.HEA', 'head', true, '2022-05-10']]);
  });

  test('of two records of one body the head’s counts', () => {
    const recorded = [duty('tam-ky.HEA'), duty('tam-ky.HEA', 'head', '2022-05-01')];
    expect(held(NO_ORGANISATION, recorded, at('2022-05-05'))).toEqual([['tam-ky.HEA', 'head', false, null]]);
  });
});

describe('with an organisation', () => {
  test('whom it records as holder is head, whatever the account says, also without a word there', () => {
    const org = withBody('tam-ky.HEA', { holders: [holding(ME, '2022-01-01', '2022-06-30')] });
    const head = [['tam-ky.HEA', 'head', false, '2022-06-30']];
    expect(held(org, [duty('tam-ky.HEA')], at('2022-05-05'))).toEqual(head);
    expect(held(org, [], at('2022-05-05'))).toEqual(head);
    expect(held(org, [duty('tam-ky.HEA')], at('2022-07-01'))).toEqual([['tam-ky.HEA', 'member', false, null]]);
    expect(held(org, [], at('2022-07-01'))).toEqual([]);
  });

  test('the account’s word for a head counts only while nobody was ever recorded', () => {
    const recorded = [duty('tam-ky.HEA', 'head')];
    expect(held(withBody('tam-ky.HEA'), recorded, at('2022-05-05'))).toEqual([['tam-ky.HEA', 'head', false, null]]);
    const taken = withBody('tam-ky.HEA', { holders: [holding(OTHER, '2022-01-01')] });
    expect(held(taken, recorded, at('2022-05-05'))).toEqual([['tam-ky.HEA', 'member', false, null]]);
  });

  test('who was delegated acts as head from the first day to the last, and not after it was revoked', () => {
    const holders = [holding(OTHER, '2022-01-01')];
    const org = withBody('tam-ky.HEA', { holders, delegations: [delegation('2022-05-10', '2022-05-20')] });
    const acting = [['tam-ky.HEA', 'head', true, '2022-05-20']];
    const member = [['tam-ky.HEA', 'member', false, null]];
    const recorded = [duty('tam-ky.HEA')];
    expect(held(org, recorded, at('2022-05-09'))).toEqual(member);
    expect(held(org, recorded, at('2022-05-10'))).toEqual(acting);
    expect(held(org, [], at('2022-05-20'))).toEqual(acting);
    expect(held(org, recorded, at('2022-05-21'))).toEqual(member);
    const revoked = withBody('tam-ky.HEA', {
      holders,
      delegations: [delegation('2022-05-10', '2022-05-20', at('2022-05-15'))],
    });
    expect(held(revoked, recorded, at('2022-05-15', '02'))).toEqual(acting);
    expect(held(revoked, recorded, at('2022-05-15', '03'))).toEqual(member);
  });

  test('a body that has ended, or that there never was, gives no duty', () => {
    const org = withBody('tam-ky.HEA', { holders: [holding(ME, '2022-01-01')], validTo: '2022-05-31' });
    expect(held(org, [duty('tam-ky.HEA'), duty('tam-ky.POL')], at('2022-05-31'))).toEqual([
      ['tam-ky.HEA', 'head', false, '2022-05-31'],
    ]);
    expect(held(org, [duty('tam-ky.HEA')], at('2022-06-01'))).toEqual([]);
  });
});

describe('over HTTP rights are looked at with each request', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.user('an', { duties: [duty('tam-ky.HEA', 'member', '2022-01-01', '2022-05-31')] });
  });
  afterAll(() => house.close());

  test('the delegation begins and ends, and the duty, without signing in anew', async () => {
    house.organisation = withBody('tam-ky.HEA', {
      holders: [holding(OTHER, '2022-01-01')],
      delegations: [delegation('2022-05-20', '2022-05-25')],
    });
    const browser = house.browser();
    await browser.signIn('an');
    const now = async (day: string) => {
      house.clock.now = at(day);
      const { acting, group } = (await browser.me()).body;
      return [acting?.post ?? null, acting?.actingFor ?? null, group];
    };
    expect(await now('2022-05-19')).toEqual(['member', false, 'department']);
    expect(await now('2022-05-20')).toEqual(['head', true, 'department']);
    expect(await now('2022-05-26')).toEqual(['member', false, 'department']);
    expect(await now('2022-06-01')).toEqual([null, null, null]);
    expect((await browser.get('/api/v1/exercises')).body.code).toBe('no-duty');
  });
});
