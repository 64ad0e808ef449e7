/** What a review begins with, and what of the run and the drill reaches it before and after it opens. */
import { describe, expect, test } from '@jest/globals';
import type { Observation } from '../../../domain/exercise/run-state.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { DEFAULT_SHEET } from '../../../domain/review/default-sheet.ts';
import { review } from '../../../domain/review/index.ts';
import { at, given } from '../../support/domain.ts';
import {
  by,
  DB,
  decideGrade,
  file,
  fileWith,
  finished,
  NOW,
  opened,
  openedWith,
  opening,
  SB,
  STREAM,
  scored,
} from './case.ts';

const seen = (id: string, more: Partial<Observation> = {}): Observation => ({
  id,
  seenAt: at('2027-04-13'),
  writtenAt: at('2027-04-13', 10),
  text: 'quân số đủ',
  item: null,
  criterion: null,
  kind: 'neutral',
  by: DB,
  ...more,
});
const note = (observation: Observation) => by(SYSTEM, { type: 'NoteObservation', observation });
const ids = (...past: Parameters<typeof file>) => given(review, STREAM, past).state.observations.map(({ id }) => id);

describe('a review that opens', () => {
  test('has no points, no pilot and no parent unless the file of its exercise says so', () => {
    const { state } = file();
    expect(state).toMatchObject({ phase: 'open', isPilot: false, parentId: null, startDate: null, endDate: null });
    expect(state.bodies).toBeNull();
    expect(state.scores).toEqual(
      Object.fromEntries(DEFAULT_SHEET.domains.map(({ code }) => [code, { scores: [], settled: null }])),
    );
    const more = { startDate: '2027-04-20', endDate: '2027-04-22', isPilot: true, parentId: 'tam-ky-2027' };
    expect(fileWith(more).state).toMatchObject(more);
  });

  test('takes the bodies of the shipped sheet in its own localities: the agency of the superior, the others its own', () => {
    expect(file().state.scoredBodies).toEqual({
      leadership: [],
      documents: ['tan-thanh.SUB'],
      livePart: ['tan-thanh.FRAME'],
      mobilisation: ['tam-ky.SA', 'tan-thanh.CMC'],
      support: ['tan-thanh.SUP'],
      safety: [],
    });
    const whole = { code: 'whole', nameVi: 'Chung', nameEn: 'All', points: 100, criteria: [] };
    expect(fileWith({ sheet: { ...DEFAULT_SHEET, domains: [whole] } }).state.scoredBodies).toEqual({ whole: [] });
  });

  test('reads the file of its exercise, and tells of itself where and how far it is', () => {
    expect(review.refersTo(opening as never, review.initial)).toEqual({ streams: ['exercise/tan-thanh-2027'] });
    expect(review.refersTo(decideGrade as never, file().state)).toBeNull();
    const summaries = [review.initial, file().state, file(...finished).state].map(review.summary);
    expect(summaries).toEqual([
      { phase: 'none', orgUnit: '', details: 'none', closed: false },
      { phase: 'open', orgUnit: 'tan-thanh', details: 'open', closed: false },
      { phase: 'finished', orgUnit: 'tan-thanh', details: '90 · excellent', closed: false },
    ]);
  });
});

describe('observations of the run', () => {
  test('noted before the review opens stay, unless it opens with newer ones', () => {
    const [first, second] = [note(seen('QS-1')), note(seen('QS-2'))];
    expect(ids(first, second, opened)).toEqual(['QS-1', 'QS-2']);
    const newer = openedWith({ observations: [seen('QS-3'), seen('QS-2', { text: 'trang bị thiếu' })] });
    expect(ids(first, second, newer)).toEqual(['QS-3', 'QS-2', 'QS-1']);
    expect(given(review, STREAM, [first, second, newer]).state.observations[1]?.text).toBe('trang bị thiếu');
  });

  test.each<[string, Partial<Observation>]>([
    ['text', { text: 'trang bị thiếu' }],
    ['time', { seenAt: at('2027-04-14') }],
    ['item', { item: 'A2' }],
    ['criterion', { criterion: 'safety/people' }],
    ['kind', { kind: 'limit' }],
  ])('amended in their %s alone are noted again; the others stay as they were', (_, change) => {
    const amended = seen('QS-1', change);
    const past = [note(seen('QS-1')), note(seen('QS-2'))];
    const { when } = file(...past);
    when(SYSTEM, NOW, note(amended).command).thenExactly({ type: 'ObservationNoted', observation: amended });
    when(SYSTEM, NOW, note(seen('QS-2')).command).thenExactly();
    expect(file(...past, note(amended)).state.observations).toEqual([amended, seen('QS-2')]);
  });
});

describe('incidents of the drill', () => {
  const incident = (more: object = {}) => ({
    type: 'NoteIncident',
    incident: 'SC-1',
    subject: 'vehicles',
    severity: 'minor',
    from: 'drill/tan-thanh-2027',
    note: 'xe va quệt',
    ...more,
  });
  const noted = (more: object = {}) => by(SYSTEM, incident(more));

  test.each([
    ['subject', { subject: 'people' }],
    ['severity', { severity: 'serious' }],
    ['note', { note: 'hai xe va quệt' }],
    ['number', { incident: 'SC-2' }],
    ['drill', { from: 'drill/an-son-2027' }],
  ])('that differ in their %s alone are noted, the same again is not', (_, more) => {
    const { when } = file(noted());
    when(SYSTEM, NOW, incident()).thenExactly();
    when(SYSTEM, NOW, incident(more)).thenExactly({ ...incident(more), type: 'IncidentNoted' });
  });

  test('replace the same incident of the same drill only; what the panel recorded stays', () => {
    const own = { subject: 'people', severity: 'minor', note: 'say nắng' };
    const record = by(DB, { type: 'RecordIncident', ...own });
    const past = [noted(), noted({ incident: 'SC-2' }), noted({ from: 'drill/an-son-2027' }), record, record];
    const { incidents } = file(...past, noted({ note: 'đã sửa' })).state;
    expect(incidents.map(({ incident: id, from, note }) => [id, from, note])).toEqual([
      ['SC-2', 'drill/tan-thanh-2027', 'xe va quệt'],
      ['SC-1', 'drill/an-son-2027', 'xe va quệt'],
      [null, null, 'say nắng'],
      [null, null, 'say nắng'],
      ['SC-1', 'drill/tan-thanh-2027', 'đã sửa'],
    ]);
  });

  test('that are known after the review is finished cap the grade and leave it finished', () => {
    const { state } = file(...finished, noted({ severity: 'serious' }));
    expect(state).toMatchObject({ phase: 'finished', result: { points: 90, grade: 'pass' } });
    const low = file(...scored(0.5), by(SB, decideGrade));
    low.when(SYSTEM, NOW, incident({ severity: 'serious' })).thenExactly({
      ...incident({ severity: 'serious' }),
      type: 'IncidentNoted',
    });
  });
});
