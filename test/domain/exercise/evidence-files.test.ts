/** Files as part of a proof: named in the history by what they are, and never of what is secret. */
import { describe, expect, test } from '@jest/globals';
import { Evidence } from '../../../domain/exercise/evidence.ts';
import { exercise, requireUpload, shownState, withholdsFiles } from '../../../domain/exercise/index.ts';
import { at, type Command, given, head, refusalOf, type Step, step } from '../../support/domain.ts';
import { CITY, cityThrough, EARLY, evidence, FIN, plannedCity, SA, SB_MEMBER, submit, verify } from './season.ts';

const LATER = at('2026-10-08');
const file = (n: number) => ({
  id: `0197a3a4-5b6c-7d8e-9f00-00000000000${n}`,
  sha256: String(n).repeat(64),
  size: 1_024 * n,
  name: `Biên bản ${n}.pdf`,
  type: 'application/pdf',
});
const withFiles = (...files: readonly object[]): Command => ({ ...submit('C01'), evidence: { ...evidence(), files } });
const city = (...steps: Step[]) => given(exercise, CITY, [...plannedCity, ...steps]);
const classify = (subject: object): Step =>
  step(head('tam-ky.SA'), LATER, {
    ...{ type: 'Classify', subject, level: 'mat', decidedBy: 'Bộ CHQS', basis: 'Danh mục, mục 3' },
  });

describe('a proof with files', () => {
  test('is recorded with each file as it was named, and stands in the task', () => {
    const proof = { ...evidence(), files: [file(1), file(2)] };
    city()
      .when(SA, EARLY, withFiles(file(1), file(2)))
      .thenExactly({ type: 'TaskSubmitted', task: 'C01', evidence: proof });
    expect(city(step(SA, EARLY, withFiles(file(1)))).state.tasks.C01?.submission?.evidence.files).toEqual([file(1)]);
  });

  test('without files is recorded as it always was', () => {
    const { state } = city(step(SA, EARLY, submit('C01')));
    expect(state.tasks.C01?.submission?.evidence).toEqual(evidence());
  });

  test('names one to ten different files', () => {
    const accepts = (files: readonly object[]): boolean => Evidence.safeParse({ ...evidence(), files }).success;
    expect(accepts([file(1)])).toBe(true);
    expect(accepts([])).toBe(false);
    expect(accepts([file(1), file(1)])).toBe(false);
    const many = Array.from({ length: 11 }, (_, n) => ({
      ...file(1),
      id: `0197a3a4-5b6c-7d8e-9f00-0000000000${n + 10}`,
    }));
    expect(accepts(many.slice(1))).toBe(true);
    expect(accepts(many)).toBe(false);
    expect(accepts([{ ...file(1), type: 'image/svg+xml' }])).toBe(false);
    expect(accepts([{ ...file(1), sha256: 'A'.repeat(64) }])).toBe(false);
  });
});

describe('what is secret', () => {
  test('takes no file: by the template, by a decision on the task, or on the whole exercise', () => {
    const at4 = cityThrough('G3');
    const { state } = given(exercise, CITY, [...at4, classify({ kind: 'task', task: 'C17' })]);
    const police = { ...SA, body: state.tasks.C17?.owner ?? SA.body };
    const board = { ...SA, body: state.tasks.C22?.owner ?? SA.body };
    expect(refusalOf(() => requireUpload(state, 'C17', police))).toMatchObject({ code: 'secret-upload' });
    expect(refusalOf(() => requireUpload(state, 'C22', board))).toMatchObject({ code: 'secret-upload' });
    const whole = given(exercise, CITY, [...at4, classify({ kind: 'exercise' })]);
    expect(refusalOf(() => requireUpload(whole.state, 'C17', police))).toMatchObject({ code: 'secret-upload' });
    whole
      .when(police, LATER, { ...submit('C17'), evidence: { ...evidence(), files: [file(1)] } })
      .thenRefused('secret-upload');
  });

  test('shows no file that was handed in before it became secret', () => {
    const { state } = city(step(SA, EARLY, withFiles(file(1))), classify({ kind: 'task', task: 'C01' }));
    expect(state.tasks.C01?.submission?.evidence.files).toEqual([file(1)]);
    expect(shownState(state).tasks.C01?.submission?.evidence).not.toHaveProperty('files');
    expect(withholdsFiles(state, 'C01')).toBe(true);
    expect(withholdsFiles(state, 'C02')).toBe(false);
  });

  test('hands out no file of a secret task that was dropped since', () => {
    const at4 = cityThrough('G3');
    const owner = given(exercise, CITY, at4).state.tasks.C17?.owner ?? SA.body;
    const { state } = given(exercise, CITY, [
      ...at4,
      step({ ...FIN, body: owner }, LATER, { ...withFiles(file(1)), task: 'C17' }),
      step(SA, LATER, { type: 'ReturnTask', task: 'C17', reason: 'thiếu phụ lục' }),
      classify({ kind: 'task', task: 'C17' }),
      step(SA, LATER, { type: 'DropTask', task: 'C17', reason: 'Không áp dụng' }),
    ]);
    expect(state.tasks.C17).toBeUndefined();
    expect(withholdsFiles(state, 'C17')).toBe(true);
  });
});

describe('a file is taken', () => {
  test('from the owner of the task, also before its turn and after it was handed in, until the gate is passed', () => {
    const early = city().state;
    expect(() => requireUpload(early, 'C01', SA)).not.toThrow();
    expect(refusalOf(() => requireUpload(early, 'C01', FIN))).toMatchObject({ code: 'not-your-body' });
    expect(refusalOf(() => requireUpload(early, 'C99', SA))).toMatchObject({ code: 'task-unknown' });
    const handedIn = city(step(SA, EARLY, submit('C01')));
    expect(() => requireUpload(handedIn.state, 'C01', SA)).not.toThrow();
    const verified = city(step(SA, EARLY, submit('C01')), step(SB_MEMBER, LATER, verify('C01')));
    expect(() => requireUpload(verified.state, 'C01', SA)).not.toThrow();
    const passed = given(exercise, CITY, cityThrough('G0')).state;
    expect(refusalOf(() => requireUpload(passed, 'C01', SA))).toMatchObject({ code: 'gate-passed-evidence' });
  });
});
