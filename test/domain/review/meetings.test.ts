/** What the meetings of a review leave behind: debrief, conference, lessons, proposals, awards. */
import { describe, expect, test } from '@jest/globals';
import type { Command } from '../../support/domain.ts';
import { by, CMC, DB, file, finished, found, NOW, paper, SB } from './case.ts';

const debrief = { type: 'RecordDebrief', date: '2027-04-14', points: [{ kind: 'limit', text: 'báo cáo chậm' }] };
const held = { type: 'HoldReview', date: '2027-04-23', minutes: paper };
const lesson = { type: 'RecordLesson', lesson: 'L1', text: 'Phúc tra trước khi phát lệnh', finding: 'F1' };
const proposal = { type: 'RecordProposal', proposal: 'P1', text: 'Cấp máy', owner: 'tam-ky.SA', due: '2027-12-31' };
const award = {
  type: 'RecordAward',
  award: 'W1',
  kind: 'collective',
  form: 'Giấy khen',
  authority: 'Chủ tịch UBND',
  paper,
  count: 2,
  recipients: ['tan-thanh.COM', 'tan-thanh.HEA'],
};

describe('the meetings', () => {
  test('the hot debrief and the conference are each put on file once, not before they were held', () => {
    file()
      .when(CMC, NOW, debrief)
      .thenExactly({ ...debrief, type: 'DebriefRecorded', minutes: null });
    file()
      .when(DB, NOW, held)
      .thenExactly({ ...held, type: 'ReviewHeld' });
    file(by(CMC, debrief)).when(CMC, NOW, debrief).thenRefused('debrief-recorded', { date: '2027-04-14' });
    file(by(DB, held)).when(DB, NOW, held).thenRefused('review-held', { date: '2027-04-23' });
    file()
      .when(CMC, NOW, { ...debrief, date: '2027-04-24' })
      .thenRefused('paper-from-the-future');
    file()
      .when(CMC, NOW, { ...held, minutes: { ...paper, date: '2027-04-24' } })
      .thenRefused('paper-from-the-future');
    file(...finished)
      .when(DB, NOW, held)
      .thenRefused('review-phase', { phase: 'finished', what: 'HoldReview' });
  });

  test('lessons are drawn from findings, proposals have an owner and a day', () => {
    file(found)
      .when(DB, NOW, lesson)
      .thenExactly({ ...lesson, type: 'LessonRecorded' });
    file().when(DB, NOW, lesson).thenRefused('finding-unknown', { finding: 'F1' });
    const one = file(found, by(DB, lesson), by(DB, proposal));
    one.when(DB, NOW, lesson).thenRefused('number-taken', { number: 'L1' });
    one.when(DB, NOW, { ...lesson, lesson: 'L2', finding: 'F2' }).thenRefused('finding-unknown', { finding: 'F2' });
    for (const next of [
      { type: 'RecordLesson', lesson: 'L2', text: 'Tập huấn sớm' },
      { ...lesson, lesson: 'L2' },
    ])
      one.when(DB, NOW, next).thenExactly({ finding: null, ...next, type: 'LessonRecorded' } as Command);
    one
      .when(DB, NOW, { ...proposal, proposal: 'P2', to: 'Quân khu' })
      .thenExactly({ ...proposal, proposal: 'P2', to: 'Quân khu', type: 'ProposalRecorded' });
    file()
      .when(DB, NOW, proposal)
      .thenExactly({ ...proposal, type: 'ProposalRecorded', to: null });
    file()
      .when(DB, NOW, { ...proposal, due: '2027-04-23' })
      .thenRefused('due-passed', { due: '2027-04-23' });
    file(by(DB, proposal)).when(DB, NOW, proposal).thenRefused('number-taken', { number: 'P1' });
  });

  test('awards are counted; who receives them is a body or an opaque reference, never a name', () => {
    file()
      .when(SB, NOW, award)
      .thenExactly({ ...award, type: 'AwardRecorded' });
    const { recipients: _, ...counted } = award;
    file()
      .when(SB, NOW, { ...counted, count: 32, kind: 'individual' })
      .thenExactly({
        ...counted,
        count: 32,
        kind: 'individual',
        recipients: [],
        type: 'AwardRecorded',
      });
    file()
      .when(SB, NOW, { ...award, recipients: ['Nguyễn Văn A'] })
      .thenInvalid();
    file()
      .when(SB, NOW, { ...award, count: 1 })
      .thenRefused('award-count', { count: 1, recipients: 2 });
    file(by(SB, award)).when(SB, NOW, award).thenRefused('number-taken', { number: 'W1' });
    file(by(SB, award))
      .when(SB, NOW, { ...award, award: 'W2' })
      .thenExactly({ ...award, award: 'W2', type: 'AwardRecorded' });
    file(...finished)
      .when(SB, NOW, { ...award, paper: { ...paper, date: '2027-04-24' } })
      .thenRefused('paper-from-the-future');
    expect(file(...finished, by(SB, award)).state.awards).toHaveLength(1);
  });
});
