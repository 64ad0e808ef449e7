/** Every event in words: `UPDATE=1 npm test -- test/domain/labels/sentences` writes `sentences.txt` anew, to be read. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type ProductEvent, sentenceOf } from '../../../domain/labels/events.ts';
import { DRILL_FACTS } from './facts-drill.ts';
import { EXERCISE_FACTS } from './facts-exercise.ts';
import { CALENDAR_FACTS, ORGANISATION_FACTS, TEMPLATE_FACTS } from './facts-organisation.ts';
import { REVIEW_FACTS } from './facts-review.ts';
import { namesIn } from './names.ts';
import { type Facts, factsOf } from './plain.ts';

const FILE = new URL('./sentences.txt', import.meta.url);
/** TypeScript refuses the table while any event of the product is missing. */
const ALL: Facts<ProductEvent> = {
  ...ORGANISATION_FACTS,
  ...CALENDAR_FACTS,
  ...TEMPLATE_FACTS,
  ...EXERCISE_FACTS,
  ...DRILL_FACTS,
  ...REVIEW_FACTS,
};
const [VI, EN] = [namesIn('vi'), namesIn('en')];
const blocks = Object.entries(Object.groupBy(factsOf(ALL), ({ type }) => type)).map(([type, facts = []]) =>
  [type, ...facts.map((fact) => `  ${sentenceOf(fact, VI, 'vi')}\n  ${sentenceOf(fact, EN, 'en')}`)].join('\n'),
);

test('every event is told in Vietnamese and in English as sentences.txt says', () => {
  const said = `${blocks.join('\n\n')}\n`;
  if (process.env.UPDATE) writeFileSync(FILE, said);
  expect(said.split('\n')).toEqual(readFileSync(FILE, 'utf8').split('\n'));
});

test.each(blocks.map((block) => [block.split('\n')[0], block]))('%s tells nothing in code', (_, block) => {
  expect(block).not.toMatch(/undefined|null|NaN|\[object|[{}]| {2,}\S.* {2}|\b(tam-ky|tan-thanh|an-son)\b(?!-)/);
});
