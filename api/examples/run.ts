/** The run of an exercise. */
import type { Examples } from './common.ts';

export const RUN_EXAMPLES: Examples = {
  PlanStages: {
    type: 'PlanStages',
    stages: [
      {
        stage: 1,
        plannedStart: '2022-05-24T00:00:00.000Z',
        plannedEnd: '2022-05-24T10:00:00.000Z',
        items: [{ item: 'ND01', label: 'A2', part: 'live', problem: 1 }],
      },
    ],
  },
  OpenRun: { type: 'OpenRun' },
  PauseRun: { type: 'PauseRun', reason: 'Mưa lớn' },
  ResumeRun: { type: 'ResumeRun' },
  EndStage: { type: 'EndStage', stage: 1 },
  StartItem: { type: 'StartItem', item: 'ND01' },
  EndItem: { type: 'EndItem', item: 'ND01' },
  RecordObservation: {
    type: 'RecordObservation',
    observation: 'QS-001',
    seenAt: '2022-05-24T02:15:00.000Z',
    text: 'Vận hành cơ chế đúng trình tự',
    item: 'ND01',
    kind: 'strength',
  },
  AmendObservation: {
    type: 'AmendObservation',
    observation: 'QS-001',
    seenAt: '2022-05-24T02:25:00.000Z',
    reason: 'Ghi nhầm giờ',
  },
  StartStage: { type: 'StartStage', stage: 1 },
  CloseRun: { type: 'CloseRun' },
};
