import { describe, expect, test } from '@jest/globals';
import { bearsMarking, refuseMarked } from '../../../domain/classification.ts';
import { refusalOf } from '../../support/domain.ts';

describe('a text bears a secrecy marking', () => {
  test.each([
    'TUYỆT MẬT',
    'Kính gửi: Ban Chỉ huy. TỐI MẬT. Phương án',
    'ĐỘ MẬT: A',
    'Độ mật: Mật',
    'độ mật - tối mật',
    '[MẬT]',
    '[Mật] Kế hoạch 12',
    '( tối mật )',
    '(Tuyệt Mật)',
    'MẬT',
    'Mật.',
    'Kế hoạch\nMẬT\nĐiều 1',
    '*** Tối mật ***',
    'TUYỆT\u00a0MẬT',
    'TỐI   MẬT',
    'TỐI\nMẬT',
    'TỐI MẬT'.normalize('NFD'),
    'TỐI M\u200bẬT',
    'TUYỆT MẬT, ĐỘ KHẨN',
  ])('%j', (text) => {
    expect(bearsMarking(text)).toBe(true);
  });
});

describe('ordinary words are no marking', () => {
  test.each([
    'Ban Chỉ huy bảo đảm bí mật, an toàn',
    'mật danh DT-22',
    'MẬT DANH: DT-22',
    'Bảo mật thông tin',
    'BẢO MẬT',
    'KẾ HOẠCH BẢO MẬT THÔNG TIN',
    'Bí mật nhà nước',
    'BÍ MẬT NHÀ NƯỚC',
    'không chứa nội dung tuyệt mật hay tối mật',
    'đổi mật khẩu hệ thống',
    'BUỔI TỐI MẬT DANH ĐỔI',
    'TỐC ĐỘ MẬT ĐỘ GIAO THÔNG',
    'mật độ dân cư',
    'mật thiết phối hợp',
    'Mật ong hỗ trợ hậu cần',
    'Danh mục bí mật nhà nước độ Tối mật, mục 3',
    'PHẬT MẬT TÔNG',
    'TỐI MẤT ĐIỆN',
    'mat',
    '',
  ])('%j', (text) => {
    expect(bearsMarking(text)).toBe(false);
  });
});

describe('a command with a marked text', () => {
  const refused = (command: { type: string; [field: string]: unknown }) => refusalOf(() => refuseMarked(command));

  test('is refused by the name of the field, never with the text', () => {
    const error = refused({ type: 'ReturnTask', task: 'C17', reason: 'TUYỆT MẬT: chốt số 3' });
    expect(error).toMatchObject({ code: 'secret-marked', params: { field: 'reason' } });
    expect(JSON.stringify({ ...error, message: error?.message })).not.toContain('chốt');
  });

  test('is found in every depth: evidence, lists, names of counts', () => {
    expect(refused({ type: 'x', evidence: { number: '1', note: '[MẬT]' } })).toMatchObject({
      params: { field: 'evidence.note' },
    });
    expect(refused({ type: 'x', seats: [{ post: 'a' }, { post: 'ĐỘ MẬT' }] })).toMatchObject({
      params: { field: 'seats.1.post' },
    });
    expect(refused({ type: 'x', evidence: { counts: { 'TỐI MẬT': 3 } } })).toMatchObject({
      params: { field: 'evidence.counts' },
    });
    expect(refused({ type: 'x', 'TỐI MẬT': 3 })).toMatchObject({ code: 'secret-marked' });
  });

  test('passes with numbers, truths, nothing, and ordinary words', () => {
    expect(refused({ type: 'x', a: 1, b: true, c: null, d: undefined, e: ['bảo mật', 2], f: {} })).toBeUndefined();
  });
});
