import { describe, expect, test } from '@jest/globals';
import { formatOffset } from '../../../domain/calendar/index.ts';
import { exercise } from '../../../domain/exercise/index.ts';
import {
  CITY_TEMPLATE,
  COMMUNE_TEMPLATE,
  checkTemplate,
  differenceOf,
  latestOf,
  type Template,
  type TemplateContent,
  templatesOf,
  versionOf,
} from '../../../domain/template/index.ts';
import { type TemplateState, template } from '../../../domain/template/stream.ts';
import { given, head, member, step } from '../../support/domain.ts';
import { CMC, draftedCommune, EARLY, MPC, POL, paper, planCommune, SA } from '../exercise/season.ts';
import { COMMUNES, communeWith, contentOf, publish, publishedCommune, publishedWorld, row } from './support.ts';

const retire = (version: number) => ({ type: 'RetireTemplateVersion', version, reason: 'đã có bản mới' });
const second = communeWith({ X17: null, X19: { after: ['X18'] }, X14: { owner: 'CMC' } }, [row('X25', { gate: 'G4' })]);
const published = given(template, COMMUNES, [step(SA, EARLY, publish(second))]);
const versions = (...contents: readonly TemplateContent[]): TemplateState =>
  publishedCommune(...contents) as TemplateState; // of the stream of a template

describe('publishing a version', () => {
  test('the standing agency publishes the next number, with its reason and paper', () => {
    given(template, COMMUNES, [])
      .when(MPC, EARLY, { ...publish(second), paper: paper() })
      .thenExactly({
        type: 'TemplatePublished',
        template: { id: 'commune', version: 2, ...second },
        basedOn: 1,
        reason: 'rút kinh nghiệm mùa trước',
        paper: paper(),
      });
    for (const by of [POL, head('tam-ky.SB'), member('tan-thanh.CMC')])
      given(template, COMMUNES, []).when(by, EARLY, publish(second)).thenRefused('not-your-body');
  });

  test('nobody publishes over a version he has not seen', () => {
    published.when(SA, EARLY, publish(second, 1)).thenRefused('template-outdated', { basedOn: 1, latest: 2 });
    given(template, 'template/dan-quan', [])
      .when(SA, EARLY, publish(second, 1))
      .thenRefused('template-outdated', { latest: 0 });
    const fresh = given(template, 'template/dan-quan', [step(SA, EARLY, publish(second, 0))]);
    expect(latestOf('dan-quan', fresh.state)).toMatchObject({ id: 'dan-quan', version: 1 });
  });

  test('every fault refuses it: circle, unknown predecessor, gates, sheet', () => {
    const faulty = (content: typeof second, ...faults: string[]) =>
      given(template, COMMUNES, []).when(SA, EARLY, publish(content)).thenRefused('template-faulty', { faults });
    faulty(communeWith({ X24: { after: ['X99'] } }), 'unknown-predecessor X24 X99', 'dead-task X24');
    faulty(
      communeWith({ X06: { gate: 'G1' } }),
      'predecessor-in-later-gate X06 X05',
      'gate-task-not-last G1 X02',
      'gate-task-not-last G3 X06',
    );
    faulty({ ...second, scoreSheet: { ...second.scoreSheet, cap: 'splendid' } }, 'cap-unknown splendid');
    faulty(
      { ...second, ladder: { ...second.ladder, rungs: [...second.ladder.rungs, ...second.ladder.rungs.slice(0, 1)] } },
      'rung-twice before7',
    );
  });

  test('a gate that carries the lifecycle may not be missing, and none twice', () => {
    const without = { ...second, gates: second.gates.filter(({ code }) => code !== 'G6') };
    expect(
      checkTemplate({ id: 'x', version: 1, ...without, tasks: without.tasks.filter(({ gate }) => gate !== 'G6') }),
    ).toContainEqual({
      kind: 'gate-missing',
      gate: 'G6',
    });
    const [first] = second.gates;
    if (!first) throw new Error('the template has gates');
    expect(checkTemplate({ id: 'x', version: 1, ...second, gates: [...second.gates, first] })).toContainEqual({
      kind: 'gate-twice',
      gate: 'G0',
    });
  });

  test('what the store cannot keep, and what is no template, is not read', () => {
    for (const wrong of [
      { ...second, nameVi: '' },
      { ...second, nameVi: 'a\u0000' },
      { ...second, more: 1 },
      { ...second, ladder: { ...second.ladder, quiet: [{ from: '2027-02-04', to: '2027-02-10', reason: '\ud800' }] } },
    ])
      given(template, COMMUNES, []).when(SA, EARLY, publish(wrong)).thenInvalid();
  });
});

