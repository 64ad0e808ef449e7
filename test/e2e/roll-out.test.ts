/** The plan of a term through real Temporal: approved, its workflow lost in the middle of its errands, every file there once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { at } from '../support/domain.ts';
import { eventually } from '../support/engine.ts';
import { type Office, openOffice } from '../support/office.ts';

const PLAN = 'rollout/tam-ky-2026-2030';
const SA = 'ng-01@tam-ky.SA';
const communes = Array.from({ length: 30 }, (_, i) => `xa-${String(i + 1).padStart(2, '0')}`);

let office: Office;
beforeAll(async () => {
  office = await openOffice(at('2026-01-12'));
}, 120_000);
afterAll(() => office.close());

test('approval makes one draft for each commune, also when the workflow is lost on the way', async () => {
  const rules = {
    ...{ floorPercent: 20, ceilingPercent: 25, pilots: [], pilotYears: 1, clusters: [], clashes: [], windows: [] },
    ...{ teamsPerMonth: null, vehiclesPerMonth: null, minGapYears: 0, soft: [] },
  };
  await office.done(SA, PLAN, {
    ...{ type: 'ProposeRollOut', orgUnit: 'tam-ky', firstYear: 2026, lastYear: 2030, theme: 'Xã chiến đấu', rules },
    communes: communes.map((id) => ({ id, superior: 'tam-ky', lastYear: null, vehicles: 0 })),
    cells: communes.map((commune, i) => ({ commune, year: 2026 + (i % 5), month: 4, fixed: false })),
  });
  await office.done(SA, PLAN, { type: 'SubmitRollOut' });
  const told = await office.tell('ng-09@tam-ky.SB:head', PLAN, { type: 'ApproveRollOut' });
  expect(told.status).toBe(200);
  await office.engine.client.workflow.getHandle(PLAN).terminate('lost');
  // the next command brings the workflow back, which finds its errands again in the ledger
  expect(await office.refused(SA, PLAN, { type: 'SubmitRollOut' })).toBe('roll-out-not-draft');
  await eventually(async () => {
    const { exercises } = await office.see('/api/v1/exercises?phase=draft', SA);
    return exercises.length === communes.length || null;
  }, 60_000);
  for (const commune of communes)
    expect(await office.history(`exercise/${commune}-2026-2030`)).toEqual(['ExerciseDrafted']);
}, 180_000);
