/** What can happen to the checklist of an exercise: work, tailoring, rehearsals, proposals, reminders. */
import { parseOffset } from '../../../domain/calendar/index.ts';
import type { ClockEvent } from '../../../domain/exercise/clock.ts';
import type { ExerciseEvent } from '../../../domain/exercise/index.ts';
import { DEFAULT_LADDER } from '../../../domain/ladder/index.ts';
import type { Facts } from './plain.ts';
import { addedTask } from './shared.ts';

const evidence = { number: '45/KH-CA', date: '2022-05-20', holder: 'Công an thành phố' };
type Told = Facts<ClockEvent>['TaskReminded'][number];
const told = (more: Partial<Told> & Pick<Told, 'daysLeft'>): Told => ({
  by: 'system',
  task: 'C17',
  rung: 'before3',
  audience: 'owner',
  to: 'tam-ky.POL',
  post: 'member',
  deadline: '2022-05-31',
  rungAt: '2022-05-26T01:00:00.000Z',
  lateMinutes: 0,
  waitsOn: [],
  ...more,
});

export const PREPARATION_FACTS = {
  TaskAssigned: [{ task: 'C17', owner: 'tam-ky.POL', person: null }],
  TaskAccepted: [{ by: 'tam-ky.POL', task: 'C17' }],
  TaskStarted: [{ by: 'tam-ky.POL', task: 'C17' }],
  TaskSubmitted: [{ by: 'tam-ky.POL', task: 'C17', evidence }],
  TaskVerified: [{ task: 'C17' }],
  TaskReturned: [{ task: 'C17', reason: 'thiếu phụ lục' }],
  TaskWaived: [{ by: 'head tam-ky.SB', task: 'C17', reason: 'không tổ chức phần này' }],
  EvidenceRevised: [
    { by: 'tam-ky.POL', task: 'C17', evidence, reason: 'bổ sung phụ lục', voided: true },
    {
      by: 'tam-ky.POL',
      task: 'C17',
      evidence,
      reason: 'bổ sung phụ lục',
      voided: true,
      deadlines: [{ task: 'C17', from: '2022-03-14', to: '2022-04-04' }],
    },
    { by: 'tam-ky.POL', task: 'C17', evidence, reason: 'sai số văn bản', voided: false },
  ],
  TaskHandedOver: [
    { by: 'tam-ky.POL', task: 'C17', from: null, person: 'nv-07', reason: 'đi công tác' },
    { by: 'tam-ky.POL', task: 'C17', from: 'nv-01', person: 'nv-07', reason: null },
  ],
  TaskUrged: [
    { ...told({ daysLeft: -4 }), by: 'tam-ky.SA', rung: 'urged', note: null },
    { ...told({ daysLeft: 2, waitsOn: ['C16'] }), by: 'tam-ky.SB', rung: 'urged', note: 'mai họp giao ban' },
    { ...told({ daysLeft: 0 }), by: 'tam-ky.SB', rung: 'urged', note: null },
  ],
  TaskCommented: [{ by: 'tam-ky.POL', task: 'C17', text: 'đã xin ý kiến cấp trên' }],
  TaskAdded: [{ added: addedTask, reason: 'UBND yêu cầu' }],
  TaskDropped: [{ task: 'C22', reason: 'không tổ chức' }],
  TaskRetimed: [
    {
      task: 'C17',
      offset: { from: parseOffset('T-60'), to: parseOffset('T-55') },
      due: { from: '2022-05-31', to: '2022-06-07' },
      reason: 'chờ tỉnh',
    },
  ],
  TaskRelinked: [
    { task: 'C17', from: ['C11', 'C12'], after: ['C11'], reason: 'đổi trình tự' },
    { task: 'C17', from: ['C11'], after: [], reason: 'làm song song' },
    { task: 'C17', from: [], after: ['C11'], reason: 'phải chờ kế hoạch' },
  ],
  TemplateAdopted: [
    {
      from: 1,
      to: 2,
      added: [addedTask],
      dropped: [{ task: 'C22', titleVi: 'x', titleEn: 'x' }],
      changed: [],
      leftAsItIs: [],
      gates: [],
      ladder: null,
      scoreSheet: null,
      compression: null,
      papers: null,
      reason: 'theo hướng dẫn của tỉnh',
    },
  ],
  RehearsalHeld: [
    { rehearsal: { id: 'LT-1', step: 'practice', date: '2022-08-04', attended: 58, expected: 60 } },
    { rehearsal: { id: 'SD-1', step: 'trialRun', date: '2022-08-18', attended: 60, expected: null } },
    { rehearsal: { id: 'TD-1', step: 'finalRehearsal', date: '2022-08-23', attended: null, expected: null } },
  ],
  IssueRaised: [{ issue: 'TT-1', rehearsal: 'LT-1', text: 'Báo động chậm', owner: 'tam-ky.POL', due: '2022-08-15' }],
  IssueClosed: [{ by: 'tam-ky.POL', issue: 'TT-1', evidence: 'biên bản 03' }],
  IssueConfirmed: [{ issue: 'TT-1' }],
  IssueReturned: [{ issue: 'TT-1', reason: 'chưa thấy biên bản' }],
  IssueCarried: [{ issue: 'TT-1', from: 'practice', into: 'trialRun', reason: 'cần thực binh mới kiểm tra được' }],
  LessonsSpread: [
    { from: 'tan-thanh-2022', lessons: [{ finding: 'HC-1', text: 'Giao lệnh chậm' }] },
    {
      from: 'tan-thanh-2022',
      lessons: [
        { finding: 'HC-1', text: 'a' },
        { finding: 'HC-2', text: 'b' },
      ],
    },
  ],
  ProposalReceived: [
    {
      by: 'system',
      proposal: 'DX-1',
      from: 'tan-thanh-2022',
      lessons: [{ finding: 'HC-1', text: 'a' }],
      toDecide: true,
    },
    {
      by: 'system',
      proposal: 'DX-1',
      from: 'tan-thanh-2022',
      lessons: [
        { finding: 'HC-1', text: 'a' },
        { finding: 'HC-2', text: 'b' },
      ],
      toDecide: true,
    },
    {
      by: 'system',
      proposal: 'DX-1',
      from: 'tan-thanh-2022',
      lessons: [{ finding: 'HC-1', text: 'a' }],
      toDecide: false,
    },
    {
      by: 'system',
      proposal: 'DX-1',
      from: 'tan-thanh-2022',
      lessons: [
        { finding: 'HC-1', text: 'a' },
        { finding: 'HC-2', text: 'b' },
      ],
      toDecide: false,
    },
  ],
  ProposalAccepted: [
    { proposal: 'DX-1', reason: 'phù hợp địa bàn', tasks: [addedTask] },
    { proposal: 'DX-1', reason: 'chỉ để rút kinh nghiệm', tasks: [] },
  ],
  ProposalRefused: [{ proposal: 'DX-1', reason: 'địa bàn không có sông' }],
  ExtensionRequested: [{ by: 'tam-ky.POL', task: 'C17', due: '2022-05-31', until: '2022-06-03', reason: 'chờ tỉnh' }],
  ExtensionGranted: [
    { by: 'head tam-ky.SB', task: 'C17', from: '2022-05-31', until: '2022-06-03', days: 3, reason: 'đồng ý' },
    { by: 'head tam-ky.SB', task: 'C17', from: '2022-05-31', until: '2022-06-01', days: 1, reason: 'đồng ý' },
  ],
  ExtensionRefused: [{ by: 'head tam-ky.SB', task: 'C17', reason: 'ảnh hưởng cổng G4' }],
  ExtensionWithdrawn: [
    { by: 'tam-ky.POL', task: 'C17', reason: 'đã xong' },
    { by: 'tam-ky.POL', task: 'C17', reason: null },
  ],
  ReminderAcknowledged: [{ by: 'tam-ky.POL', task: 'C17', until: '2022-05-27', deadline: '2022-05-31' }],
  LadderSet: [{ ladder: DEFAULT_LADDER, previous: DEFAULT_LADDER, reason: 'nhắc sớm hơn' }],
  TaskReminded: [
    told({ daysLeft: 3, waitsOn: ['C11', 'C12'] }),
    told({ daysLeft: 1 }),
    told({ daysLeft: 0 }),
    told({ daysLeft: -1, rung: 'overdue' }),
    told({ daysLeft: -2, rung: 'overdue' }),
  ],
  TaskEscalated: [
    told({ daysLeft: -1, rung: 'head', audience: 'head', post: 'head', waitsOn: ['C11'] }),
    told({ daysLeft: -3, rung: 'board', audience: 'board', to: 'tam-ky.SB', post: 'head' }),
    told({ daysLeft: -5, rung: 'superior', audience: 'superior', to: 'quang-nam.SA', post: 'head' }),
    told({ daysLeft: -2, rung: 'agency', audience: 'agency', to: 'tam-ky.SA' }),
    told({ daysLeft: 2, rung: 'undecided', audience: 'board', to: 'tam-ky.SB', post: 'head' }),
  ],
} satisfies Partial<Facts<ExerciseEvent>>;
