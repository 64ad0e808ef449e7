/** Every refusal in words: `UPDATE=1 npm test -- test/domain/labels/refusals` writes `refusals.txt` anew, to be read. */
import { expect, test } from '@jest/globals';
import { explain, type Rejection } from '../../../domain/rejection.ts';
import { OCCURRENCES } from '../exercise/occurrences.ts';
import { expectAsWritten } from './golden.ts';
import { namesIn } from './names.ts';

const BY_CODE = Object.entries(OCCURRENCES).sort(([a], [b]) => (a < b ? -1 : 1));

const told = (code: string, rejection: Rejection): string => {
  const [vi, en] = [explain(rejection, 'vi', namesIn('vi')), explain(rejection, 'en', namesIn('en'))];
  return `${code} (${rejection.kind})\n  ${vi.what} ${vi.who}\n  ${en.what} ${en.who}`;
};

test('every refusal is told in Vietnamese and in English as refusals.txt says', () => {
  const blocks = BY_CODE.map(([code, occur]) => told(code, occur()));
  expectAsWritten(new URL('./refusals.txt', import.meta.url), `${blocks.join('\n\n')}\n`);
});

test.each(BY_CODE)('%s names no command, field, body or day in code', (_, occur) => {
  const [, ...sentences] = told('', occur()).split('\n');
  expect(sentences.join('\n')).not.toMatch(
    /[{}]|\b[a-z]+[A-Z]\w*|\b[A-Z][a-z]+[A-Z]\w*|\w\.[A-Z]{2,}\b|\d{4}-\d{2}-\d{2}/,
  );
});
