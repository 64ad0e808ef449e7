/** Who may score which domain. */
import { describe, test } from '@jest/globals';
import { member } from '../../support/domain.ts';
import { by, DB, DB_HEAD, file, fileWith, NOW, SB, score, umpire } from './case.ts';

describe('who may score', () => {
  test('a member of the body whose work a domain judges never scores it', () => {
    const judged = { scoredBodies: { support: ['tam-ky.DB'] } };
    fileWith(judged)
      .when(DB, NOW, score('support', 9))
      .thenRefused('interested-scorer', { domain: 'support', person: DB.person, body: 'tam-ky.DB' });
    fileWith(judged)
      .when(SB, NOW, score('support', 9))
      .thenExactly({ type: 'ScoreRecorded', domain: 'support', points: 9 });
    file()
      .when(SB, NOW, { type: 'SetScoredBodies', domain: 'safety', bodies: ['tam-ky.DB'], reason: 'chỉ huy thực binh' })
      .thenExactly({ type: 'ScoredBodiesSet', domain: 'safety', bodies: ['tam-ky.DB'], reason: 'chỉ huy thực binh' });
  });

  test('nor does a person who acted for that body in the exercise, whatever body he speaks for now', () => {
    const members = { 'tan-thanh.SUP': ['an'] };
    fileWith({ members })
      .when(umpire('an'), NOW, score('support', 9))
      .thenRefused('interested-scorer', { person: 'an', body: 'tan-thanh.SUP' });
    fileWith({ members })
      .when(umpire('an'), NOW, score('documents', 9))
      .thenExactly({ type: 'ScoreRecorded', domain: 'documents', points: 9 });
  });

  test('scorers may be named for a domain from any body but those judged; then only they score it', () => {
    const assign = (person: string, body: string) => ({
      type: 'AssignScorers',
      domain: 'mobilisation',
      scorers: [{ person, body }],
    });
    file()
      .when(DB_HEAD, NOW, assign('ha', 'tam-ky.SA'))
      .thenRefused('interested-scorer', { domain: 'mobilisation', body: 'tam-ky.SA' });
    file().when(DB, NOW, assign('ha', 'tam-ky.POL')).thenRefused('head-only');
    const named = file(by(DB_HEAD, assign('ha', 'tam-ky.POL')));
    named.when(DB, NOW, score('mobilisation', 9)).thenRefused('scorer-not-named', { scorers: ['ha'] });
    named.when(member('tam-ky.POL', 'nam'), NOW, score('mobilisation', 9)).thenRefused('scorer-not-named');
    named.when(member('tam-ky.SA', 'ha'), NOW, score('mobilisation', 9)).thenRefused('scorer-not-named');
    const two = [
      { person: 'ha', body: 'tam-ky.POL' },
      { person: 'nam', body: 'tam-ky.FIN' },
    ];
    file(by(DB_HEAD, { type: 'AssignScorers', domain: 'mobilisation', scorers: two }))
      .when(member('tam-ky.FIN', 'nam'), NOW, score('mobilisation', 9))
      .thenExactly({ type: 'ScoreRecorded', domain: 'mobilisation', points: 9 });
    named
      .when(member('tam-ky.POL', 'ha'), NOW, score('mobilisation', 9))
      .thenExactly({ type: 'ScoreRecorded', domain: 'mobilisation', points: 9 });
    for (const type of ['AssignScorers', 'SetScoredBodies'])
      file().when(SB, NOW, { type, domain: 'morale', scorers: [], bodies: [], reason: 'x' }).thenInvalid();
    file()
      .when(SB, NOW, { type: 'AssignScorers', domain: 'morale', scorers: [] })
      .thenRefused('not-on-sheet', { part: 'morale' });
    file()
      .when(SB, NOW, { type: 'SetScoredBodies', domain: 'morale', bodies: [], reason: 'x' })
      .thenRefused('not-on-sheet', { part: 'morale' });
  });

  test('the head of the board settles only what two scorers left too far apart, and then it stands', () => {
    const settle = { type: 'SettleScore', domain: 'leadership', points: 18, reason: 'xem băng ghi' };
    file().when(SB, NOW, settle).thenRefused('settle-without-scores', { have: 0, need: 2 });
    const near = [by(umpire('a'), score('leadership', 25)), by(umpire('b'), score('leadership', 10))];
    file(...near)
      .when(SB, NOW, settle)
      .thenRefused('settle-without-gap', { domain: 'leadership', gap: 15, largest: 15 });
    const tenths = [by(umpire('a'), score('leadership', 16.1)), by(umpire('b'), score('leadership', 1.1))];
    file(...tenths)
      .when(SB, NOW, settle)
      .thenRefused('settle-without-gap', { domain: 'leadership', gap: 15, largest: 15 });
    const apart = [by(umpire('a'), score('leadership', 25)), by(umpire('b'), score('leadership', 9))];
    file(...apart, by(SB, settle))
      .when(umpire('a'), NOW, score('leadership', 20))
      .thenRefused('score-settled', { domain: 'leadership' });
  });
});
