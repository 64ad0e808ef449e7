/** A province of some communes entered by the API, with a runner at work. */
import { OrgUnitId } from '../../domain/people.ts';
import { createRunner, type Runner } from '../../planner/runner.ts';
import { type Api, startApi } from '../api/support.ts';
import type { Answer } from '../support/answer.ts';
import { eventually } from '../support/engine.ts';

export const SA = 'ng-01@quang-nam.SA';
export const HEAD = 'ng-09@quang-nam.PC:head';
export const PLAN = 'quang-nam-2026-2030';

const place = (id: string, level: string, parent?: string) => ({
  ...{ id, nameVi: `${level === 'commune' ? 'xã' : 'tỉnh'} ${id}`, nameEn: id, level },
  ...(parent ? { parent } : {}),
  bodies: level === 'commune' ? ['CMC', 'COM'] : ['SA', 'MPC', 'PC', 'SC', 'SB', 'POL', 'VIEW'],
});

export const communesOf = (n: number): OrgUnitId[] =>
  Array.from({ length: n }, (_, i) => OrgUnitId.parse(`xa-${String(i + 1).padStart(3, '0')}`));

export interface Planning {
  readonly api: Api;
  runner: Runner;
  close(): Promise<void>;
}

export const startPlanning = async (n: number): Promise<Planning> => {
  const world: { runner: Runner | null } = { runner: null };
  const api = await startApi({ planner: { wake: () => world.runner?.wake() } });
  const units = [
    place('quang-nam', 'province'),
    place('da-nang', 'province'),
    ...communesOf(n).map((id) => place(id, 'commune', 'quang-nam')),
    ...['dn-1', 'dn-2', 'dn-3', 'dn-4', 'dn-5'].map((id) => place(id, 'commune', 'da-nang')),
  ];
  const entered = await api.command('organisation/main', SA, {
    ...{ type: 'EstablishOrganisation', orgModel: 'twoTier', validFrom: '2020-01-01', units },
  });
  if (entered.status !== 200) throw new Error(JSON.stringify(entered.body));
  const planning: Planning = {
    api,
    runner: createRunner(api.db, () => {}, { lookEvery: 200, beatEvery: 50 }),
    close: async () => {
      await planning.runner.stop();
      await api.close();
    },
  };
  world.runner = planning.runner;
  return planning;
};

export const TERM = { firstYear: 2026, lastYear: 2030 };
export const usual = {
  ...{ floorPercent: 20, ceilingPercent: 25, pilots: [], pilotYears: 1, clusters: [], clashes: [], windows: [] },
  ...{ teamsPerMonth: null, vehiclesPerMonth: null, minGapYears: 3, soft: [] },
};
export const askFor = (job: string, more: object = {}): object => ({
  ...{ job, units: ['quang-nam'], ...TERM, rules: usual, vehicles: [], fixed: [] },
  options: { timeLimit: 30, gap: 0.005 },
  ...more,
});

export const ended = (api: Api, job: string, who = SA): Promise<Answer['body']> =>
  eventually(async () => {
    const { body } = await api.get(`/api/v1/planner/jobs/${job}`, { 'x-actor': who });
    return ['done', 'failed', 'cancelled'].includes(body.status) ? body : null;
  }, 30_000);
