/** One city exercise with its drill and review, and somebody of every group in four units: its own, above, below, elsewhere. */
import { createAccounts } from '../../accounts/index.ts';
import { connect } from '../../db/connect.ts';
import { newSealKey, parseSealKey } from '../../db/sealed/seal.ts';
import { type PolicyName, RELATIONS, type Relation } from '../../domain/access/index.ts';
import { NO_ORGANISATION } from '../../domain/organisation/state.ts';
import { SYSTEM } from '../../domain/people.ts';
import { StreamId } from '../../domain/streams.ts';
import { type Api, loadSeason, NOW, startApi } from '../api/support.ts';

export const ID = 'tam-ky-2022';
export const UNITS: Readonly<Record<Relation, string>> = {
  own: 'tam-ky',
  superior: 'quang-nam',
  subordinate: 'tan-thanh',
  other: 'da-nang',
};

/** Who stands for each group; departments are told apart by whether they own work in the exercise. */
export const GROUPS = {
  staff: 'SA',
  leadership: 'SC',
  viewer: 'VIEW',
  'department taking part': 'POL',
  'department not taking part': 'UNION',
  'commune command': 'CMC',
} as const;
export type Group = keyof typeof GROUPS;

export interface Seat {
  readonly group: Group | 'administrator';
  readonly relation: Relation | null;
  /** As tests name an actor. */
  readonly who: string;
}

export const SEATS: readonly Seat[] = [
  { group: 'administrator', relation: null, who: 'admin' },
  ...(Object.keys(GROUPS) as Group[]).flatMap((group) =>
    RELATIONS.map((relation): Seat => {
      return { group, relation, who: `ng-01@${UNITS[relation]}.${GROUPS[group]}` };
    }),
  ),
];

/** Policies that end at the door here: their handlers belong to accounts, files and the live stream. */
const STOPPED: readonly PolicyName[] = ['public', 'signedIn', 'admin', 'live', 'files.read', 'files.add'];

const SA = 'ng-01@tam-ky.SA';

const done = async (api: Api, path: string, who: string, command: object): Promise<void> => {
  const { status, body } = await api.command(path, who, command);
  if (status !== 200) throw new Error(`${JSON.stringify(command)}: ${status} ${body.detail}`);
};

/** Work, a station and a corrective action for the police of each of the four units. */
const share = async (api: Api): Promise<void> => {
  const { tasks } = (await api.get(`/api/v1/exercises/${ID}/checklist`)).body;
  const open = (tasks as { code: string; status: string }[]).filter(({ status }) => status === 'waiting');
  await done(api, `drills/${ID}`, SA, { type: 'PrepareDrill', exercise: ID, orgUnit: 'tam-ky' });
  await api.commit({
    stream: StreamId.parse(`review/${ID}`),
    commandId: '0197a3a4-5b6c-7d8e-9f00-112233445501',
    command: { type: 'OpenReview', exercise: ID, orgUnit: 'tam-ky', superiorUnit: 'tam-ky' },
    at: NOW,
    by: SYSTEM,
    origin: 'policy',
  });
  const limit = { type: 'RecordFinding', finding: 'F1', kind: 'limit', text: 'Hiệp đồng chậm', cause: 'Thiếu quy chế' };
  await done(api, `reviews/${ID}`, 'ng-01@tam-ky.DB', limit);
  for (const [index, relation] of RELATIONS.entries()) {
    const owner = `${UNITS[relation]}.POL`;
    await done(api, `exercises/${ID}`, SA, { type: 'AssignTask', task: open[index]?.code, owner });
    const station = {
      station: `TT-0${index}`,
      units: [UNITS[relation]],
      keeper: owner,
      reportBy: '2022-07-07T03:00:00.000Z',
    };
    await done(api, `drills/${ID}`, SA, { type: 'OpenStation', ...station });
    const action = {
      action: `A${index}`,
      finding: 'F1',
      text: 'Ký quy chế',
      owner,
      due: '2022-12-01',
      measure: 'Đã ký',
    };
    await done(api, `reviews/${ID}`, SA, { type: 'PlanAction', ...action });
  }
  await openProgramme(api);
};

/** A programme in force, with an indicator for the police of each of the four units. */
const openProgramme = async (api: Api): Promise<void> => {
  const opening = { kind: 'resolution', title: 'Nghị quyết dân quân', orgUnit: 'tam-ky', parties: ['tam-ky.SA'] };
  const term = { from: '2022-01-01', to: '2025-12-31' };
  await done(api, `programmes/${ID}`, SA, { type: 'OpenProgramme', ...opening, term });
  for (const [index, relation] of RELATIONS.entries())
    await done(api, `programmes/${ID}`, SA, {
      ...{ type: 'DefineIndicator', indicator: `TK0${index + 1}`, nameVi: 'Cơ sở được huấn luyện', unit: 'cơ sở' },
      ...{ measure: 'number', numerator: 'cơ sở', owner: `${UNITS[relation]}.POL` },
    });
  const paper = { number: '05-NQ/ĐUQS', date: '2022-01-20', issuer: 'Đảng ủy Quân sự thành phố' };
  await done(api, `programmes/${ID}`, 'mpc-1.tam-ky@tam-ky.MPC:head', { type: 'SignProgramme', paper, reviews: {} });
};

/** A plan of the same id, submitted, with a place for the subordinate commune. */
const planTerm = async (api: Api): Promise<void> => {
  const commune = UNITS.subordinate;
  const rules = {
    ...{ floorPercent: 0, ceilingPercent: 100, pilots: [], pilotYears: 1, clusters: [], clashes: [], windows: [] },
    ...{ teamsPerMonth: null, vehiclesPerMonth: null, minGapYears: 0, soft: [] },
  };
  await done(api, `rollouts/${ID}`, SA, {
    ...{ type: 'ProposeRollOut', orgUnit: 'tam-ky', firstYear: 2021, lastYear: 2025, theme: 'Xã chiến đấu', rules },
    communes: [{ id: commune, superior: 'tam-ky', lastYear: null, vehicles: 0 }],
    cells: [{ commune, year: 2024, month: 4, fixed: false }],
  });
  await done(api, `rollouts/${ID}`, SA, { type: 'SubmitRollOut' });
};

/**
 * With the routes of accounts. A request with `x-stop` ends behind the door with 204 unless it reads or asks for names; every answer says in
 * `x-reach` how far the policy let it.
 */
export const openWorld = async (): Promise<Api> => {
  const nowhere = connect({ url: 'postgres://nobody@127.0.0.1:1/none', connectTimeout: 500 });
  const accounts = createAccounts({
    db: nowhere,
    libraryDb: nowhere,
    secret: 'a secret of the tests, long enough to be one',
    baseUrl: 'http://localhost',
    clock: () => NOW,
    organisation: async () => NO_ORGANISATION,
    sample: () => null,
  });
  const api = await startApi({ sealed: parseSealKey(newSealKey()), accounts, live: { mostPerUser: 0 } });
  api.app.addHook('preHandler', async (request, reply) => {
    const { policy } = request.routeOptions.config;
    const reads = policy === 'drill.persons' || (request.method === 'GET' && policy && !STOPPED.includes(policy));
    if (request.headers['x-stop'] && !reads) return reply.code(204).send();
  });
  api.app.addHook('onSend', async (request, reply) => {
    reply.header('x-reach', request.reach);
  });
  await loadSeason(api);
  await share(api);
  await planTerm(api);
  const close = async (): Promise<void> => {
    await api.close();
    await nowhere.destroy();
  };
  return { ...api, close };
};
