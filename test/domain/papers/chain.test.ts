import { describe, expect, test } from '@jest/globals';
import { type ExerciseState, exercise, paperOnFile } from '../../../domain/exercise/index.ts';
import { CITY_CHAIN, CITY_TEMPLATE, COMMUNE_CHAIN, COMMUNE_TEMPLATE } from '../../../domain/template/index.ts';
import { type Command, given, head, member, refusalOf, type Step, send, step } from '../../support/domain.ts';
import {
  board,
  CITY,
  CMC,
  COM,
  COMMUNE,
  cityThrough,
  communeThrough,
  done,
  EARLY,
  FIN,
  PC,
  POL,
  paper,
  plannedCity,
  plannedCommune,
  resolution,
  SA,
  SB,
  SB_MEMBER,
  submit,
} from '../exercise/season.ts';

const say = (type: string, more: object = {}): Command => ({ type, paper: paper(`1/${type}`), ...more });
const entered = (slot: string, command: Command, amount: number | null = null): Command => ({
  type: 'PaperEntered',
  slot,
  paper: command.paper,
  amount,
});
const now = (command: Command, by = SA): Step => step(by, EARLY, command);
const city = (...steps: Step[]) => given(exercise, CITY, [...plannedCity, ...steps]);
const toSteering = [now(resolution), now(board('steering'))];

describe('the chain of authority of a city', () => {
  test('runs from the directive of the superior to the budget, each paper on those before it', () => {
    const [intent, plan, calendar] = [say('ApproveIntent'), say('IssuePlan'), say('IssuePreparationCalendar')];
    city()
      .when(SA, EARLY, say('RegisterDirective'))
      .thenExactly(entered('directive', say('RegisterDirective')));
    city().when(SA, EARLY, say('IssueDirective')).thenRefused('paper-missing', { paper: 'resolution' });
    city(now(resolution))
      .when(member('tam-ky.SC'), EARLY, say('IssueDirective'))
      .thenExactly(entered('standingDirective', say('IssueDirective')));
    city(now(resolution)).when(SB, EARLY, intent).thenRefused('paper-missing', { paper: 'steering' });
    city(...toSteering)
      .when(SB, EARLY, intent)
      .thenExactly(entered('intent', intent));
    city(...toSteering)
      .when(PC, EARLY, plan)
      .thenRefused('paper-missing', { paper: 'intent' });
    city(...toSteering, now(intent))
      .when(PC, EARLY, plan)
      .thenExactly(entered('plan', plan));
    city(...toSteering, now(intent))
      .when(SA, EARLY, calendar)
      .thenRefused('paper-missing', { paper: 'plan' });
    city(...toSteering, now(intent), now(plan))
      .when(member('tam-ky.OB'), EARLY, calendar)
      .thenExactly(entered('calendar', calendar));
    const budget = say('ApproveBudget', { amount: 850_000_000 });
    city(...toSteering, now(intent), now(plan))
      .when(FIN, EARLY, budget)
      .thenExactly(entered('budget', budget, 850_000_000));
  });

  test('takes each paper once', () => {
    const directive = say('RegisterDirective');
    city(now(directive))
      .when(SA, EARLY, directive)
      .thenRefused('paper-exists', { paper: 'directive', number: '1/RegisterDirective' });
  });

  test('is kept by the issuing body or the standing agency', () => {
    city().when(POL, EARLY, say('RegisterDirective')).thenRefused('not-your-body', { body: 'tam-ky.POL' });
    city(now(resolution)).when(PC, EARLY, say('IssueDirective')).thenRefused('not-your-body', { body: 'tam-ky.PC' });
    city(...toSteering)
      .when(PC, EARLY, say('ApproveIntent'))
      .thenRefused('not-your-body', { body: 'tam-ky.PC' });
    city(...toSteering)
      .when(FIN, EARLY, say('IssuePlan'))
      .thenRefused('not-your-body', { body: 'tam-ky.FIN' });
  });

  test('an amount is whole dong, not less than nothing', () => {
    for (const amount of [-1, 0.5, 1e16]) city().when(FIN, EARLY, say('ApproveBudget', { amount })).thenInvalid();
  });
});

