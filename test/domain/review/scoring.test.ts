/** Scores by criterion, who may give them, critical tasks, and the second figure: how much stands on evidence. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Observation } from '../../../domain/exercise/run-state.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { coverageOf } from '../../../domain/review/coverage.ts';
import { DEFAULT_SHEET } from '../../../domain/review/default-sheet.ts';
import { scoreReport } from '../../../domain/review/report-score.ts';
import { failedTasks, gradeOf, type ScoreEntry, scoresOf, withEntry } from '../../../domain/review/scoring.ts';
import { checkSheet, ScoreSheet } from '../../../domain/review/sheet.ts';
import { at, type Command, head, member, type Step } from '../../support/domain.ts';
import {
  by,
  DB,
  DB_HEAD,
  decideGrade,
  file,
  fileWith,
  followUps,
  NOW,
  SB,
  STREAM,
  score,
  scored,
  umpire,
} from './case.ts';

const criteria = (domain: string) => DEFAULT_SHEET.domains.find(({ code }) => code === domain)?.criteria ?? [];
/** All criteria of a domain by one umpire, each in full but for those named. */
const byCriteria = (domain: string, person: string, less: Record<string, number> = {}) =>
  criteria(domain).map(({ code, points }) =>
    by(umpire(person), score(domain, less[code] ?? points, { criterion: code })),
  );
const rated = (person: string, criterion: string, points: number) =>
  by(umpire(person), score('safety', points, { criterion }));
const others = (domain: string) => scored().filter(({ command }) => command.domain !== domain);
const seen = (id: string, criterion: string): Observation => ({
  id,
  seenAt: at('2027-04-13'),
  writtenAt: at('2027-04-13', 10),
  text: 'quân số đủ',
  item: null,
  criterion,
  kind: 'neutral',
  by: DB,
});

describe('the scoring sheet', () => {
  test('as shipped is sound: criteria add up to their domain, domains to 100', () => {
    expect(ScoreSheet.parse(DEFAULT_SHEET)).toEqual(DEFAULT_SHEET);
    expect(checkSheet(DEFAULT_SHEET)).toEqual([]);
    expect(DEFAULT_SHEET.domains.map(({ code, points }) => [code, points])).toEqual([
      ['leadership', 25],
      ['documents', 20],
      ['livePart', 20],
      ['mobilisation', 15],
      ['support', 10],
      ['safety', 10],
    ]);
    for (const { criteria: each } of DEFAULT_SHEET.domains) expect([3, 4, 5]).toContain(each.length);
  });

  test('with a fault names every one', () => {
    const [first, ...rest] = DEFAULT_SHEET.domains;
    const [best, second, ...worse] = DEFAULT_SHEET.grades;
    if (!first || !best || !second) throw new Error('the shipped sheet is not empty');
    const faulty = {
      ...DEFAULT_SHEET,
      domains: [{ ...first, points: 30 }, ...rest, { ...first, criteria: [...first.criteria, ...first.criteria] }],
      grades: [second, best, ...worse],
      cap: 'medal',
    };
    expect(checkSheet(faulty)).toEqual([
      { kind: 'sheet-code-twice', code: 'leadership' },
      ...criteria('leadership').map(({ code }) => ({ kind: 'sheet-code-twice', code })),
      { kind: 'sheet-not-hundred', points: 130 },
      { kind: 'criteria-not-domain', domain: 'leadership', points: 25, of: 30 },
      { kind: 'criteria-not-domain', domain: 'leadership', points: 50, of: 25 },
      { kind: 'grade-order', grade: 'excellent' },
      { kind: 'cap-unknown', cap: 'medal' },
    ]);
    const harsh = DEFAULT_SHEET.grades.map((grade) => ({ ...grade, atLeast: Math.max(10, grade.atLeast) }));
    expect(checkSheet({ ...DEFAULT_SHEET, grades: harsh })).toEqual([{ kind: 'grade-order', grade: 'fail' }]);
    const equal = DEFAULT_SHEET.grades.map((grade) => ({
      ...grade,
      atLeast: grade.code === 'good' ? 85 : grade.atLeast,
    }));
    expect(checkSheet({ ...DEFAULT_SHEET, grades: equal })).toEqual([{ kind: 'grade-order', grade: 'good' }]);
  });

  test('of the exercise comes with the review: its domains, points, scorers and grades are those that count', () => {
    const sheet: ScoreSheet = {
      domains: [{ code: 'whole', nameVi: 'Chung', nameEn: 'All', points: 100, criteria: [] }],
      grades: [
        { code: 'done', nameVi: 'Hoàn thành tốt nhiệm vụ', nameEn: 'well done', atLeast: 60 },
        { code: 'notDone', nameVi: 'Chưa hoàn thành', nameEn: 'not done', atLeast: 0 },
      ],
      scorers: 1,
      largestGap: 5,
      cap: 'notDone',
    };
    expect(checkSheet(sheet)).toEqual([]);
    const own = fileWith({ sheet }, by(DB, score('whole', 61)));
    own
      .when(SB, NOW, decideGrade)
      .thenExactly({ type: 'GradeDecided', points: 61, grade: 'done', seriousIncidents: 0 });
    own.when(DB, NOW, score('safety', 5)).thenRefused('not-on-sheet', { part: 'safety' });
  });
});

