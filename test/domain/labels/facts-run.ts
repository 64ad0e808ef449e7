/** What can happen to the days, the means and the run of an exercise. */
import type { ExerciseEvent } from '../../../domain/exercise/index.ts';
import type { Facts } from './plain.ts';
import { DAYS, LATER, resolution } from './shared.ts';

const moved = {
  from: DAYS,
  to: LATER,
  calendarVersion: '2027.1',
  deadlines: [
    { task: 'C17', from: '2022-05-31', to: '2022-06-14' },
    { task: 'C18', from: '2022-06-01', to: '2022-06-15' },
  ],
};
const seen = {
  observation: 'QS-1',
  seenAt: '2022-08-25T02:05:00.000Z',
  text: 'Giao lệnh chậm 20 phút',
  criterion: null,
} as const;

export const RUN_FACTS = {
  ExerciseRescheduled: [
    { ...moved, reason: 'bão', followsCity: false },
    {
      by: 'system',
      ...moved,
      to: DAYS,
      from: LATER,
      reason: 'bão',
      followsCity: true,
      deadlines: moved.deadlines.slice(0, 1),
    },
  ],
  ExercisePostponed: [
    { reason: 'dịch bệnh', followsCity: false },
    { by: 'system', reason: 'dịch bệnh', followsCity: true },
  ],
  ExerciseResumed: [
    { ...moved, reason: 'hết dịch', followsCity: false },
    { by: 'system', ...moved, reason: 'hết dịch', followsCity: true },
  ],
  ExerciseCancelled: [{ reason: 'tỉnh thôi tổ chức' }],
  CalendarAdopted: [
    { calendarVersion: '2027.1+1', reason: 'lịch nghỉ Tết mới', deadlines: moved.deadlines },
    { calendarVersion: '2027.1+1', reason: 'lịch nghỉ Tết mới', deadlines: moved.deadlines.slice(0, 1) },
  ],
  CityChangeNoted: [
    { by: 'system', change: 'rescheduled', reason: 'bão', because: 'asked', from: DAYS, to: LATER },
    { by: 'system', change: 'postponed', reason: 'bão', because: 'postponed' },
    { by: 'system', change: 'resumed', reason: 'hết bão', because: 'not-postponed' },
    { by: 'system', change: 'rescheduled', reason: 'bão', because: 'no-days' },
    { by: 'system', change: 'rescheduled', reason: 'bão', because: 'opening-day-passed' },
    { by: 'system', change: 'rescheduled', reason: 'bão', because: 'calendar-year-missing' },
    { by: 'system', change: 'cancelled', reason: 'bão', because: 'phase:running' },
  ],
  CityAnswered: [
    { by: 'head tan-thanh.CMC', change: 'rescheduled', answer: 'follow', reason: 'cùng lực lượng' },
    { by: 'head tan-thanh.CMC', change: 'postponed', answer: 'keep', reason: 'đã mời đại biểu' },
  ],
  ResourcesReserved: [
    { venues: ['Sân vận động', 'Nhà văn hóa'], vehicles: [{ class: 'Xe tải', count: 12 }], reason: null },
    { venues: [], vehicles: [], reason: 'mượn của tỉnh' },
  ],
  VehicleStockSet: [
    {
      stock: [
        { class: 'Xe tải', count: 20 },
        { class: 'Xe cứu thương', count: 3 },
      ],
      reason: null,
    },
    { stock: [], reason: 'xe đi sửa' },
  ],
  BodyCapacitySet: [
    { body: 'tam-ky.POL', tasksPerDay: 2, tasksPerWeek: 6, reason: null },
    { body: 'tam-ky.POL', tasksPerDay: 1, tasksPerWeek: 1, reason: 'thiếu người' },
  ],
  ClashAccepted: [
    {
      by: 'head tam-ky.SB',
      key: 'venue:tam-ky-2022+tan-thanh-2022:2022-08-25',
      kind: 'venue',
      exercises: ['tam-ky-2022', 'tan-thanh-2022'],
      subject: 'Sân vận động',
      reason: 'dùng hai buổi khác nhau',
    },
  ],
  RunOpened: [{ by: 'head tam-ky.SB' }],
  RunPaused: [{ by: 'head tam-ky.SB', reason: 'mưa lớn' }],
  RunResumed: [{ by: 'head tam-ky.SB' }],
  RunClosed: [{ by: 'head tam-ky.SB' }],
  DrillResultNoted: [
    { by: 'system', present: 119, ordered: 120 },
    { by: 'system', present: 0, ordered: 0 },
  ],
  ReviewResultNoted: [{ by: 'system', points: 91.5, grade: 'excellent' }],
  StagesPlanned: [
    {
      by: 'tam-ky.DB',
      stages: [
        {
          stage: 1,
          name: null,
          plannedStart: '2022-08-25T00:00:00.000Z',
          plannedEnd: '2022-08-25T04:00:00.000Z',
          items: [{ item: 'N1', label: 'A2', part: 'live', problem: null, plannedStart: null, plannedEnd: null }],
        },
      ],
    },
    {
      by: 'tam-ky.DB',
      stages: [1, 2].map((stage) => ({
        stage,
        name: null,
        plannedStart: '2022-08-25T00:00:00.000Z',
        plannedEnd: '2022-08-25T04:00:00.000Z',
        items: ['N1', 'N2'].map((item) => ({
          item,
          label: 'A2',
          part: 'live' as const,
          problem: null,
          plannedStart: null,
          plannedEnd: null,
        })),
      })),
    },
  ],
  StageStarted: [
    { stage: 1, note: null },
    { stage: 2, note: null },
    { stage: 3, note: null },
    { stage: 4, note: null },
  ],
  StageEnded: [{ stage: 1 }],
  ItemStarted: [{ item: 'N1', stage: 1 }],
  ItemEnded: [{ item: 'N1', stage: 1 }],
  ObservationRecorded: [
    { by: 'tam-ky.DB', ...seen, kind: 'limit', item: 'N1' },
    { by: 'tam-ky.DB', ...seen, kind: 'strength', item: null },
    { by: 'tam-ky.DB', ...seen, kind: 'neutral', item: null },
  ],
  ObservationAmended: [{ by: 'tam-ky.DB', ...seen, kind: 'limit', item: 'N1', reason: 'ghi nhầm số phút' }],
  ExerciseRehomed: [
    {
      by: 'system',
      orgUnit: 'ban-thach',
      superiorUnit: 'da-nang',
      owners: {},
      tasks: [{ task: 'X05', from: 'tan-thanh.CMC', to: 'ban-thach.CMC' }],
      issues: [],
      findings: [],
      reason: 'Quốc hội 202/2025/QH15',
      paper: resolution,
    },
  ],
} satisfies Partial<Facts<ExerciseEvent>>;
