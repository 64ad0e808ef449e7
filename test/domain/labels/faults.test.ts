/** Faults of templates and plans as refusals carry them: a short code, and its words. */
import { expect, test } from '@jest/globals';
import { faultCode, faultText } from '../../../domain/labels/faults.ts';
import type { TemplateFault } from '../../../domain/template/faults.ts';
import type { Plain } from './plain.ts';

type Told = readonly [fault: Plain<TemplateFault>, code: string, vi: string, en: string];
/** One of every kind. */
const FAULTS: Readonly<Record<TemplateFault['kind'], Told>> = {
  cycle: [
    { kind: 'cycle', path: ['X17', 'X19', 'X17'] },
    'cycle X17 X19 X17',
    'vòng lặp X17 → X19 → X17',
    'cycle X17 → X19 → X17',
  ],
  'duplicate-code': [
    { kind: 'duplicate-code', code: 'X05' },
    'duplicate-code X05',
    'mã X05 dùng hai lần',
    'code X05 is used twice',
  ],
  'dead-task': [
    { kind: 'dead-task', code: 'X05' },
    'dead-task X05',
    'X05 không bao giờ bắt đầu được',
    'X05 can never start',
  ],
  'unknown-predecessor': [
    { kind: 'unknown-predecessor', code: 'X05', predecessor: 'X99' },
    'unknown-predecessor X05 X99',
    'X05 chờ X99 không có trong danh mục',
    'X05 waits for X99, which is not listed',
  ],
  'predecessor-in-later-gate': [
    { kind: 'predecessor-in-later-gate', code: 'X05', predecessor: 'X19' },
    'predecessor-in-later-gate X05 X19',
    'X05 chờ X19 thuộc cổng sau',
    'X05 waits for X19 of a later gate',
  ],
  'due-before-predecessor': [
    { kind: 'due-before-predecessor', code: 'X05', due: 'T-45', predecessor: 'X04', predecessorDue: 'T-40' },
    'due-before-predecessor X05 T-45 X04 T-40',
    'X05 (T-45) đến hạn trước X04 (T-40) mà việc này phải chờ',
    'X05 (T-45) falls due before X04 (T-40), for which it waits',
  ],
  'gate-missing': [{ kind: 'gate-missing', gate: 'G4' }, 'gate-missing G4', 'thiếu cổng G4', 'gate G4 is missing'],
  'gate-twice': [{ kind: 'gate-twice', gate: 'G4' }, 'gate-twice G4', 'cổng G4 có hai lần', 'gate G4 appears twice'],
  'gate-task-not-last': [
    { kind: 'gate-task-not-last', gate: 'G4', gateTask: 'X14' },
    'gate-task-not-last G4 X14',
    'việc chốt X14 không phải việc cuối của cổng G4',
    'gate task X14 is not the last of gate G4',
  ],
  'rung-twice': [
    { kind: 'rung-twice', where: 'before3' },
    'rung-twice before3',
    'hai bậc nhắc trùng mã before3',
    'two rungs have the same id before3',
  ],
  'rung-reserved': [
    { kind: 'rung-reserved', where: 'undecided' },
    'rung-reserved undecided',
    'mã bậc nhắc đã dành cho đề nghị gia hạn hoặc đôn đốc undecided',
    'the id is kept for undecided requests or for urging by hand undecided',
  ],
  'no-owner-before': [
    { kind: 'no-owner-before', where: 'rungs' },
    'no-owner-before',
    'không có bậc nhắc chủ trì trước hạn',
    'no rung reminds the owner before the deadline',
  ],
  'quiet-backwards': [
    { kind: 'quiet-backwards', where: '2027-02-14–2027-02-10' },
    'quiet-backwards 2027-02-14–2027-02-10',
    'khoảng ngày nghỉ nhắc kết thúc trước khi bắt đầu 14/02/2027–10/02/2027',
    'quiet days end before they begin 14/02/2027–10/02/2027',
  ],
  'sheet-code-twice': [
    { kind: 'sheet-code-twice', code: 'safety' },
    'sheet-code-twice safety',
    'mã safety của phiếu chấm dùng hai lần',
    'code safety of the scoring sheet is used twice',
  ],
  'sheet-not-hundred': [
    { kind: 'sheet-not-hundred', points: 95 },
    'sheet-not-hundred 95',
    'phiếu chấm cộng được 95 điểm, không phải 100',
    'the scoring sheet adds up to 95 points, not 100',
  ],
  'criteria-not-domain': [
    { kind: 'criteria-not-domain', domain: 'safety', points: 9, of: 10 },
    'criteria-not-domain safety 9 10',
    'tiêu chí của mục safety cộng được 9 điểm, không phải 10',
    'the criteria of safety add up to 9 points, not 10',
  ],
  'grade-order': [
    { kind: 'grade-order', grade: 'good' },
    'grade-order good',
    'mức xếp loại good không theo thứ tự điểm giảm dần đến 0',
    'grade good breaks the falling order of points down to 0',
  ],
  'cap-unknown': [
    { kind: 'cap-unknown', cap: 'A' },
    'cap-unknown A',
    'không có mức xếp loại A để khống chế',
    'there is no grade A to cap at',
  ],
};

test.each(Object.values(FAULTS))('%j travels as a code and is told in words', (fault, code, vi, en) => {
  expect(faultCode(fault as TemplateFault)).toBe(code); // brands aside
  expect(faultText(code)).toEqual({ vi, en });
});

test('a code of a later version is shown as it is', () => {
  expect(faultText('task-asleep X05')).toEqual({ vi: 'task-asleep X05', en: 'task-asleep X05' });
});
