/** The season 2022–2023 as the guide shows it: `UPDATE=1 npm test -- test/rehearsal/transcript` writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CALENDAR } from '../../domain/calendar/index.ts';
import { createVirtualEngine, type VirtualEngine } from '../../rehearsal/engine.ts';
import { parsePlan } from '../../rehearsal/plan.ts';
import { renderDays, renderSummary } from '../../rehearsal/render.ts';
import { playSeason } from '../../rehearsal/season.ts';
import { type Timeline, timelineOf } from '../../rehearsal/timeline.ts';

const FILE = new URL('../../docs/mua-dien-tap-2022-2023.md', import.meta.url);
const PLAN = new URL('../../examples/tam-ky-2022.json', import.meta.url);

const plan = parsePlan(JSON.parse(readFileSync(PLAN, 'utf8')));
let engine: VirtualEngine;
let timeline: Timeline;
beforeAll(async () => {
  engine = createVirtualEngine({ calendar: CALENDAR });
  await playSeason(plan, engine);
  timeline = timelineOf(plan, engine.facts, { language: 'vi', refused: engine.refusedCommands });
});

test('the transcript in docs is what the rehearsal plays', () => {
  const text = `# Mùa diễn tập Tam Kỳ 2022–2023, từng ngày

Kết quả của \`npm run rehearse\` (bản ghi này do \`test/rehearsal/transcript.test.ts\` tạo lại). Nhân vật, số liệu ghi TDE trong
\`examples/tam-ky-2022.json\` là giả định.

\`\`\`text
${renderDays(plan, timeline, 'vi')}

${renderSummary(plan, timeline, 'vi')}
\`\`\`
`;
  if (process.env.UPDATE) writeFileSync(FILE, text);
  expect(readFileSync(FILE, 'utf8')).toBe(text);
});

describe('the season holds', () => {
  const has = (type: string, words: string): boolean =>
    timeline.days.some(({ lines }) => lines.some((line) => line.type === type && line.text.includes(words)));

  test.each([
    ['a late department', 'TaskEscalated', 'C24'],
    ['a returned task', 'TaskReturned', 'X08'],
    ['a refused gate', 'CommandRefused', 'Cổng G4 còn vướng'],
    ['an override', 'GatePassed', 'có điều kiện'],
    ['an extension', 'ExtensionGranted', 'C18'],
    ['a moved opening day', 'ExerciseRescheduled', '12/07/2022'],
    ['its communes moved with it', 'ExerciseRescheduled', 'theo thành phố'],
    ['one commune postponed', 'ExercisePostponed', 'dịch'],
    ['a drill at 119 of 120', 'DrillClosed', '119/120 – 99,17%'],
    ['a safety incident', 'IncidentReported', 'thủng lốp'],
    ['a graded review', 'GradeDecided', 'Giỏi'],
    ['a finding carried into the next season', 'FindingReceived', 'Phúc tra'],
    ['a retest that closes it', 'RetestRecorded', 'đạt'],
  ])('%s', (_, type, words) => {
    expect([words, has(type, words)]).toEqual([words, true]);
  });

  test('and its carried findings are closed by their retests, with nothing refused on the way', () => {
    expect(engine.refusedFollowUps).toEqual([]);
    const reviews = ['review/tam-ky-2022', 'review/an-son-2022'].map((stream) =>
      JSON.stringify(engine.state(stream as never)),
    );
    for (const review of reviews) expect(review).toMatch(/"id":"A1".*?"status":"closed"/);
  });
});