describe('which version an exercise starts from', () => {
  const plan = (more: object = {}) => ({ ...planCommune, ...more });
  const commune = given(exercise, 'exercise/tan-thanh-2027', draftedCommune, publishedWorld(second));
  const stands = (more: object, world = publishedWorld(second)) =>
    given(exercise, 'exercise/tan-thanh-2027', [...draftedCommune, step(CMC, EARLY, plan(more))], world).state;

  test('the newest in force, or the one asked for; it keeps it whatever is published later', () => {
    expect(stands({}).template).toEqual({ id: 'commune', version: 2 });
    expect([stands({}).tasks.X17, stands({}).tasks.X25?.code, stands({}).tasks.X14?.owner]).toEqual([
      undefined,
      'X25',
      'tan-thanh.CMC',
    ]);
    expect(stands({ template: { id: 'commune', version: 1 } }).tasks.X17?.code).toBe('X17');
    expect(stands({}, publishedWorld()).template).toEqual({ id: 'commune', version: 1 });
  });

  test('a version that is retired, unknown or of another type is refused', () => {
    commune.when(CMC, EARLY, plan({ template: { id: 'commune', version: 7 } })).thenRefused('template-unknown');
    commune.when(CMC, EARLY, plan({ template: { id: 'city', version: 1 } })).thenRefused('template-not-for-type');
    const retired = given(template, COMMUNES, [step(SA, EARLY, publish(second)), step(SA, EARLY, retire(2))]);
    expect(latestOf('commune', retired.state)?.version).toBe(1);
    expect(versionOf('commune', retired.state, 2).retired).toMatchObject({ reason: 'đã có bản mới' });
  });

  test('one version stays in force', () => {
    published
      .when(SA, EARLY, retire(1))
      .thenExactly({ type: 'TemplateVersionRetired', retired: 1, reason: 'đã có bản mới' });
    published.when(SA, EARLY, retire(9)).thenRefused('template-unknown', { version: 9 });
    given(template, COMMUNES, [step(SA, EARLY, publish(second)), step(SA, EARLY, retire(1))])
      .when(SA, EARLY, retire(2))
      .thenRefused('template-last-version');
  });

  test('the shipped version is always among them', () => {
    expect(templatesOf('commune', versions(second)).map(({ template: { version } }) => version)).toEqual([1, 2]);
    expect(templatesOf('city', null).map(({ template: each }) => each)).toEqual([CITY_TEMPLATE]);
    expect(templatesOf('nowhere', null)).toEqual([]);
  });
});

describe('the difference between two versions', () => {
  test('names what was added, dropped and changed, field by field', () => {
    const next: Template = { id: 'commune', version: 2, ...second };
    const { added, dropped, changed, gates, ladder, scoreSheet } = differenceOf(COMMUNE_TEMPLATE, next);
    expect([added.map(({ code }) => code), dropped.map(({ code }) => code)]).toEqual([['X25'], ['X17']]);
    expect(changed).toEqual([
      { code: 'X14', fields: [{ field: 'owner', from: 'POL', to: 'CMC' }] },
      { code: 'X19', fields: [{ field: 'after', from: 'X17, X18', to: 'X18' }] },
    ]);
    expect([gates, ladder, scoreSheet]).toEqual([[], null, null]);
  });

  test('a version differs from itself in nothing, and both ways are each other turned round', () => {
    const next: Template = { id: 'commune', version: 2, ...second };
    const none = { added: [], dropped: [], changed: [], gates: [], ladder: null, scoreSheet: null };
    expect(differenceOf(next, next)).toEqual(none);
    expect(differenceOf(next, COMMUNE_TEMPLATE).added).toEqual(differenceOf(COMMUNE_TEMPLATE, next).dropped);
    const later = { ...contentOf(COMMUNE_TEMPLATE), ladder: { ...COMMUNE_TEMPLATE.ladder, hour: 7 } };
    expect(differenceOf(COMMUNE_TEMPLATE, { id: 'commune', version: 3, ...later }).ladder?.to.hour).toBe(7);
  });

  test('the rehearsals and the rule of compressed runs are data of the shipped templates', () => {
    const holds = ({ tasks }: Template) =>
      tasks.filter((task) => task.rehearsal).map((task) => `${task.code} ${task.rehearsal}`);
    expect(holds(CITY_TEMPLATE)).toEqual(['C27 practice', 'C30 trialRun', 'C32 finalRehearsal']);
    expect(holds(COMMUNE_TEMPLATE)).toEqual(['X18 practice', 'X19 trialRun']);
    expect([CITY_TEMPLATE.compressed, COMMUNE_TEMPLATE.compressed]).toEqual([
      null,
      { leastWorkingDays: 25, keepLast: 5 },
    ]);
    expect(formatOffset(COMMUNE_TEMPLATE.tasks[0]?.due ?? { anchor: 'T', days: 0 })).toBe('T-60');
  });
});
