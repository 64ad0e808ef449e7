/** The word lists, and the little that refusals make of values that are no words. */
import { describe, expect, test } from '@jest/globals';
import { BODIES, labelBeside } from '../../../domain/labels/bodies.ts';
import { distance } from '../../../domain/labels/events-reminders.ts';
import { ERASURE_REASONS, READ_PURPOSES } from '../../../domain/labels/events-roster.ts';
import { GRADE_NAMES } from '../../../domain/labels/grades.ts';
import * as words from '../../../domain/labels/words.ts';
import * as drill from '../../../domain/labels/words-drill.ts';
import * as organisation from '../../../domain/labels/words-organisation.ts';
import * as preparation from '../../../domain/labels/words-preparation.ts';
import * as programme from '../../../domain/labels/words-programme.ts';
import * as rollOut from '../../../domain/labels/words-rollout.ts';
import { BODY_CODES } from '../../../domain/people.ts';
import { explain, Rejection } from '../../../domain/rejection.ts';

const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(texts);

describe('every word', () => {
  const lists = {
    ...words,
    ...drill,
    ...organisation,
    ...preparation,
    ...Object.fromEntries(Object.entries(programme).filter(([, list]) => typeof list === 'object')),
    ...rollOut,
    BODIES,
    GRADE_NAMES,
    ERASURE_REASONS,
    READ_PURPOSES,
  };

  test.each(Object.entries(lists))('of %s is written in both languages, trimmed and composed', (_, list) => {
    const all = texts(list);
    expect(all.length).toBeGreaterThan(0);
    for (const text of all) expect([text, text]).toEqual([text.trim().normalize('NFC'), text || 'nothing']);
  });

  test('no two bodies are called the same', () => {
    for (const language of ['vi', 'en'] as const)
      expect(new Set(BODY_CODES.map((code) => BODIES[code][language].name)).size).toBe(BODY_CODES.length);
  });

  test('a body of communes in general gives way to the name of the one', () => {
    expect([
      labelBeside('CMC', 'vi'),
      labelBeside('COM', 'vi'),
      labelBeside('POL', 'vi'),
      labelBeside('CMC', 'en'),
    ]).toEqual(['Ban Chỉ huy Quân sự', 'Đảng ủy, UBND', 'Công an', 'Commune military command']);
  });
});

test.each([
  [3, 'còn 3 ngày làm việc', '3 working days left'],
  [1, 'còn 1 ngày làm việc', '1 working day left'],
  [0, 'đến hạn hôm nay', 'due today'],
  [-1, 'quá hạn 1 ngày làm việc', '1 working day late'],
  [-4, 'quá hạn 4 ngày làm việc', '4 working days late'],
])('a deadline %d working days away', (days, vi, en) => {
  expect([distance(days, 'vi'), distance(days, 'en')]).toEqual([vi, en]);
});

