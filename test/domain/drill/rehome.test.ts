/** A drill that outlives a unit or a body: whom it hears of, and who speaks for its units from then on. */
import { describe, expect, test } from '@jest/globals';
import { drill } from '../../../domain/drill/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { StreamId } from '../../../domain/streams.ts';
import { type Command, member } from '../../support/domain.ts';
import { close, DAY, file, HOUR, now, opened, prepared, SA, STREAM, station } from './field.ts';

const rehome = (bodies: object, units: object = {}): Command => ({
  type: 'Rehome',
  bodies,
  units,
  reason: 'Nghị quyết 1659',
});
const counts = (unit: string, ordered = 5): Command => ({
  type: 'RecordCounts',
  unit,
  kind: 'reservist',
  counts: { ordered },
});
const known = [
  prepared,
  now({ ...station('TT-01', ['tan-thanh', 'an-son']), keeper: 'phuoc-hoa.POL' }),
  now(counts('hoa-huong')),
  now({ type: 'SetQuota', unit: 'tam-ngoc', kind: 'vehicle', group: 'XT', required: 5 }),
];
const later = (...commands: Command[]) => file(...known, ...commands.map((each) => now(each, SYSTEM)));

describe('a drill hears of a reform', () => {
  test.each(['tam-ky', 'tan-thanh', 'an-son', 'hoa-huong', 'tam-ngoc'])('of the unit %s that it names', (unit) => {
    const units = { [unit]: 'moi' };
    later()
      .when(SYSTEM, DAY, rehome({}, units))
      .thenExactly({ type: 'DrillRehomed', bodies: {}, units, reason: 'Nghị quyết 1659' });
  });

  test.each(['tam-ky.SA', 'tam-ky.SB', 'an-son.CMC', 'hoa-huong.COM', 'phuoc-hoa.POL'])(
    'of the body %s that works in it',
    (body) => {
      const bodies = { 'hoi-an.SA': 'hoi-an.PC', [body]: 'moi.SA' };
      later()
        .when(SYSTEM, DAY, rehome(bodies))
        .thenExactly({ type: 'DrillRehomed', bodies, units: {}, reason: 'Nghị quyết 1659' });
    },
  );

  test('of those that have taken over since', () => {
    const once = later(
      rehome({ 'tam-ky.SA': 'khu-vuc.SA', 'an-son.COM': 'ban-thach.PC' }, { 'tan-thanh': 'ban-thach' }),
    );
    for (const again of [
      rehome({ 'khu-vuc.SA': 'x.SA' }),
      rehome({ 'ban-thach.PC': 'x.PC' }),
      rehome({}, { 'ban-thach': 'x' }),
    ])
      once
        .when(SYSTEM, DAY, again)
        .thenExactly(expect.objectContaining({ type: 'DrillRehomed' }) as unknown as Command);
  });

  test.each<[which: string, command: Command]>([
    ['a body that does nothing in it', rehome({ 'tan-thanh.EDU': 'an-son.EDU' })],
    ['a unit that it does not name', rehome({}, { 'hoi-an': 'an-son' })],
    ['nothing', rehome({})],
  ])('not of %s', (_, command) => later().when(SYSTEM, DAY, command).thenExactly());

  test('not before it is prepared, nor when it is closed, nor from anybody but the organisation', () => {
    const all = rehome({ 'tam-ky.SA': 'x.SA' }, { 'tam-ky': 'x' });
    file().when(SYSTEM, DAY, all).thenExactly();
    file(opened, now(close)).when(SYSTEM, DAY, all).thenExactly();
    const meta = { stream: StreamId.parse(STREAM), commandId: 'c', at: DAY, by: SA };
    expect(() => drill.decide(all as never, later().state, meta, {} as never)).toThrow('system-only');
  });
});

describe('from then on', () => {
  const first = rehome(
    { 'tam-ky.SA': 'khu-vuc.SA', 'an-son.COM': 'ban-thach.PC' },
    { 'tan-thanh': 'ban-thach', 'an-son': 'huong-tra' },
  );

  test('agency, board, keepers and the bodies of units are those that took over; the others stay', () => {
    const { state } = later(first);
    expect(state).toMatchObject({ orgUnit: 'tam-ky', agency: 'khu-vuc.SA', steering: 'tam-ky.SB' });
    expect(state.stations['TT-01']?.keeper).toBe('phuoc-hoa.POL');
    const moved = later(first, rehome({ 'phuoc-hoa.POL': 'da-nang.POL' }, { 'tam-ky': 'khu-vuc' })).state;
    expect(moved).toMatchObject({ orgUnit: 'khu-vuc', agency: 'khu-vuc.SA', steering: 'khu-vuc.SB' });
    expect(moved.stations['TT-01']?.keeper).toBe('da-nang.POL');
  });

  test('a drill without bodies of its own is kept by those of the locality that took over', () => {
    const { state } = file(opened, now(rehome({ 'tam-ky.SB': 'da-nang.SB' }, { 'tam-ky': 'khu-vuc' }), SYSTEM));
    expect(state).toMatchObject({ orgUnit: 'khu-vuc', agency: 'khu-vuc.SA', steering: 'da-nang.SB' });
  });

  test('figures of a unit come from its heir: by name, else the same body of its successor, through any number of reforms', () => {
    const by = (body: string, unit: string, ...more: Command[]) =>
      later(first, ...more).when(member(body), DAY, counts(unit, 7));
    const done = expect.objectContaining({ type: 'CountsRecorded' }) as unknown as Command;
    by('ban-thach.CMC', 'tan-thanh').thenExactly(done);
    by('huong-tra.CMC', 'an-son').thenExactly(done);
    by('ban-thach.PC', 'an-son').thenExactly(done);
    by('tan-thanh.CMC', 'tan-thanh').thenRefused('not-your-body');
    by('huong-tra.COM', 'an-son').thenRefused('not-your-body');
    const second = rehome({ 'ban-thach.PC': 'x.PC' }, { 'ban-thach': 'y' });
    by('y.CMC', 'tan-thanh', second).thenExactly(done);
    by('x.PC', 'an-son', second).thenExactly(done);
    by('huong-tra.CMC', 'an-son', second).thenExactly(done);
    by('ban-thach.CMC', 'tan-thanh', second).thenRefused('not-your-body');
  });

  test('hours, rows and quotas stay as they were written', () => {
    const [before, after] = [later().state, later(first).state];
    expect([after.rows, after.quotas, after.stations['TT-01']?.reportBy]).toEqual([before.rows, before.quotas, HOUR]);
  });
});
