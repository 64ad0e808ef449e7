/** When messages are held, whom they tell, and what their words must keep. */
import { describe, expect, test } from '@jest/globals';
import { CALENDAR } from '../../domain/calendar/index.ts';
import {
  BodySetting,
  checkWording,
  fillWording,
  heldUntil,
  MailAddress,
  NOTICE_KINDS,
  nextDigest,
  SAMPLE_VALUES,
  USUAL_SETTING,
  USUAL_WORDINGS,
  WebhookAddress,
} from '../../domain/delivery/index.ts';
import { at } from '../support/domain.ts';

const setting = (change: object) => BodySetting.parse(change);

describe('quiet hours', () => {
  test.each([
    ['a working morning', at('2022-06-03', 8), null],
    ['late in the evening', at('2022-06-03', 22), at('2022-06-06', 6, 30)],
    ['before dawn', at('2022-06-03', 5), at('2022-06-03', 6, 30)],
    ['a Saturday', at('2022-06-04', 10), at('2022-06-06', 6, 30)],
    ['the eve of the Independence holiday', at('2022-08-31', 21), at('2022-09-05', 6, 30)],
  ])('%s', (_, now, until) => {
    expect(heldUntil(USUAL_SETTING, CALENDAR, now)).toBe(until);
  });

  test('quiet days hold too; without any rule nothing is held; a rule that holds always lets nothing hang for ever', () => {
    const days = [{ from: '2022-06-06', to: '2022-06-07', reason: 'Đại hội' }];
    expect(heldUntil(setting({ quietDays: days }), CALENDAR, at('2022-06-06', 9))).toBe(at('2022-06-08', 6, 30));
    const none = setting({ quietFrom: '00:00', quietTo: '00:00', quietDaysOff: false });
    for (const hour of [0, 5, 12, 23]) expect(heldUntil(none, CALENDAR, at('2022-06-05', hour))).toBeNull();
    const always = setting({ quietDays: [{ from: '2022-01-01', to: '2029-12-31', reason: 'x' }] });
    expect(heldUntil(always, CALENDAR, at('2022-06-06', 9))).toBeNull();
  });

  test('in a year without a calendar table days are taken as working days', () => {
    expect(heldUntil(USUAL_SETTING, CALENDAR, at('2040-06-03', 10))).toBeNull();
  });
});

test('the paper of the day goes at 07:15 of working days', () => {
  expect(nextDigest(USUAL_SETTING, CALENDAR, at('2022-06-03', 7, 14))).toBe(at('2022-06-03', 7, 15));
  expect(nextDigest(USUAL_SETTING, CALENDAR, at('2022-06-03', 7, 15))).toBe(at('2022-06-06', 7, 15));
  expect(nextDigest(setting({ digest: false }), CALENDAR, at('2022-06-03', 7))).toBeNull();
});

describe('wordings', () => {
  test('the usual ones are sound and leave nothing unfilled', () => {
    for (const kind of NOTICE_KINDS) {
      expect([kind, checkWording(kind, USUAL_WORDINGS[kind])]).toEqual([kind, []]);
      const { subject, text } = fillWording(USUAL_WORDINGS[kind], SAMPLE_VALUES);
      expect(`${subject}${text}`).not.toMatch(/[{}]/);
    }
  });
  test('what fills a place is not read as a place again, and breaks no line of the subject', () => {
    const filled = fillWording(
      { subject: 'A {dien_tap}', text: '{cau} {vi_sao}' },
      { ...SAMPLE_VALUES, dien_tap: '{cau}\r\nBcc: x' },
    );
    expect(filled.subject).toBe('A {cau} Bcc: x');
  });
});

test('addresses: what could break out of a header or a URL is none', () => {
  for (const good of ['congan@tamky.gov.vn', 'a.b+c@x-y.example', 'root@localhost'])
    expect(MailAddress.safeParse(good).success).toBe(true);
  for (const bad of [
    'a@b\n',
    'a\r\n@b.c',
    'a@b.c\u0000',
    'a@@b.c',
    '.a@b.c',
    'a.@b.c',
    'a@-b.c',
    'a@b-.c',
    'ă@b.c',
    ' a@b.c',
  ])
    expect([bad, MailAddress.safeParse(bad).success]).toEqual([bad, false]);
  for (const bad of ['https://u:p@h/', 'https://h/#x', 'ftp://h/', 'https://h/ x', 'https://h/\r\nx', 'javascript:1'])
    expect([bad, WebhookAddress.safeParse(bad).success]).toEqual([bad, false]);
});
