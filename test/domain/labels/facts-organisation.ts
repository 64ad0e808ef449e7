/** What can happen to the organisation, the calendar and the templates. */
import type { CalendarEvent } from '../../../domain/calendar/stream.ts';
import type { OrganisationEvent } from '../../../domain/organisation/index.ts';
import { COMMUNE_TEMPLATE } from '../../../domain/template/index.ts';
import type { TemplateEvent } from '../../../domain/template/stream.ts';
import type { Facts } from './plain.ts';

const law = { number: '202/2025/QH15', date: '2025-06-12', issuer: 'Quốc hội' };
const decision = { number: '15/QĐ-UBND', date: '2022-01-10', issuer: 'Ủy ban nhân dân thành phố' };
const unit = {
  id: 'ban-thach',
  level: 'commune',
  nameVi: 'phường Bàn Thạch',
  nameEn: 'Bàn Thạch ward',
  parent: 'da-nang',
  bodies: [],
} as const;
const reshaped = { created: [], effective: '2025-07-01', bodies: {}, moved: [], paper: law };
const post = { body: 'tan-thanh.CMC', post: 'head' } as const;
const clerk = { body: 'tan-thanh.CMC', post: 'pho-1' } as const;
const table = { year: 2023, off: [], madeUp: 'unknown', status: 'official', days: {}, source: 'Thông báo' } as const;

export const ORGANISATION_FACTS: Facts<OrganisationEvent> = {
  OrganisationEstablished: [
    { orgModel: 'threeTier', validFrom: '2022-01-01', units: [unit], bodies: [], posts: [], holders: [] },
    { orgModel: 'twoTier', validFrom: '2025-07-01', units: [unit, unit], bodies: [], posts: [], holders: [] },
  ],
  UnitAdded: [{ unit, validFrom: '2025-07-01', paper: law }],
  UnitRenamed: [
    {
      unit: 'tan-thanh',
      nameVi: 'phường Tân Thạnh Mới',
      nameEn: 'New Tân Thạnh ward',
      effective: '2022-02-01',
      paper: decision,
    },
  ],
  UnitMoved: [{ unit: 'tan-thanh', parent: 'da-nang', effective: '2025-07-01', paper: law }],
  OrgModelChanged: [
    { model: 'twoTier', effective: '2025-07-01', paper: law },
    { model: 'threeTier', effective: '2025-07-01', paper: law },
  ],
  UnitsMerged: [
    { ...reshaped, from: ['tan-thanh', 'an-son'], into: ['ban-thach'], heir: 'ban-thach' },
    { ...reshaped, from: ['tan-thanh'], into: ['ban-thach'], heir: 'ban-thach' },
    { ...reshaped, from: ['tan-thanh', 'an-son', 'x1', 'x2', 'x3', 'x4'], into: ['ban-thach'], heir: 'ban-thach' },
    {
      ...reshaped,
      from: ['tan-thanh', 'an-son', 'x1', 'x2', 'x3', 'x4', 'x5'],
      into: ['ban-thach'],
      heir: 'ban-thach',
    },
  ],
  UnitSplit: [{ ...reshaped, from: ['tam-ky'], into: ['ban-thach', 'an-son'], heir: 'ban-thach' }],
  BodyAdded: [
    { body: 'ban-thach.CMC', validFrom: '2025-07-01', paper: law },
    {
      body: 'ban-thach.SA',
      nameVi: 'Ban CHQS khu vực 3',
      nameEn: 'Regional command 3',
      validFrom: '2025-07-01',
      paper: law,
    },
  ],
  BodyEnded: [{ body: 'tam-ky.SA', into: 'ban-thach.SA', effective: '2025-07-01', paper: law }],
  PostAdded: [{ ...clerk, isHead: false, title: 'Phó Chỉ huy trưởng', validFrom: '2022-02-01', paper: decision }],
  PostEnded: [
    { ...clerk, validTo: '2022-06-30', paper: decision },
    { ...post, validTo: '2022-06-30', paper: decision },
  ],
  HolderAppointed: [
    { ...post, person: 'nv-01', from: '2022-02-01', to: null, paper: decision },
    { ...clerk, person: 'nv-02', from: '2022-02-01', to: null, paper: decision },
  ],
  HoldingEnded: [{ ...post, person: 'nv-01', to: '2022-06-30', reason: 'nghỉ hưu' }],
  PostDelegated: [
    { ...post, delegation: 'UQ-1', person: 'nv-02', from: '2022-03-01', to: '2022-03-31', paper: decision },
  ],
  DelegationRevoked: [{ body: 'tan-thanh.CMC', delegation: 'UQ-1', reason: 'đã về' }],
  ReformTookEffect: [
    {
      by: 'system',
      bodies: {},
      units: {},
      reason: 'Quốc hội 202/2025/QH15',
      paper: law,
      reforms: [7],
      effective: '2025-07-01',
      files: ['exercise/tam-ky-2025'],
    },
    {
      by: 'system',
      bodies: {},
      units: {},
      reason: 'Quốc hội 202/2025/QH15',
      paper: law,
      reforms: [7],
      effective: '2025-07-01',
      files: [],
    },
    {
      by: 'system',
      bodies: {},
      units: {},
      reason: 'Quốc hội 202/2025/QH15',
      paper: law,
      reforms: [7],
      effective: '2025-07-01',
      files: ['exercise/tam-ky-2025', 'drill/tam-ky-2025'],
    },
  ],
};

export const CALENDAR_FACTS: Facts<CalendarEvent> = {
  YearEntered: [
    { table, previous: null, reason: 'đã có thông báo', paper: null, files: ['exercise/tam-ky-2022'] },
    {
      table,
      previous: table,
      reason: 'hoán đổi ngày nghỉ',
      paper: decision,
      files: ['exercise/tam-ky-2022', 'exercise/tan-thanh-2022'],
    },
  ],
};

export const TEMPLATE_FACTS: Facts<TemplateEvent> = {
  TemplatePublished: [
    { template: { ...COMMUNE_TEMPLATE, version: 2 }, basedOn: 1, reason: 'rút kinh nghiệm mùa trước', paper: null },
  ],
  TemplateVersionRetired: [{ retired: 1, reason: 'đã có bản mới' }],
};
