/** A stream's standing as its workflow keeps it: with its one alarm, ready to be sent. */
import type { Context, Folded } from '../domain/decider.ts';
import { SYSTEM } from '../domain/people.ts';
import { alarmId, standingOf } from '../domain/registry.ts';
import type { StreamId } from '../domain/streams.ts';
import type { Alarmed } from '../workflows/contract.ts';
import type { Clock } from './clock.ts';

export function alarmedOf(stream: StreamId, state: Folded, context: Context, clock: Clock): Alarmed {
  const standing = standingOf(stream, state, context);
  const { version, nextDue: due } = standing;
  if (due === null) return { ...standing, alarmAt: null, alarm: null };
  const alarm = {
    stream,
    commandId: alarmId(stream, version, due),
    command: { type: 'ObserveTime', due },
    by: SYSTEM,
    origin: 'clock',
  } as const;
  return { ...standing, alarmAt: clock.alarmAt(due), alarm };
}
