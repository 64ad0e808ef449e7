/** The example sets of programmes: their published figures come out of their events. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { CALENDAR } from '../../domain/calendar/index.ts';
import { figureText, requirementText } from '../../domain/labels/figures-programme.ts';
import { figureOf } from '../../domain/programme/figures.ts';
import type { Opened } from '../../domain/programme/index.ts';
import { indicatorOf } from '../../domain/programme/state.ts';
import { StreamId } from '../../domain/streams.ts';
import { atHour, localDate } from '../../domain/time.ts';
import { createVirtualEngine, type VirtualEngine } from '../../rehearsal/engine.ts';
import { PlanInvalid } from '../../rehearsal/plan.ts';
import { type ProgrammePlan, ProgrammePlanShape, parseProgrammePlan } from '../../rehearsal/programme-plan.ts';
import { playProgrammes } from '../../rehearsal/programmes.ts';
import { playSeason } from '../../rehearsal/season.ts';
import { tamKy } from './fixtures.ts';

const FILES = [
  'cu-kuin-2020-2025',
  'dak-lak-2021-2025',
  'kim-bang-2015-2020',
  'kon-tum-2011-2015',
  'tam-ky-dan-quan-2022-2025',
];
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), 'utf8'));
const planOf = (name: string): ProgrammePlan => parseProgrammePlan(read(name));

const played = async (plans: readonly ProgrammePlan[], until?: string): Promise<VirtualEngine> => {
  const engine = createVirtualEngine({ calendar: CALENDAR });
  await playProgrammes(plans, engine, until === undefined ? undefined : atHour(localDate(until), 12));
  return engine;
};
const stateOf = (engine: VirtualEngine, id: string) =>
  engine.state(StreamId.parse(`programme/${id}`)) as unknown as Opened;

/** What people read of a figure, beside its value and verdict. */
const shown = (state: Opened, code: string, column: string) => {
  const indicator = indicatorOf(state, code);
  const figure = figureOf(state, indicator, column);
  return {
    value: figure.value,
    text: figureText(figure, indicator.measure, indicator.unit, 'vi'),
    requirement: requirementText(indicator.comparator, figure.target, indicator.unit, 'vi'),
    verdict: figure.verdict,
  };
};

describe.each(FILES)('%s', (name) => {
  test('publishes the figures that come out of its events', async () => {
    const plan = planOf(name);
    const engine = await played([plan]);
    expect(plan.publishes.length).toBeGreaterThan(0);
    for (const { programme, indicator, column, ...published } of plan.publishes)
      expect({ indicator, ...shown(stateOf(engine, programme), indicator, column) }).toEqual({
        indicator,
        ...published,
      });
    expect(engine.refusedFollowUps).toEqual([]);
  });

  test('leaves what comes later to the future when it is played up to a day', async () => {
    const engine = await played([planOf(name)], '2022-05-31');
    expect(engine.facts.every(({ fact }) => fact.at <= atHour(localDate('2022-05-31'), 12))).toBe(true);
  });
});

test('Kon Tum: 99 of 102, three new communes named and why, judged on 99 of 99', async () => {
  const state = stateOf(await played([planOf('kon-tum-2011-2015')]), 'kon-tum-huong-dan-35');
  const { exempt, judged } = figureOf(state, indicatorOf(state, 'KT01'), '2014');
  expect(exempt.map((each) => [each.name, each.ground])).toEqual(
    ['xã Ia Dal', 'xã Ia Tơi', 'xã Ia Dom'].map((each) => [each, 'newUnit']),
  );
  expect(judged).toEqual({ numerator: 99, denominator: 99, value: 100 });
});

test('Kim Bảng: four schemes closed on their figures, 5 collectives and 5 individuals commended', async () => {
  const engine = await played([planOf('kim-bang-2015-2020')]);
  const schemes = ['12', '23', '27', '1123'].map((number) => stateOf(engine, `kim-bang-de-an-${number}`));
  expect(schemes.map(({ phase }) => phase)).toEqual(['closed', 'closed', 'closed', 'closed']);
  expect(schemes.map(({ reviews }) => reviews.final?.held?.date)).toEqual(Array(4).fill('2020-10-13'));
  expect(schemes.flatMap(({ commendations }) => commendations.map(({ kind, count }) => [kind, count]))).toEqual([
    ['collective', 5],
    ['individual', 5],
  ]);
});

test('Đắk Lắk: the mid-term review of 22 August 2023 names four districts', async () => {
  const { reviews } = stateOf(await played([planOf('dak-lak-2021-2025')]), 'dak-lak-2021-2025');
  expect(reviews.midTerm).toMatchObject({ status: 'finished', held: { date: '2023-08-22', missing: [] } });
  for (const district of ['Lắk', 'Ea Súp', 'Krông Ana', "M'Drắk"])
    expect(reviews.midTerm?.held?.conclusion).toContain(district);
});

test('Tam Kỳ: the targets of the exercise fill by themselves when the season is played', async () => {
  const engine = await played([planOf('tam-ky-dan-quan-2022-2025')]);
  await playSeason(tamKy(), engine);
  const state = stateOf(engine, 'tam-ky-dien-tap-2022');
  expect(['TK01', 'TK02', 'TK03', 'TK04'].map((code) => [code, shown(state, code, '2022').text])).toEqual([
    ['TK01', '100,00% (12/12)'],
    ['TK02', '99,17% (119/120)'],
    ['TK03', '3 cuộc'],
    ['TK04', '0 vụ'],
  ]);
  expect(engine.refusedFollowUps).toEqual([]);
});

test('a faulty plan is refused with every fault named by its path', () => {
  const plan = structuredClone(read('kon-tum-2011-2015')) as { acts: { do: object; on: string }[] };
  const [first, second] = plan.acts;
  if (!first || !second) throw new Error('the plan has acts');
  Object.assign(first, { on: '2011-02-30' });
  Object.assign(second.do, { unit: '' });
  expect(() => parseProgrammePlan(plan)).toThrow(PlanInvalid);
  expect(() => parseProgrammePlan(plan)).toThrow(/acts\[0\]\.on[\s\S]*acts\[1\]\.do\.unit/);
});

test('examples/programmes.schema.json says what a plan of programmes may hold', () => {
  const file = new URL('../../examples/programmes.schema.json', import.meta.url);
  const schema = `${JSON.stringify(z.toJSONSchema(ProgrammePlanShape, { io: 'input' }), null, 2)}\n`;
  if (process.env.UPDATE) writeFileSync(file, schema);
  expect(readFileSync(file, 'utf8')).toBe(schema);
});
