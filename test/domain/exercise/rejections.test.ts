/** Every way the product says no, thrown for real, and what a person then reads. */
import { describe, expect, test } from '@jest/globals';
import type { ExerciseState, TaskStatus, Verdict } from '../../../domain/exercise/index.ts';
import { REJECTIONS, type RejectionCode } from '../../../domain/labels/rejections.ts';
import {
  ACTS,
  BOARD_NAMES,
  FIGURES,
  PAPERS,
  PHASES,
  SCORE_DOMAIN_NAMES,
  TASK_STATUSES,
  VERDICTS,
  type Word,
} from '../../../domain/labels/words.ts';
import { COMMANDS } from '../../../domain/registry.ts';
import { explain } from '../../../domain/rejection.ts';
import type { ScoreDomain } from '../../../domain/review/index.ts';
import { STREAM_KINDS } from '../../../domain/streams.ts';
import { OCCURRENCES } from './occurrences.ts';

describe('every refusal in words', () => {
  test.each(Object.keys(OCCURRENCES) as RejectionCode[])(
    '%s is told in Vietnamese and in English, with nothing missing',
    (code) => {
      const rejection = OCCURRENCES[code]();
      expect([rejection.code, rejection.kind]).toEqual([code, REJECTIONS[code].kind]);
      for (const language of ['vi', 'en'] as const) {
        const named = Object.values(REJECTIONS[code][language]).flatMap((text) =>
          [...text.matchAll(/\{(\w+)\}/g)].map(([, key]) => key ?? ''),
        );
        expect(Object.keys(rejection.params)).toEqual(expect.arrayContaining([...new Set(named)]));
        const { what, who } = explain(rejection, language);
        expect(`${what} ${who}`).not.toMatch(/[{}]|undefined|null|NaN|\[object|–\./);
        expect(what).toMatch(/\.$/);
        expect(who).toMatch(/\.$/);
      }
    },
  );

  test('no body, status, phase or paper is shown as its code', () => {
    const said = (code: RejectionCode, language: 'vi' | 'en') => explain(OCCURRENCES[code](), language).what;
    expect(said('exercise-phase', 'vi')).toBe(
      'Thao tác “Khai mạc” cần giai đoạn “Sẵn sàng”; hồ sơ đang ở giai đoạn “Đã lập kế hoạch”.',
    );
    expect(said('task-status', 'vi')).toBe('Việc C01 đang ở trạng thái “Chờ làm”, không thể “Xác minh”.');
    expect(said('paper-missing', 'en')).toBe('The paper this stands on is missing: Decision on the organising board.');
    expect(said('gate-blocked', 'vi')).toContain('Quyết định thành lập Ban Chỉ đạo, ');
    expect(said('review-phase', 'vi')).toBe(
      'Hồ sơ rút kinh nghiệm đang ở giai đoạn “Đang mở”, không thể “Kết thúc tổng kết”.',
    );
    expect(said('score-gap', 'vi')).toBe('Mục Lãnh đạo, cơ chế chênh 20 điểm, quá 15.');
    expect(said('drill-not-open', 'vi')).toBe('Chưa khai mạc, chưa ghi được số điểm danh: Muộn.');
    expect(said('not-your-body', 'en')).toBe('Police (tam-ky) may not do this.');
    expect(explain(OCCURRENCES['head-only'](), 'vi').who).toBe('Người đứng đầu của: Ban Chỉ đạo diễn tập (tam-ky).');
  });
});

describe('the words', () => {
  test('there is a word for every status, phase, verdict, board, paper, score domain and command', () => {
    const statuses: Record<TaskStatus, Word> = TASK_STATUSES;
    const phases: Record<ExerciseState['phase'], Word> = PHASES;
    const verdicts: Record<Verdict, Word> = VERDICTS;
    const domains: Record<ScoreDomain, Word> = SCORE_DOMAIN_NAMES;
    const boards: Record<keyof ExerciseState['boards'], Word> = BOARD_NAMES;
    const papers: Record<keyof ExerciseState['boards'] | 'resolution' | 'frame', Word> = PAPERS;
    const all = [statuses, phases, verdicts, domains, boards, papers, FIGURES, ACTS].flatMap((words) =>
      Object.values<Word>(words),
    );
    expect(
      all.every(
        ({ vi, en }) => vi.trim() === vi && vi === vi.normalize('NFC') && vi !== '' && en.trim() === en && en !== '',
      ),
    ).toBe(true);
    for (const kind of STREAM_KINDS)
      for (const option of COMMANDS[kind].options)
        expect(Object.keys(ACTS)).toEqual(expect.arrayContaining([...option.shape.type.values]));
  });

  test('are those of the screens', () => {
    expect(
      Object.values(TASK_STATUSES)
        .map((word) => word.vi)
        .join(' · '),
    ).toBe('Chưa đến lượt · Chờ làm · Đang làm · Đã nộp, chờ xác minh · Trả lại · Đã xác minh · Không áp dụng');
    const { none: _, ...phases } = PHASES;
    expect(
      Object.values(phases)
        .map((word) => word.vi)
        .join(', '),
    ).toBe('Dự thảo, Đã lập kế hoạch, Đang chuẩn bị, Sẵn sàng, Đang thực hành, Đang tổng kết, Đã đóng, Hoãn, Hủy');
  });
});
