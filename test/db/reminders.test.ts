/** Rows of reminders: the same shape whichever stream tells, and nothing of what tells nobody. */
import { expect, test } from '@jest/globals';
import { projectReminders } from '../../db/projections/reminders.ts';
import type { DomainEvent, Fact } from '../../domain/decider.ts';
import { SYSTEM } from '../../domain/people.ts';
import { StreamId } from '../../domain/streams.ts';
import { at } from '../support/domain.ts';

const NOW = at('2027-03-22', 8);
const fact = (version: number, event: DomainEvent & Record<string, unknown>): Fact<DomainEvent> => ({
  ...event,
  at: NOW,
  by: SYSTEM,
  version,
});
const told = {
  rung: 'head',
  audience: 'head',
  to: 'tam-ky.SA',
  post: 'head',
  deadline: '2027-03-19',
  daysLeft: -1,
  rungAt: NOW,
  lateMinutes: 0,
};
const row = (id: string, stream_kind: string, subject: string, version: number, doc: object) => ({
  id,
  stream_kind,
  exercise_id: 'kvpt',
  subject,
  rung: 'head',
  audience: 'head',
  body: 'tam-ky.SA',
  post: 'head',
  deadline: '2027-03-19',
  at: NOW,
  version,
  doc: { daysLeft: -1, rungAt: NOW, lateMinutes: 0, waitsOn: [], ...doc },
});

test.each([
  ['exercise', 'TaskEscalated', 'task', { waitsOn: ['C16'] }],
  ['exercise', 'TaskReminded', 'task', { waitsOn: [] }],
  ['review', 'ActionReminded', 'action', {}],
  ['review', 'ActionEscalated', 'action', {}],
  ['drill', 'StationOverdue', 'station', {}],
])('of a %s: %s', (kind, type, subject, more) => {
  const stream = StreamId.parse(`${kind}/kvpt`);
  expect(projectReminders(stream, [fact(7, { type, [subject]: 'X1', ...told, ...more })])).toEqual({
    reminder: [row(`${stream}/7`, kind, 'X1', 7, { type, ...more })],
  });
});

test('an acknowledgement has its own row; other facts have none', () => {
  const stream = StreamId.parse('exercise/kvpt');
  const by = { ...SYSTEM, body: 'tam-ky.SA' };
  const known = { type: 'ReminderAcknowledged', task: 'C01', until: '2027-03-18', deadline: '2027-03-19', by };
  expect(projectReminders(stream, [fact(1, { type: 'TaskStarted', task: 'C01' })])).toEqual({});
  expect(projectReminders(stream, [{ ...fact(2, known), by: by as Fact<DomainEvent>['by'] }])).toEqual({
    acknowledgement: [
      {
        id: 'exercise/kvpt/2',
        exercise_id: 'kvpt',
        subject: 'C01',
        body: 'tam-ky.SA',
        deadline: '2027-03-19',
        until: '2027-03-18',
        at: NOW,
        version: 2,
        doc: { by },
      },
    ],
  });
});
