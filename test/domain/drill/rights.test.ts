/** Who may do what in a drill and when: a stranger is refused, and what belongs to the run waits for it. */
import { describe, expect, test } from '@jest/globals';
import { DEFAULT_RULE, drill } from '../../../domain/drill/index.ts';
import { partOf, staffOf } from '../../../domain/drill/rights.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { StreamId } from '../../../domain/streams.ts';
import { type Command, knowing, member, refusalOf, send } from '../../support/domain.ts';
import {
  CMC,
  checkIn,
  close,
  correct,
  DAY,
  file,
  issue,
  now,
  open,
  opened,
  prepare,
  prepared,
  present,
  SA,
  STREAM,
  station,
  substitute,
  unit,
} from './field.ts';

const AN_SON = member('an-son.CMC');
const lot = (type: string, more: object = {}): Command => ({ type, orders: ['QN-001'], ...more });
const minutes = { number: '07/BB-BG', date: '2022-08-25' };
const commands: Readonly<Record<string, Command>> = {
  rule: { type: 'SetDrillRule', rule: DEFAULT_RULE, reason: 'theo kế hoạch' },
  hour: { type: 'SetStartHour', at: DAY, reason: 'theo kế hoạch' },
  close,
  counts: { type: 'RecordCounts', unit: 'tan-thanh', kind: 'vehicle', counts: { registered: 9 } },
  issue: issue(['QN-009']),
  deliver: lot('DeliverOrders'),
  refuse: lot('RefuseOrders', { orders: ['QN-002'], reason: 'moved' }),
  station: station('TT-02'),
  moveHour: { type: 'MoveStationHour', station: 'TT-01', reportBy: DAY, reason: 'sớm hơn' },
  report: { type: 'ReportStation', station: 'TT-01' },
  checkIn: checkIn(present(['QN-002'])),
  correct: correct('C-QN-001', 'unexcused'),
  substitute: substitute('QN-003', 'DP-001'),
  inspect: { type: 'InspectVehicle', order: 'XE-001', fit: true },
  handOver: lot('HandOver', { receivingUnit: 'd72', minutes }),
  reverse: lot('ReverseHandOver', { orders: ['XE-001'], reason: 'nhầm' }),
  release: lot('Release'),
  incident: { type: 'ReportIncident', incident: 'SC-1', subject: 'people', severity: 'minor', note: 'ngã' },
};
const played = file(
  opened,
  now(station()),
  now(issue(['QN-001', 'QN-002', 'QN-003'])),
  now(issue(['DP-001'], { spare: true })),
  now(issue(['XE-001'], { kind: 'vehicle' })),
  now(checkIn([...present(['QN-001', 'DP-001', 'XE-001']), { id: 'C-3', order: 'QN-003', status: 'unexcused' }])),
  now(lot('HandOver', { orders: ['XE-001'], receivingUnit: 'd72', minutes })),
);
const BY_AGENCY = ['rule', 'hour', 'close', 'issue', 'station', 'moveHour'];

describe.each(Object.entries(commands))('%s', (name, command) => {
  test('is for the agency, and where it speaks of a unit for that unit; a neighbour is refused', () => {
    const done = expect.objectContaining({ type: expect.any(String) }) as unknown as Command;
    played.when(SA, DAY, command).thenExactly(done);
    played.when(AN_SON, DAY, command).thenRefused('not-your-body', { body: 'an-son.CMC' });
    if (BY_AGENCY.includes(name))
      played.when(CMC, DAY, command).thenRefused('not-your-body', { body: 'tan-thanh.CMC' });
    else played.when(CMC, DAY, command).thenExactly(done);
  });

  test('is for a drill that was begun and is not closed', () => {
    file().when(SA, DAY, command).thenRefused('drill-unknown');
    file(opened, now(station()), now(close)).when(SA, DAY, command).thenRefused('drill-closed');
  });
});

test.each([
  ['report', ['present']],
  ['checkIn', ['present']],
  ['correct', ['present']],
  ['substitute', ['present']],
  ['inspect', ['technicallyFit']],
  ['handOver', ['handedOver']],
  ['reverse', ['handedOver']],
  ['release', ['handedOver']],
  ['close', []],
])('before the run opens, %s waits for it', (name, fields) => {
  file(prepared, now(station()), now(issue(['QN-001', 'QN-002'])))
    .when(SA, DAY, commands[name] ?? close)
    .thenRefused('drill-not-open', { fields });
});

describe('what is offered to a body is what its commands are allowed', () => {
  test.each(['tam-ky.SA', 'tam-ky.SB', 'tam-ky.CMC', 'tam-ky.HEA', 'tan-thanh.CMC', 'tan-thanh.COM', 'an-son.CMC'])(
    'to %s',
    (body) => {
      const by = member(body);
      const isAllowed = (command: Command = close): boolean => {
        const refused = refusalOf(() => send(STREAM, played.state, now(command, by)));
        return !(refused instanceof Rejection && refused.code === 'not-your-body');
      };
      const part = partOf(played.state, by.body);
      expect(part.keeps).toBe(isAllowed(commands.issue));
      expect(part.rules).toBe(isAllowed(commands.rule));
      expect(part.reportsIncidents).toBe(isAllowed(commands.incident));
      expect(part.keeps || part.units.includes(unit('tan-thanh'))).toBe(isAllowed(commands.counts));
      expect(staffOf(played.state, { keeper: CMC.body, units: [unit('tan-thanh')] }).includes(by.body)).toBe(
        isAllowed(commands.checkIn),
      );
    },
  );

  test('to nobody once it is closed', () => {
    const nothing = { keeps: false, rules: false, reportsIncidents: false, units: [] };
    expect(partOf(file(opened, now(close)).state, SA.body)).toEqual(nothing);
  });
});

describe('the file of a drill', () => {
  const meta = { stream: StreamId.parse(STREAM), commandId: 'c', at: DAY, by: SA };

  test('opens with the run only, and takes no other command', () => {
    expect(() => drill.decide(open as never, played.state, meta, knowing())).toThrow('system-only');
    expect(() => drill.decide({ type: 'Cancel' } as never, played.state, meta, knowing())).toThrow(
      new Rejection('command-unknown', { type: 'Cancel' }),
    );
    played.when(SYSTEM, DAY, open).thenExactly();
  });

  test('asks for its exercise when it is prepared, and for nothing after that', () => {
    expect(drill.refersTo(prepare as never, drill.initial)).toEqual({ streams: ['exercise/tam-ky-2022'] });
    expect(drill.refersTo(close as never, played.state)).toBeNull();
  });

  test('is listed with those present of those ordered', () => {
    const listed = [drill.initial, played.state, file(opened, now(close)).state].map((state) => drill.summary(state));
    expect(listed).toEqual([
      { phase: 'none', orgUnit: '', details: '0/0', closed: false },
      { phase: 'open', orgUnit: 'tam-ky', details: '1/3', closed: false },
      { phase: 'closed', orgUnit: 'tam-ky', details: '0/0', closed: true },
    ]);
  });
});
