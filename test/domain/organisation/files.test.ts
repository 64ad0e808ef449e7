/** Which files a reform concerns: those that name a body or a locality that ended, wherever in the file it stands. */
import { expect, test } from '@jest/globals';
import type { Folded } from '../../../domain/decider.ts';
import { filesNaming } from '../../../domain/organisation/files.ts';
import { knowing } from '../../support/domain.ts';

test.each<[where: string, file: object, concerned: boolean]>([
  ['a body as the owner of a task', { tasks: { C01: { owner: 'tam-ky.SA' } } }, true],
  ['a body in a list', { readers: ['da-nang.PC', 'tam-ky.SA'] }, true],
  ['a body as a key', { owners: { 'tam-ky.SA': 'x' } }, true],
  ['a locality as a value', { orgUnit: 'an-son' }, true],
  ['a locality as a key', { rows: { 'an-son': { present: 5 } } }, true],
  ['a body of a locality that ended', { keeper: 'an-son.CMC' }, true],
  ['another body of the locality', { tasks: { C01: { owner: 'tam-ky.PC' } } }, false],
  ['a longer name', { orgUnit: 'an-son-dong', keeper: 'an-son.CMC.2' }, false],
  ['figures, nothing and yes or no', { count: 5, note: null, paused: false, last: undefined }, false],
  ['an empty file', {}, false],
])('%s', (_, file, concerned) => {
  const context = knowing(['exercise/x', file as Folded]);
  expect(filesNaming(context, new Set(['tam-ky.SA', 'an-son']))).toEqual(concerned ? ['exercise/x'] : []);
});

test('they come in the order of their ids', () => {
  const file = { orgUnit: 'an-son' } as unknown as Folded;
  const context = knowing(['review/b', file], ['exercise/c', {} as Folded], ['drill/a', file], ['exercise/a', file]);
  expect(filesNaming(context, new Set(['an-son']))).toEqual(['drill/a', 'exercise/a', 'review/b']);
});
