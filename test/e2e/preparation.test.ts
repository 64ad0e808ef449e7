/** The preparation of one exercise through HTTP, Temporal and PostgreSQL: papers, tasks, tailoring, rehearsals, what-if, reminders. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at } from '../support/domain.ts';
import { type Office, openOffice } from '../support/office.ts';
import { draftOf, plan, SA, SB } from './planned.ts';

const CITY = 'exercise/tam-ky-2027';
const OTHER = 'exercise/da-nang-2027';
const DEPUTY = 'pbt-1@tam-ky.SB:head';
const POL = 'ca-2@tam-ky.POL';
const HEA = 'yt-2@tam-ky.HEA';
const paper = (number: string, date: string, issuer = 'Thành ủy') => ({ number, date, issuer });
const evidence = (number: string, date: string) => ({ number, date, holder: 'Cơ quan chủ trì' });
const DAYS = ['2027-04-20', '2027-04-21'] as const;

let office: Office;
const file = (id = 'tam-ky-2027') => office.see(`/api/v1/exercises/${id}`);
const checklist = async (code: string) =>
  (await office.see('/api/v1/exercises/tam-ky-2027/checklist')).tasks.find(
    (task: { code: string }) => task.code === code,
  );

beforeAll(async () => {
  office = await openOffice(at('2026-11-23'));
  await plan(office, { id: 'tam-ky-2027', unit: 'tam-ky', days: DAYS });
  const part = { parentId: 'tam-ky-2027' };
  await plan(office, { id: 'tan-thanh-2027', unit: 'tan-thanh', isCommune: true, days: ['2027-04-13'], more: part });
}, 60_000);
afterAll(() => office.close());

describe('the authority chain', () => {
  test('each paper waits for the one that it stands on', async () => {
    const steering = {
      type: 'EstablishBoard',
      board: 'steering',
      paper: paper('105/QĐ-UBND', '2026-11-23', 'UBND thành phố'),
      headPost: 'Bí thư Thành ủy',
      seats: [{ post: 'Ủy viên', count: 12 }],
    };
    expect(await office.refused(SA, CITY, steering)).toBe('paper-missing');
    await office.done(SA, CITY, { type: 'RegisterDirective', paper: paper('15/CT-QK5', '2026-11-20', 'Quân khu 5') });
    await office.done('mpc-2@tam-ky.MPC', CITY, { type: 'IssueResolution', paper: paper('12-NQ/ĐUQS', '2026-11-23') });
    await office.done('sc-2@tam-ky.SC', CITY, { type: 'IssueDirective', paper: paper('08-CT/TU', '2026-11-23') });
    await office.done(SA, CITY, steering);
    await office.done(SB, CITY, { type: 'ApproveIntent', paper: paper('21/BCĐ', '2026-11-23', 'Ban Chỉ đạo') });
    const { papers } = await office.see('/api/v1/exercises/tam-ky-2027/papers');
    expect(papers.filter((each: { state: string }) => each.state === 'inForce').length).toBeGreaterThanOrEqual(5);
  });

  test('revoking one shows what it voids, then voids exactly that', async () => {
    const effects = await office.see('/api/v1/exercises/tam-ky-2027/papers/steering/effects');
    expect(JSON.stringify(effects)).toContain('intent');
    expect(JSON.stringify(effects)).not.toContain('"resolution"');
    const revoke = {
      type: 'RevokePaper',
      slot: 'steering',
      paper: paper('110/QĐ-UBND', '2026-11-23', 'UBND thành phố'),
      reason: 'Ban hành sai thẩm quyền',
    };
    const shown = await office.preview(SA, CITY, revoke);
    expect(shown.accepted).toBe(true);
    expect((await file()).boards).toHaveLength(1);
    await office.done(SA, CITY, revoke);
    const after = await file();
    expect(after.boards).toEqual([]);
    expect(after.resolution).toMatchObject({ number: '12-NQ/ĐUQS' });
  });

  test('a gate with the two-person rule is passed by two', async () => {
    await office.done(SA, CITY, { type: 'SubmitTask', task: 'C01', evidence: evidence('15/CVĐ', '2026-11-23') });
    await office.done('bcd-2@tam-ky.SB', CITY, { type: 'VerifyTask', task: 'C01' });
    await office.done(SA, CITY, { type: 'SubmitTask', task: 'C02', evidence: evidence('03/TTr', '2026-11-23') });
    await office.done('bcd-2@tam-ky.SB', CITY, { type: 'VerifyTask', task: 'C02' });
    await office.done(SB, CITY, { type: 'SetGateRule', gate: 'G0', twoPersons: true, reason: 'Quy chế làm việc' });
    await office.done(SB, CITY, { type: 'PassGate', gate: 'G0' });
    expect((await file()).phase).toBe('planned');
    expect(await office.refused(SB, CITY, { type: 'PassGate', gate: 'G0' })).toBe('second-person-needed');
    await office.done(DEPUTY, CITY, { type: 'PassGate', gate: 'G0' });
    expect((await file()).phase).toBe('preparing');
  });

  test('a secret item keeps a number and a neutral label only', async () => {
    await office.done('sa-1@tam-ky.SA:head', CITY, {
      type: 'Classify',
      subject: { kind: 'task', task: 'C20' },
      level: 'mat',
      decidedBy: 'Chỉ huy trưởng',
      basis: 'Danh mục bí mật nhà nước lĩnh vực quốc phòng',
      label: 'Văn bản đăng ký số 20',
    });
    expect(JSON.stringify(await checklist('C20'))).not.toContain('Kế hoạch động viên');
    const comment = { type: 'CommentTask', task: 'C20', text: 'nội dung' };
    expect(await office.refused(SA, CITY, comment)).toBe('secret-text');
    const marked = { type: 'CommentTask', task: 'C17', text: 'TUYỆT MẬT: phương án' };
    expect(await office.refused(SA, CITY, marked)).toBe('secret-marked');
  });
});

describe('tasks', () => {
  test('go from accepted to verified; revised evidence voids the verification', async () => {
    await office.done('mpc-2@tam-ky.MPC', CITY, { type: 'AcceptTask', task: 'C03' });
    await office.done('mpc-2@tam-ky.MPC', CITY, { type: 'HandOverTask', task: 'C03', person: 'mpc-3' });
    await office.done('mpc-3@tam-ky.MPC', CITY, { type: 'StartTask', task: 'C03' });
    await office.done('mpc-3@tam-ky.MPC', CITY, {
      type: 'SubmitTask',
      task: 'C03',
      evidence: evidence('12-NQ/ĐUQS', '2026-11-23'),
    });
    expect(await office.refused('mpc-3@tam-ky.MPC', CITY, { type: 'VerifyTask', task: 'C03' })).toBe('own-work');
    await office.done(SA, CITY, { type: 'ReturnTask', task: 'C03', reason: 'Thiếu chữ ký' });
    await office.done('mpc-3@tam-ky.MPC', CITY, {
      type: 'SubmitTask',
      task: 'C03',
      evidence: evidence('12-NQ/ĐUQS', '2026-11-23'),
    });
    await office.done(SA, CITY, { type: 'VerifyTask', task: 'C03' });
    expect((await checklist('C04')).status).toBe('open');
    await office.done('mpc-3@tam-ky.MPC', CITY, {
      type: 'ReviseEvidence',
      task: 'C03',
      evidence: evidence('13-NQ/ĐUQS', '2026-11-23'),
      reason: 'Đính chính số',
    });
    expect((await checklist('C03')).status).toBe('submitted');
    expect((await checklist('C04')).status).toBe('waiting');
    const one = await office.see('/api/v1/exercises/tam-ky-2027/tasks/C03');
    expect(JSON.stringify(one)).toContain('13-NQ/ĐUQS');
  });

  test('an extension is a request that keeps both deadlines', async () => {
    await office.done(HEA, CITY, {
      type: 'RequestExtension',
      task: 'C18',
      until: '2027-02-24',
      reason: 'Chờ danh mục thuốc',
    });
    await office.done(SB, CITY, { type: 'DecideExtension', task: 'C18', granted: true, reason: 'Đồng ý' });
    expect(await checklist('C18')).toMatchObject({ due: '2027-02-24', firstDue: '2027-02-18' });
  });

  test('tailoring adds, links and drops, and refuses a cycle', async () => {
    await office.done(SA, CITY, {
      type: 'AddTask',
      code: 'C41',
      titleVi: 'Phương án phòng chống dịch',
      owner: 'tam-ky.HEA',
      after: ['C16'],
      gate: 'G4',
      offset: { anchor: 'T', days: -40 },
      reason: 'Theo chỉ đạo',
    });
    expect(await office.refused(SA, CITY, { type: 'RelinkTask', task: 'C16', after: ['C41'], reason: 'x' })).toBe(
      'task-cycle',
    );
    await office.done(SA, CITY, { type: 'DropTask', task: 'C19', reason: 'Trong hè, không có học sinh' });
    expect(await checklist('C19')).toBeUndefined();
    expect(await checklist('C41')).toMatchObject({ owner: 'tam-ky.HEA' });
  });

  test('a new version of the template is adopted after its difference was shown', async () => {
    const city = await office.see('/api/v1/templates/city');
    const tasks = city.tasks.map((task: { code: string }) =>
      task.code === 'C17' ? { ...task, due: { anchor: 'T', days: -50 } } : task,
    );
    const { nameVi, nameEn, exerciseTypes, gates, ladder, scoreSheet, compressed } = city;
    await office.done(SA, 'template/city', {
      type: 'PublishTemplate',
      basedOn: 1,
      reason: 'Rút kinh nghiệm',
      template: { nameVi, nameEn, exerciseTypes, tasks: tasks.map(plainTask), gates, ladder, scoreSheet, compressed },
    });
    const shown = await office.see('/api/v1/exercises/tam-ky-2027/template-difference?version=2');
    expect(JSON.stringify(shown)).toContain('C17');
    expect((await file()).template).toMatchObject({ id: 'city', version: 1 });
    await office.done(SA, CITY, { type: 'AdoptTemplate', version: 2, reason: 'Áp dụng mẫu mới' });
    expect((await file()).template).toMatchObject({ id: 'city', version: 2 });
    expect((await checklist('C17')).due).toBe('2027-02-01');
  });

  test('a compressed run needs its least number of working days', async () => {
    const id = 'exercise/huong-tra-2027';
    await office.done(SA, id, draftOf({ unit: 'huong-tra', isCommune: true }));
    const inShort = (startDate: string) => ({ type: 'PlanExercise', startDate, endDate: startDate, compressed: true });
    expect(await office.refused(SA, id, inShort('2026-12-24'))).toBe('run-too-short');
    await office.done(SA, id, inShort('2027-01-12'));
  });

  test('a rehearsal has its own issues, which hold the gate until they are confirmed or carried', async () => {
    await office.done(SA, CITY, { type: 'HoldRehearsal', rehearsal: 'LT1', step: 'practice', date: '2026-11-23' });
    await office.done(SA, CITY, {
      type: 'RaiseIssue',
      issue: 'V1',
      rehearsal: 'LT1',
      text: 'Báo cáo giữa các bộ phận còn chậm',
      owner: 'tam-ky.POL',
      due: '2027-01-15',
    });
    const blockers = async () =>
      JSON.stringify((await office.see('/api/v1/exercises/tam-ky-2027/gates/G5')).gate.blockers);
    expect(await blockers()).toContain('V1');
    await office.done(POL, CITY, { type: 'CloseIssue', issue: 'V1', evidence: 'Đã luyện lại' });
    await office.done(SA, CITY, { type: 'ConfirmIssue', issue: 'V1' });
    expect(await blockers()).not.toContain('V1');
  });
});

describe('planning across exercises', () => {
  test('two exercises on one day and one hall clash before the plan is approved, until the head accepts it', async () => {
    await plan(office, { by: 'sa-2@da-nang.SA', id: 'da-nang-2027', unit: 'da-nang', days: DAYS });
    const venues = { type: 'ReserveResources', venues: ['Trung tâm Hội nghị'], vehicles: [] };
    await office.done(SA, CITY, venues);
    await office.done('sa-2@da-nang.SA', OTHER, venues);
    const { clashes } = await office.see('/api/v1/exercises/tam-ky-2027/clashes');
    const venue = clashes.find((clash: { kind: string }) => clash.kind === 'venue');
    expect(venue).toMatchObject({ severity: 'clash' });
    const g3 = JSON.stringify((await office.see('/api/v1/exercises/tam-ky-2027/gates/G3')).gate.blockers);
    expect(g3).toContain('clash');
    await office.done(SB, CITY, { type: 'AcceptClash', key: venue.key, reason: 'Hai bên dùng hai buổi khác nhau' });
  });

  test('what if the opening moved: every deadline, the commune and the reminders are shown, then committed as one event', async () => {
    const move = {
      type: 'RescheduleExercise',
      startDate: '2027-05-18',
      endDate: '2027-05-19',
      reason: 'Trùng kỳ họp HĐND',
    };
    const head = await office.engine.store.head();
    const shown = await office.preview(SB, CITY, move);
    expect(shown).toMatchObject({ accepted: true });
    expect(shown.effects.deadlines.length).toBeGreaterThan(30);
    expect(JSON.stringify(shown.followUps)).toContain('tan-thanh-2027');
    expect(await office.engine.store.head()).toEqual(head);
    await office.done(SB, CITY, { ...move, expectedVersion: shown.version });
    for (const { task, to } of shown.effects.deadlines.filter(
      (each: { task: string }) => each.task === 'C17' || each.task === 'C32',
    ))
      expect((await checklist(task)).due).toBe(to);
    expect((await file('tan-thanh-2027')).startDate).not.toBe('2027-04-13');
    const plan = await office.see('/api/v1/exercises/tam-ky-2027/plan');
    expect(plan.criticalPaths[0].length).toBeGreaterThan(3);
  });
});

describe('reminders', () => {
  test('follow a ladder that is data; an acknowledgement silences it, an undecided extension pauses it', async () => {
    await office.done(SA, CITY, {
      type: 'SetLadder',
      ladder: {
        hour: 7,
        rungs: [
          { id: 'before5', days: -5, audience: 'owner' },
          { id: 'overdue', days: 1, audience: 'owner', daily: true },
          { id: 'superior', days: 4, audience: 'superior' },
        ],
        quiet: [],
      },
      reason: 'Quy chế của Ban Chỉ đạo',
    });
    const due = (await checklist('C17')).due;
    await office.passTime(at('2027-02-24', 12));
    await office.done(POL, CITY, { type: 'AcknowledgeReminder', task: 'C17' });
    await office.passTime(at('2027-03-31', 12));
    const { reminders } = await office.see('/api/v1/exercises/tam-ky-2027/reminders');
    const told = reminders.filter((each: { task: string }) => each.task === 'C17');
    expect(
      told.every((each: { daysLeft: number; deadline: string }) => each.deadline !== due || each.daysLeft < 0),
    ).toBe(true);
    expect(told.filter((each: { rung: string }) => each.rung === 'superior')).toHaveLength(1);
    const digest = await office.see(`/api/v1/bodies/tam-ky.POL/digest?day=2027-03-31`);
    expect(JSON.stringify(digest)).toContain('C17');
  }, 60_000);
});

/** A task as `PublishTemplate` takes it, of a task as the template's page shows it. */
function plainTask(task: Record<string, unknown>): object {
  const fields = [
    'code',
    'titleVi',
    'titleEn',
    'owner',
    'after',
    'due',
    'evidence',
    'basis',
    'gate',
    'secret',
    'rehearsal',
  ];
  return Object.fromEntries(
    fields.filter((field) => task[field] !== undefined && task[field] !== null).map((field) => [field, task[field]]),
  );
}
