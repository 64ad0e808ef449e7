/** What several examples of commands name. */

export type Examples = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const paper = {
  number: '12-NQ/ĐUQS',
  date: '2022-01-20',
  issuer: 'Đảng ủy Quân sự thành phố',
  signerPost: 'Bí thư',
};
export const reason = 'Trùng đợt thi tốt nghiệp';
export const days = { startDate: '2022-05-24', endDate: '2022-05-26' };
