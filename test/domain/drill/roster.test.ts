/** What a drill's history tells of names: how many, by whom, why. */
import { describe, expect, test } from '@jest/globals';
import { NO_CONTEXT } from '../../../domain/context.ts';
import { type Fact, fold } from '../../../domain/decider.ts';
import { DrillCommand, type DrillEvent, drill } from '../../../domain/drill/index.ts';
import { type NoteErasure, type NoteRoster, rosterKeepers } from '../../../domain/drill/roster.ts';
import { type Names, sentenceOf } from '../../../domain/labels/events.ts';
import { NO_ORGANISATION } from '../../../domain/organisation/state.ts';
import { type Actor, SYSTEM } from '../../../domain/people.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { StreamId } from '../../../domain/streams.ts';
import { dayOf, localDate } from '../../../domain/time.ts';
import { at, member } from '../../support/domain.ts';

const SA = member('tam-ky.SA');
const CMC = member('tam-ky.CMC');
const NOW = at('2027-04-20');
const DAY = dayOf(NOW);
const meta = (by: Actor) => ({ stream: StreamId.parse('drill/tam-ky-2027'), commandId: 'test', at: NOW, by });
const digest = 'ab'.repeat(32);
const arrive: NoteRoster = { type: 'NoteRoster', count: 40, digest };
const erase: NoteErasure = { type: 'NoteErasure', count: 3, reason: 'subjectRequest' };

const none = drill.initial;
const preparing = { ...none, phase: 'preparing', orgUnit: SA.body.split('.')[0] } as typeof none; // a checked id
const closed = { ...preparing, phase: 'closed' } as const;

const decided = (
  command: NoteRoster | NoteErasure,
  state = preparing,
  by: Actor = SA,
  organisation = NO_ORGANISATION,
) => drill.decide(command, state, meta(by), { ...NO_CONTEXT, organisation });

/** Since 1 July 2025 the work of Tam Kỳ's command is done by the command of Bàn Thạch. */
const ENDED = { validFrom: '2000-01-01', validTo: '2025-06-30', posts: [], delegations: [] };
const LASTING = { ...ENDED, validTo: null, successor: null };
const MERGED = {
  ...NO_ORGANISATION,
  phase: 'kept',
  units: new Map([
    ['tam-ky', { ...ENDED, id: 'tam-ky', bodies: { CMC: { ...ENDED, id: 'tam-ky.CMC', successor: 'ban-thach.CMC' } } }],
    ['ban-thach', { ...LASTING, id: 'ban-thach', bodies: { CMC: { ...LASTING, id: 'ban-thach.CMC' } } }],
  ]),
} as unknown as typeof NO_ORGANISATION; // as far as succession is looked up
const refusal = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof Rejection ? error.code : String(error);
  }
};
const names = {
  body: (id) => `<${id}>`,
  head: String,
  post: String,
  task: String,
  unit: String,
  exercise: String,
} as Names; // only what is read here

describe('names', () => {
  test('that were imported or erased are told by number, with the digest or the reason', () => {
    expect(decided(arrive)).toEqual([{ type: 'RosterImported', count: 40, digest }]);
    expect(decided(erase, preparing, CMC)).toEqual([{ type: 'NamesErased', count: 3, reason: 'subjectRequest' }]);
  });

  test('are counted over the whole drill', () => {
    const events = [...decided(arrive), ...decided({ ...arrive, count: 2 }), ...decided(erase)];
    const facts = events.map((event, n) => ({ ...event, at: NOW, by: SA, version: n + 1 }) as Fact<DrillEvent>);
    expect(fold(drill, facts, preparing)).toMatchObject({ roster: { imported: 42, erased: 3 }, version: 3 });
  });

  test('come only from the bodies that keep them, and to a drill that is worked on', () => {
    expect(rosterKeepers(preparing, NO_ORGANISATION, DAY)).toEqual([SA.body, CMC.body]);
    expect(rosterKeepers(none, NO_ORGANISATION, DAY)).toEqual([]);
    for (const by of [member('tam-ky.SB'), member('an-son.CMC'), SYSTEM])
      expect(refusal(() => decided(arrive, preparing, by))).toBe('not-your-body');
    expect(refusal(() => decided(arrive, none))).toBe('drill-unknown');
    expect(refusal(() => decided(arrive, closed))).toBe('drill-closed');
  });

  test('can be erased after the drill has closed, and by the clock; not by other bodies, not where there is no drill', () => {
    expect(decided(erase, closed)).toHaveLength(1);
    expect(decided({ ...erase, reason: 'retentionEnded' }, closed, SYSTEM)).toHaveLength(1);
    expect(refusal(() => decided(erase, closed, member('tam-ky.SB')))).toBe('not-your-body');
    expect(refusal(() => decided(erase, none))).toBe('drill-unknown');
  });

  test('of a drill long closed are kept by the bodies that have succeeded its own', () => {
    const heir = member('ban-thach.CMC');
    expect(rosterKeepers(closed, MERGED, localDate('2025-06-30'))).toContain(CMC.body);
    expect(rosterKeepers(closed, MERGED, localDate('2025-07-01'))).toEqual([SA.body, heir.body]);
    expect(decided(erase, closed, heir, MERGED)).toHaveLength(1);
    expect(refusal(() => decided(erase, closed, heir))).toBe('not-your-body');
    expect(refusal(() => decided(erase, closed, CMC, MERGED))).toBe('not-your-body');
  });

  test('are told by nobody through the commands that people send', () => {
    for (const command of [arrive, erase]) expect(DrillCommand.safeParse(command).success).toBe(false);
  });

  test.each<[NoteRoster | NoteErasure, Actor, string, string]>([
    [arrive, SA, '<tam-ky.SA> nhập danh sách có tên gồm 40 dòng', '<tam-ky.SA> imports a named roster of 40'],
    [erase, CMC, '<tam-ky.CMC> xóa vĩnh viễn 3 họ tên: theo yêu cầu của người có tên', '<tam-ky.CMC> erases 3 names'],
    [
      { ...erase, reason: 'retentionEnded' },
      SYSTEM,
      'Hệ thống xóa vĩnh viễn 3 họ tên: hết thời hạn lưu',
      'The system erases 3',
    ],
  ])('read as a sentence: %j', (command, by, vi, en) => {
    const [event] = decided(command, preparing, by);
    if (!event) throw new Error('one event');
    const fact = { ...event, at: NOW, by, version: 1 };
    expect(sentenceOf(fact, names, 'vi')).toContain(vi);
    expect(sentenceOf(fact, names, 'en')).toContain(en);
  });
});
