/** What views and history show of secret papers, tasks and exercises, field by field. */
import { describe, expect, test } from '@jest/globals';
import { refuseSecretText } from '../../../domain/exercise/classify.ts';
import { type ExerciseState, exercise, shownFact, shownState, shownTitle } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { StreamId } from '../../../domain/streams.ts';
import { at, type Command, given, head, knowing, refusalOf, type Step, step } from '../../support/domain.ts';
import { board, CITY, DB, paper, plannedCity, SA, SB } from '../exercise/season.ts';

const LATER = at('2026-10-08');
const TOLD = 'chốt ở ngã ba';
const NEUTRAL = 'Theo văn bản đã đăng ký';
const signed = (number: string, date = '2026-10-05') => ({ ...paper(number, date), signerPost: 'Chủ tịch' });
const now = (command: Command): Step => step(SA, LATER, command);
const classify = (subject: object, more: object = {}): Step =>
  step(head('tam-ky.SA'), LATER, {
    ...{ type: 'Classify', subject, level: 'mat', decidedBy: 'Bộ CHQS', basis: 'mục 3', ...more },
  });
const secretPaper = (slot: string, more: object = {}): Step => classify({ kind: 'paper', slot }, more);
const amend = (slot: string, change: object = {}): Step =>
  now({ type: 'AmendPaper', slot, by: signed('70/QĐ', '2026-10-07'), change, reason: TOLD });
const revoke = (slot: string): Step =>
  now({ type: 'RevokePaper', slot, paper: signed('71/QĐ', '2026-10-07'), reason: TOLD });
const issued = (name: string): Step => now({ ...board(name), paper: signed(`${name}/QĐ`), headPost: TOLD });
const papers: readonly Step[] = [
  ...plannedCity,
  now({ type: 'RegisterDirective', paper: signed('1/CT') }),
  now({ type: 'IssueResolution', paper: signed('2/NQ') }),
  now({ type: 'IssueDirective', paper: signed('3/CT') }),
  ...['steering', 'organising', 'support'].map(issued),
];
const stateOf = (...past: Step[]): ExerciseState => given(exercise, CITY, [...papers, ...past]).state;

