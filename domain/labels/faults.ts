/** Faults of a checklist template: as a short code that a refusal carries, and in words. */
import type { TemplateFault } from '../template/faults.ts';
import { withDays } from './format.ts';
import { LADDER_FAULTS } from './rejections-reminders.ts';
import type { Word } from './words.ts';

/** `cycle X17 X19 X17`: the kind, then its parts in a fixed order. */
export const faultCode = (fault: TemplateFault): string => {
  const { kind } = fault;
  switch (kind) {
    case 'cycle':
      return [kind, ...fault.path].join(' ');
    case 'duplicate-code':
    case 'dead-task':
    case 'sheet-code-twice':
      return [kind, fault.code].join(' ');
    case 'unknown-predecessor':
    case 'predecessor-in-later-gate':
      return [kind, fault.code, fault.predecessor].join(' ');
    case 'due-before-predecessor':
      return [kind, fault.code, fault.due, fault.predecessor, fault.predecessorDue].join(' ');
    case 'gate-missing':
    case 'gate-twice':
      return [kind, fault.gate].join(' ');
    case 'gate-task-not-last':
      return [kind, fault.gate, fault.gateTask].join(' ');
    case 'rung-twice':
    case 'rung-reserved':
    case 'quiet-backwards':
      return [kind, fault.where].join(' ');
    case 'no-owner-before':
      return kind;
    case 'sheet-not-hundred':
      return [kind, fault.points].join(' ');
    case 'criteria-not-domain':
      return [kind, fault.domain, fault.points, fault.of].join(' ');
    case 'grade-order':
      return [kind, fault.grade].join(' ');
    case 'cap-unknown':
      return [kind, fault.cap].join(' ');
    default:
      return fault satisfies never;
  }
};

type Parts = readonly string[];
const ladder =
  (kind: keyof typeof LADDER_FAULTS) =>
  (where: Parts): Word => ({
    vi: withDays([LADDER_FAULTS[kind].vi, ...where].join(' ')),
    en: withDays([LADDER_FAULTS[kind].en, ...where].join(' ')),
  });

const SENTENCES: Readonly<Record<TemplateFault['kind'], (parts: Parts) => Word>> = {
  cycle: (path) => ({ vi: `vòng lặp ${path.join(' → ')}`, en: `cycle ${path.join(' → ')}` }),
  'duplicate-code': ([code]) => ({ vi: `mã ${code} dùng hai lần`, en: `code ${code} is used twice` }),
  'dead-task': ([code]) => ({ vi: `${code} không bao giờ bắt đầu được`, en: `${code} can never start` }),
  'unknown-predecessor': ([code, before]) => ({
    vi: `${code} chờ ${before} không có trong danh mục`,
    en: `${code} waits for ${before}, which is not listed`,
  }),
  'predecessor-in-later-gate': ([code, before]) => ({
    vi: `${code} chờ ${before} thuộc cổng sau`,
    en: `${code} waits for ${before} of a later gate`,
  }),
  'due-before-predecessor': ([code, due, before, beforeDue]) => ({
    vi: `${code} (${due}) đến hạn trước ${before} (${beforeDue}) mà việc này phải chờ`,
    en: `${code} (${due}) falls due before ${before} (${beforeDue}), for which it waits`,
  }),
  'gate-missing': ([gate]) => ({ vi: `thiếu cổng ${gate}`, en: `gate ${gate} is missing` }),
  'gate-twice': ([gate]) => ({ vi: `cổng ${gate} có hai lần`, en: `gate ${gate} appears twice` }),
  'gate-task-not-last': ([gate, task]) => ({
    vi: `việc chốt ${task} không phải việc cuối của cổng ${gate}`,
    en: `gate task ${task} is not the last of gate ${gate}`,
  }),
  'rung-twice': ladder('rung-twice'),
  'rung-reserved': ladder('rung-reserved'),
  'no-owner-before': ladder('no-owner-before'),
  'quiet-backwards': ladder('quiet-backwards'),
  'sheet-code-twice': ([code]) => ({
    vi: `mã ${code} của phiếu chấm dùng hai lần`,
    en: `code ${code} of the scoring sheet is used twice`,
  }),
  'sheet-not-hundred': ([points]) => ({
    vi: `phiếu chấm cộng được ${points} điểm, không phải 100`,
    en: `the scoring sheet adds up to ${points} points, not 100`,
  }),
  'criteria-not-domain': ([domain, points, of]) => ({
    vi: `tiêu chí của mục ${domain} cộng được ${points} điểm, không phải ${of}`,
    en: `the criteria of ${domain} add up to ${points} points, not ${of}`,
  }),
  'grade-order': ([grade]) => ({
    vi: `mức xếp loại ${grade} không theo thứ tự điểm giảm dần đến 0`,
    en: `grade ${grade} breaks the falling order of points down to 0`,
  }),
  'cap-unknown': ([cap]) => ({
    vi: `không có mức xếp loại ${cap} để khống chế`,
    en: `there is no grade ${cap} to cap at`,
  }),
};

/** The words of a fault code; one that is not known stands as it is. */
export const faultText = (code: string): Word => {
  const [kind = '', ...parts] = code.split(' ');
  const say = Object.entries(SENTENCES).find(([each]) => each === kind)?.[1];
  return say ? say(parts) : { vi: code, en: code };
};
