/** Whatever is decided in whatever order: open work has an owner in force, units one superior, and the past stands. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTasks } from '../../../domain/exercise/index.ts';
import { bodyIn } from '../../../domain/exercise/rights.ts';
import { bodyOn, isInForce, superiorsOf, unitOn } from '../../../domain/organisation/lookup.ts';
import type { OrganisationState } from '../../../domain/organisation/state.ts';
import { type Actor, BODY_CODES, bodyId, OrgUnitId } from '../../../domain/people.ts';
import { ORGANISATION } from '../../../domain/streams.ts';
import { addDays, atHour, type LocalDate, localDate } from '../../../domain/time.ts';
import { chief, createWorld, evidence, staff, type World } from './world.ts';

const START = localDate('2025-03-03');
const PLACES = ['p', 'q', 'a', 'b', 'c', 'd', 'e', 'f'];
const FILES = ['a', 'b', 'c', 'd'].map((place) => `exercise/${place}-2025`);
const hour = (day: LocalDate) => atHour(day, 9);

const unit = (id: string, level: string, parent?: string) => ({
  id,
  nameVi: id,
  nameEn: id,
  level,
  ...(parent ? { parent } : {}),
  bodies: [...BODY_CODES],
});

const countryWithFiles = (): World => {
  const world = createWorld();
  world.must(hour(START), chief('p.PC'), ORGANISATION, {
    type: 'EstablishOrganisation',
    orgModel: 'twoTier',
    validFrom: '2020-01-01',
    units: [
      unit('p', 'province'),
      unit('q', 'province'),
      ...['a', 'b', 'c'].map((id) => unit(id, 'commune', 'p')),
      ...['d', 'e', 'f'].map((id) => unit(id, 'commune', 'q')),
    ],
  });
  for (const place of ['a', 'b', 'c', 'd']) {
    const stream = `exercise/${place}-2025`;
    const command = { exerciseType: 'communeCombatExercise', orgUnit: place, superiorUnit: place === 'd' ? 'q' : 'p' };
    world.must(hour(START), staff(`${place}.CMC`), stream, { type: 'DraftExercise', ...command, theme: 'Diễn tập' });
    const days = { startDate: '2025-08-12', endDate: '2025-08-12' };
    if (place !== 'c') world.must(hour(START), staff(`${place}.CMC`), stream, { type: 'PlanExercise', ...days });
    if (place === 'a') {
      world.must(hour(START), staff('a.CMC'), stream, {
        type: 'SubmitTask',
        task: 'X01',
        evidence: { ...evidence, date: START },
      });
      world.must(hour(START), staff('p.SB'), stream, { type: 'VerifyTask', task: 'X01' });
    }
  }
  return world;
};

interface Move {
  readonly kind: 'merge' | 'absorb' | 'split' | 'end' | 'rename' | 'move';
  readonly places: readonly string[];
  readonly code: (typeof BODY_CODES)[number];
  readonly ahead: number;
  readonly wait: number;
}
const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom('merge', 'absorb', 'split', 'end', 'rename', 'move'),
  places: fc.uniqueArray(fc.nat({ max: 10 }), { minLength: 3, maxLength: 3 }).map((ns) => ns.map(placeOf)),
  code: fc.constantFrom(...BODY_CODES),
  ahead: fc.integer({ min: -3, max: 12 }),
  wait: fc.integer({ min: 0, max: 9 }),
});
/** A place of the beginning, or one that an earlier move may have made. */
const placeOf = (n: number): string => PLACES[n] ?? `new-${n - PLACES.length}`;

