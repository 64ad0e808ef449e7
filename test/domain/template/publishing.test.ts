/** The file of a template: who keeps it, which papers it takes, and what becomes of its versions. */
import { describe, expect, test } from '@jest/globals';
import { Rejection } from '../../../domain/rejection.ts';
import { StreamId } from '../../../domain/streams.ts';
import {
  CITY_TEMPLATE,
  COMMUNE_TEMPLATE,
  EXERCISE_TYPES,
  latestOf,
  TemplateContent,
  versionOf,
} from '../../../domain/template/index.ts';
import { template } from '../../../domain/template/stream.ts';
import { at, type Command, given, step } from '../../support/domain.ts';
import { EARLY, MPC, POL, paper, SA } from '../exercise/season.ts';
import { COMMUNES, communeWith, contentOf, publish } from '../preparation/support.ts';

const second = communeWith({ X14: { owner: 'CMC' } });
const retire = (version: number): Command => ({ type: 'RetireTemplateVersion', version, reason: 'đã có bản mới' });
const fresh = given(template, COMMUNES, []);
const twice = given(template, COMMUNES, [step(SA, EARLY, { ...publish(second), paper: paper() })]);

describe('a version that is published', () => {
  test('rests on a paper of today or earlier', () => {
    const dated = (date: string) => fresh.when(SA, EARLY, { ...publish(second), paper: paper('1', date) });
    dated('2026-10-07').thenRefused('paper-from-the-future', { date: '2026-10-07', today: '2026-10-06' });
    for (const date of ['2026-10-06', '2020-01-01'])
      dated(date).thenExactly(expect.objectContaining({ paper: paper('1', date) }) as unknown as Command);
  });

  test('has its gates in the order of the lifecycle, however they were sent', () => {
    const [first, ...others] = second.gates;
    if (!first) throw new Error('the template has gates');
    for (const gates of [[...others, first], [...second.gates].reverse()])
      fresh
        .when(SA, EARLY, publish({ ...second, gates }))
        .thenExactly(
          expect.objectContaining({ template: { id: 'commune', version: 2, ...second } }) as unknown as Command,
        );
  });

  test('says who published it, when, why, over which and by what paper', () => {
    expect(versionOf('commune', twice.state, 2).publication).toMatchObject({
      at: EARLY,
      by: SA,
      basedOn: 1,
      reason: 'rút kinh nghiệm mùa trước',
      paper: paper(),
    });
    expect(versionOf('commune', twice.state, 1).publication).toBeNull();
  });

  test.each<[text: string, change: (sheet: typeof second.scoreSheet) => object]>([
    ['a grade', (sheet) => ({ grades: sheet.grades.map((grade) => ({ ...grade, nameEn: 'good\u0007' })) })],
    ['a domain', (sheet) => ({ domains: sheet.domains.map((domain) => ({ ...domain, nameVi: 'chỉ huy\ud800' })) })],
    [
      'a criterion',
      (sheet) => ({
        domains: sheet.domains.map((domain) => ({
          ...domain,
          criteria: domain.criteria.map((each) => ({ ...each, nameVi: 'a\u0000b' })),
        })),
      }),
    ],
  ])('holds no text that the store refuses, not in the name of %s either', (_, change) => {
    expect(
      TemplateContent.safeParse({ ...second, scoreSheet: { ...second.scoreSheet, ...change(second.scoreSheet) } })
        .success,
    ).toBe(false);
  });

  test('may leave out what not every type has: compression, papers, rehearsals', () => {
    for (const shipped of [CITY_TEMPLATE, COMMUNE_TEMPLATE])
      expect(TemplateContent.parse(contentOf(shipped))).toEqual(contentOf(shipped));
  });
});

describe('a version that is retired', () => {
  const retired = given(template, COMMUNES, [step(SA, EARLY, publish(second)), step(MPC, at('2026-10-08'), retire(1))]);

  test('keeps when and why; only the keepers of templates retire one', () => {
    expect(versionOf('commune', retired.state, 1).retired).toEqual({ at: at('2026-10-08'), reason: 'đã có bản mới' });
    twice.when(POL, EARLY, retire(1)).thenRefused('not-your-body', { allowed: ['tam-ky.SA', 'tam-ky.MPC'] });
  });

  test('is not retired again, and the last one in force is kept', () => {
    retired.when(SA, EARLY, retire(1)).thenRefused('template-retired', { id: 'commune', version: 1 });
    retired.when(SA, EARLY, retire(2)).thenRefused('template-last-version', { id: 'commune', version: 2 });
    fresh.when(SA, EARLY, retire(1)).thenRefused('template-last-version', { id: 'commune', version: 1 });
  });

  test('starts nothing any more; the newest in force of the type does', () => {
    const onlyUnits = { ...second, exerciseTypes: ['selfDefenceUnit'] } as const;
    const third = given(template, COMMUNES, [step(SA, EARLY, publish(second)), step(SA, EARLY, publish(onlyUnits, 2))]);
    expect(EXERCISE_TYPES.map((type) => latestOf('commune', third.state, type)?.version ?? null)).toEqual([
      null,
      null,
      2,
      3,
    ]);
    expect([latestOf('commune', retired.state)?.version, latestOf('nowhere', null)]).toEqual([2, null]);
  });
});

describe('the file', () => {
  test('is listed as kept with its newest version, and is never closed', () => {
    expect([template.initial, twice.state].map((state) => template.summary(state))).toEqual([
      { phase: 'kept', orgUnit: '', details: 'v1', closed: false },
      { phase: 'kept', orgUnit: '', details: 'v2', closed: false },
    ]);
  });

  test('waits for nothing, tells nobody, looks into no other file', () => {
    expect(template.nextDue(twice.state, {} as never)).toBeNull();
    expect(template.react({} as never, twice.state, StreamId.parse(COMMUNES))).toEqual([]);
    expect(template.refersTo(retire(1) as never, twice.state)).toBeNull();
  });

  test('takes no other command', () => {
    const meta = { stream: StreamId.parse(COMMUNES), commandId: 'c', at: EARLY, by: SA };
    expect(() => template.decide({ type: 'Burn' } as never, template.initial, meta, {} as never)).toThrow(
      new Rejection('command-unknown', { type: 'Burn' }),
    );
  });
});
