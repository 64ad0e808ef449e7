/** One real occurrence of every refusal of the organisation. */
import type { Folded } from '../../../domain/decider.ts';
import type { ORGANISATION_REJECTIONS } from '../../../domain/labels/rejections-organisation.ts';
import { requireInForce, requireSuperior } from '../../../domain/organisation/authority.ts';
import { type OrganisationState, organisation } from '../../../domain/organisation/index.ts';
import { Actor, OrgUnitId } from '../../../domain/people.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { ORGANISATION } from '../../../domain/streams.ts';
import { localDate } from '../../../domain/time.ts';
import { at, type Command, refusalOf, send, step } from '../../support/domain.ts';
import { chief, paper } from './world.ts';

const NOW = at('2025-01-06');
const unit = (id: string, more: object = {}) => ({ id, nameVi: id, nameEn: id, level: 'commune', ...more });
const ENTER = {
  type: 'EstablishOrganisation',
  orgModel: 'threeTier',
  validFrom: '2020-01-01',
  units: [
    unit('tam-ky', { level: 'district', bodies: ['SA', 'SB', 'PC', 'OB'] }),
    unit('an-son', { parent: 'tam-ky', bodies: ['CMC'] }),
  ],
  holders: [{ body: 'tam-ky.SB', person: 'sb-1.tam-ky' }],
};
const SA = chief('tam-ky.SA');
const SB = chief('tam-ky.SB');
const run = (state: Folded, stream: string, commands: readonly (readonly [Command, Actor?])[]): Folded =>
  commands.reduce((now, [command, by = SA]) => send(stream, now, step(by, NOW, command)).state, state);

const caught = (act: () => unknown): Rejection => {
  const error = refusalOf(act);
  if (error instanceof Rejection) return error;
  throw new Error(`not refused by a rule: ${error?.message}`);
};
const state = (): OrganisationState => run(organisation.initial, ORGANISATION, [[ENTER]]) as OrganisationState; // its decider's
const after = (...commands: readonly (readonly [Command, Actor?])[]): Rejection =>
  caught(() => run(state(), ORGANISATION, commands));
const decided = { effective: '2025-02-01', paper: paper() };
const rename = (effective: string, unitId = 'an-son'): Command => ({
  type: 'RenameUnit',
  unit: unitId,
  nameVi: 'x',
  nameEn: 'x',
  ...decided,
  effective,
});
const end: Command = { type: 'EndBody', body: 'tam-ky.OB', into: 'tam-ky.SA', ...decided, effective: '2025-01-06' };
const delegate = (to: string): Command => ({
  type: 'DelegatePost',
  body: 'tam-ky.SB',
  person: 'deputy',
  from: '2025-01-10',
  to,
  paper: paper(),
});
const appoint = (more: object = {}): Command => ({
  type: 'AppointHolder',
  body: 'tam-ky.SB',
  person: 'other',
  from: '2025-01-10',
  paper: paper(),
  ...more,
});
const as = (body: string, person: string): Actor => Actor.parse({ body, person, post: 'head' });
const actor = (who: Actor, org = state(), when = NOW): Rejection => caught(() => requireInForce(org, who, when));

export const ORGANISATION_OCCURRENCES: Record<keyof typeof ORGANISATION_REJECTIONS, () => Rejection> = {
  'organisation-other': () => caught(() => run(organisation.initial, 'organisation/other', [[ENTER]])),
  'organisation-exists': () => after([ENTER]),
  'unit-unknown': () => after([rename('2025-02-01', 'hoi-an')]),
  'unit-exists': () =>
    after([{ type: 'AddUnit', unit: unit('an-son', { parent: 'tam-ky' }), validFrom: '2025-02-01', paper: paper() }]),
  'unit-not-in-force': () => after([rename('2019-01-01')]),
  'level-not-in-model': () =>
    caught(() => run(organisation.initial, ORGANISATION, [[{ ...ENTER, orgModel: 'twoTier' }]])),
  'districts-remain': () => after([{ type: 'ChangeOrgModel', model: 'twoTier', ...decided }]),
  'parent-wrong': () => after([{ type: 'MoveUnit', unit: 'tam-ky', parent: 'an-son', ...decided }]),
  'superior-wrong': () =>
    caught(() =>
      requireSuperior(state(), OrgUnitId.parse('tam-ky'), OrgUnitId.parse('an-son'), localDate('2025-01-06')),
    ),
  'change-not-later': () => after([rename('2025-03-01')], [rename('2025-02-01')]),
  'merge-itself': () => after([{ type: 'MergeUnits', from: ['an-son'], into: 'an-son', ...decided }]),
  'body-unknown': () => actor(as('hoi-an.SA', 'x')),
  'body-not-yet': () => actor(SA, state(), at('2019-12-31')),
  'body-ended': () => actor(chief('tam-ky.OB'), run(state(), ORGANISATION, [[end]]) as OrganisationState), // its decider's
  'body-exists': () => after([{ type: 'AddBody', body: 'tam-ky.SB', validFrom: '2025-02-01', paper: paper() }]),
  'body-without-successor': () => after([{ type: 'MergeUnits', from: ['an-son'], into: 'tam-ky', ...decided }]),
  'owner-not-in-force': () => after([{ ...end, into: 'tam-ky.POL' }]),
  'outside-validity': () => after([appoint({ from: '2019-01-01', paper: paper('1', '2019-01-01') })]),
  'days-order': () => after([appoint({ to: '2025-01-09' })]),
  'paper-after-effect': () => after([{ ...rename('2025-01-02'), paper: paper('1', '2025-01-03') }]),
  'post-unknown': () => after([appoint({ post: 'deputy' })]),
  'post-exists': () =>
    after([
      {
        type: 'AddPost',
        body: 'tam-ky.SB',
        post: 'head',
        title: 'Trưởng ban',
        validFrom: '2025-02-01',
        paper: paper(),
      },
    ]),
  'post-held': () => after([appoint()]),
  'post-not-held': () => actor(as('tam-ky.SB', 'deputy')),
  'to-oneself': () => after([appoint({ person: 'sa-1.tam-ky' })]),
  'delegation-by-head': () => after([delegate('2025-01-20')]),
  'delegation-overlaps': () => after([delegate('2025-01-20'), SB], [delegate('2025-01-15'), SB]),
  'delegation-unknown': () =>
    after([{ type: 'RevokeDelegation', body: 'tam-ky.SB', delegation: 'D1', reason: 'x' }, SB]),
};
