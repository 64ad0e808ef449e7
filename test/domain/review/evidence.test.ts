/** What stands behind the points: observations, and incidents of the drill that cap the grade. */
import { describe, expect, test } from '@jest/globals';
import type { Observation } from '../../../domain/exercise/run-state.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { coverageOf } from '../../../domain/review/coverage.ts';
import { DEFAULT_SHEET } from '../../../domain/review/default-sheet.ts';
import { scoreReport } from '../../../domain/review/report-score.ts';
import { type Command, head } from '../../support/domain.ts';
import {
  by,
  DB,
  decideGrade,
  file,
  fileWith,
  followUps,
  NOW,
  SB,
  STREAM,
  score,
  scored,
  seen,
  umpire,
} from './case.ts';

describe('evidence coverage', () => {
  test('stands beside every score: points backed by evidence or an observation, of points given', () => {
    expect(coverageOf(file().state)).toEqual({ numerator: 0, denominator: 0, percent: null });
    const { state } = fileWith(
      { observations: [seen('QS-1', 'safety/materiel')] },
      by(umpire('a'), score('safety', 4, { criterion: 'people', evidence: [{ event: 'drill/tan-thanh-2027/3' }] })),
      by(umpire('a'), score('safety', 2, { criterion: 'materiel' })),
      by(umpire('a'), score('safety', 2, { criterion: 'discipline' })),
      by(umpire('b'), score('support', 8)),
    );
    expect(coverageOf(state, 'safety')).toEqual({ numerator: 6, denominator: 8, percent: 75 });
    expect(coverageOf(state, 'support')).toEqual({ numerator: 0, denominator: 8, percent: 0 });
    expect(coverageOf(state, 'documents').percent).toBeNull();
    expect(coverageOf(state)).toEqual({ numerator: 6, denominator: 16, percent: 37.5 });
  });

  test('a whole domain without evidence counts for the share that was observed', () => {
    const { state } = fileWith({ observations: [seen('QS-1', 'safety/people')] }, by(DB, score('safety', 5)));
    expect(coverageOf(state, 'safety')).toEqual({ numerator: 2, denominator: 5, percent: 40 });
  });

  test('a domain that gives no points has nothing to cover', () => {
    const [first, ...rest] = DEFAULT_SHEET.domains;
    if (!first) throw new Error('the shipped sheet is not empty');
    const sheet = { ...DEFAULT_SHEET, domains: [{ ...first, points: 0, criteria: [] }, ...rest] };
    const { state } = fileWith({ sheet }, by(DB, score(first.code, 0)));
    expect(coverageOf(state)).toEqual({ numerator: 0, denominator: 0, percent: null });
  });

  test('every point opens to its event, its evidence and the observations on it', () => {
    const { state } = fileWith(
      { observations: [seen('QS-1', 'safety/people')] },
      by(
        umpire('a'),
        score('safety', 4, { criterion: 'people', evidence: [{ event: 'drill/tan-thanh-2027/3' }, 'ảnh'] }),
      ),
    );
    const safety = scoreReport(state).domains.find(({ code }) => code === 'safety');
    expect(safety?.lines).toEqual([
      {
        criterion: 'people',
        scorer: 'a',
        body: 'tam-ky.DB',
        points: 4,
        event: `${STREAM}/2`,
        evidence: [{ event: 'drill/tan-thanh-2027/3' }, 'ảnh'],
        observations: ['QS-1'],
      },
    ]);
    expect(safety?.criteria.map(({ code, points }) => [code, points])).toEqual([
      ['people', 4],
      ['materiel', null],
      ['discipline', null],
    ]);
  });

  test('evidence names an event by its place, or says what it is', () => {
    for (const event of ['drill/x/1', 'drill/x/12', 'exercise/tan-thanh-2027/999999999'])
      file()
        .when(DB, NOW, score('safety', 1, { evidence: [{ event }] }))
        .thenExactly({ type: 'ScoreRecorded', domain: 'safety', points: 1, evidence: [{ event }] } as Command);
    for (const event of [
      'drill/x',
      'drill/x/0',
      'drill/x/01',
      'drill/x/1a',
      'drill/x/a1',
      'drill/x/1234567890',
      'wiki/x/1',
      'drill/X/1',
      '/1',
    ])
      file()
        .when(DB, NOW, score('safety', 1, { evidence: [{ event }] }))
        .thenInvalid();
  });

  test('an observation that reaches the review later is counted, each once, as amended last', () => {
    const note = (observation: Observation) => by(SYSTEM, { type: 'NoteObservation', observation });
    const first = seen('QS-1', 'safety/people');
    const amended = { ...first, text: 'quân số đủ, trang bị thiếu' };
    const { state, when } = file(by(DB, score('safety', 4, { criterion: 'people' })), note(first));
    expect(coverageOf(state).percent).toBe(100);
    when(SYSTEM, NOW, note(first).command).thenExactly();
    when(SYSTEM, NOW, note(amended).command).thenExactly({ type: 'ObservationNoted', observation: amended });
    expect(file(note(first), note(amended)).state.observations).toEqual([amended]);
  });
});

describe('safety incidents of the drill', () => {
  const incident = (severity: string, id = 'SC-1') => ({
    type: 'NoteIncident',
    incident: id,
    subject: 'vehicles',
    severity,
    from: 'drill/tan-thanh-2027',
    note: 'xe va quệt',
  });
  const noted = (severity: string, id?: string) => ({ ...incident(severity, id), type: 'IncidentNoted' });

  test('are kept when they come before the review opens, each once, and cap the grade', () => {
    const { when, state } = file();
    when(SYSTEM, NOW, incident('serious')).thenExactly(noted('serious'));
    const early = fileWith({}, ...scored());
    early.when(SYSTEM, NOW, incident('serious')).thenExactly(noted('serious'));
    const before = file(by(SYSTEM, incident('serious')), by(SYSTEM, incident('serious')), ...scored());
    expect(before.state.incidents).toHaveLength(1);
    before
      .when(SB, NOW, decideGrade)
      .thenExactly({ type: 'GradeDecided', points: 90, grade: 'pass', seriousIncidents: 1 });
    expect(state.incidents).toEqual([]);
  });

  test('one that is judged anew replaces what was noted', () => {
    const twice = file(by(SYSTEM, incident('minor')), by(SYSTEM, incident('serious')));
    expect(twice.state.incidents.map(({ severity }) => severity)).toEqual(['serious']);
  });

  test('a serious one that becomes known after the grade caps it, and the exercise is told', () => {
    const graded = file(...scored(), by(SB, decideGrade));
    graded
      .when(SYSTEM, NOW, incident('serious'))
      .thenExactly(noted('serious'), { type: 'GradeDecided', points: 90, grade: 'pass', seriousIncidents: 1 });
    graded.when(SYSTEM, NOW, incident('minor')).thenExactly(noted('minor'));
    expect(followUps(graded.state, by(SYSTEM, incident('serious')))).toEqual([
      { stream: 'exercise/tan-thanh-2027', command: { type: 'NoteReviewResult', points: 90, grade: 'pass' } },
    ]);
    const low = file(...scored(0.5), by(SB, decideGrade));
    low.when(SYSTEM, NOW, incident('serious')).thenExactly(noted('serious'));
  });

  test('people do not note them in the name of the drill', () => {
    expect(() => file(by(head('tam-ky.SA'), incident('minor')))).toThrow();
  });
});