describe('a secret paper', () => {
  test('is shown by number, date and issuer, whatever its kind; the others stay as they are', () => {
    const state = stateOf(secretPaper('directive'), secretPaper('resolution'), secretPaper('steering'));
    const shown = shownState(state);
    expect(shown.resolution).toEqual(paper('2/NQ'));
    expect(shown.papers).toEqual({
      directive: { paper: paper('1/CT'), amount: null },
      standingDirective: { paper: signed('3/CT'), amount: null },
    });
    expect(shown.boards).toEqual({
      steering: { paper: paper('steering/QĐ'), headPost: '[…]', seats: [] },
      organising: state.boards.organising,
      support: state.boards.support,
    });
    expect(shownState(stateOf(secretPaper('directive'))).resolution).toEqual(signed('2/NQ'));
  });

  test('shows neither what amended nor why it was revoked', () => {
    const change = { headPost: TOLD };
    const past = [amend('steering', change), amend('organising', change), amend('support', change), revoke('support')];
    const state = stateOf(...past, revoke('organising'), secretPaper('steering'), secretPaper('support'));
    const shown = shownState(state);
    expect(shown.amendments).toEqual([
      { slot: 'steering', by: paper('70/QĐ', '2026-10-07'), reason: '[…]', at: LATER, change: {} },
    ]);
    expect(shown.revoked).toEqual([
      {
        ...{ slot: 'support', paper: paper('support/QĐ'), cause: 'support', by: paper('71/QĐ', '2026-10-07') },
        ...{ reason: '[…]', at: LATER },
      },
      state.revoked[1],
    ]);
    const open = stateOf(amend('organising', change), secretPaper('steering'));
    expect(shownState(open).amendments).toEqual(open.amendments);
  });

  test('is entered by number, date and issuer: no head, no members, no subcommittees', () => {
    const secret = (name: string) => given(exercise, CITY, [...papers.slice(0, -3), secretPaper(name)]);
    const enter = (more: object = {}) => ({ ...board('steering'), headPost: NEUTRAL, seats: [], ...more });
    const { when } = secret('steering');
    when(SA, LATER, enter({ headPost: TOLD })).thenRefused('secret-text', { field: 'headPost' });
    when(SA, LATER, enter({ seats: [{ post: TOLD, count: 1 }] })).thenRefused('secret-text', { field: 'seats' });
    when(SA, LATER, enter()).thenExactly({ ...enter(), type: 'BoardEstablished' });
    const parts = { board: 'organising', subcommittees: [{ name: TOLD, seats: [] }] };
    secret('organising').when(SA, LATER, enter(parts)).thenRefused('secret-text', { field: 'subcommittees' });
    when(SA, LATER, enter({ board: 'organising', headPost: TOLD })).thenRefused('paper-missing');
  });

  test('its events tell the same', () => {
    const { classifications } = stateOf(
      secretPaper('steering', { label: 'Quyết định số 5' }),
      secretPaper('resolution'),
    );
    const seats = [{ post: TOLD, count: 1 }];
    const subcommittees = [{ name: TOLD, seats }];
    const established = { type: 'BoardEstablished', board: 'steering', paper: signed('5'), headPost: TOLD, seats };
    const amended = { type: 'PaperAmended', slot: 'steering', paper: signed('5'), amending: signed('6') };
    expect(shownFact({ ...established, subcommittees }, classifications)).toEqual({
      ...{ type: 'BoardEstablished', board: 'steering', paper: paper('5'), headPost: 'Quyết định số 5' },
      ...{ seats: [], subcommittees: [] },
    });
    expect(shownFact(established, classifications)).not.toHaveProperty('subcommittees');
    expect(shownFact({ ...amended, change: { seats }, reason: NEUTRAL }, classifications)).toEqual({
      ...{ ...amended, paper: paper('5'), amending: paper('6'), change: {}, reason: NEUTRAL },
    });
    const revoked = {
      type: 'PaperRevoked',
      slot: 'resolution',
      revoked: signed('2'),
      paper: signed('7'),
      reason: TOLD,
    };
    expect(shownFact(revoked, classifications)).toEqual({
      ...{ ...revoked, revoked: paper('2'), paper: paper('7'), reason: '[…]' },
    });
    expect(shownFact({ type: 'ResolutionIssued', paper: signed('2') }, classifications)).toEqual({
      type: 'ResolutionIssued',
      paper: paper('2'),
    });
    for (const event of [
      { ...established, board: 'support' },
      { ...amended, slot: 'support', reason: TOLD },
    ])
      expect(shownFact(event, classifications)).toEqual(event);
    const bare = stateOf(secretPaper('steering')).classifications;
    expect(shownFact(established, bare)).toMatchObject({ headPost: '[…]' });
  });
});

describe('a secret task', () => {
  const { classifications } = stateOf(classify({ kind: 'task', task: 'C17' }));
  test('is hidden in lists of any depth, its neighbours are not', () => {
    const told = (task: string) => ({ task, reason: TOLD, notes: [{ text: TOLD, basis: TOLD, waivedReason: TOLD }] });
    expect(shownFact({ type: 'x', list: [told('C17'), told('C18')], none: null }, classifications)).toEqual({
      type: 'x',
      list: [{ task: 'C17', reason: '[…]', notes: [{ text: '[…]', basis: '[…]', waivedReason: '[…]' }] }, told('C18')],
      none: null,
    });
  });

  test('keeps neutral reasons, and numbers that are no counts of evidence', () => {
    const evidence = { number: '1', date: '2026-10-05', holder: 'Văn thư', note: TOLD, counts: { tổ: 3 } };
    const fact = { type: 'x', task: 'C17', reason: NEUTRAL, counts: { lần: 2 }, evidence };
    expect(shownFact(fact, classifications)).toEqual({
      ...fact,
      evidence: { number: '1', date: '2026-10-05', holder: 'Văn thư' },
    });
  });

  test('has its own title where it is not secret', () => {
    const task = { code: 'C18', titleVi: 'Việc', titleEn: 'Task' };
    expect(shownTitle({ classifications }, task)).toEqual({ vi: 'Việc', en: 'Task' });
  });
});

const reserve = { type: 'ReserveResources', venues: [TOLD], vehicles: [] };

