/** Who may ask what of a review, and until when. */
import { describe, expect, test } from '@jest/globals';
import { type OrganisationState, organisation } from '../../../domain/organisation/index.ts';
import { review } from '../../../domain/review/index.ts';
import { ORGANISATION, StreamId } from '../../../domain/streams.ts';
import { at, type Command, given, head, knowing, member, refusalOf, type Step, step } from '../../support/domain.ts';
import {
  by,
  CMC,
  COM,
  complete,
  DB,
  decideGrade,
  file,
  fileWith,
  finish,
  finished,
  found,
  limit,
  NEXT,
  NOW,
  opened,
  paper,
  plan,
  planned,
  SB,
  STREAM,
  score,
  scored,
  verify,
  waive,
} from './case.ts';

const TOMORROW = '2027-04-24';
const lesson = { type: 'RecordLesson', lesson: 'L1', text: 'Phúc tra sớm' };
const proposal = { type: 'RecordProposal', proposal: 'P1', text: 'Cấp máy', owner: 'tam-ky.SA', due: '2027-12-31' };
const award = {
  type: 'RecordAward',
  award: 'W1',
  kind: 'collective',
  form: 'Giấy khen',
  authority: 'Chủ tịch UBND',
  paper,
  count: 2,
};
/** What the panel may write while the review lasts. */
const WRITTEN: readonly Command[] = [
  { type: 'RecordDebrief', date: '2027-04-14', points: [] },
  { type: 'HoldReview', date: '2027-04-23', minutes: paper },
  { ...limit, finding: 'F2' },
  { type: 'AmendFinding', finding: 'F1', text: 'Giao lệnh rất chậm', reason: 'rà số liệu' },
  { type: 'WithdrawFinding', finding: 'F1', reason: 'ghi trùng' },
  lesson,
  proposal,
  plan,
];
const PANEL = { allowed: ['tam-ky.DB', 'tam-ky.SB', 'tam-ky.SA', 'tan-thanh.SA', 'tan-thanh.CMC'] };
const carry = { type: 'CarryAction', action: 'A1', into: 'tan-thanh-2031', reason: 'chờ kinh phí' };

describe('the panel', () => {
  test('alone writes what the meetings, findings and awards come to', () => {
    const { when } = file(found);
    for (const command of [
      ...WRITTEN,
      award,
      { type: 'RecordIncident', subject: 'people', severity: 'minor', note: 'x' },
    ])
      when(member('tan-thanh.FIN'), NOW, command).thenRefused('not-your-body', PANEL);
  });

  test('writes until the review is finished, and awards until it is closed', () => {
    const graded = [...scored(), by(SB, decideGrade)];
    for (const command of WRITTEN) {
      const { type } = command;
      expect(refusalOf(() => file(found, ...graded, by(DB, command)))).toBeUndefined();
      file(...finished)
        .when(DB, NOW, command)
        .thenRefused('review-phase', { phase: 'finished', what: type });
    }
    expect(file(...finished, by(DB, award)).state.awards).toHaveLength(1);
    file(...graded, by(SB, finish))
      .when(DB, NOW, award)
      .thenRefused('review-phase', { phase: 'closed', what: 'RecordAward' });
  });

  test('is the one that the file of the exercise names', () => {
    const bodies = { directing: 'quang-nam.DB', steering: 'quang-nam.SB', agencies: ['quang-nam.SA'] };
    const own = fileWith({ bodies });
    own
      .when(DB, NOW, limit)
      .thenRefused('not-your-body', { allowed: ['quang-nam.DB', 'quang-nam.SB', 'quang-nam.SA'] });
    own
      .when(member('quang-nam.SA'), NOW, limit)
      .thenExactly({ ...limit, type: 'FindingRecorded', cause: null } as Command);
  });

  test('dates no paper after today', () => {
    const future = { date: TOMORROW, today: '2027-04-23' };
    const late = { ...paper, date: TOMORROW };
    for (const command of [
      { type: 'RecordDebrief', date: TOMORROW, points: [] },
      { type: 'RecordDebrief', date: '2027-04-14', minutes: late, points: [] },
      { type: 'HoldReview', date: '2027-04-23', minutes: late },
      { ...award, paper: late },
      { ...waive, paper: late },
    ])
      file(found, planned).when(SB, NOW, command).thenRefused('paper-from-the-future', future);
  });
});

