/** Several commands of one stream as one act. */
import { describe, expect, test } from '@jest/globals';
import { CALENDAR } from '../../domain/calendar/index.ts';
import { NO_ORGANISATION } from '../../domain/organisation/index.ts';
import { Actor, SYSTEM } from '../../domain/people.ts';
import { COMMANDS, deciderOf, execute } from '../../domain/registry.ts';
import { Rejection } from '../../domain/rejection.ts';
import { StreamId } from '../../domain/streams.ts';
import { Instant } from '../../domain/time.ts';

const stream = StreamId.parse('drill/tk');
const meta = {
  ...{ stream, commandId: 'c1', at: Instant.parse('2022-05-31T01:30:00.000Z') },
  by: Actor.parse({ person: 'nv-01', body: 'tam-ky.SA', post: 'member' }),
};
const context = { calendar: CALENDAR, organisation: NO_ORGANISATION, others: new Map() };
const quota = (group: string, required: number) => ({
  type: 'SetQuota',
  unit: 'tan-thanh',
  kind: 'reservist',
  group,
  required,
});
const OPEN = { type: 'OpenDrill', exercise: 'tk', orgUnit: 'tam-ky' };
const { state: opened } = execute(deciderOf('drill').initial, OPEN, { ...meta, by: SYSTEM }, context);
const run = (...commands: readonly { readonly type: string }[]) =>
  execute(opened, { type: 'Batch', commands } as { readonly type: string }, meta, context);

describe('a batch', () => {
  test('does what its commands do one after the other, in versions that follow each other', () => {
    const { facts, state } = run(quota('A1', 3), quota('A2', 4));
    expect(facts.map(({ type, version }) => [type, version])).toEqual([
      ['QuotaSet', 2],
      ['QuotaSet', 3],
    ]);
    const single = [quota('A1', 3), quota('A2', 4)].reduce(
      (before, command) => execute(before, command, meta, context).state,
      opened,
    );
    expect(state).toEqual(single);
  });

  test('is refused as a whole when the rules refuse one of them', () => {
    expect(() => run(quota('A1', 3), { type: 'CloseDrill' }, quota('A2', 4))).toThrow(Rejection);
  });

  test('comes through no address: no kind of stream takes it', () => {
    for (const schema of Object.values(COMMANDS))
      expect(schema.safeParse({ type: 'Batch', commands: [] }).success).toBe(false);
  });
});
