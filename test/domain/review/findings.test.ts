/** Findings: written, corrected, withdrawn. */
import { describe, expect, test } from '@jest/globals';
import {
  by,
  CMC,
  DB,
  decideGrade,
  file,
  finish,
  finished,
  found,
  limit,
  NOW,
  plan,
  planned,
  SB,
  scored,
  waive,
} from './case.ts';

describe('findings', () => {
  const amend = {
    type: 'AmendFinding',
    finding: 'F1',
    text: 'Giao lệnh gọi chậm ở hai khối phố',
    reason: 'rà số liệu',
  };
  const withdraw = { type: 'WithdrawFinding', finding: 'F1', reason: 'ghi trùng' };
  const other = by(DB, { ...limit, finding: 'F2', text: 'Báo cáo chậm', category: 'thông tin' });
  const bare = {
    kind: 'limit',
    cause: null,
    causes: [],
    criterion: null,
    category: null,
    suggestion: null,
    amended: [],
    withdrawn: null,
  };

  test('are corrected with a reason while the review lasts; what was said stays in the history', () => {
    file(found)
      .when(CMC, NOW, amend)
      .thenExactly({ ...amend, type: 'FindingAmended' });
    expect(file(found, other, by(CMC, amend)).state.findings).toEqual([
      { ...bare, id: 'F1', text: 'Giao lệnh gọi chậm ở hai khối phố', amended: ['rà số liệu'] },
      { ...bare, id: 'F2', text: 'Báo cáo chậm', category: 'thông tin' },
    ]);
    file(other).when(CMC, NOW, amend).thenRefused('finding-unknown', { finding: 'F1' });
    file(found, other)
      .when(CMC, NOW, { ...amend, finding: 'F2' })
      .thenExactly({ ...amend, finding: 'F2', type: 'FindingAmended' });
    file(...finished)
      .when(CMC, NOW, amend)
      .thenRefused('review-phase', { phase: 'finished', what: 'AmendFinding' });
  });

  test('that are withdrawn count no more, and need their actions ended first', () => {
    file(found, other, planned)
      .when(CMC, NOW, withdraw)
      .thenRefused('finding-has-actions', { finding: 'F1', actions: ['A1'] });
    file(found, other, planned)
      .when(CMC, NOW, { ...withdraw, finding: 'F2' })
      .thenExactly({ ...withdraw, finding: 'F2', type: 'FindingWithdrawn' });
    file(found, planned, by(SB, waive))
      .when(CMC, NOW, withdraw)
      .thenExactly({ ...withdraw, type: 'FindingWithdrawn' });
    const gone = file(found, by(CMC, withdraw));
    gone.when(CMC, NOW, amend).thenRefused('finding-withdrawn', { finding: 'F1', reason: 'ghi trùng' });
    gone.when(DB, NOW, plan).thenRefused('finding-not-limit', { finding: 'F1' });
    gone.when(DB, NOW, limit).thenRefused('finding-exists', { finding: 'F1' });
  });

  test('need an action before the review is finished only where they are limits that stand', () => {
    const graded = [...scored(), by(SB, decideGrade)];
    const strength = by(DB, { ...limit, finding: 'F3', kind: 'strength' });
    const { when } = file(found, other, strength, planned, ...graded);
    when(DB, NOW, finish).thenRefused('limits-without-action', { findings: ['F2'] });
    file(found, other, strength, planned, by(CMC, { ...withdraw, finding: 'F2' }), ...graded)
      .when(DB, NOW, finish)
      .thenExactly({ type: 'ReviewFinished' });
  });

  test('carry their causes, a criterion of the sheet and a suggestion', () => {
    const full = {
      ...limit,
      causes: [
        { kind: 'subjective', text: 'phân công muộn' },
        { kind: 'objective', text: 'mưa lớn' },
      ],
      criterion: 'mobilisation/orders',
      suggestion: 'Thêm việc phúc tra trước T-20',
    };
    file()
      .when(DB, NOW, full)
      .thenExactly({ ...full, type: 'FindingRecorded', cause: null });
    const { causes, criterion, suggestion } = full;
    expect(file(by(DB, full)).state.findings).toEqual([
      { ...bare, id: 'F1', text: 'Giao lệnh gọi chậm', causes, criterion, suggestion },
    ]);
    for (const part of ['mobilisation/weather', 'weather/orders'])
      file()
        .when(DB, NOW, { ...full, criterion: part })
        .thenRefused('not-on-sheet', { part });
  });
});
