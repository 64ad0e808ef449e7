/** Every event in words: `UPDATE=1 npm test -- test/domain/labels/sentences` writes `sentences.txt` anew, to be read. */
import { expect, test } from '@jest/globals';
import type { Fact } from '../../../domain/decider.ts';
import { type ProductEvent, sentenceOf } from '../../../domain/labels/events.ts';
import { DRILL_FACTS } from './facts-drill.ts';
import { EXERCISE_FACTS } from './facts-exercise.ts';
import { CALENDAR_FACTS, ORGANISATION_FACTS, TEMPLATE_FACTS } from './facts-organisation.ts';
import { PROGRAMME_FACTS } from './facts-programme.ts';
import { REGISTER_FACTS } from './facts-register.ts';
import { REVIEW_FACTS } from './facts-review.ts';
import { ROLL_OUT_FACTS } from './facts-rollout.ts';
import { expectAsWritten } from './golden.ts';
import { namesIn } from './names.ts';
import { type Facts, factsOf } from './plain.ts';

/** TypeScript refuses the table while any event of the product is missing. */
const ALL: Facts<ProductEvent> = {
  ...ORGANISATION_FACTS,
  ...CALENDAR_FACTS,
  ...TEMPLATE_FACTS,
  ...EXERCISE_FACTS,
  ...DRILL_FACTS,
  ...REVIEW_FACTS,
  ...PROGRAMME_FACTS,
  ...ROLL_OUT_FACTS,
  ...REGISTER_FACTS,
};
const BY_TYPE = Object.entries(Object.groupBy(factsOf(ALL), ({ type }) => type));

const told = (type: string, facts: readonly Fact<ProductEvent>[]): string =>
  [
    type,
    ...facts.flatMap((fact) => [
      `  ${sentenceOf(fact, namesIn('vi'), 'vi')}`,
      `  ${sentenceOf(fact, namesIn('en'), 'en')}`,
    ]),
  ].join('\n');

test('every event is told in Vietnamese and in English as sentences.txt says', () => {
  const blocks = BY_TYPE.map(([type, facts = []]) => told(type, facts));
  expectAsWritten(new URL('./sentences.txt', import.meta.url), `${blocks.join('\n\n')}\n`);
});

test.each(BY_TYPE)('%s is told by names, without gaps', (type, facts = []) => {
  expect(told(type, facts)).not.toMatch(
    /undefined|null|NaN|\[object|[{}]|\S {2,}|: *$|\b(tam-ky|tan-thanh|an-son)\b|\w\.[A-Z]{2,}\b/m,
  );
});
