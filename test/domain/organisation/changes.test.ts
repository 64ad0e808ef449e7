/** What a decision changes: from which day, for whom, and what it leaves as it was. */
import { describe, expect, test } from '@jest/globals';
import { type OrganisationState, organisation } from '../../../domain/organisation/index.ts';
import { modelOn, nameOfUnit, superiorsOf, unitOn } from '../../../domain/organisation/lookup.ts';
import { followUpsOf } from '../../../domain/registry.ts';
import { ORGANISATION } from '../../../domain/streams.ts';
import { type Command, send } from '../../support/domain.ts';
import {
  bodyIn,
  day,
  decided,
  decision,
  endBody,
  entered,
  merge,
  move,
  NOW,
  place,
  QUANG_NAM,
  rename,
  TAM_KY,
  told,
  unit,
} from './country.ts';
import { chief } from './world.ts';

const [EVE, DAY] = [day('2025-06-30'), day('2025-07-01')];
const parentsOf = (state: OrganisationState, id: string) =>
  state.units.get(unit(id))?.parents.map(({ from, parent }) => `${from} ${parent}`);
const into = { bodies: { 'tam-ky.SB': 'thang-binh.SA', 'tam-ky.OB': 'thang-binh.PC' } };
const endTamKy = merge(['tam-ky'], 'thang-binh', into);

describe('units', () => {
  test('added: under a unit by those who keep it, at the top by those who keep a top unit', () => {
    const add = (more: object): Command => ({
      type: 'AddUnit',
      unit: place('moi', more),
      validFrom: DAY,
      paper: decision(),
    });
    const below = add({ parent: 'tam-ky', bodies: ['CMC'] });
    entered()
      .when(TAM_KY, NOW, below)
      .thenExactly({ ...below, type: 'UnitAdded' });
    const top = add({ level: 'province' });
    for (const keeper of ['quang-nam.PC', 'da-nang.SA'])
      entered()
        .when(chief(keeper), NOW, top)
        .thenExactly({ ...top, type: 'UnitAdded' });
    const { state } = entered(told(below, TAM_KY));
    expect([unitOn(state, unit('moi'), EVE), unitOn(state, unit('moi'), DAY)]).toEqual([
      null,
      { id: 'moi', level: 'commune', nameVi: 'xã moi', nameEn: 'moi commune', parent: 'tam-ky' },
    ]);
  });

  test('renamed: from its day on; a second name for the same day replaces the first', () => {
    const first = rename('an-son', '2025-07-01', 'An Sơn');
    entered()
      .when(TAM_KY, NOW, first)
      .thenExactly({ ...first, type: 'UnitRenamed' });
    const { state } = entered(
      told(first),
      told(rename('an-son', '2025-07-01', 'Hương Trà')),
      told(rename('an-son', '2025-09-01', 'Bàn Thạch')),
    );
    const names = ['2025-06-30', '2025-07-01', '2025-08-31', '2025-09-01'].map((date) =>
      nameOfUnit(state, unit('an-son'), day(date), 'vi'),
    );
    expect(names).toEqual(['xã an-son', 'Hương Trà', 'Hương Trà', 'Bàn Thạch']);
    expect(state.units.get(unit('an-son'))?.names.map(({ from }) => from)).toEqual([
      '2020-01-01',
      '2025-07-01',
      '2025-09-01',
    ]);
  });

  test('moved: from its day on under another superior; a keeper of both sides decides', () => {
    const first = move('an-son', 'thang-binh');
    entered()
      .when(QUANG_NAM, NOW, first)
      .thenExactly({ ...first, type: 'UnitMoved' });
    entered()
      .when(TAM_KY, NOW, move('an-son', 'quang-nam'))
      .thenExactly({ ...move('an-son', 'quang-nam'), type: 'UnitMoved' });
    const { state } = entered(told(first), told(move('an-son', 'quang-nam', '2025-07-01')));
    expect([EVE, DAY].map((date) => superiorsOf(state, unit('an-son'), date))).toEqual([
      ['tam-ky', 'quang-nam'],
      ['quang-nam'],
    ]);
    expect(parentsOf(state, 'an-son')).toEqual(['2020-01-01 tam-ky', '2025-07-01 quang-nam']);
  });

  test('two tiers: once no district is left, and then no district comes back', () => {
    const districts = ['tam-ky', 'thang-binh', 'hoa-vang'];
    const ends = districts.map((id) =>
      told(
        merge([id], id === 'hoa-vang' ? 'da-nang' : 'quang-nam', {
          bodies: id === 'tam-ky' ? { 'tam-ky.SB': 'quang-nam.SA', 'tam-ky.OB': 'quang-nam.SA' } : {},
        }),
        chief(id === 'hoa-vang' ? 'da-nang.PC' : 'quang-nam.PC'),
      ),
    );
    const twoTier: Command = { type: 'ChangeOrgModel', model: 'twoTier', ...decided };
    const ended = entered(...ends);
    ended.when(QUANG_NAM, NOW, twoTier).thenExactly({ ...twoTier, type: 'OrgModelChanged' });
    const { state, when } = entered(...ends, told(twoTier));
    expect([EVE, DAY].map((date) => modelOn(state, date))).toEqual(['threeTier', 'twoTier']);
    for (const validFrom of ['2025-03-01', '2025-07-01'])
      when(QUANG_NAM, NOW, {
        type: 'AddUnit',
        unit: place('moi', { level: 'district', parent: 'quang-nam' }),
        validFrom,
        paper: decision(),
      }).thenRefused('level-not-in-model', { unit: 'moi', unitLevel: 'district', model: 'twoTier' });
    when(QUANG_NAM, NOW, { ...twoTier, effective: '2025-08-01' }).thenExactly();
    ended.when(QUANG_NAM, NOW, { ...twoTier, model: 'threeTier' }).thenExactly();
  });
});

