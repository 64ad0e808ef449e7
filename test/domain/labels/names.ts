/** How ids are called in the tests of sentences: the localities of Tam Kỳ, the tasks of its template. */
import { BODIES, labelBeside } from '../../../domain/labels/bodies.ts';
import type { Names } from '../../../domain/labels/events.ts';
import type { Language } from '../../../domain/labels/format.ts';
import { codeOf, SYSTEM, unitOf } from '../../../domain/people.ts';
import { CITY_TEMPLATE, COMMUNE_TEMPLATE } from '../../../domain/template/index.ts';

const UNITS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'tam-ky': { vi: 'thành phố Tam Kỳ', en: 'Tam Kỳ city' },
  'tan-thanh': { vi: 'phường Tân Thạnh', en: 'Tân Thạnh ward' },
  'an-son': { vi: 'phường An Sơn', en: 'An Sơn ward' },
  'ban-thach': { vi: 'phường Bàn Thạch', en: 'Bàn Thạch ward' },
  'quang-nam': { vi: 'tỉnh Quảng Nam', en: 'Quảng Nam province' },
  'da-nang': { vi: 'thành phố Đà Nẵng', en: 'Đà Nẵng city' },
};
const EXERCISES: Readonly<Record<string, string>> = {
  'tam-ky-2018': 'TK-18',
  'tam-ky-2022': 'TK-22',
  'tam-ky-2026': 'TK-26',
  'tan-thanh-2022': 'TT-22',
};

export const namesIn = (language: Language): Names => {
  const unit = (id: string): string => UNITS[id]?.[language] ?? id;
  const of = (label: string, id: string): string => `${label}${language === 'vi' ? ' ' : ', '}${unit(id)}`;
  return {
    unit,
    body: (id) =>
      id === SYSTEM.body
        ? language === 'vi'
          ? 'Hệ thống'
          : 'The system'
        : of(labelBeside(codeOf(id), language), unitOf(id)),
    head: (id) => of(BODIES[codeOf(id)][language].head, unitOf(id)),
    post: (_, id) => (id === 'pho-1' ? 'Phó Chỉ huy trưởng' : id),
    task: (code) => {
      const task = [...CITY_TEMPLATE.tasks, ...COMMUNE_TEMPLATE.tasks].find((each) => each.code === code);
      return task ? `${code} ${language === 'vi' ? task.titleVi : task.titleEn}` : code;
    },
    exercise: (id) => EXERCISES[id] ?? id,
  };
};