describe('the form of a paper', () => {
  const formed = (command: Command, form: string): Command => ({
    ...command,
    paper: { ...(command.paper as object), form },
  });

  test('resolutions and directives of Party bodies are set in Party form, decisions and plans by Decree 30', () => {
    city()
      .when(SA, EARLY, formed(resolution, 'party36'))
      .thenExactly({
        type: 'ResolutionIssued',
        paper: formed(resolution, 'party36').paper,
      });
    city()
      .when(SA, EARLY, formed(resolution, 'decree30'))
      .thenRefused('paper-form', { paper: 'resolution', form: 'decree30', rightForm: ['party36'] });
    city(now(resolution))
      .when(SA, EARLY, formed(say('IssueDirective'), 'decree30'))
      .thenRefused('paper-form', { paper: 'standingDirective' });
    city(...toSteering)
      .when(SA, EARLY, formed(board('support'), 'party36'))
      .thenRefused('paper-form', { paper: 'support', rightForm: ['decree30'] });
  });

  test('a superior issues its directive in either form', () => {
    for (const form of ['party36', 'decree30'])
      city()
        .when(SA, EARLY, formed(say('RegisterDirective'), form))
        .thenExactly(entered('directive', formed(say('RegisterDirective'), form)));
  });
});

describe('subcommittees', () => {
  const subcommittees = [{ name: 'Tiểu ban nội dung', seats: [{ post: 'Trưởng tiểu ban', count: 1 }] }];

  test('are decided with the organising board', () => {
    const organising = { ...board('organising'), subcommittees };
    const { type: _, ...decided } = organising;
    const file = city(...toSteering);
    file.when(PC, EARLY, organising).thenExactly({ type: 'BoardEstablished', ...decided });
    expect(city(...toSteering, now(organising)).state.boards.organising?.subcommittees).toEqual(subcommittees);
  });

  test('are no part of another board', () => {
    city(...toSteering)
      .when(PC, EARLY, { ...board('support'), subcommittees })
      .thenRefused('subcommittees-elsewhere', { paper: 'support' });
  });
});

describe('a commune', () => {
  const commune = (...steps: Step[]) => given(exercise, COMMUNE, [...plannedCommune, ...steps]);
  const upTo = [now(resolution, COM), now(board('organising'), COM)];

  test('has a shorter chain: resolution, organising board, support team, frame, plan, budget', () => {
    commune(...upTo)
      .when(CMC, EARLY, say('IssuePlan'))
      .thenExactly(entered('plan', say('IssuePlan')));
    commune(now(resolution, COM))
      .when(CMC, EARLY, say('IssuePlan'))
      .thenRefused('paper-missing', { paper: 'organising' });
    commune(...upTo, now(say('IssuePlan'), CMC))
      .when(COM, EARLY, say('ApproveBudget'))
      .thenExactly(entered('budget', say('ApproveBudget')));
  });

  test('has no intent, no directive of a standing committee, no calendar of its own', () => {
    for (const [type, slot] of [
      ['ApproveIntent', 'intent'],
      ['IssueDirective', 'standingDirective'],
      ['IssuePreparationCalendar', 'calendar'],
    ] as const)
      commune(...upTo)
        .when(COM, EARLY, say(type))
        .thenRefused('paper-not-in-chain', { paper: slot });
  });
});

