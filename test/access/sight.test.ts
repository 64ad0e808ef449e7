/** How much of a file somebody sees, as a rule and as a condition on lists: the two never differ. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { filesOf, reachOf, rowsFor, seerOf } from '../../api/queries/access.ts';
import {
  FILE_POLICIES,
  mayReadDesk,
  PLAIN_POLICIES,
  POLICY_NAMES,
  type Reach,
  type Reached,
  reachTo,
  relationOf,
  sight,
  subjectOf,
  unitsOf,
} from '../../domain/access/index.ts';
import { NO_CONTEXT } from '../../domain/context.ts';
import { fold } from '../../domain/decider.ts';
import { type OrganisationState, organisation } from '../../domain/organisation/index.ts';
import { NO_ORGANISATION } from '../../domain/organisation/state.ts';
import { BODY_CODES, BodyId, OrgUnitId, unitOf } from '../../domain/people.ts';
import { execute } from '../../domain/registry.ts';
import { EntityId, ORGANISATION, streamId } from '../../domain/streams.ts';
import { atHour, localDate } from '../../domain/time.ts';
import { headOf } from '../../rehearsal/cast.ts';
import type { Api } from '../api/support.ts';
import { actorNamed } from '../support/header-actors.ts';
import { TAM_KY_ORGANISATION, TAM_KY_REFORM } from '../support/tam-ky-reform.ts';
import { ID, openWorld, UNITS } from './world.ts';

const id = (text: string): OrgUnitId => OrgUnitId.parse(text);
const body = (text: string): BodyId => BodyId.parse(text);
const FILE: Reached = {
  unit: id('tam-ky'),
  superior: id('tam-ky'),
  draft: false,
  leads: [body('tam-ky.SA'), body('tam-ky.DB')],
  bodies: [body('tam-ky.POL')],
  childUnits: [id('tan-thanh')],
};
const DAY = localDate('2022-05-31');

/** The organisation of Tam Kỳ with the reform of 2025 decided. */
const reformed = (): OrganisationState => {
  const at = atHour(localDate('2025-06-20'), 9);
  const commands = [{ by: headOf(body('da-nang.SA')), command: TAM_KY_ORGANISATION }, ...TAM_KY_REFORM];
  return commands.reduce<OrganisationState>((state, { by, command }) => {
    const meta = { stream: ORGANISATION, commandId: 'x', at, by };
    return fold(
      organisation,
      execute(state, command, meta, { ...NO_CONTEXT, organisation: state }).facts as never,
      state,
    );
  }, NO_ORGANISATION);
};

const seen = (who: string, file: Reached, org = NO_ORGANISATION, day = DAY): Reach => {
  const subject = subjectOf(org, actorNamed(who), day);
  return sight(subject, file, relationOf(org, unitOf(subject.actor.body), file, day));
};

describe('who sees a file', () => {
  test('every policy answers for every group, and the closed list names each once', () => {
    expect(new Set(POLICY_NAMES).size).toBe(POLICY_NAMES.length);
    expect(POLICY_NAMES).toHaveLength(Object.keys(FILE_POLICIES).length + Object.keys(PLAIN_POLICIES).length);
    for (const row of Object.values(FILE_POLICIES))
      expect(Object.keys(row).sort()).toEqual(['leadership', 'participant', 'staff', 'viewer']);
  });

  test('the directing board sees the whole of the exercise it directs, and of no other', () => {
    expect([seen('nv-01@tam-ky.DB', FILE), seen('nv-01@an-son.DB', FILE)]).toEqual(['whole', 'none']);
  });

  test('a commune whose exercise hangs on the city takes part by its committee and command only', () => {
    const who = ['CMC', 'COM', 'SA', 'POL'].map((code) => seen(`nv-01@tan-thanh.${code}`, FILE));
    expect(who).toEqual(['own', 'own', 'none', 'none']);
    expect(seen('nv-01@an-son.CMC', FILE)).toBe('none');
  });

  test('a draft is seen by staff of the unit and of its superior, by nobody else who will take part', () => {
    const draft = { ...FILE, unit: id('tan-thanh'), superior: id('tam-ky'), draft: true, childUnits: [] };
    const who = ['tan-thanh.CMC', 'tan-thanh.SA', 'tam-ky.SA', 'tam-ky.SB', 'tam-ky.VIEW', 'tam-ky.POL', 'tam-ky.DB'];
    expect(who.map((each) => seen(`nv-01@${each}`, draft))).toEqual([
      ...['whole', 'whole', 'whole'],
      ...['none', 'none', 'none', 'none'],
    ]);
  });

  test('a draft is seen by those whose head signs it, and by no other leader', () => {
    const draft = { ...FILE, draft: true, leads: [], signers: [body('tam-ky.PC')] };
    const who = ['tam-ky.PC', 'tam-ky.SC', 'da-nang.PC', 'tam-ky.VIEW'];
    expect(who.map((each) => seen(`nv-01@${each}`, draft))).toEqual(['whole', 'none', 'none', 'none']);
  });

  test('viewers send no command, not even where they would see all', () => {
    const subject = subjectOf(NO_ORGANISATION, actorNamed('ld-01@tam-ky.VIEW'), DAY);
    const reach = (policy: 'exercise.read' | 'exercise.command') =>
      reachTo(policy, subject, FILE, NO_ORGANISATION, DAY);
    expect([reach('exercise.read').reach, reach('exercise.command')]).toEqual([
      'whole',
      { reach: 'none', seen: 'whole' },
    ]);
  });

  test('after the reform the files of a unit that ended belong to its heir, and its work to the bodies that took it over', () => {
    const org = reformed();
    const [before, after] = [localDate('2025-06-30'), localDate('2025-07-01')];
    expect([seen('nv-01@tam-ky.OB', FILE, org, before), seen('nv-01@khu-vuc-tam-ky.OB', FILE, org, before)]).toEqual([
      'whole',
      'none',
    ]);
    expect(seen('nv-01@khu-vuc-tam-ky.OB', FILE, org, after)).toBe('whole');
    expect(seen('nv-01@da-nang.OB', FILE, org, after)).toBe('whole');
    expect(seen('nv-01@quang-nam.OB', FILE, org, after)).toBe('none');
    expect(seen('nv-01@da-nang.POL', FILE, org, after)).toBe('own'); // went on with the police of Tam Kỳ
  });

  test('a desk is read by its body, by those who look after its unit, and by nobody beside', () => {
    const reads = (who: string, desk: string): boolean => {
      const subject = subjectOf(NO_ORGANISATION, actorNamed(`nv-01@${who}`), DAY);
      return mayReadDesk(subject, body(desk), unitsOf(NO_ORGANISATION, unitOf(subject.actor.body), DAY).under);
    };
    expect(reads('tam-ky.POL', 'tam-ky.POL')).toBe(true);
    expect(reads('tam-ky.VIEW', 'tam-ky.POL')).toBe(true);
    expect(reads('tam-ky.FIN', 'tam-ky.POL')).toBe(false);
    expect(reads('an-son.SA', 'tam-ky.POL')).toBe(false);
  });
});

