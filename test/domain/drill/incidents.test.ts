import { describe, expect, test } from '@jest/globals';
import { SYSTEM } from '../../../domain/people.ts';
import { followUpsOf } from '../../../domain/registry.ts';
import { StreamId } from '../../../domain/streams.ts';
import { at, type Command, member, send, step } from '../../support/domain.ts';
import {
  BEFORE,
  CMC,
  close,
  DAY,
  file,
  issue,
  now,
  opened,
  prepared,
  rowOf,
  SA,
  SB,
  STREAM,
  station,
} from './field.ts';

const report = (more: object = {}): Command => ({
  type: 'ReportIncident',
  incident: 'SC-1',
  subject: 'vehicles',
  severity: 'minor',
  note: 'Một xe hỏng lốp',
  ...more,
});
const revise = (severity: string): Command => ({
  type: 'ReviseIncident',
  incident: 'SC-1',
  severity,
  reason: 'có người bị thương',
});
const followUps = (before: ReturnType<typeof file>, command: Command) => {
  const { facts } = send(STREAM, before.state, now(command));
  return followUpsOf(StreamId.parse(STREAM), before.state, facts).map((each) => [each.stream, each.command]);
};

describe('a safety incident', () => {
  const noted = { type: 'NoteIncident', incident: 'SC-1', subject: 'vehicles', from: 'drill', note: 'Một xe hỏng lốp' };

  test('is reported once, and the review learns of it at once', () => {
    file(opened).when(SA, DAY, report()).thenExactly({
      type: 'IncidentReported',
      incident: 'SC-1',
      subject: 'vehicles',
      severity: 'minor',
      note: 'Một xe hỏng lốp',
      occurredAt: DAY,
    });
    expect(followUps(file(opened), report())).toEqual([['review/tam-ky-2022', { ...noted, severity: 'minor' }]]);
    file(opened, now(report())).when(SA, DAY, report()).thenRefused('incident-exists', { incident: 'SC-1' });
  });

  test('judged anew goes to the review again, with the reason here', () => {
    const reported = file(opened, now(report()));
    expect(followUps(reported, revise('serious'))).toEqual([['review/tam-ky-2022', { ...noted, severity: 'serious' }]]);
    reported.when(SA, DAY, revise('minor')).thenExactly();
    file(opened).when(SA, DAY, revise('serious')).thenRefused('incident-unknown', { incident: 'SC-1' });
    reported.when(CMC, DAY, revise('serious')).thenRefused('not-your-body', { body: 'tan-thanh.CMC' });
  });

  test('that is serious stands in the result of the drill', () => {
    const before = file(opened, now(report()), now(report({ incident: 'SC-2', severity: 'serious' })));
    expect(followUps(before, close)).toEqual([
      ['exercise/tam-ky-2022', expect.objectContaining({ seriousIncidents: 1 })],
    ]);
  });

  test('that is serious counts in the result with the others of its kind', () => {
    const three = [
      report({ incident: 'SC-1', severity: 'serious' }),
      report({ incident: 'SC-2' }),
      report({ incident: 'SC-3', severity: 'serious' }),
    ];
    file(opened, ...three.map((each) => now(each)))
      .when(SA, DAY, close)
      .thenExactly(expect.objectContaining({ seriousIncidents: 2 }) as unknown as Command);
  });

  test('judged anew leaves the others as they were', () => {
    const { state } = file(opened, now(report()), now(report({ incident: 'SC-2' })), now(revise('serious')));
    expect(state.incidents.map(({ incident, severity }) => `${incident} ${severity}`).sort()).toEqual([
      'SC-1 serious',
      'SC-2 minor',
    ]);
  });

  test('comes from those who keep the drill or a station, has happened, and is short', () => {
    file(opened).when(CMC, DAY, report()).thenRefused('not-your-body', { body: 'tan-thanh.CMC' });
    const keeper = file(opened, now(station()));
    for (const by of [CMC, SB, SA]) expect(send(STREAM, keeper.state, now(report(), by)).facts).toHaveLength(1);
    const later = at('2022-08-25', 9);
    file(opened)
      .when(SA, DAY, report({ occurredAt: later }))
      .thenRefused('counted-in-the-future', { occurredAt: later, at: DAY });
    for (const wrong of [
      { note: 'x'.repeat(201) },
      { subject: 'weather' },
      { severity: 'grave' },
      { incident: 'sc 1' },
    ])
      file(opened).when(SA, DAY, report(wrong)).thenInvalid();
  });
});

describe('a reform of the units during a drill', () => {
  const units = { 'tan-thanh': 'ban-thach' };
  const bodies = { 'tam-ky.SB': 'da-nang.SB' };
  const rehome: Command = { type: 'Rehome', bodies, units, reason: 'Nghị quyết 1659/NQ-UBTVQH15' };
  const before = [prepared, now(station(), SA, BEFORE), now(issue(['QN-001']), SA, BEFORE)];
  const reformed = [...before, step(SYSTEM, BEFORE, rehome)];

  test('hands what comes to the successors; past rows keep their unit', () => {
    file(...before)
      .when(SYSTEM, BEFORE, rehome)
      .thenExactly({ type: 'DrillRehomed', bodies, units, reason: 'Nghị quyết 1659/NQ-UBTVQH15' });
    const { state } = file(...reformed);
    expect(rowOf(state, 'tan-thanh/reservist').counts.ordered).toBe(1);
    expect(state).toMatchObject({ steering: 'da-nang.SB', stations: { 'TT-01': { keeper: 'ban-thach.CMC' } } });
    const deliver: Command = { type: 'DeliverOrders', orders: ['QN-001'] };
    expect(send(STREAM, state, now(deliver, member('ban-thach.CMC'))).facts).toHaveLength(1);
    file(...reformed)
      .when(CMC, DAY, deliver)
      .thenRefused('not-your-body', { body: 'tan-thanh.CMC' });
  });

  test('twice leads to the last successor', () => {
    const again: Command = { type: 'Rehome', bodies: {}, units: { 'ban-thach': 'tam-ky-moi' }, reason: 'x' };
    const { state } = file(...reformed, step(SYSTEM, BEFORE, again));
    const deliver: Command = { type: 'DeliverOrders', orders: ['QN-001'] };
    expect(send(STREAM, state, now(deliver, member('tam-ky-moi.COM'))).facts).toHaveLength(1);
  });

  test('concerns no drill that knows none of them, is over, or was never begun; and no person can ask for it', () => {
    const elsewhere = { ...rehome, units: { 'hoi-an-tay': 'hoi-an' }, bodies: {} };
    file(...before)
      .when(SYSTEM, BEFORE, elsewhere)
      .thenExactly();
    file(opened, now(close)).when(SYSTEM, DAY, rehome).thenExactly();
    file().when(SYSTEM, DAY, rehome).thenExactly();
    file(opened).when(SA, DAY, rehome).thenInvalid();
  });
});