describe('a secret exercise', () => {
  const exerciseSecret = stateOf(classify({ kind: 'exercise' }));
  const { classifications } = exerciseSecret;
  test('without a label neutral words stand for its theme', () => {
    expect(shownState(exerciseSecret)).toMatchObject({ theme: 'Diễn tập chỉ ghi số đăng ký', codeName: null });
    const drafted = { type: 'ExerciseDrafted', theme: TOLD, codeName: TOLD, scale: TOLD };
    expect(shownFact(drafted, classifications)).toMatchObject({ theme: 'Diễn tập chỉ ghi số đăng ký' });
  });

  test('its history hides reasons of the exercise; those of a task or paper that is not secret stay', () => {
    const shown = (more: object) => shownFact({ type: 'x', ...more, reason: TOLD }, classifications);
    expect(shown({})).toEqual({ type: 'x', reason: '[…]' });
    expect(shown({ task: 'C01' })).toEqual({ type: 'x', task: 'C01', reason: TOLD });
    expect(shown({ slot: 'plan' })).toEqual({ type: 'x', slot: 'plan', reason: TOLD });
  });

  test('takes no free text under whatever name a command has for it', () => {
    const secret = given(exercise, CITY, [...papers, classify({ kind: 'exercise' })]);
    const add = {
      ...{ type: 'AddTask', code: 'C41', titleVi: TOLD, owner: 'tam-ky.HEA', after: [], gate: 'G4', reason: NEUTRAL },
      offset: { anchor: 'T', days: -40 },
    };
    const refused = (command: Command, field: string) =>
      secret.when(SA, LATER, command).thenRefused('secret-text', { field });
    refused(add, 'titleVi');
    refused({ ...add, titleVi: 'Việc chỉ ghi số đăng ký', titleEn: TOLD }, 'titleEn');
    refused({ type: 'CloseIssue', issue: 'V1', evidence: TOLD }, 'evidence');
    const retest = { type: 'RecordRetest', fromReview: 'tam-ky-2022', action: 'A1', passed: true };
    refused({ ...retest, note: TOLD }, 'note');
    refused({ ...retest, note: NEUTRAL, evidence: TOLD }, 'evidence');
    secret.when(DB, LATER, { ...retest, note: NEUTRAL, evidence: NEUTRAL }).thenRefused('exercise-phase');
    const wish = { finding: 'F1', titleVi: TOLD };
    refused(
      { type: 'DecideProposal', proposal: 'an-son-1', accepted: true, reason: NEUTRAL, tasks: [wish] },
      'tasks.0.titleVi',
    );
    const stage = { stage: 1, name: TOLD, plannedStart: at('2027-04-20'), plannedEnd: at('2027-04-21'), items: [] };
    refused({ type: 'PlanStages', stages: [stage] }, 'stages.0.name');
    refused({ type: 'ReserveResources', venues: [TOLD], vehicles: [] }, 'venues');
    const titled = { ...add, titleVi: 'Việc chỉ ghi số đăng ký' };
    expect(stateOf(classify({ kind: 'exercise' }), now(titled)).tasks.C41?.titleEn).toBe('Việc chỉ ghi số đăng ký');
  });

  test('shows no place, stage name, proof of an issue, measure or suggestion', () => {
    const steps = [
      now({ type: 'ReserveResources', venues: [TOLD], vehicles: [{ class: 'Xe tải', count: 2 }] }),
      now({ type: 'HoldRehearsal', rehearsal: 'LT1', step: 'practice', date: '2026-10-07' }),
      now({ type: 'RaiseIssue', issue: 'V1', rehearsal: 'LT1', text: TOLD, owner: 'tam-ky.SA', due: '2027-01-05' }),
      now({ type: 'CloseIssue', issue: 'V1', evidence: TOLD }),
      now({
        type: 'PlanStages',
        stages: [
          {
            ...{ stage: 1, name: TOLD, plannedStart: at('2027-04-20'), plannedEnd: at('2027-04-21') },
            items: [{ item: 'N1', label: 'A2', part: 'live' }],
          },
        ],
      }),
      step(SYSTEM, LATER, {
        type: 'ReceiveFinding',
        finding: {
          ...{ fromReview: 'tam-ky-2022', action: 'A1', text: TOLD, measure: TOLD, owner: null, needsRetest: true },
          times: 1,
        },
      }),
      step(SYSTEM, LATER, {
        type: 'ReceiveProposal',
        proposal: 'an-son-1',
        from: 'an-son',
        lessons: [
          { finding: 'F1', text: TOLD, suggestion: TOLD },
          { finding: 'F2', text: TOLD, suggestion: { titleVi: TOLD, owner: 'CMC', after: [], gate: 'G5' } },
        ],
      }),
    ];
    const past = [...papers, ...steps, classify({ kind: 'exercise' })];
    const state = given(exercise, CITY, past).state;
    expect(JSON.stringify(state)).toContain(TOLD);
    expect(JSON.stringify(shownState(state)).split(TOLD)).toHaveLength(1 + 3); // heads of three boards are posts
    expect(shownState(state)).toMatchObject({
      resources: { venues: [], vehicles: [{ class: 'Xe tải', count: 2 }] },
      run: { plan: [{ name: '[…]', items: [{ label: 'A2' }] }] },
      issues: [{ text: '[…]', closed: { evidence: '[…]' } }],
      carried: [{ measure: '[…]' }],
      proposals: [{ lessons: [{ suggestion: '[…]' }, { suggestion: '[…]' }] }],
    });
    const shown = (fact: { type: string; [field: string]: unknown }) =>
      JSON.stringify(shownFact(fact, state.classifications));
    for (const fact of [
      { type: 'ResourcesReserved', venues: [TOLD], vehicles: [] },
      { type: 'IssueClosed', issue: 'V1', evidence: TOLD },
      { type: 'StagesPlanned', stages: [{ stage: 1, name: TOLD, items: [] }] },
      { type: 'FindingReceived', finding: { fromReview: 'tam-ky-2022', action: 'A1', text: TOLD, measure: TOLD } },
      { type: 'ProposalReceived', lessons: [{ text: TOLD, suggestion: { titleVi: TOLD } }] },
      { type: 'ClashAccepted', kind: 'venue', key: `venue:a+b:2027-04-20:${TOLD}`, subject: TOLD, reason: NEUTRAL },
    ])
      expect(shown(fact)).not.toContain(TOLD);
  });

  test('a clash over a place that its board accepted is not shown by the name of the place', () => {
    const twin = given(exercise, 'exercise/tam-ky-b', [...plannedCity, now(reserve)]).state;
    const world = knowing(['exercise/tam-ky-b', twin]);
    const key = `venue:tam-ky-2027+tam-ky-b:2027-04-20:${TOLD}`;
    const past = [...plannedCity, now(reserve), step(SB, LATER, { type: 'AcceptClash', key, reason: NEUTRAL })];
    const { state } = given(exercise, CITY, [...past, classify({ kind: 'exercise' })], world);
    expect(Object.keys(state.acceptedClashes)).toEqual([key]);
    expect(shownState(state).acceptedClashes).toEqual({});
  });

  test('takes no free text in any depth, and its own classification may be given again with a reason', () => {
    const refused = (command: Command) => {
      const meta = { stream: StreamId.parse(CITY), commandId: 'c', at: LATER, by: SA };
      return refusalOf(() => refuseSecretText(command, exerciseSecret, meta));
    };
    const field = (name: string) => ({ code: 'secret-text', params: { field: name } });
    expect(refused({ type: 'x', parts: [{ a: null }, { note: TOLD }] })).toMatchObject(field('parts.1.note'));
    expect(refused({ type: 'x', text: NEUTRAL })).toMatchObject(field('text'));
    expect(refused({ type: 'x', change: { headPost: TOLD } })).toBeUndefined();
    expect(refused({ type: 'x', reason: NEUTRAL, post: TOLD, parts: [null, 'a', 3] })).toBeUndefined();
    expect(refused({ type: 'Classify', reason: TOLD })).toBeUndefined();
    const lowered = classify({ kind: 'exercise' }, { level: 'internal', reason: TOLD });
    expect(stateOf(classify({ kind: 'exercise' }), lowered).classifications.exercise?.level).toBe('internal');
  });
});

test('a task nobody said the proof of may be classified; a calendar may not', () => {
  const added = now({
    ...{ type: 'AddTask', code: 'C41', titleVi: 'Việc', owner: 'tam-ky.HEA', after: [], gate: 'G4' },
    ...{ offset: { anchor: 'T', days: -40 }, reason: 'x' },
  });
  expect(stateOf(added, classify({ kind: 'task', task: 'C41' })).classifications).toHaveProperty('task/C41');
  given(exercise, CITY, papers)
    .when(head('tam-ky.SA'), LATER, classify({ kind: 'paper', slot: 'calendar' }).command)
    .thenRefused('not-classifiable', { item: 'paper/calendar' });
});