const commandOf = ({ kind, places, code, ahead }: Move, n: number, today: LocalDate) => {
  const [one, two, three] = places as [string, string, string]; // three were drawn
  const effective = addDays(today, ahead);
  const paper = { number: `${n}/NQ`, date: ahead < 0 ? effective : today, issuer: 'Quốc hội' };
  const decided = { effective, paper };
  const fresh = (id: string, parent: string) => ({ id, nameVi: id, nameEn: id, level: 'commune', parent });
  switch (kind) {
    case 'merge':
      return { type: 'MergeUnits', from: [one, two], into: fresh(`new-${n}`, three), ...decided };
    case 'absorb':
      return { type: 'MergeUnits', from: [one], into: two, ...decided };
    case 'split':
      return { type: 'SplitUnit', unit: one, into: [two, fresh(`new-${n}`, three)], heir: `new-${n}`, ...decided };
    case 'end':
      return { type: 'EndBody', body: `${one}.${code}`, into: `${two}.${code}`, ...decided };
    case 'rename':
      return { type: 'RenameUnit', unit: one, nameVi: `${one} ${n}`, nameEn: `${one} ${n}`, ...decided };
    case 'move':
      return { type: 'MoveUnit', unit: one, parent: two, ...decided };
    default:
      return kind satisfies never;
  }
};

/** The People's Committee of the highest unit above the first place. */
const keeperFor = (org: OrganisationState, place: string, today: LocalDate): Actor => {
  const top = superiorsOf(org, OrgUnitId.parse(place), today).at(-1) ?? place;
  return chief(`${top}.PC`);
};

const shapeOn = (org: OrganisationState, day: LocalDate) =>
  [...org.units.keys()].flatMap((id) => {
    const now = unitOn(org, id, day);
    const bodies = BODY_CODES.filter((code) => bodyOn(org, bodyId(id, code), day));
    return now ? [{ ...now, bodies }] : [];
  });

const expectOneSuperior = (org: OrganisationState, day: LocalDate): void => {
  for (const { id, parent, level } of shapeOn(org, day)) {
    expect({ id, day, parent, level, stands: parent === null || unitOn(org, parent, day) !== null }).toMatchObject({
      stands: true,
    });
    expect(superiorsOf(org, id, day)).not.toContain(id);
  }
  for (const { parents } of org.units.values())
    expect(parents.map(({ from }) => from)).toEqual([...new Set(parents.map(({ from }) => from))].sort());
};

const expectOwnersInForce = (world: World, today: LocalDate): void => {
  const org = world.organisation();
  for (const stream of FILES) {
    const state = world.exercise(stream);
    const ended = (body: Parameters<typeof isInForce>[1]) => !isInForce(org, body, today);
    expect([stream, today, openTasks(state).filter(({ owner }) => ended(owner))]).toEqual([stream, today, []]);
    expect([stream, today, BODY_CODES.map((code) => bodyIn(state, code)).filter(ended)]).toEqual([stream, today, []]);
    expect(state.orgUnit && unitOn(org, state.orgUnit, today)).not.toBeNull();
  }
  expect(world.exercise('exercise/a-2025').tasks.X01).toMatchObject({ status: 'verified', owner: 'a.CMC' });
};

describe('any chain of reforms', () => {
  test('open work is owned by bodies in force, no unit has two superiors on a day, the past answers as before', () => {
    let done = 0;
    let rehomed = 0;
    fc.assert(
      fc.property(fc.array(move, { minLength: 4, maxLength: 12 }), (moves) => {
        const world = countryWithFiles();
        let today = addDays(START, 5);
        moves.forEach((each, n) => {
          const before = world.organisation();
          const command = commandOf(each, n, today);
          const past = [command.effective, today].sort()[0] as LocalDate; // two were given
          const days = [1, 2, 30].map((back) => addDays(past, -back));
          const was = days.map((day) => shapeOn(before, day));
          const keeper = keeperFor(before, each.places[0] ?? 'p', today);
          if (world.tell(hour(today), keeper, ORGANISATION, command) === null) done += 1;
          expect(days.map((day) => shapeOn(world.organisation(), day))).toEqual(was);
          for (const ahead of [0, 1, 5, 13, 60]) expectOneSuperior(world.organisation(), addDays(today, ahead));
          today = addDays(today, each.wait);
          world.pass(hour(today));
          expectOwnersInForce(world, today);
        });
        expect(world.refusedFollowUps.filter(({ stream }) => stream.startsWith('exercise'))).toEqual([]);
        rehomed += FILES.flatMap(world.facts).filter(({ fact }) => fact.type === 'ExerciseRehomed').length;
      }),
      { numRuns: 60 },
    );
    expect(done).toBeGreaterThan(50);
    expect(rehomed).toBeGreaterThan(10);
  }, 120_000);
});
