import { describe, expect, test } from '@jest/globals';
import {
  blockersOf,
  type ExerciseState,
  exercise,
  refuseUpload,
  shownFact,
  shownState,
  shownTitle,
} from '../../../domain/exercise/index.ts';
import { at, type Command, given, head, member, refusalOf, type Step, step } from '../../support/domain.ts';
import {
  board,
  CITY,
  cityThrough,
  draftedCity,
  EARLY,
  evidence,
  FIN,
  POL,
  paper,
  plannedCity,
  reviewingCity,
  SA,
  SB,
  submit,
} from '../exercise/season.ts';

const LATER = at('2026-10-08');
const SA_HEAD = head('tam-ky.SA');
const SB_HEAD = SB;
const classify = (subject: object, level: string, more: object = {}): Command => ({
  type: 'Classify',
  subject,
  level,
  decidedBy: 'Chỉ huy trưởng Bộ CHQS',
  basis: 'Danh mục bí mật nhà nước, mục 3',
  ...more,
});
const task = (code: string) => ({ kind: 'task', task: code });
const entered = (command: Command): Command => ({
  ...command,
  type: 'Classified',
  label: command.label ?? null,
  reason: command.reason ?? null,
});
const now = (command: Command, by = SA_HEAD): Step => step(by, LATER, command);
const at4 = cityThrough('G3');
const secretC17 = [...at4, now(classify(task('C17'), 'mat', { label: 'Văn bản đăng ký số 17' }))];
const city = (past: readonly Step[] = at4) => given(exercise, CITY, past);

describe('classifying an item', () => {
  test('records level, who decided it and on what', () => {
    const command = classify(task('C17'), 'toiMat', { basis: paper('12/QĐ-BCH'), label: 'Văn bản số 17' });
    city().when(SA_HEAD, LATER, command).thenExactly(entered(command));
    const { state } = city([...at4, now(command)]);
    expect(state.classifications).toEqual({
      'task/C17': {
        level: 'toiMat',
        decidedBy: 'Chỉ huy trưởng Bộ CHQS',
        basis: paper('12/QĐ-BCH'),
        label: 'Văn bản số 17',
        at: LATER,
      },
    });
  });

  test('is for the head of the standing agency or of the body that issues the item', () => {
    const command = classify(task('C17'), 'mat');
    city().when(head('tam-ky.POL'), LATER, command).thenExactly(entered(command));
    city()
      .when(POL, LATER, command)
      .thenRefused('head-only', { allowed: ['tam-ky.SA', 'tam-ky.POL'] });
    city().when(head('tam-ky.FIN'), LATER, command).thenRefused('not-your-body', { body: 'tam-ky.FIN' });
    const intent = classify({ kind: 'paper', slot: 'intent' }, 'mat');
    city().when(SB_HEAD, LATER, intent).thenExactly(entered(intent));
    city().when(head('tam-ky.PC'), LATER, intent).thenRefused('not-your-body', { body: 'tam-ky.PC' });
    const whole = classify({ kind: 'exercise' }, 'internal');
    city(draftedCity).when(SA_HEAD, LATER, whole).thenExactly(entered(whole));
    city(draftedCity).when(head('tam-ky.PC'), LATER, whole).thenRefused('not-your-body', { body: 'tam-ky.PC' });
  });

  test('needs a basis that is there', () => {
    const { basis: _, ...without } = classify(task('C17'), 'mat');
    city().when(SA_HEAD, LATER, without).thenInvalid();
    city()
      .when(SA_HEAD, LATER, classify(task('C17'), 'mat', { basis: '' }))
      .thenInvalid();
    city()
      .when(SA_HEAD, LATER, classify(task('C17'), 'mat', { basis: paper('1', '2026-10-09') }))
      .thenRefused('paper-from-the-future');
    city()
      .when(SA_HEAD, LATER, classify(task('C17'), 'secret'))
      .thenInvalid();
  });

  test('what is on no official list may not be marked secret, only internal', () => {
    for (const code of ['C14', 'C15', 'C23', 'C09'])
      city()
        .when(SA_HEAD, LATER, classify(task(code), 'mat'))
        .thenRefused('not-classifiable', { item: `task/${code}` });
    for (const slot of ['budget', 'calendar', 'frame'])
      city()
        .when(SA_HEAD, LATER, classify({ kind: 'paper', slot }, 'tuyetMat'))
        .thenRefused('not-classifiable', { item: `paper/${slot}` });
    const internal = classify(task('C14'), 'internal');
    city().when(SA_HEAD, LATER, internal).thenExactly(entered(internal));
  });

  test('a level is raised as decided, and lowered with a reason', () => {
    const raised = classify(task('C17'), 'tuyetMat');
    city(secretC17).when(SA_HEAD, LATER, raised).thenExactly(entered(raised));
    city(secretC17)
      .when(SA_HEAD, LATER, classify(task('C17'), 'normal'))
      .thenRefused('lowering-needs-reason', { level: 'normal', from: 'mat' });
    const lowered = classify(task('C17'), 'normal', { reason: 'giải mật theo 31/QĐ' });
    city(secretC17).when(SA_HEAD, LATER, lowered).thenExactly(entered(lowered));
  });

  test('names an item that exists, in a file that is open', () => {
    city()
      .when(SA_HEAD, LATER, classify(task('C99'), 'mat'))
      .thenRefused('task-unknown', { task: 'C99' });
    city([])
      .when(SA_HEAD, LATER, classify(task('C17'), 'mat'))
      .thenRefused('exercise-unknown');
    city(cityThrough('G9'))
      .when(SA_HEAD, at('2027-05-10'), classify(task('C17'), 'mat'))
      .thenRefused('exercise-not-active', { phase: 'closed' });
  });
});

