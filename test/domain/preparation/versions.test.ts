/** Parts of a new version that are seldom changed, and what keeps a checklist sound when tasks go. */
import { describe, expect, test } from '@jest/globals';
import { exercise, previewAdoption } from '../../../domain/exercise/index.ts';
import { newFaults, requireSound, without } from '../../../domain/exercise/soundness.ts';
import { COMMUNE_CHAIN, COMMUNE_TEMPLATE, type TemplateContent } from '../../../domain/template/index.ts';
import { at, given, knowing, refusalOf, type Step, send, step } from '../../support/domain.ts';
import {
  CMC,
  COM,
  COMMUNE,
  communeThrough,
  DB,
  done,
  draftedCommune,
  EARLY,
  pass,
  planCommune,
  SA,
  SB,
} from '../exercise/season.ts';
import { COMMUNES, communeOnFirst, communeWith, contentOf, publishedCommune, publishedWorld } from './support.ts';

const LATER = at('2026-10-07');
const adopt: Step = step(CMC, LATER, { type: 'AdoptTemplate', version: 2, reason: 'mẫu mới' });
const adopted = (content: TemplateContent, ...before: Step[]) =>
  given(exercise, COMMUNE, [...communeOnFirst, ...before, adopt], publishedWorld(content)).state;

describe('adopting a version', () => {
  test('takes its chain of papers and its score sheet', () => {
    const papers = { ...COMMUNE_CHAIN, papers: COMMUNE_CHAIN.papers.filter(({ slot }) => slot !== 'support') };
    const [first, ...others] = COMMUNE_TEMPLATE.scoreSheet.domains;
    if (!first) throw new Error('the sheet has domains');
    const scoreSheet = { ...COMMUNE_TEMPLATE.scoreSheet, domains: [{ ...first, nameVi: 'Tên mới' }, ...others] };
    const state = adopted({ ...contentOf(COMMUNE_TEMPLATE), papers, scoreSheet } as TemplateContent);
    expect(state.paperChain).toEqual(papers);
    expect(state.scoreSheet).toEqual(scoreSheet);
    const plain = adopted(communeWith({ X14: { titleVi: 'Tên mới' } }));
    expect([plain.paperChain, plain.scoreSheet]).toEqual([null, COMMUNE_TEMPLATE.scoreSheet]);
  });

  test('keeps passed gates and the first of two approvals, in the order of the gates', () => {
    const two = COMMUNE_TEMPLATE.gates.map((gate) => (gate.code === 'G1' ? { ...gate, twoPersons: true } : gate));
    const rule = step(SB, EARLY, { type: 'SetGateRule', gate: 'G1', twoPersons: true, reason: 'x' });
    const past = [...communeThrough('G1').slice(2, -1), rule, step(SB, EARLY, pass('G1'))];
    const { gates } = adopted({ ...contentOf(COMMUNE_TEMPLATE), gates: two } as TemplateContent, ...past);
    expect(gates.map(({ code }) => code)).toEqual(COMMUNE_TEMPLATE.gates.map(({ code }) => code));
    expect(gates.map(({ passed, approvals }) => [passed !== null, approvals.length]).slice(0, 3)).toEqual([
      [true, 0],
      [false, 1],
      [false, 0],
    ]);
  });

  const asking = (code: string) =>
    ({
      ...contentOf(COMMUNE_TEMPLATE),
      gates: COMMUNE_TEMPLATE.gates.map((gate) => (gate.code === code ? { ...gate, twoPersons: true } : gate)),
    }) as TemplateContent;

  test('keeps two persons where this exercise asked for them; elsewhere the version says', () => {
    const rule = step(SB, EARLY, { type: 'SetGateRule', gate: 'G6', twoPersons: true, reason: 'ký sẵn sàng' });
    const { gates } = adopted(asking('G3'), rule);
    expect(gates.flatMap(({ code, twoPersons }) => (twoPersons ? [code] : []))).toEqual(['G3', 'G6']);
    const world = publishedWorld(asking('G3'));
    const { state } = given(exercise, COMMUNE, [...communeOnFirst, rule], world);
    expect(previewAdoption(state, 2, world).gates.find(({ code }) => code === 'G6')?.twoPersons).toBe(true);
  });

  test('does not lift the rule of two persons once the first has approved', () => {
    const world = publishedWorld(asking('G0'), communeWith({}));
    const onSecond = step(CMC, EARLY, { ...planCommune, template: { id: 'commune', version: 2 } });
    const adoptThird = step(CMC, LATER, { type: 'AdoptTemplate', version: 3, reason: 'mẫu mới' });
    const work = [...draftedCommune, onSecond, ...done('X01')];
    const twoAtG0 = (...more: Step[]) => given(exercise, COMMUNE, [...work, ...more, adoptThird], world).state.gates[0];
    expect(twoAtG0()).toMatchObject({ twoPersons: false });
    expect(twoAtG0(step(SB, EARLY, pass('G0')))).toMatchObject({ twoPersons: true, approvals: [{ by: SB }] });
  });

  test('a task that goes to another body is to be accepted and taken anew', () => {
    const start = step(CMC, EARLY, { type: 'StartTask', task: 'X01' });
    const assign = step(CMC, EARLY, { type: 'AssignTask', task: 'X01', owner: CMC.body, person: 'nv-01' });
    const { X01, X02 } = adopted(
      communeWith({ X01: { owner: 'COM' }, X02: { titleVi: 'Tên mới' } }),
      start,
      assign,
      step(COM, EARLY, { type: 'AcceptTask', task: 'X02' }),
    ).tasks;
    expect(X01).toMatchObject({
      owner: COM.body,
      status: 'open',
      startedBy: null,
      accepted: null,
      person: null,
      since: LATER,
    });
    expect(X02).toMatchObject({ titleVi: 'Tên mới', accepted: COM });
  });

  test('a task becomes a rehearsal by it', () => {
    const version = communeWith({ X17: { rehearsal: 'practice' } });
    const world = publishedWorld(version);
    const { changed } = previewAdoption(given(exercise, COMMUNE, communeOnFirst, world).state, 2, world);
    expect(changed.map(({ task, fields }) => [task, fields.map(({ field }) => field)])).toEqual([
      ['X17', ['rehearsal']],
    ]);
    expect(adopted(version).tasks.X17?.rehearsal).toBe('practice');
  });

  test('that was retired is refused, and there is nothing to preview before there is a plan', () => {
    const state = send(
      COMMUNES,
      send(
        COMMUNES,
        publishedCommune(communeWith({}), communeWith({})),
        step(SA, EARLY, { type: 'RetireTemplateVersion', version: 2, reason: 'x' }),
      ).state,
      step(SA, EARLY, { type: 'RetireTemplateVersion', version: 1, reason: 'x' }),
    ).state;
    const world = knowing([COMMUNES, state]);
    const file = given(exercise, COMMUNE, communeOnFirst).state;
    expect(refusalOf(() => previewAdoption(file, 2, world))).toMatchObject({
      ...{ code: 'template-retired', params: { id: 'commune', version: 2 } },
    });
    const draft = given(exercise, COMMUNE, draftedCommune).state;
    expect(refusalOf(() => previewAdoption(draft, 2, world))).toMatchObject({
      ...{ code: 'exercise-not-active', params: { phase: 'draft' } },
    });
  });
});