describe('nothing that hangs on a paper starts without it', () => {
  /** The city with its boards, as if C10 had been taken out of the checklist. */
  const withoutC10 = (): ExerciseState => {
    const { state } = given(exercise, CITY, cityThrough('G2'));
    const { C10: _, ...tasks } = state.tasks;
    const open = Object.fromEntries(
      Object.entries(tasks).map(([code, task]) => {
        const after = task.after.filter((before) => before !== 'C10');
        return [code, { ...task, after, status: code === 'C11' || code === 'C20' ? ('open' as const) : task.status }];
      }),
    );
    return { ...state, tasks: open };
  };
  const tell =
    (state: ExerciseState, command: Command, by = PC) =>
    () =>
      send(CITY, state, step(by, EARLY, command)).state as ExerciseState;

  test('a paper whose task is not in the checklist is entered itself before the work on it begins', () => {
    const state = withoutC10();
    for (const command of [submit('C11'), { type: 'StartTask', task: 'C11' }])
      expect(refusalOf(tell(state, command))).toMatchObject({
        code: 'task-needs-paper',
        params: { task: 'C11', paper: 'intent' },
      });
    const approved = tell(state, say('ApproveIntent'), SB)();
    expect(tell(approved, submit('C11'))().tasks.C11?.status).toBe('submitted');
  });

  test('such a paper keeps its gate shut too', () => {
    const blockers = (state: ExerciseState) =>
      refusalOf(() => send(CITY, state, step(SB, EARLY, { type: 'PassGate', gate: 'G3' })));
    expect(blockers(withoutC10())).toMatchObject({
      params: { blockers: ['intent', 'C11', 'C12', 'C13', 'C14'] },
    });
  });

  test('a task whose evidence is the paper is handed in before it, and its verified proof counts as the paper', () => {
    const file = given(exercise, CITY, [...cityThrough('G2'), ...done('C10')]);
    expect(paperOnFile(file.state, 'intent')).toEqual({ number: '01/KH', date: '2026-10-05', issuer: 'Văn thư' });
    file.when(PC, EARLY, say('IssuePlan')).thenExactly(entered('plan', say('IssuePlan')));
    const handedIn = given(exercise, CITY, [...cityThrough('G2'), step(SB_MEMBER, EARLY, submit('C10'))]);
    expect(paperOnFile(handedIn.state, 'intent')).toBeNull();
  });

  test('what was entered itself is the paper, whatever the proof of the task cites', () => {
    const past = [...cityThrough('G2'), now(say('ApproveIntent'), SB), ...done('C10')];
    expect(paperOnFile(given(exercise, CITY, past).state, 'intent')?.number).toBe('1/ApproveIntent');
  });

  test('a board needs its own decision: the proof of its task has no head and no members', () => {
    const past = cityThrough('G1').concat(done('C05'));
    expect(paperOnFile(given(exercise, CITY, past).state, 'steering')).toBeNull();
  });

  test('a paper whose task does not apply is not asked for', () => {
    const waived = step(head('tam-ky.SC'), EARLY, {
      type: 'WaiveTask',
      task: 'C10',
      reason: 'dùng ý định của cấp trên',
    });
    given(exercise, CITY, [...cityThrough('G2'), waived])
      .when(PC, EARLY, say('IssuePlan'))
      .thenExactly(entered('plan', say('IssuePlan')));
  });
});

describe('the shipped chains', () => {
  test.each([
    ['city', CITY_CHAIN, CITY_TEMPLATE],
    ['commune', COMMUNE_CHAIN, COMMUNE_TEMPLATE],
  ] as const)('the chain of a %s fits its checklist', (_, chain, template) => {
    const codes = template.tasks.map((task) => task.code);
    const slots: string[] = chain.papers.map((rule) => rule.slot);
    for (const { slot, needs, follows, task, gate } of chain.papers) {
      for (const before of [...needs, ...follows]) expect(slots.indexOf(before)).toBeLessThan(slots.indexOf(slot));
      if (task) expect(template.tasks.find((each) => each.code === task)?.gate).toBe(gate);
    }
    for (const [task, needs] of Object.entries(chain.tasks)) {
      expect(codes).toContain(task);
      // the task that brings the paper stands before the one that needs it: no flow without entered papers is cut off
      for (const need of needs) {
        const bringing = chain.papers.find((rule) => rule.slot === need)?.task;
        expect(template.tasks.find((each) => each.code === task)?.after).toContain(bringing);
      }
    }
  });

  test('an authority that publishes a chain of its own has it followed', () => {
    const { state } = given(exercise, COMMUNE, communeThrough('G1'));
    const free = COMMUNE_CHAIN.papers.map((rule) => (rule.slot === 'plan' ? { ...rule, needs: [] } : rule));
    const own = { ...state, paperChain: { ...COMMUNE_CHAIN, papers: free } };
    const plan = step(CMC, EARLY, say('IssuePlan'));
    expect(refusalOf(() => send(COMMUNE, state, plan))).toMatchObject({ code: 'paper-missing' });
    expect(refusalOf(() => send(COMMUNE, own, plan))).toBeUndefined();
  });
});