describe('a refusal', () => {
  const said = (...refused: ConstructorParameters<typeof Rejection>) => {
    const { what, who } = explain(new Rejection(...refused), 'vi');
    return `${what} ${who}`;
  };

  test.each<[string, ConstructorParameters<typeof Rejection>, string]>([
    [
      'writes days and hours as people do',
      ['seen-in-the-future', { seenAt: '2022-08-25T02:05:00.000Z', at: '2022-08-24T17:30:00.000Z' }],
      'Thời điểm quan sát 09:05 25/08/2022 sau thời điểm ghi 00:30 25/08/2022. Sửa thời điểm quan sát.',
    ],
    [
      'writes numbers with their thousands, a year as it is',
      ['rehearsal-attendance', { attended: 1200, expected: 1000 }],
      'Có mặt 1.200 nhiều hơn quân số phải có 1.000. Kiểm tra lại số liệu điểm danh.',
    ],
    [
      'keeps a year together',
      ['calendar-unchanged', { year: 2028 }],
      'Bảng ngày làm việc năm 2028 không khác bảng đang có hiệu lực. Chỉ nhập lại khi có ngày, nguồn hoặc mức chắc chắn thay đổi.',
    ],
    [
      'names the system where it would have to act',
      ['not-your-body', { body: 'system.VIEW', allowed: ['tam-ky.SA'] }],
      'Hệ thống không có thẩm quyền làm việc này. Thẩm quyền thuộc: Cơ quan thường trực (Chỉ huy Quân sự) (tam-ky).',
    ],
    [
      'calls a head by the post, however the rule cited it',
      ['post-held', { post: 'tam-ky.SB', body: 'tam-ky.SB', since: '2020-01-01' }],
      'Chức vụ Trưởng Ban Chỉ đạo của Ban Chỉ đạo diễn tập (tam-ky) đang có người giữ từ ngày 01/01/2020. Kết thúc bằng “Thôi giữ chức vụ” trước, rồi bổ nhiệm.',
    ],
    [
      'calls a head by the post beside its body too',
      ['post-exists', { post: 'head', body: 'tam-ky.SB' }],
      'Ban Chỉ đạo diễn tập (tam-ky) đã có chức vụ Trưởng Ban Chỉ đạo. Dùng mã khác; chức vụ đứng đầu mới chỉ thêm được sau ngày cuối của chức vụ cũ.',
    ],
    [
      'shows a title of its own as it is',
      ['post-exists', { post: 'Chính ủy', body: 'tam-ky.SB' }],
      'Ban Chỉ đạo diễn tập (tam-ky) đã có chức vụ Chính ủy. Dùng mã khác; chức vụ đứng đầu mới chỉ thêm được sau ngày cuối của chức vụ cũ.',
    ],
    [
      'calls a criterion by its domain',
      ['score-too-high', { points: 6, largest: 5, domain: 'safety/b' }],
      '6 điểm vượt mức tối đa 5 của mục An toàn, kỷ luật (b). Sửa điểm.',
    ],
    [
      'leaves the codes of an own sheet as they are',
      ['score-too-high', { points: 6, largest: 5, domain: 'morale/b' }],
      '6 điểm vượt mức tối đa 5 của mục morale (b). Sửa điểm.',
    ],
    [
      'calls a paper by its kind',
      ['not-classifiable', { item: 'paper/calendar' }],
      'Mục Lịch công tác chuẩn bị không thuộc danh mục bí mật nhà nước, không được đóng dấu mật (Luật 117/2025/QH15). Chọn mức thường hoặc nội bộ; nếu trong mục có số liệu mật, tách thành văn bản riêng.',
    ],
    [
      'says where quiet days run backwards',
      ['ladder-fault', { fault: 'quiet-backwards', where: '2027-02-14–2027-02-10' }],
      'Lịch nhắc việc chưa dùng được: khoảng ngày nghỉ nhắc kết thúc trước khi bắt đầu (14/02/2027–10/02/2027). Sửa các bậc nhắc hoặc khoảng ngày nghỉ nhắc rồi gửi lại.',
    ],
    [
      'leaves a time without end open',
      ['outside-validity', { from: '2019-01-01', to: [], within: 'an-son', since: '2020-01-01', last: [] }],
      'Thời gian từ 01/01/2019 đến khi có quyết định khác vượt thời gian hoạt động của an-son (từ 01/01/2020 đến khi có quyết định khác). Chọn ngày nằm trong thời gian đó.',
    ],
    [
      'shows an empty list, and what a rule did not say, as a dash',
      ['drill-not-open', {}],
      'Chưa khai mạc, chưa ghi được số điểm danh: –. Ghi lệnh gọi trước; điểm danh khi diễn tập đã khai mạc.',
    ],
    [
      'shows a clash that it does not know as it was cited',
      ['clash-unknown', { clash: 'x:y' }],
      'Diễn tập này không có xung đột x:y. Xem danh sách xung đột hiện tại của hồ sơ.',
    ],
    [
      'shows a body that is none as it was cited',
      ['body-unknown', { body: 'tam-ky.NONE' }],
      'tam-ky.NONE không có trong tổ chức. Cơ quan thường trực thêm bằng “Thêm cơ quan”, hoặc kiểm tra lại mã cơ quan.',
    ],
  ])('%s', (_, refused, sentence) => {
    expect(said(...refused)).toBe(sentence);
  });

  test('speaks English to who prefers it', () => {
    const en = (...refused: ConstructorParameters<typeof Rejection>) => explain(new Rejection(...refused), 'en').what;
    expect([
      en('not-classifiable', { item: 'task/C14' }),
      en('not-your-body', { body: 'system.VIEW', allowed: [] }),
      en('outside-validity', { from: '2019-01-01', to: [], within: 'x', since: '2020-01-01', last: [] }),
      en('gate-blocked', { gate: 'G5', blockers: ['issue:TT-1', 'C17'] }),
    ]).toEqual([
      'Item task C14 is on no official list of secrets and may not be marked secret (Law 117/2025).',
      'The system may not do this.',
      'The time from 01/01/2019 until further notice goes beyond that of x (from 01/01/2020 until further notice).',
      'Gate G5 is blocked by: issue TT-1, C17.',
    ]);
    expect(said('not-classifiable', { item: 'task/C14' })).toContain('Mục việc C14 không thuộc');
    expect(said('not-classifiable', { item: 'exercise' })).toContain('Mục exercise không thuộc');
  });

  test('calls bodies and localities by the names it is given', () => {
    const called = { body: (id: string) => `<${id}>`, unit: (id: string) => `[${id}]` };
    const say = (...refused: ConstructorParameters<typeof Rejection>) =>
      explain(new Rejection(...refused), 'vi', called);
    expect(say('not-your-body', { body: 'tam-ky.POL', allowed: ['tam-ky.SA', 'tam-ky.SB'] })).toEqual({
      what: '<tam-ky.POL> không có thẩm quyền làm việc này.',
      who: 'Thẩm quyền thuộc: <tam-ky.SA>; <tam-ky.SB>.',
    });
    expect(say('drill-other-unit', { exercise: 'tam-ky-2022', own: 'hoi-an', unit: 'tam-ky' }).what).toBe(
      'Diễn tập tam-ky-2022 thuộc [hoi-an], không phải [tam-ky].',
    );
    expect(say('body-without-successor', { into: 'an-son', bodies: ['tam-ky.POL'] }).what).toBe(
      'Đơn vị [an-son] không có cơ quan tiếp nhận việc của: <tam-ky.POL>.',
    );
    expect(say('outside-validity', { from: 'a', to: 'b', within: 'tam-ky.POL', since: 'c', last: 'd' }).what).toContain(
      'hoạt động của <tam-ky.POL>',
    );
    expect(say('issue-carried-back', { issue: 'V1', step: 'trialRun', into: 'practice' }).what).toContain(
      '“Luyện tập”',
    );
  });

  test('carries its code, its kind and what it is about', () => {
    const refusal = new Rejection('task-unknown', { task: 'C99' });
    expect(refusal).toMatchObject({
      name: 'Rejection',
      kind: 'unknown',
      code: 'task-unknown',
      params: { task: 'C99' },
    });
    expect(refusal.message).toBe('task-unknown {"task":"C99"}');
    expect(new Rejection('run-not-paused').params).toEqual({});
  });
});