describe('a district merged into another', () => {
  test('names who takes over from whom, and the communes that move with it', () => {
    entered()
      .when(QUANG_NAM, NOW, endTamKy)
      .thenExactly({
        type: 'UnitsMerged',
        from: ['tam-ky'],
        into: ['thang-binh'],
        heir: 'thang-binh',
        created: [],
        ...decided,
        bodies: {
          'tam-ky.SA': 'thang-binh.SA',
          'tam-ky.SB': 'thang-binh.SA',
          'tam-ky.PC': 'thang-binh.PC',
          'tam-ky.OB': 'thang-binh.PC',
          'tam-ky.POL': 'thang-binh.POL',
        },
        moved: ['an-son', 'tan-thanh'],
      } as Command);
  });

  test('is in force to the eve; its communes stand under the heir from the day', () => {
    const { state } = entered(told(endTamKy));
    const ended = state.units.get(unit('tam-ky'));
    expect(ended).toMatchObject({
      validTo: '2025-06-30',
      heir: 'thang-binh',
      successors: [{ from: DAY, unit: 'thang-binh' }],
    });
    expect(bodyIn(state, 'tam-ky.OB')).toMatchObject({ validTo: '2025-06-30', successor: 'thang-binh.PC' });
    expect(state.units.get(unit('thang-binh'))?.predecessors).toEqual([{ from: DAY, unit: 'tam-ky' }]);
    expect([EVE, DAY].map((date) => superiorsOf(state, unit('an-son'), date)[0])).toEqual(['tam-ky', 'thang-binh']);
    expect(parentsOf(state, 'binh-tu')).toEqual(['2020-01-01 thang-binh']);
  });

  test.each<[what: string, moves: Command[], parents: string[]]>([
    ['leaves before', [move('an-son', 'quang-nam', '2025-03-01')], ['2020-01-01 tam-ky', '2025-03-01 quang-nam']],
    ['leaves on the day', [move('an-son', 'quang-nam', '2025-07-01')], ['2020-01-01 tam-ky', '2025-07-01 quang-nam']],
    [
      'leaves later',
      [move('an-son', 'quang-nam', '2025-09-01')],
      ['2020-01-01 tam-ky', '2025-07-01 thang-binh', '2025-09-01 quang-nam'],
    ],
    [
      'comes later',
      [move('an-son', 'quang-nam', '2025-03-01'), move('an-son', 'tam-ky', '2025-09-01')],
      ['2020-01-01 tam-ky', '2025-03-01 quang-nam', '2025-09-01 thang-binh'],
    ],
    [
      'comes on the day',
      [move('an-son', 'quang-nam', '2025-03-01'), move('an-son', 'tam-ky', '2025-07-01')],
      ['2020-01-01 tam-ky', '2025-03-01 quang-nam', '2025-07-01 thang-binh'],
    ],
  ])('a commune that %s stands under one superior on every day', (_, moves, parents) => {
    const { state } = entered(...moves.map((each) => told(each)), told(endTamKy));
    expect(parentsOf(state, 'an-son')).toEqual(parents);
  });

  test('its bodies that had ended keep their end', () => {
    const { state, when } = entered(told(endBody('tam-ky.OB', 'tam-ky.PC', '2025-07-01')));
    when(QUANG_NAM, NOW, merge(['tam-ky'], 'thang-binh', { bodies: { 'tam-ky.SB': 'thang-binh.SA' } })).thenExactly(
      expect.objectContaining({
        bodies: expect.not.objectContaining({ 'tam-ky.OB': expect.anything() }),
      }) as unknown as Command,
    );
    expect(bodyIn(state, 'tam-ky.OB').successor).toBe('tam-ky.PC');
    const twoSteps = entered(told(endBody('tam-ky.OB', 'tam-ky.PC', '2025-07-02')));
    twoSteps
      .when(
        QUANG_NAM,
        NOW,
        merge(['tam-ky'], 'thang-binh', { bodies: { 'tam-ky.SB': 'thang-binh.SA', 'tam-ky.OB': 'thang-binh.PC' } }),
      )
      .thenExactly(
        expect.objectContaining({
          bodies: expect.objectContaining({ 'tam-ky.OB': 'thang-binh.PC' }),
        }) as unknown as Command,
      );
  });

  test('into a new unit: it gets a body of every code that goes nowhere else, in their usual order', () => {
    const both = merge(['an-son', 'tan-thanh', 'an-son'], place('moi', { parent: 'tam-ky' }));
    const { state } = entered(told(both, TAM_KY));
    const made = state.units.get(unit('moi'));
    expect(Object.keys(made?.bodies ?? {})).toEqual(['COM', 'CMC']);
    expect(made?.predecessors).toEqual([
      { from: DAY, unit: 'an-son' },
      { from: DAY, unit: 'tan-thanh' },
    ]);
    const elsewhere = merge(['an-son'], place('moi', { parent: 'tam-ky' }), { bodies: { 'an-son.COM': 'tam-ky.PC' } });
    expect(Object.keys(entered(told(elsewhere, TAM_KY)).state.units.get(unit('moi'))?.bodies ?? {})).toEqual(['CMC']);
  });

  test('split into a new district and one of its own communes: that commune has it as predecessor and moves with the others', () => {
    const split: Command = {
      type: 'SplitUnit',
      unit: 'tam-ky',
      into: ['an-son', place('tam-ky-moi', { level: 'district', parent: 'quang-nam' })],
      heir: 'tam-ky-moi',
      ...decided,
    };
    const { state } = entered(told(split));
    expect(parentsOf(state, 'an-son')).toEqual(['2020-01-01 tam-ky', '2025-07-01 tam-ky-moi']);
    expect(['an-son', 'tan-thanh', 'tam-ky-moi'].map((id) => state.units.get(unit(id))?.predecessors)).toEqual([
      [{ from: DAY, unit: 'tam-ky' }],
      [],
      [{ from: DAY, unit: 'tam-ky' }],
    ]);
    expect(state.units.get(unit('tam-ky'))?.successors.map((each) => each.unit)).toEqual(['an-son', 'tam-ky-moi']);
  });
});