describe('scores by criterion', () => {
  test('add up to the domain once an umpire has given them all', () => {
    file()
      .when(DB, NOW, score('safety', 3, { criterion: 'people', evidence: ['nhật ký trực ban'] }))
      .thenExactly({
        type: 'ScoreRecorded',
        domain: 'safety',
        criterion: 'people',
        points: 3,
        evidence: ['nhật ký trực ban'],
      });
    const [first, ...rest] = byCriteria('safety', 'a', { people: 2.5 });
    if (!first) throw new Error('safety has criteria');
    expect(file(first).state.scores.safety?.scores).toEqual([]);
    expect(file(first, ...rest).state.scores.safety?.scores).toEqual([{ scorer: 'a', points: 8.5 }]);
  });

  test('are not above the criterion, and only of criteria that the sheet has', () => {
    file()
      .when(DB, NOW, score('safety', 4.5, { criterion: 'people' }))
      .thenRefused('score-too-high', { domain: 'safety/people', points: 4.5, largest: 4 });
    file()
      .when(DB, NOW, score('safety', 1, { criterion: 'weather' }))
      .thenRefused('not-on-sheet', { part: 'safety/weather' });
    file()
      .when(DB, NOW, score('morale', 1, { criterion: 'people' }))
      .thenRefused('not-on-sheet', { part: 'morale/people' });
  });

  test('an umpire who then scores the whole domain replaces his criteria, and the other way round', () => {
    const whole = by(umpire('a'), score('safety', 7));
    expect(file(...byCriteria('safety', 'a'), whole).state.scores.safety?.scores).toEqual([{ scorer: 'a', points: 7 }]);
    expect(file(whole, ...byCriteria('safety', 'a')).state.scores.safety?.scores).toEqual([
      { scorer: 'a', points: 10 },
    ]);
  });

  test('an umpire who scores a criterion again replaces it; who scored last stands last', () => {
    const once = [rated('a', 'people', 1), rated('b', 'people', 3), rated('a', 'people', 2)];
    expect(file(...once).state.entries.map(({ scorer, points }) => [scorer, points])).toEqual([
      ['b', 3],
      ['a', 2],
    ]);
    const whole = ['a', 'b', 'a'].map((person, n) => by(umpire(person), score('safety', n + 5)));
    expect(file(...whole).state.scores.safety?.scores).toEqual([
      { scorer: 'b', points: 6 },
      { scorer: 'a', points: 7 },
    ]);
  });

  test('a critical task is judged by those who scored it, by the whole domain only where nobody did', () => {
    const whole = (person: string, points: number) => by(umpire(person), score('safety', points));
    const failed = (...past: Step[]) => failedTasks(DEFAULT_SHEET, file(...past).state.entries);
    const fails = ['safety/people'];
    expect(failed(whole('a', 0), rated('b', 'people', 3))).toEqual([]);
    expect(failed(whole('a', 5), rated('b', 'people', 0))).toEqual(fails);
    expect(failed(whole('a', 0), rated('b', 'discipline', 3))).toEqual(fails);
    expect(failed(whole('a', 0), whole('b', 1))).toEqual([]);
    expect(failed(rated('a', 'discipline', 0))).toEqual([]);
    expect(failed()).toEqual([]);
  });

  test('a critical task given 0 by all who scored it caps the grade like a serious incident', () => {
    const failed = [...byCriteria('safety', 'a', { people: 0 }), ...byCriteria('safety', 'b', { people: 0 })];
    file(...others('safety'), ...failed)
      .when(SB, NOW, decideGrade)
      .thenExactly({
        type: 'GradeDecided',
        points: 87,
        grade: 'pass',
        seriousIncidents: 0,
        failedTasks: ['safety/people'],
      });
    const doubtful = [...byCriteria('safety', 'a', { people: 0 }), ...byCriteria('safety', 'b', { people: 0.5 })];
    expect(failedTasks(DEFAULT_SHEET, file(...doubtful).state.entries)).toEqual([]);
    expect(failedTasks(DEFAULT_SHEET, file(by(umpire('a'), score('safety', 0))).state.entries)).toEqual([
      'safety/people',
    ]);
  });
});

