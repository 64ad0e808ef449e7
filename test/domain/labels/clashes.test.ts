/** Clashes between exercises in words, and the codes by which events and refusals cite what is in the way. */
import { describe, expect, test } from '@jest/globals';
import { blockerText } from '../../../domain/labels/blockers.ts';
import { CLASH_NAMES, clashKeyText } from '../../../domain/labels/clash-names.ts';
import { clashSentence, SEVERITY_NAMES } from '../../../domain/labels/clashes.ts';
import { CLASH_KINDS, type Clash } from '../../../domain/planning/clash.ts';
import { localDate } from '../../../domain/time.ts';

const day = localDate('2027-04-20');
const clash = (kind: Clash['kind'], more: Partial<Clash> = {}): Clash => ({
  key: `${kind}:x`,
  kind,
  severity: 'clash',
  exercises: ['tam-ky-2027', 'an-son-2027'] as unknown as Clash['exercises'],
  from: day,
  until: day,
  subject: 'tam-ky.DB',
  needed: null,
  available: null,
  tasks: [],
  ...more,
});

describe('a clash', () => {
  test.each<[Clash, string, string]>([
    [
      clash('body', { subject: 'tam-ky.POL', needed: 5, available: 3 }),
      'Công an (tam-ky) có 5 việc đến hạn 20/04/2027, mức đáp ứng 3: tam-ky-2027, an-son-2027.',
      'Police (tam-ky) has 5 tasks due 20/04/2027 and can carry 3: tam-ky-2027, an-son-2027.',
    ],
    [
      clash('body', { subject: 'tam-ky.POL', needed: 5, available: 3, until: localDate('2027-04-24') }),
      'Công an (tam-ky) có 5 việc đến hạn 20/04/2027–24/04/2027, mức đáp ứng 3: tam-ky-2027, an-son-2027.',
      'Police (tam-ky) has 5 tasks due 20/04/2027–24/04/2027 and can carry 3: tam-ky-2027, an-son-2027.',
    ],
    [
      clash('frame-post', { subject: 'Chủ tịch UBND' }),
      'Vai “Chủ tịch UBND” cần ở hai khung tập ngày 20/04/2027: tam-ky-2027, an-son-2027.',
      'The post "Chủ tịch UBND" is needed in two frames on 20/04/2027: tam-ky-2027, an-son-2027.',
    ],
    [
      clash('venue', { subject: 'Sân vận động' }),
      'Địa điểm “Sân vận động” được giữ hai lần ngày 20/04/2027: tam-ky-2027, an-son-2027.',
      'The venue "Sân vận động" is reserved twice on 20/04/2027: tam-ky-2027, an-son-2027.',
    ],
    [
      clash('vehicle', { subject: 'Xe tải', needed: 12 }),
      'Phương tiện “Xe tải” cùng cần 12 ngày 20/04/2027, chưa nhập số có: tam-ky-2027, an-son-2027.',
      '12 vehicles "Xe tải" are needed together on 20/04/2027, no stock entered: tam-ky-2027, an-son-2027.',
    ],
    [
      clash('vehicle', { subject: 'Xe tải', needed: 12, available: 0 }),
      'Phương tiện “Xe tải” cùng cần 12 ngày 20/04/2027, có 0: tam-ky-2027, an-son-2027.',
      '12 vehicles "Xe tải" are needed together on 20/04/2027, there are 0: tam-ky-2027, an-son-2027.',
    ],
    [
      clash('opening-day'),
      'Hai diễn tập do Ban Đạo diễn (tam-ky) phụ trách cùng khai mạc ngày 20/04/2027: tam-ky-2027, an-son-2027.',
      'Two exercises led by Directing board (tam-ky) open on 20/04/2027: tam-ky-2027, an-son-2027.',
    ],
    [
      clash('closing-day'),
      'Hai diễn tập do Ban Đạo diễn (tam-ky) phụ trách cùng bế mạc ngày 20/04/2027: tam-ky-2027, an-son-2027.',
      'Two exercises led by Directing board (tam-ky) close on 20/04/2027: tam-ky-2027, an-son-2027.',
    ],
  ])('says what meets, when, and between which exercises: %#', (each, vi, en) => {
    expect(clashSentence(each)).toEqual({ vi, en });
  });

  test('has a name for each kind, and is a clash or a warning', () => {
    expect(Object.keys(CLASH_NAMES).sort()).toEqual([...CLASH_KINDS].sort());
    expect([SEVERITY_NAMES.clash.vi, SEVERITY_NAMES.warning.vi]).toEqual(['Xung đột', 'Cảnh báo']);
  });

  test('is cited by its kind, its exercises and its day', () => {
    expect(clashKeyText('venue:tam-ky-2027+an-son-2027:2027-04-20:sân vận động')).toEqual({
      vi: '“Trùng địa điểm” (tam-ky-2027, an-son-2027; 20/04/2027; sân vận động)',
      en: '"Venue needed twice" (tam-ky-2027, an-son-2027; 20/04/2027; sân vận động)',
    });
    expect(clashKeyText('body:tam-ky.POL:2027-04-20')?.en).toBe('"Body overloaded" (Police (tam-ky); 20/04/2027)');
    expect([clashKeyText('bodyguard:x'), clashKeyText('C17')]).toEqual([null, null]);
  });
});

test.each<[string, string | undefined, string | undefined]>([
  ['frame', 'Quyết định danh sách khung tập', 'Decision on the exercise frame'],
  ['drill', 'Điểm danh', 'Muster'],
  ['issue:TT-1', 'tồn tại TT-1', 'issue TT-1'],
  ['opening-day:a+b:2027-04-20', '“Trùng ngày khai mạc” (a, b; 20/04/2027)', '"Same opening day" (a, b; 20/04/2027)'],
  ['C17', undefined, undefined],
  ['G1', undefined, undefined],
  ['constructor', undefined, undefined],
])('what keeps a gate shut, %s, is cited in words unless it is a task or a gate', (code, vi, en) => {
  const text = blockerText(code);
  expect([text?.vi, text?.en]).toEqual([vi, en]);
});
