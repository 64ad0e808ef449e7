/** What a review report says where things went wrong: short, unexplained, exempt, returned, adjusted, late. */
import { expect, test } from '@jest/globals';
import { type PaperDocument, type ProgrammeSources, programmeReview } from '../../documents/index.ts';
import type { Fact } from '../../domain/decider.ts';
import { NO_ORGANISATION } from '../../domain/organisation/state.ts';
import { SYSTEM } from '../../domain/people.ts';
import { type ProgrammeEvent, type ProgrammeState, programme } from '../../domain/programme/index.ts';
import { EntityId } from '../../domain/streams.ts';
import { dayOf } from '../../domain/time.ts';
import { key, MPC, MPC_HEAD, on, SA, STREAM, signed } from '../domain/programme/case.ts';
import { knowing, type Step, send } from '../support/domain.ts';

const report = (day: string, values: readonly object[], evidence = '88/BC-BCH'): Step =>
  on(day, SA, { type: 'ReportValues', values, evidence, reason: 'Báo lại' });
const year = (indicator: string, numerator: number, denominator: number) => ({
  ...key(indicator, '2022'),
  ...{ numerator, denominator },
});

const past: readonly Step[] = [
  ...signed,
  report('2022-12-15', [year('PH1', 900, 1000), year('PH2', 3, 2)]),
  on('2022-12-16', MPC, { type: 'VerifyValues', values: [key('PH1', '2022')] }),
  on('2022-12-16', MPC, { type: 'ReturnValues', values: [key('PH2', '2022')], reason: 'Thiếu danh sách' }),
  on('2023-06-15', SYSTEM, { type: 'ObserveTime' }),
  on('2023-06-15', SA, { type: 'SubmitContribution', review: 'midTerm', text: 'Do thiếu giường điều trị.' }, 10),
];
const meeting = { number: '30/BB-HN', date: '2023-06-15', issuer: 'Ban CHQS' };
const held: readonly Step[] = [
  ...past,
  report('2023-06-15', [{ ...key('PH1', '2023'), numerator: 940, denominator: 1000 }]),
  on('2023-06-15', MPC, { type: 'VerifyValues', values: [key('PH1', '2023')] }, 11),
  on(
    '2023-06-15',
    SA,
    {
      type: 'HoldProgrammeReview',
      review: 'midTerm',
      date: '2023-06-15',
      minutes: meeting,
      conclusion: 'Phải tăng cường.',
    },
    12,
  ),
  on(
    '2023-06-15',
    SA,
    {
      type: 'RecordRecommendation',
      review: 'midTerm',
      recommendation: 'K1',
      text: 'Bổ sung giường',
      owner: 'tam-ky.HEA',
      due: '2023-06-30',
    },
    13,
  ),
  on('2023-06-16', MPC_HEAD, {
    type: 'ChangeTarget',
    indicator: 'PH1',
    column: '2023',
    target: 90,
    reason: 'Sát thực tế',
    review: 'midTerm',
  }),
];
/** What came after the meeting must not reach its figures. */
const since: readonly Step[] = [
  ...held,
  report('2023-07-03', [{ ...key('PH1', '2023'), numerator: 990, denominator: 1000 }], '99/BC-BCH'),
  on('2023-07-04', MPC, { type: 'VerifyValues', values: [key('PH1', '2023')] }),
];

const sourcesOf = (steps: readonly Step[]): ProgrammeSources => {
  let state: ProgrammeState = programme.initial;
  const facts: Fact<ProgrammeEvent>[] = [];
  for (const each of steps) {
    const done = send(STREAM, state, each, knowing());
    state = done.state as unknown as ProgrammeState; // of this stream
    facts.push(...(done.facts as unknown as Fact<ProgrammeEvent>[]));
  }
  const last = facts.at(-1);
  if (!last) throw new Error('nothing happened');
  return {
    id: EntityId.parse('phoi-hop-2021'),
    facts,
    organisation: NO_ORGANISATION,
    at: last.at,
    day: dayOf(last.at),
  };
};

const wordsOf = ({ body }: PaperDocument): string =>
  body
    .map((block) => (block.kind === 'table' ? block.rows.map((row) => row.join(' | ')).join('\n') : String(block.text)))
    .join('\n');
const said = (steps: readonly Step[]): string => wordsOf(programmeReview(sourcesOf(steps), 'midTerm', null));

test('while it is open it stands on the figures so far and names who has not reported', () => {
  const words = said(past);
  expect(words).toContain('chưa chốt');
  expect(words).toContain('Chưa gửi báo cáo');
  expect(words).not.toContain('Kết luận hội nghị');
});

test('what fell short stands with its result and what its owner said', () => {
  const words = said(held.slice(0, -1));
  expect(words).toContain('PH1. Quân số khỏe');
  expect(words).toContain('Do thiếu giường điều trị');
  expect(words).toContain('Kết luận hội nghị: Phải tăng cường.');
  expect(words).toContain('1 | K1. Bổ sung giường. | ');
});

test('once it was held its figures are those of the meeting; work and targets go on', () => {
  const words = said(since);
  expect(words).toContain('940/1.000');
  expect(words).not.toContain('990/1.000');
  expect(words).toContain('Năm 2023 | – | ≥ 90% | Sát thực tế');
  expect(words).toContain('quá hạn');
});