describe('who may score', () => {
  test('a member of the body whose work a domain judges never scores it', () => {
    const judged = { scoredBodies: { support: ['tam-ky.DB'] } };
    fileWith(judged)
      .when(DB, NOW, score('support', 9))
      .thenRefused('interested-scorer', { domain: 'support', person: DB.person, body: 'tam-ky.DB' });
    fileWith(judged)
      .when(SB, NOW, score('support', 9))
      .thenExactly({ type: 'ScoreRecorded', domain: 'support', points: 9 });
    file()
      .when(SB, NOW, { type: 'SetScoredBodies', domain: 'safety', bodies: ['tam-ky.DB'], reason: 'chỉ huy thực binh' })
      .thenExactly({ type: 'ScoredBodiesSet', domain: 'safety', bodies: ['tam-ky.DB'], reason: 'chỉ huy thực binh' });
  });

  test('nor does a person who acted for that body in the exercise, whatever body he speaks for now', () => {
    const members = { 'tan-thanh.SUP': ['an'] };
    fileWith({ members })
      .when(umpire('an'), NOW, score('support', 9))
      .thenRefused('interested-scorer', { person: 'an', body: 'tan-thanh.SUP' });
    fileWith({ members })
      .when(umpire('an'), NOW, score('documents', 9))
      .thenExactly({ type: 'ScoreRecorded', domain: 'documents', points: 9 });
  });

  test('scorers may be named for a domain from any body but those judged; then only they score it', () => {
    const assign = (person: string, body: string) => ({
      type: 'AssignScorers',
      domain: 'mobilisation',
      scorers: [{ person, body }],
    });
    file()
      .when(DB_HEAD, NOW, assign('ha', 'tam-ky.SA'))
      .thenRefused('interested-scorer', { domain: 'mobilisation', body: 'tam-ky.SA' });
    file().when(DB, NOW, assign('ha', 'tam-ky.POL')).thenRefused('head-only');
    const named = file(by(DB_HEAD, assign('ha', 'tam-ky.POL')));
    named.when(DB, NOW, score('mobilisation', 9)).thenRefused('scorer-not-named', { scorers: ['ha'] });
    named.when(member('tam-ky.POL', 'nam'), NOW, score('mobilisation', 9)).thenRefused('scorer-not-named');
    named.when(member('tam-ky.SA', 'ha'), NOW, score('mobilisation', 9)).thenRefused('scorer-not-named');
    const two = [
      { person: 'ha', body: 'tam-ky.POL' },
      { person: 'nam', body: 'tam-ky.FIN' },
    ];
    file(by(DB_HEAD, { type: 'AssignScorers', domain: 'mobilisation', scorers: two }))
      .when(member('tam-ky.FIN', 'nam'), NOW, score('mobilisation', 9))
      .thenExactly({ type: 'ScoreRecorded', domain: 'mobilisation', points: 9 });
    named
      .when(member('tam-ky.POL', 'ha'), NOW, score('mobilisation', 9))
      .thenExactly({ type: 'ScoreRecorded', domain: 'mobilisation', points: 9 });
    for (const type of ['AssignScorers', 'SetScoredBodies'])
      file().when(SB, NOW, { type, domain: 'morale', scorers: [], bodies: [], reason: 'x' }).thenInvalid();
    file()
      .when(SB, NOW, { type: 'AssignScorers', domain: 'morale', scorers: [] })
      .thenRefused('not-on-sheet', { part: 'morale' });
    file()
      .when(SB, NOW, { type: 'SetScoredBodies', domain: 'morale', bodies: [], reason: 'x' })
      .thenRefused('not-on-sheet', { part: 'morale' });
  });

  test('the head of the board settles only what two scorers left too far apart, and then it stands', () => {
    const settle = { type: 'SettleScore', domain: 'leadership', points: 18, reason: 'xem băng ghi' };
    file().when(SB, NOW, settle).thenRefused('settle-without-scores', { have: 0, need: 2 });
    const near = [by(umpire('a'), score('leadership', 25)), by(umpire('b'), score('leadership', 10))];
    file(...near)
      .when(SB, NOW, settle)
      .thenRefused('settle-without-gap', { domain: 'leadership', gap: 15, largest: 15 });
    const tenths = [by(umpire('a'), score('leadership', 16.1)), by(umpire('b'), score('leadership', 1.1))];
    file(...tenths)
      .when(SB, NOW, settle)
      .thenRefused('settle-without-gap', { domain: 'leadership', gap: 15, largest: 15 });
    const apart = [by(umpire('a'), score('leadership', 25)), by(umpire('b'), score('leadership', 9))];
    file(...apart, by(SB, settle))
      .when(umpire('a'), NOW, score('leadership', 20))
      .thenRefused('score-settled', { domain: 'leadership' });
  });
});

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

