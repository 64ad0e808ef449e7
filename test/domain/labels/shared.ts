/** Papers, days and a task that several facts of an exercise share. */
import { parseOffset } from '../../../domain/calendar/index.ts';
import { evidenceOf } from '../../../domain/template/index.ts';

export const resolution = { number: '12-NQ/ĐUQS', date: '2022-03-14', issuer: 'Đảng ủy Quân sự thành phố' };
export const decision = { number: '45/QĐ-UBND', date: '2022-04-04', issuer: 'Ủy ban nhân dân thành phố' };
export const DAYS = { startDate: '2022-08-25', endDate: '2022-08-27' };
export const LATER = { startDate: '2022-09-08', endDate: '2022-09-08' };
export const addedTask = {
  code: 'C41',
  titleVi: 'Phương án phòng dịch',
  titleEn: 'Epidemic plan',
  owner: 'tam-ky.HEA',
  after: ['C11'],
  gate: 'G4',
  offset: parseOffset('T-40'),
  due: '2022-06-29',
  referenceOnly: false,
  wanted: evidenceOf('plan'),
  rehearsal: null,
  origin: 'added',
  originalOffset: null,
} as const;