describe('the file of the organisation', () => {
  test('is listed with its units and its model', () => {
    expect([organisation.initial, entered().state].map((state) => organisation.summary(state))).toEqual([
      { phase: 'none', orgUnit: '', details: '', closed: false },
      { phase: 'kept', orgUnit: '', details: '9 units · threeTier', closed: false },
    ]);
  });

  test('looks into the ongoing files for a reform that is decided or pending, and else for none', () => {
    const files = { ongoing: ['exercise', 'drill', 'review', 'programme'] };
    const asks = (command: Command, ...past: Command[]) =>
      organisation.refersTo(command as never, entered(...past.map((each) => told(each))).state);
    for (const reform of [endTamKy, endBody('tam-ky.OB', 'tam-ky.SA'), { type: 'SplitUnit' }])
      expect(asks(reform)).toEqual(files);
    expect([asks(rename('an-son', DAY)), asks({ type: 'ObserveTime' })]).toEqual([null, null]);
    expect(asks({ type: 'ObserveTime' }, endTamKy)).toEqual(files);
  });

  test('sends to each file what took effect, and nothing of what is only decided', () => {
    const { state } = entered();
    const { facts } = send(ORGANISATION, state, told(endBody('tam-ky.OB', 'tam-ky.SA', '2025-01-06')));
    const effect = facts.map((fact) =>
      fact.type === 'ReformTookEffect' ? { ...fact, files: ['exercise/a', 'drill/a'] } : fact,
    );
    const command = {
      type: 'Rehome',
      bodies: { 'tam-ky.OB': 'tam-ky.SA' },
      units: {},
      reason: '01/QĐ, Cơ quan có thẩm quyền',
      paper: decision(),
    };
    expect(
      followUpsOf(ORGANISATION, state, effect as never).map(({ stream, command: sent }) => [stream, sent]),
    ).toEqual([
      ['exercise/a', command],
      ['drill/a', command],
    ]);
    expect(followUpsOf(ORGANISATION, state, facts.slice(0, 1))).toEqual([]);
  });
});