describe('a secret task', () => {
  test('takes register number, date and holder, and no note and no counts', () => {
    const POL_SENT = (more: object) => ({ ...submit('C17'), evidence: { ...evidence(), ...more } });
    city(secretC17)
      .when(POL, LATER, submit('C17'))
      .thenExactly({ type: 'TaskSubmitted', task: 'C17', evidence: evidence() });
    for (const more of [{ note: 'chốt chặn' }, { counts: { tổ: 3 } }]) {
      city(secretC17).when(POL, LATER, POL_SENT(more)).thenRefused('reference-only', { task: 'C17' });
      city()
        .when(POL, LATER, POL_SENT(more))
        .thenExactly({ type: 'TaskSubmitted', task: 'C17', evidence: { ...evidence(), ...more } });
    }
  });

  test('takes no free reason, but a neutral one', () => {
    const handedIn = [...secretC17, step(POL, LATER, submit('C17'))];
    const back = (reason: string): Command => ({ type: 'ReturnTask', task: 'C17', reason });
    city(handedIn).when(SA, LATER, back('vị trí chốt sai')).thenRefused('secret-text', { field: 'reason' });
    city(handedIn)
      .when(SA, LATER, back('Sai ngày đăng ký'))
      .thenExactly({ type: 'TaskReturned', task: 'C17', reason: 'Sai ngày đăng ký' });
    const ask = { type: 'RequestExtension', task: 'C17', until: '2027-02-18', reason: 'chờ sơ đồ' };
    city(secretC17).when(POL, LATER, ask).thenRefused('secret-text', { field: 'reason' });
    city(secretC17)
      .when(SB, LATER, { type: 'WaiveTask', task: 'C17', reason: 'vì thế trận' })
      .thenRefused('secret-text', { field: 'reason' });
  });

  test('leaves the others as they are', () => {
    const file = city([...secretC17, step(member('tam-ky.EDU'), LATER, submit('C19'))]);
    file
      .when(SA, LATER, { type: 'ReturnTask', task: 'C19', reason: 'thiếu phụ lục' })
      .thenExactly({ type: 'TaskReturned', task: 'C19', reason: 'thiếu phụ lục' });
  });

  test('takes no file; neither does one that the template keeps by reference', () => {
    const refused = (state: ExerciseState, code: string) => refusalOf(() => refuseUpload(state, code));
    expect(refused(city(secretC17).state, 'C17')).toMatchObject({ code: 'secret-upload', params: { task: 'C17' } });
    expect(refused(city().state, 'C20')).toMatchObject({ code: 'secret-upload' });
    expect(refused(city().state, 'C17')).toBeUndefined();
    expect(refused(city().state, 'C99')).toMatchObject({ code: 'task-unknown' });
  });
});