describe('the head of the steering board', () => {
  const judged = { type: 'SetScoredBodies', domain: 'safety', bodies: ['tam-ky.DB'], reason: 'chỉ huy thực binh' };

  test('alone says whose work a domain judges; the other domains stay as they were', () => {
    file()
      .when(member('tam-ky.SB'), NOW, judged)
      .thenRefused('head-only', { allowed: ['tam-ky.SB'] });
    file()
      .when(head('tam-ky.DB'), NOW, judged)
      .thenRefused('not-your-body', { allowed: ['tam-ky.SB'] });
    const { state, when } = file(by(SB, judged));
    expect(state.scoredBodies).toMatchObject({ safety: ['tam-ky.DB'], mobilisation: ['tam-ky.SA', 'tan-thanh.CMC'] });
    when(DB, NOW, score('safety', 5)).thenRefused('interested-scorer', { domain: 'safety', body: 'tam-ky.DB' });
  });

  test('does not settle the points of a domain that judges his own board', () => {
    const judgesSelf = { ...judged, domain: 'leadership', bodies: ['tam-ky.SB'] };
    const apart = [25, 5].map((points, n) => by(member('tam-ky.DB', `u${n}`), score('leadership', points)));
    const settle = { type: 'SettleScore', domain: 'leadership', points: 18, reason: 'xem băng ghi' };
    file(by(SB, judgesSelf), ...apart)
      .when(SB, NOW, settle)
      .thenRefused('interested-scorer', { domain: 'leadership', body: 'tam-ky.SB' });
  });
});

describe('follow-ups', () => {
  test('are sent by the system, never by a person', () => {
    const meta = { stream: StreamId.parse(STREAM), commandId: 'c', at: NOW, by: DB };
    for (const type of [
      'OpenReview',
      'ObserveTime',
      'NoteIncident',
      'NoteObservation',
      'NoteRetest',
      'NoteCarried',
      'Rehome',
    ])
      expect(refusalOf(() => review.decide({ type } as never, file().state, meta, knowing()))).toMatchObject({
        code: 'system-only',
        params: { type },
      });
  });

  test('that a review does not know are refused by name', () => {
    const meta = { stream: StreamId.parse(STREAM), commandId: 'c', at: NOW, by: DB };
    expect(refusalOf(() => review.decide({ type: 'Dance' } as never, file().state, meta, knowing()))).toMatchObject({
      code: 'command-unknown',
      params: { type: 'Dance' },
    });
  });
});

describe('a closed review', () => {
  test('has no open action and gets none: what was carried on is not taken up in it again', () => {
    const past: Step[] = [
      found,
      by(DB, { ...plan, needsRetest: false }),
      ...scored(),
      by(SB, decideGrade),
      by(DB, finish),
    ];
    const closed = given(review, STREAM, [opened, ...past, by(DB, carry)], knowing(NEXT));
    expect(closed.state).toMatchObject({ phase: 'closed', actions: { A1: { status: 'carried' } } });
    const move = { type: 'MoveActionDue', action: 'A1', due: '2027-12-31', reason: 'chờ số liệu' };
    closed.when(SB, NOW, move).thenRefused('review-phase', { phase: 'closed', what: 'MoveActionDue' });
    closed.when(COM, NOW, complete).thenRefused('review-phase', { phase: 'closed', what: 'CompleteAction' });
    closed.when(CMC, NOW, verify).thenRefused('action-status');
  });
});

describe('where the organisation is entered', () => {
  const unit = (id: string, more: object) => ({ id, nameVi: id, nameEn: id, ...more });
  const entered = (): OrganisationState =>
    given(organisation, ORGANISATION, [
      step(head('tam-ky.SA'), at('2027-01-06'), {
        type: 'EstablishOrganisation',
        orgModel: 'threeTier',
        validFrom: '2020-01-01',
        units: [
          unit('tam-ky', { level: 'district', bodies: ['SA', 'SB', 'DB', 'PC'] }),
          unit('tan-thanh', { level: 'commune', parent: 'tam-ky', bodies: ['COM', 'CMC', 'SUP'] }),
        ],
        holders: [
          { body: 'tan-thanh.SUP', person: 'an' },
          { body: 'tan-thanh.COM', person: 'binh' },
        ],
      }),
    ]).state;
  const world = () => ({ ...knowing(), organisation: entered() });

  test('actions and proposals are given to bodies in force only', () => {
    const day = { body: 'tan-thanh.POL', day: '2027-04-23' };
    const { when } = file(found);
    when(DB, NOW, { ...plan, owner: 'tan-thanh.POL' }, world()).thenRefused('owner-not-in-force', day);
    when(DB, NOW, { ...proposal, owner: 'tan-thanh.POL' }, world()).thenRefused('owner-not-in-force', day);
    when(DB, NOW, proposal, world()).thenExactly({ ...proposal, type: 'ProposalRecorded', to: null } as Command);
  });

  test('who holds a post in a judged body does not score it, whatever body he speaks for', () => {
    const { when } = file();
    const as = (person: string) => member('tam-ky.DB', person);
    when(as('an'), NOW, score('support', 9), world()).thenRefused('interested-scorer', {
      domain: 'support',
      person: 'an',
      body: 'tan-thanh.SUP',
    });
    for (const [person, domain] of [
      ['an', 'documents'],
      ['binh', 'support'],
    ] as const)
      when(as(person), NOW, score(domain, 9), world()).thenExactly({ type: 'ScoreRecorded', domain, points: 9 });
  });
});
