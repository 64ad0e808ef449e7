/** Every refusal of the preparation, thrown for real: with its own code, and all that its sentences name. */
import { expect, test } from '@jest/globals';
import { explain } from '../../../domain/rejection.ts';
import { PREPARATION_OCCURRENCES } from './occurrences.ts';

test.each(Object.entries(PREPARATION_OCCURRENCES))('%s', (code, occur) => {
  const rejection = occur();
  expect(rejection.code).toBe(code);
  for (const language of ['vi', 'en'] as const) {
    const { what, who } = explain(rejection, language);
    expect(`${what} ${who}`).not.toMatch(/[{}]|undefined|null|–\./);
  }
});

test('the faults of a template are told in words', () => {
  expect(explain(PREPARATION_OCCURRENCES['template-faulty'](), 'vi').what).toBe(
    'Mẫu còn lỗi: vòng lặp X05 → X05, X05 không bao giờ bắt đầu được, X06 không bao giờ bắt đầu được, X07 không bao giờ bắt đầu được, X08 không bao giờ bắt đầu được, X13 không bao giờ bắt đầu được, X14 không bao giờ bắt đầu được, X15 không bao giờ bắt đầu được, X17 không bao giờ bắt đầu được, X19 không bao giờ bắt đầu được, X20 không bao giờ bắt đầu được, X21 không bao giờ bắt đầu được, X22 không bao giờ bắt đầu được, X23 không bao giờ bắt đầu được, X24 không bao giờ bắt đầu được.',
  );
  expect(explain(PREPARATION_OCCURRENCES['task-cycle'](), 'en').what).toBe(
    'These tasks wait for each other in a circle: C11 → C17 → C11.',
  );
  expect(explain(PREPARATION_OCCURRENCES['issue-status'](), 'vi').what).toBe(
    'Tồn tại V1 đang ở trạng thái “Chờ khắc phục”, không thể “Xác nhận đã khắc phục”.',
  );
});