describe('a checklist', () => {
  const task = (code: string, ...after: string[]) =>
    ({ code, after, offset: { anchor: 'T', days: -9 }, gate: 'G4' }) as const;
  const listOf = (...tasks: ReturnType<typeof task>[]) => ({
    tasks: Object.fromEntries(tasks.map((each) => [each.code, each])),
    gates: [],
  });

  test('is not blamed for the faults it had', () => {
    const before = listOf(task('X01', 'X09'), task('X02'));
    expect(
      newFaults(before, listOf(task('X01', 'X09'), task('X02', 'X01'))).filter(({ kind }) => kind !== 'dead-task'),
    ).toEqual([]);
    expect(() => requireSound(before, before)).not.toThrow();
    expect(() => requireSound(before, listOf(task('X01', 'X09'), task('X02', 'X08')))).toThrow('task-unknown');
  });

  test('without a task has its heirs wait for what that one waited for, once each', () => {
    const { tasks } = listOf(
      task('X01'),
      task('X02', 'X01'),
      task('X03', 'X01', 'X02'),
      task('X04', 'X02', 'X03'),
      task('X05', 'X04'),
    );
    const after = (left: typeof tasks) => Object.values(left).map((each) => `${each.code}:${each.after}`);
    expect(after(without(tasks, ['X02']))).toEqual(['X01:', 'X03:X01', 'X04:X01,X03', 'X05:X04']);
    expect(after(without(tasks, ['X02', 'X04']))).toEqual(['X01:', 'X03:X01', 'X05:X01,X03']);
    expect(without(tasks, ['X77'])).toBe(tasks);
  });
});

describe('who holds a task', () => {
  test('stays accepted when it is handed to the one who accepted it', () => {
    const accept = step(COM, EARLY, { type: 'AcceptTask', task: 'X02' });
    const over = (person: string) => step(COM, LATER, { type: 'HandOverTask', task: 'X02', person });
    const file = (...steps: Step[]) => given(exercise, COMMUNE, [...communeOnFirst, ...steps]).state.tasks.X02;
    expect(file(accept, over(COM.person))).toMatchObject({ person: COM.person, accepted: COM });
    expect(file(accept, over('nv-7'))).toMatchObject({ person: 'nv-7', accepted: null });
    expect(file(over('nv-7'))).toMatchObject({ person: 'nv-7', accepted: null });
  });

  test('each proof says what became of it', () => {
    const [submitted, verified] = done('X01');
    if (!submitted || !verified) throw new Error('a task is done in two steps');
    const back = step(SA, EARLY, { type: 'ReturnTask', task: 'X01', reason: 'thiếu' });
    const { tasks } = given(exercise, COMMUNE, [...communeOnFirst, submitted, back, submitted, verified]).state;
    expect(tasks.X01?.submissions.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['returned', 'thiếu'],
      ['verified', null],
    ]);
  });
});

describe('an issue', () => {
  const held = (rehearsal: string, of: string) =>
    step(DB, EARLY, { type: 'HoldRehearsal', rehearsal, step: of, date: '2026-10-06' });
  const raised = {
    type: 'RaiseIssue',
    issue: 'V1',
    rehearsal: 'LT2',
    text: 'x',
    owner: 'tan-thanh.POL',
    due: '2026-10-20',
  };

  test('belongs to the rehearsal that showed it', () => {
    const past = [held('LT1', 'practice'), held('LT2', 'finalRehearsal'), step(DB, EARLY, raised)];
    expect(given(exercise, COMMUNE, [...communeOnFirst, ...past]).state.issues).toMatchObject([
      { rehearsal: 'LT2', step: 'finalRehearsal', raisedAt: EARLY },
    ]);
  });

  test('is not raised, and nothing rehearsed, in a draft', () => {
    for (const command of [held('LT1', 'practice').command, raised])
      given(exercise, COMMUNE, draftedCommune)
        .when(CMC, EARLY, command)
        .thenRefused('exercise-not-active', { phase: 'draft' });
  });
});
