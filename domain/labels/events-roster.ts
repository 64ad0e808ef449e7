/** What happened to a drill's named roster, in words. */
import type { Fact } from '../decider.ts';
import type { ErasureReason, ReadPurpose, RosterEvent } from '../drill/roster.ts';
import { isSystem } from '../people.ts';
import { formatNumber, type Language, many } from './format.ts';
import type { Names } from './names.ts';

export const ERASURE_REASONS: Readonly<Record<ErasureReason, readonly [vi: string, en: string]>> = {
  subjectRequest: ['theo yêu cầu của người có tên', 'asked for by the person'],
  importedInError: ['nhập nhầm', 'imported in error'],
  noLongerNeeded: ['không còn cần', 'no longer needed'],
  retentionEnded: ['hết thời hạn lưu', 'the time of keeping is over'],
};

export const READ_PURPOSES: Readonly<Record<ReadPurpose, { readonly vi: string; readonly en: string }>> = {
  deliverOrders: { vi: 'Giao lệnh gọi', en: 'Delivering orders' },
  rollCall: { vi: 'Điểm danh', en: 'Roll call' },
  handover: { vi: 'Bàn giao cho đơn vị nhận', en: 'Handover to the receiving unit' },
  entitlements: { vi: 'Chi trả chế độ', en: 'Paying entitlements' },
  subjectRequest: { vi: 'Trả lời yêu cầu của người có tên', en: 'Answering a request of the person' },
  inspection: { vi: 'Thanh tra, kiểm tra', en: 'Inspection' },
};

/** The two languages of one sentence; numbers as `language` writes them. */
export const rosterSentence = (
  fact: Fact<RosterEvent>,
  names: Names,
  language: Language,
): readonly [string, string] => {
  const by = names.body(fact.by.body);
  const count = formatNumber(fact.count, language);
  switch (fact.type) {
    case 'RosterImported':
      return [
        `${by} nhập danh sách có tên gồm ${count} dòng; họ tên được niêm phong, không ghi vào lịch sử`,
        `${by} imports a named roster of ${many(fact.count, 'row')}; the names are sealed apart, not in the history`,
      ];
    case 'NamesErased': {
      const [vi, en] = ERASURE_REASONS[fact.reason];
      const [whoVi, whoEn] = isSystem(fact.by) ? ['Hệ thống', 'The system'] : [by, by];
      return [
        `${whoVi} xóa vĩnh viễn ${count} họ tên: ${vi}`,
        `${whoEn} erases ${many(fact.count, 'name')} for good: ${en}`,
      ];
    }
    default:
      return fact satisfies never;
  }
};