describe('whatever is scored', () => {
  const entry = fc
    .record({
      domain: fc.constantFrom(...DEFAULT_SHEET.domains),
      part: fc.nat(5),
      scorer: fc.constantFrom('a', 'b', 'c'),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      backed: fc.boolean(),
    })
    .map(({ domain, part, scorer, share, backed }, version = 1): ScoreEntry => {
      const criterion = domain.criteria[part];
      return {
        domain: domain.code,
        criterion: criterion?.code ?? null,
        scorer,
        body: 'tam-ky.DB',
        points: share * (criterion ?? domain).points,
        evidence: backed ? ['ảnh'] : [],
        version,
      };
    });
  const observations = fc.array(
    fc.constantFrom(
      ...DEFAULT_SHEET.domains.flatMap((each) => each.criteria.map(({ code }) => `${each.code}/${code}`)),
    ),
    { maxLength: 6 },
  );

  test('coverage lies between 0 and 100 %, never falls with more observations, and a scorer counts once a domain', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), observations, observations, (given, some, more) => {
        const entries = given.reduce<readonly ScoreEntry[]>((all, each) => withEntry(all, each), []);
        const covered = (criteria: string[]) =>
          coverageOf({ sheet: DEFAULT_SHEET, entries, observations: criteria.map((each, n) => seen(`Q${n}`, each)) });
        const [less, full] = [covered(some), covered([...some, ...more])];
        expect(less.numerator).toBeGreaterThanOrEqual(0);
        expect(less.numerator).toBeLessThanOrEqual(less.denominator);
        expect(full.numerator).toBeGreaterThanOrEqual(less.numerator);
        expect(less.percent === null).toBe(less.denominator === 0);
        for (const { code, points } of DEFAULT_SHEET.domains) {
          const scores = scoresOf(DEFAULT_SHEET, entries, code);
          expect(new Set(scores.map(({ scorer }) => scorer)).size).toBe(scores.length);
          for (const each of scores) expect(each.points).toBeLessThanOrEqual(points + 0.01);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('better points for any criterion never earn a worse grade, critical tasks and incidents included', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 22, maxLength: 22 });
    const all = DEFAULT_SHEET.domains.flatMap((domain) => domain.criteria.map((criterion) => ({ domain, criterion })));
    const graded = (given: readonly number[], serious: number) => {
      const entries = all.flatMap(({ domain, criterion }, n) =>
        ['a', 'b'].map((scorer, version): ScoreEntry => {
          const points = (given[n] ?? 0) * criterion.points;
          const place = { domain: domain.code, criterion: criterion.code, scorer, body: 'tam-ky.DB', version };
          return { ...place, points, evidence: [] };
        }),
      );
      const scores = Object.fromEntries(
        DEFAULT_SHEET.domains.map(({ code }) => [
          code,
          { scores: scoresOf(DEFAULT_SHEET, entries, code), settled: null },
        ]),
      );
      return gradeOf(scores, serious + failedTasks(DEFAULT_SHEET, entries).length, DEFAULT_SHEET);
    };
    const rank = DEFAULT_SHEET.grades.map(({ code }) => code).reverse();
    fc.assert(
      fc.property(
        shares,
        fc.nat(21),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(1),
        (low, n, share, serious) => {
          const zeroed = low.map((each) => (each < 0.2 ? 0 : each));
          const high = zeroed.map((each, index) => (index === n ? Math.max(each, share) : each));
          const [worse, better] = [graded(zeroed, serious), graded(high, serious)];
          expect(better.points).toBeGreaterThanOrEqual(worse.points - 0.02);
          if (better.points >= worse.points)
            expect(rank.indexOf(better.grade)).toBeGreaterThanOrEqual(rank.indexOf(worse.grade));
          if (serious > 0) expect(rank.indexOf(better.grade)).toBeLessThanOrEqual(rank.indexOf('pass'));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