describe('lists', () => {
  let api: Api;
  const deps = () => ({ db: api.db, store: api.store, clock: () => api.clock.now });
  beforeAll(async () => {
    api = await openWorld();
    const draft = { exerciseType: 'communeCombatExercise', orgUnit: 'an-my', superiorUnit: 'tam-ky', theme: 'Dự thảo' };
    const { status } = await api.command('exercises/an-my-2023', 'nv-01@an-my.CMC', {
      type: 'DraftExercise',
      ...draft,
    });
    expect(status).toBe(200);
  }, 120_000);
  afterAll(() => api.close());

  test('hold exactly what the rule lets somebody see, whoever it is', async () => {
    const ids = (await api.db.selectFrom('read.exercise').select('id').execute()).map(({ id: each }) =>
      EntityId.parse(each),
    );
    expect(ids.length).toBeGreaterThan(4);
    const streams = ids.map((each) => streamId('exercise', each));
    for (const unit of [...Object.values(UNITS), 'an-my'])
      for (const code of BODY_CODES) {
        const actor = actorNamed(`nv-01@${unit}.${code}`);
        const { whole, seen: some } = rowsFor(await seerOf(deps(), actor));
        const { rows } = await sql<{ id: string; reach: Reach }>`SELECT e.id,
          CASE WHEN ${whole} THEN 'whole' WHEN ${some} THEN 'own' ELSE 'none' END AS reach FROM read.exercise e`.execute(
          api.db,
        );
        const byRow = Object.fromEntries(rows.map((row) => [`exercise/${row.id}`, row.reach]));
        expect([actor.body, byRow]).toEqual([actor.body, Object.fromEntries(await reachOf(deps(), actor, streams))]);
      }
  }, 60_000);

  test('of a drafted exercise tell nothing to a department or a leader', async () => {
    const list = async (who: string): Promise<string[]> =>
      (await api.get('/api/v1/exercises', { 'x-actor': `nv-01@${who}` })).body.exercises.map(
        (each: { id: string }) => each.id,
      );
    expect(await list('tam-ky.SA')).toContain('an-my-2023');
    for (const who of ['tam-ky.SB', 'tam-ky.VIEW', 'tam-ky.POL', 'an-my.SC'])
      expect(await list(who)).not.toContain('an-my-2023');
    expect(await list('da-nang.SA')).toEqual([]);
  });

  test('a file that is not on file is not there for anybody; other streams are open to who holds a duty', async () => {
    const nothing = streamId('exercise', EntityId.parse('khong-co'));
    expect((await filesOf(deps(), [nothing])).size).toBe(0);
    const reach = await reachOf(deps(), actorNamed('nv-01@da-nang.POL'), [
      nothing,
      ORGANISATION,
      streamId('drill', EntityId.parse(ID)),
    ]);
    expect([...reach.values()]).toEqual(['none', 'whole', 'own']);
  });
});
