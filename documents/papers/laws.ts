/** Laws that papers cite, by the days on which they were in force. Template defaults: whoever issues the paper checks them. */
import { type LocalDate, localDate } from '../../domain/time.ts';

interface Law {
  readonly subject: 'localGovernment' | 'defence' | 'militia' | 'reserve' | 'defenceArea' | 'awards';
  readonly cited: string;
  /** First day in force, and the day on which another took its place. */
  readonly from: string;
  readonly until: string | null;
}

const LAWS: readonly Law[] = [
  {
    subject: 'localGovernment',
    cited: 'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015',
    from: '2016-01-01',
    until: '2025-03-01',
  },
  {
    subject: 'localGovernment',
    cited: 'Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025',
    from: '2025-03-01',
    until: '2025-06-16',
  },
  {
    subject: 'localGovernment',
    cited: 'Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
    from: '2025-06-16',
    until: null,
  },
  { subject: 'defence', cited: 'Luật Quốc phòng ngày 08 tháng 6 năm 2018', from: '2019-01-01', until: null },
  { subject: 'militia', cited: 'Luật Dân quân tự vệ ngày 22 tháng 11 năm 2019', from: '2020-07-01', until: null },
  {
    subject: 'reserve',
    cited: 'Luật Lực lượng dự bị động viên ngày 26 tháng 11 năm 2019',
    from: '2020-07-01',
    until: null,
  },
  {
    subject: 'defenceArea',
    cited: 'Nghị định số 21/2019/NĐ-CP ngày 22 tháng 02 năm 2019 của Chính phủ về khu vực phòng thủ',
    from: '2019-04-10',
    until: null,
  },
  {
    subject: 'awards',
    cited: 'Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003 và các luật sửa đổi, bổ sung',
    from: '2004-07-01',
    until: '2024-01-01',
  },
  { subject: 'awards', cited: 'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022', from: '2024-01-01', until: null },
];

/** Grounds in the order asked for; a subject without a law in force that day is left out. */
export const lawsOn = (day: LocalDate, subjects: readonly Law['subject'][]): string[] =>
  subjects.flatMap((subject) =>
    LAWS.filter(
      (law) =>
        law.subject === subject && localDate(law.from) <= day && (law.until === null || day < localDate(law.until)),
    ).map(({ cited }) => `Căn cứ ${cited}`),
  );
