/** One real occurrence of every refusal that a drill alone knows. */
import type { DRILL_REJECTIONS } from '../../../domain/labels/rejections-drill.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { at, type Command, knowing, refusalOf, send } from '../../support/domain.ts';
import {
  BEFORE,
  checkIn,
  correct,
  exerciseIn,
  file,
  issue,
  now,
  opened,
  prepare,
  prepared,
  present,
  SA,
  STREAM,
  station,
  substitute,
} from './field.ts';

const LATER = at('2022-08-26');
const [A, B, S] = ['QN-001', 'QN-002', 'DP-001'];
const called = [opened, now(station()), now(issue([A, B])), now(issue([S], { spare: true }))];
const mustered = [...called, now(checkIn(present([A])))];
const minutes = { number: '07/BB-BG', date: '2022-08-25' };
const lot = (type: string, orders: readonly string[], more: object = {}): Command => ({ type, orders, ...more });
const handOver = (orders: readonly string[]) => lot('HandOver', orders, { receivingUnit: 'd72', minutes });
const issueCount: Command = { type: 'IssueOrders', unit: 'tan-thanh', kind: 'reservist', batch: 'D1', count: 1 };
const report: Command = { type: 'ReportIncident', incident: 'SC-1', subject: 'people', severity: 'minor', note: 'ngã' };

const refused = (steps: Parameters<typeof file>, command: Command, context = knowing(), when = at('2022-08-25')) => {
  const error = refusalOf(() => send(STREAM, file(...steps).state, now(command, SA, when), context));
  if (!(error instanceof Rejection)) throw new Error(`not refused by a rule: ${error?.message}`);
  return error;
};

export const DRILL_OCCURRENCES: Record<keyof typeof DRILL_REJECTIONS, () => Rejection> = {
  'drill-other-unit': () => refused([], prepare, knowing(['exercise/tam-ky-2022', exerciseIn('hoi-an')]), BEFORE),
  'verified-in-the-future': () =>
    refused([prepared], {
      type: 'VerifyRegister',
      unit: 'an-son',
      kind: 'vehicle',
      registered: 1,
      removed: {},
      date: '2030-01-01',
    }),
  'counts-from-roll-call': () =>
    refused(called, { type: 'RecordCounts', unit: 'tan-thanh', kind: 'reservist', counts: { ordered: 9 } }),
  'roll-call-from-counts': () => refused([opened, now(issueCount)], issue([A])),
  'orders-or-count': () => refused(called, { type: 'DeliverOrders' }),
  'batch-reused': () => refused([opened, now(issueCount)], { ...issueCount, count: 2 }),
  'order-exists': () => refused(called, issue([A])),
  'order-unknown': () => refused(called, checkIn(present(['QN-999']))),
  'orders-delivered': () =>
    refused([...called, now(lot('DeliverOrders', [A]))], lot('RefuseOrders', [A], { reason: 'moved' })),
  'orders-not-present': () => refused(mustered, lot('Release', [B])),
  'orders-not-placed': () => refused([...mustered, now(checkIn(present([S])))], handOver([S])),
  'orders-handed-over': () => refused([...mustered, now(handOver([A]))], handOver([A])),
  'orders-not-handed-over': () => refused(mustered, lot('ReverseHandOver', [A], { reason: 'nhầm' })),
  'orders-released': () => refused([...mustered, now(lot('Release', [A]))], lot('Release', [A])),
  'station-unknown': () => refused([opened], checkIn(present([A]))),
  'station-exists': () => refused(called, station()),
  'check-in-reused': () => refused(mustered, checkIn([{ id: `C-${A}`, order: B }])),
  'already-checked-in': () => refused(mustered, checkIn([{ id: 'C-2', order: A }])),
  'walk-in-on-list': () => refused(called, checkIn(present([A], { walkIn: true }))),
  'walk-in-unit': () =>
    refused(
      [opened, now(station('TT-01', ['tan-thanh', 'an-son']))],
      checkIn([{ id: 'W-1', order: 'VL-1', walkIn: true }]),
    ),
  'excuse-mismatch': () => refused(called, checkIn(present([A], { status: 'excused' }))),
  'check-in-in-the-future': () => refused(called, checkIn(present([A], { at: LATER }))),
  'check-in-unknown': () => refused(called, correct('C-9', 'present')),
  'place-not-free': () => refused(mustered, substitute(A, S)),
  'spare-not-free': () => refused([...mustered, now(checkIn(present([B], { status: 'unexcused' })))], substitute(B, S)),
  'not-a-vehicle': () => refused(mustered, { type: 'InspectVehicle', order: A, fit: true }),
  'defect-mismatch': () =>
    refused([opened, now(station()), now(issue(['XE-1'], { kind: 'vehicle' })), now(checkIn(present(['XE-1'])))], {
      type: 'InspectVehicle',
      order: 'XE-1',
      fit: false,
    }),
  'incident-exists': () => refused([opened, now(report)], report),
  'incident-unknown': () =>
    refused([opened], { type: 'ReviseIncident', incident: 'SC-9', severity: 'minor', reason: 'nhầm' }),
};
