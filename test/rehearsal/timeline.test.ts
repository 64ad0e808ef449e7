import { describe, expect, test } from '@jest/globals';
import type { EntityId } from '../../domain/streams.ts';
import { renderDays, renderSummary } from '../../rehearsal/render.ts';
import { timelineOf } from '../../rehearsal/timeline.ts';
import { behaving, played, tamKy, tamKySeason } from './fixtures.ts';

const CITY = 'tam-ky-2022' as EntityId;

describe('the timeline', () => {
  test('heads each day with weekday, date and distance to the opening', async () => {
    const { facts } = await tamKySeason();
    const text = renderDays(tamKy(), timelineOf(tamKy(), facts, { language: 'vi' }), 'vi');
    expect(text).toContain('Thứ Hai 14/03/2022 (T-80)\n');
    expect(text).toContain('Thứ Năm 07/07/2022 (T)\n');
    expect(text).toContain('Thứ Sáu 08/07/2022 (E)\n');
    expect(text).toContain('12-NQ/ĐUQS');
  });

  test('tells reminders and escalations in words', async () => {
    const { facts } = await played(tamKy(), { late: [{ body: 'POL', days: 5 }] });
    const { days } = timelineOf(tamKy(), facts, { language: 'vi', only: CITY, body: 'POL' });
    const lines = days.flatMap(({ lines: own }) => own.map(({ time, text }) => `${time} ${text}`));
    expect(lines).toContain(
      '08:00 Nhắc Công an thành phố Tam Kỳ: C17 Kế hoạch bảo đảm an ninh trật tự – còn 3 ngày làm việc, hạn 05/05/2022',
    );
    expect(lines).toContain(
      '08:00 Báo cáo lên Trưởng Công an thành phố Tam Kỳ: C17 Kế hoạch bảo đảm an ninh trật tự – quá hạn 1 ngày làm việc',
    );
    expect(lines).toContain(
      '08:00 Trình Trưởng Ban Chỉ đạo thành phố Tam Kỳ: C17 Kế hoạch bảo đảm an ninh trật tự – quá hạn 3 ngày làm việc',
    );
    expect(lines.every((line) => line.includes('C17'))).toBe(true);
  });

  test('says in the evening what shuts a gate, and sums up from when to when', async () => {
    const { facts } = await played(tamKy(), { late: [{ task: 'C23', days: 16 }] });
    const timeline = timelineOf(tamKy(), facts, { language: 'vi', only: CITY });
    const lines = timeline.days.flatMap(({ lines: own }) => own.map(({ text }) => text));
    expect(lines.find((line) => line.startsWith('Cổng G4 còn vướng'))).toContain('C23 Tập huấn khung tập');
    expect(lines).toContain('Thông qua cổng G4 Tập huấn, văn kiện (muộn, vướng từ 09/06/2022)');
    const g4 = timeline.exercises[0]?.gates.find(({ code }) => code === 'G4');
    expect(g4).toMatchObject({
      planned: '2022-06-09',
      passed: '2022-06-17',
      daysLate: 6,
      blockers: [{ code: 'C23', from: '2022-06-09', to: '2022-06-17' }],
    });
  });

  test('gives the muster against its target, and the grade', async () => {
    const { facts } = await tamKySeason();
    const timeline = timelineOf(tamKy(), facts, { language: 'vi' });
    const lines = timeline.days.flatMap(({ lines: own }) => own.map(({ text }) => text));
    expect(lines).toContain(
      'Kết thúc thực hành động viên: QNDB 119/120 – 99,17%; PTKT 12/12 – 100,00% (dưới chỉ tiêu 100%)',
    );
    const summary = renderSummary(tamKy(), timeline, 'vi');
    expect(summary).toContain('Quân nhân dự bị: 119/120 – 99,17% (dưới chỉ tiêu 100%)');
    expect(summary).toContain('Xếp loại: Giỏi, 89,25 điểm');
  });

  test('counts the deadlines that a move carries', async () => {
    const move = { exercise: CITY, on: '2022-05-20', startDate: '2022-07-21', endDate: '2022-07-22', reason: 'Bão' };
    const plan = behaving(tamKy(), { moves: [move] });
    const { facts } = await played(plan);
    const text = renderDays(plan, timelineOf(plan, facts, { language: 'vi', only: CITY }), 'vi');
    expect(text).toMatch(/Dời ngày: 07\/07\/2022–08\/07\/2022 → 21\/07\/2022–22\/07\/2022, dời \d+ thời hạn: Bão/);
  });

  test('leaves no event without a sentence, in either language', async () => {
    const { facts } = await tamKySeason();
    for (const language of ['vi', 'en'] as const)
      for (const { lines } of timelineOf(tamKy(), facts, { language }).days)
        for (const { text } of lines) expect(text).not.toMatch(/undefined|NaN|\{|\}|^\s*$/);
  });
});
