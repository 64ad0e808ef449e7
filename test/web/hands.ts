/** What hands do on every form: a paper cited, a reason given, a menu opened. */
import type { Locator, Page } from 'playwright-core';
import type { StoredEvent } from '../../db/event-store.ts';
import { StreamId } from '../../domain/streams.ts';
import type { Site } from './support.ts';

export const REASON = 'Lý do (bắt buộc)';

export const typeDate = async (where: Locator | Page, label: string | RegExp, date: string): Promise<void> => {
  const field = where.getByRole('textbox', { name: label });
  await field.fill(date);
  await field.press('Tab');
};

export const citePaper = async (where: Locator | Page, number: string, date = '30/05/2022'): Promise<void> => {
  await where.getByRole('textbox', { name: 'Số, ký hiệu' }).fill(number);
  await typeDate(where, 'Ngày ban hành', date);
  await where.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('Đảng ủy Quân sự thành phố');
};

/** Chooses from a searchable list by what is typed into it. */
export const choose = async (
  page: Page,
  where: Locator | Page,
  label: string | RegExp,
  typed: string,
  option: string | RegExp,
): Promise<void> => {
  await where.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
};

/** The last event of that type in a stream. */
export const lastOf = async ({ store }: Site, stream: string, type: string): Promise<StoredEvent | undefined> =>
  (await store.read(StreamId.parse(stream))).filter((event) => event.type === type).at(-1);
