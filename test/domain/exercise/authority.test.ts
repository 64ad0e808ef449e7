/** Who may ask what of a file, as a commune sees it: its own bodies, and the boards of its superior. */
import { describe, expect, test } from '@jest/globals';
import { exercise } from '../../../domain/exercise/index.ts';
import { DEFAULT_LADDER } from '../../../domain/ladder/index.ts';
import { type Command, given, member, refusalOf, send, step } from '../../support/domain.ts';
import { addTask, dropTask, relink, retime } from '../preparation/support.ts';
import {
  board,
  COMMUNE,
  draftCommune,
  draftedCommune,
  EARLY,
  paper,
  pass,
  planCommune,
  plannedCommune,
  resolution,
  submit,
} from './season.ts';

const STRANGER = member('hoi-an.EDU');
const reason = 'vì sao';
const days = { startDate: '2027-04-13', endDate: '2027-04-14' };
const of = (type: string, more: object = {}): Command => ({ type, ...more });
const because = (type: string, more: object = {}): Command => ({ type, ...more, reason });
const classify = (subject: object): Command =>
  of('Classify', { subject, level: 'mat', decidedBy: 'Bộ CHQS', basis: 'mục 3' });
/** Allowed bodies, and what is theirs to ask of a planned exercise. */
const BUSINESS: readonly [string, readonly Command[]][] = [
  [
    'tan-thanh.CMC tam-ky.SA',
    [
      of('AssignTask', { task: 'X01', owner: 'tan-thanh.HEA' }),
      addTask('X30', { after: [] }),
      dropTask('X14'),
      retime('X14', 'T-19'),
      relink('X14'),
      because('AdoptTemplate', { version: 2 }),
      because('DecideProposal', { proposal: 'p-1', accepted: true }),
      of('ReserveResources', { venues: [], vehicles: [] }),
    ],
  ],
  [
    'tan-thanh.CMC tam-ky.SA tam-ky.SB',
    [because('SetLadder', { ladder: DEFAULT_LADDER }), of('UrgeTask', { task: 'X01' })],
  ],
  [
    'tan-thanh.CMC tam-ky.SA tam-ky.SB tam-ky.DB tan-thanh.FRAME',
    [
      of('HoldRehearsal', { rehearsal: 'LT1', step: 'practice', date: '2026-10-06' }),
      of('RaiseIssue', { issue: 'V1', rehearsal: 'LT1', text: 'x', owner: 'tan-thanh.POL', due: '2026-10-20' }),
    ],
  ],
  ['tan-thanh.CMC tam-ky.SA tam-ky.MPC tam-ky.SB', [classify({ kind: 'exercise' })]],
  ['tan-thanh.CMC tam-ky.SA tan-thanh.POL', [classify({ kind: 'task', task: 'X14' })]],
  [
    'tan-thanh.CMC tam-ky.SA tan-thanh.PC tam-ky.SB tan-thanh.COM',
    [classify({ kind: 'paper', slot: 'organising' }), board('organising')],
  ],
  [
    'tan-thanh.CMC tam-ky.SA tam-ky.MPC tan-thanh.COM',
    [resolution, because('RevokePaper', { slot: 'resolution', paper: paper() })],
  ],
  ['tam-ky.SB tam-ky.MPC', [because('PostponeExercise'), because('CancelExercise')]],
  ['tam-ky.SB tam-ky.MPC tan-thanh.CMC tam-ky.SA', [because('RescheduleExercise', days), because('AdoptCalendar')]],
  ['tan-thanh.CMC', [submit('X01'), because('RequestExtension', { task: 'X01', until: '2027-03-01' })]],
  ['tan-thanh.COM', [of('HandOverTask', { task: 'X02', person: 'nv-1' }), of('AcceptTask', { task: 'X02' })]],
  [
    'tam-ky.SB',
    [
      because('WaiveTask', { task: 'X01' }),
      because('DecideExtension', { task: 'X01', granted: true }),
      because('AcceptClash', { key: 'x' }),
      because('SetGateRule', { gate: 'G1', twoPersons: true }),
      because('ReopenGate', { gate: 'G1' }),
      pass('G2'),
    ],
  ],
  ['tam-ky.SB tam-ky.SC tam-ky.MPC', [pass('G0'), pass('G1')]],
  ['tam-ky.SA tan-thanh.SUP', [of('SetVehicleStock', { stock: [] })]],
  ['tam-ky.SA tam-ky.SB', [of('SetBodyCapacity', { body: 'tam-ky.SA', tasksPerDay: 1, tasksPerWeek: 1 })]],
  ['tam-ky.SB tan-thanh.CMC', [of('OpenRun'), because('PauseRun'), of('ResumeRun'), of('CloseRun')]],
  [
    'tam-ky.SB tam-ky.DB tan-thanh.CMC',
    [of('StartStage', { stage: 1 }), of('EndStage', { stage: 1 }), of('StartItem', { item: 'ND01' })],
  ],
  [
    'tam-ky.DB tam-ky.SB tan-thanh.CMC tam-ky.SA',
    [of('RecordObservation', { observation: 'Q1', seenAt: EARLY, text: 'x' })],
  ],
  ['tam-ky.DB tam-ky.SB', [of('RecordRetest', { fromReview: 'a', action: 'A1', passed: true, note: 'x' })]],
  ['tan-thanh.COM tan-thanh.CMC tam-ky.SB tam-ky.MPC', [because('AnswerCity', { answer: 'keep' })]],
];

describe('a stranger is told whose business it is', () => {
  const asks = (past: Parameters<typeof given>[2], command: Command): Error | undefined => {
    const { state } = given(exercise, COMMUNE, past);
    return refusalOf(() => send(COMMUNE, state, step(STRANGER, EARLY, command)));
  };
  const named = (bodies: string) => ({
    code: 'not-your-body',
    params: { body: 'hoi-an.EDU', allowed: bodies.split(' ') },
  });

  test.each(BUSINESS)('%s', (bodies, commands) => {
    for (const command of commands)
      expect([command.type, asks(plannedCommune, command)]).toMatchObject([command.type, named(bodies)]);
  });

  test('before there is a plan too', () => {
    expect(asks([], draftCommune)).toMatchObject(
      named('tan-thanh.COM tan-thanh.CMC tan-thanh.MPC tan-thanh.SA tam-ky.MPC tam-ky.SA'),
    );
    expect(asks(draftedCommune, planCommune)).toMatchObject(named('tan-thanh.CMC tam-ky.SA tam-ky.MPC'));
    expect(asks(draftedCommune, because('CancelExercise'))).toMatchObject(
      named('tan-thanh.COM tan-thanh.CMC tan-thanh.MPC tan-thanh.SA tam-ky.MPC tam-ky.SA'),
    );
  });
});