describe('what was written before an item became secret is not shown any more', () => {
  const told = 'chốt ở ngã ba';
  const returned = [
    ...at4,
    step(POL, EARLY, { ...submit('C17'), evidence: { ...evidence(), note: told, counts: { tổ: 3 } } }),
    step(SA, EARLY, { type: 'ReturnTask', task: 'C17', reason: told }),
  ];
  const secret = [...returned, now(classify(task('C17'), 'mat', { label: 'Văn bản đăng ký số 17' }))];

  test('the label stands for title, note and reasons; number, date and holder stay', () => {
    const { state } = city(secret);
    const shown = shownState(state);
    expect(JSON.stringify(state)).toContain(told);
    expect(JSON.stringify(shown)).not.toContain(told);
    expect(JSON.stringify(shown)).not.toContain('an ninh trật tự');
    const found = shown.tasks.C17;
    if (!found) throw new Error('still there');
    expect(shownTitle(state, found)).toEqual({ vi: 'Văn bản đăng ký số 17', en: 'Văn bản đăng ký số 17' });
    expect([found.titleVi, found.submission?.evidence]).toEqual(['Văn bản đăng ký số 17', evidence()]);
    expect(found).toMatchObject({ status: 'returned', due: state.tasks.C17?.due, returned: { times: 1 } });
    expect(
      blockersOf(shown, 'G4').filter((blocker) => blocker.kind === 'task' && blocker.task === 'C17'),
    ).toMatchObject([{ titleVi: 'Văn bản đăng ký số 17' }]);
    expect(shown.tasks.C18).toBe(state.tasks.C18);
  });

  test('without a label neutral words stand for it', () => {
    const { state } = city([...at4, now(classify(task('C17'), 'mat'))]);
    expect(shownState(state).tasks.C17).toMatchObject({
      titleVi: 'Việc chỉ ghi số đăng ký',
      titleEn: 'Task kept by register number only',
    });
  });

  test('an earlier state and the history are shown by the decision of now', () => {
    const { classifications } = city(secret).state;
    expect(JSON.stringify(shownState(city(returned).state, classifications))).not.toContain(told);
    const events = [
      { type: 'TaskReturned', task: 'C17', reason: told },
      { type: 'TaskSubmitted', task: 'C17', evidence: { ...evidence(), note: told } },
      { type: 'ExercisePlanned', tasks: [{ code: 'C17', titleVi: told, titleEn: told, gate: 'G4' }] },
    ];
    for (const event of events) {
      expect(JSON.stringify(shownFact(event, classifications))).not.toContain(told);
      expect(shownFact(event, {})).toBe(event);
    }
    expect(shownFact({ type: 'TaskReturned', task: 'C18', reason: told }, classifications)).toMatchObject({
      reason: told,
    });
  });

  test('once it is lowered again, all is shown as it stands', () => {
    const lowered = [...secret, now(classify(task('C17'), 'internal', { reason: 'giải mật' }))];
    const { state } = city(lowered);
    expect(shownState(state)).toBe(state);
  });

  test('a secret exercise shows its label instead of theme, code name and reasons', () => {
    const past = [
      ...plannedCity,
      step(SB, LATER, { type: 'PostponeExercise', reason: told }),
      now(classify({ kind: 'exercise' }, 'toiMat', { label: 'Diễn tập số 1' })),
    ];
    const { state } = city(past);
    const shown = shownState(state);
    expect(shown).toMatchObject({ theme: 'Diễn tập số 1', codeName: null, scale: null });
    expect(JSON.stringify(shown)).not.toContain(told);
    expect(shown.tasks).toEqual(state.tasks);
    expect(exercise.summary(state).details).toContain('Diễn tập số 1');
    expect(exercise.summary(state).details).not.toContain('khu vực phòng thủ');
    const drafted = shownFact(
      { type: 'ExerciseDrafted', theme: told, codeName: told, scale: told },
      state.classifications,
    );
    expect(drafted).toEqual({ type: 'ExerciseDrafted', theme: 'Diễn tập số 1', codeName: null, scale: null });
    given(exercise, CITY, past)
      .when(SB, LATER, { type: 'ResumeExercise', startDate: '2027-04-20', endDate: '2027-04-22', reason: told })
      .thenRefused('secret-text', { field: 'reason' });
  });

  test('a secret paper shows number, date and issuer, and no head, no members, no signer', () => {
    const signed = { ...paper('05/QĐ'), signerPost: 'Chủ tịch' };
    const past = [
      ...cityThrough('G1'),
      step(SA, EARLY, { ...board('steering'), paper: signed, headPost: told }),
      now(classify({ kind: 'paper', slot: 'steering' }, 'mat', { label: 'Quyết định số 5' })),
    ];
    const { state } = city(past);
    const shown = shownState(state);
    expect(shown.boards.steering).toEqual({ paper: paper('05/QĐ'), headPost: 'Quyết định số 5', seats: [] });
    expect(shown.resolution).toEqual(state.resolution);
    const event = {
      type: 'BoardEstablished',
      board: 'steering',
      paper: signed,
      headPost: told,
      seats: [{ post: told, count: 1 }],
    };
    expect(JSON.stringify(shownFact(event, state.classifications))).not.toContain(told);
    const amend = {
      type: 'AmendPaper',
      slot: 'steering',
      by: paper('6/QĐ', '2026-10-07'),
      reason: 'Theo văn bản đã đăng ký',
    };
    city(past)
      .when(SA, LATER, { ...amend, change: { headPost: told } })
      .thenRefused('secret-text', { field: 'change' });
    city(past)
      .when(SA, LATER, { ...amend, reason: told })
      .thenRefused('secret-text', { field: 'reason' });
  });
});

describe('a marked text is stopped at the door', () => {
  test('in whatever command, whoever sends it, before anything else is asked', () => {
    const marked = { ...submit('C17'), evidence: { ...evidence(), note: 'TỐI MẬT' } };
    city().when(POL, LATER, marked).thenRefused('secret-marked', { field: 'evidence.note' });
    city().when(FIN, LATER, marked).thenRefused('secret-marked', { field: 'evidence.note' });
    city(reviewingCity)
      .when(SB, at('2027-04-23'), { type: 'PostponeExercise', reason: '[Mật]' })
      .thenRefused('secret-marked', { field: 'reason' });
  });
});
