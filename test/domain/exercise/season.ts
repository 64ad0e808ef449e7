/** One season to start tests from: the city exercise of Tam Kỳ, 20–22 April 2027, and its commune Tân Thạnh. */
import { SYSTEM } from '../../../domain/people.ts';
import { CITY_TEMPLATE, COMMUNE_TEMPLATE, GATE_CODES, type GateCode } from '../../../domain/template/index.ts';
import { at, type Command, head, member, type Step, step } from '../../support/domain.ts';

export const CITY = 'exercise/tam-ky-2027';
export const COMMUNE = 'exercise/tan-thanh-2027';

export const SA = member('tam-ky.SA');
export const MPC = member('tam-ky.MPC');
export const PC = member('tam-ky.PC');
export const POL = member('tam-ky.POL');
export const FIN = member('tam-ky.FIN');
export const SB = head('tam-ky.SB');
export const SB_MEMBER = member('tam-ky.SB');
export const DB = member('tam-ky.DB');
export const CMC = member('tan-thanh.CMC');
export const COM = member('tan-thanh.COM');

export const OPENING = '2027-04-20';
export const CLOSING = '2027-04-22';
/** After planning, before the first deadline: what is done at this time is never late. */
export const EARLY = at('2026-10-06');
const DRAFTED = at('2026-10-01');
const PLANNED = at('2026-10-05');

export const draftCity: Command = {
  type: 'DraftExercise',
  exerciseType: 'defenceAreaExercise',
  orgUnit: 'tam-ky',
  theme: 'Diễn tập khu vực phòng thủ',
  isPilot: false,
};
export const draftCommune: Command = {
  type: 'DraftExercise',
  exerciseType: 'communeCombatExercise',
  orgUnit: 'tan-thanh',
  superiorUnit: 'tam-ky',
  theme: 'Diễn tập chiến đấu phường',
  isPilot: false,
};
export const planCity: Command = { type: 'PlanExercise', startDate: OPENING, endDate: CLOSING };
export const planCommune: Command = { type: 'PlanExercise', startDate: '2027-04-13', endDate: '2027-04-14' };

export const draftedCity: readonly Step[] = [step(SA, DRAFTED, draftCity)];
export const plannedCity: readonly Step[] = [...draftedCity, step(SA, PLANNED, planCity)];
export const draftedCommune: readonly Step[] = [step(CMC, DRAFTED, draftCommune)];
export const plannedCommune: readonly Step[] = [...draftedCommune, step(CMC, PLANNED, planCommune)];

export const paper = (number = '12-NQ/ĐUQS', date = '2026-10-05') => ({ number, date, issuer: 'Đảng ủy Quân sự' });
export const evidence = (number = '01/KH', date = '2026-10-05') => ({ number, date, holder: 'Văn thư' });
export const resolution: Command = { type: 'IssueResolution', paper: paper() };
export const board = (name: string): Command => ({
  type: 'EstablishBoard',
  board: name,
  paper: paper('05/QĐ-UBND'),
  headPost: 'Bí thư Thành ủy',
  seats: [{ post: 'Ủy viên', count: 5 }],
});
export const frame: Command = {
  type: 'DecideFrame',
  paper: paper('06/QĐ-BCĐ'),
  seats: [{ post: 'Trưởng ban', count: 1 }],
};

export const submit = (task: string): Command => ({ type: 'SubmitTask', task, evidence: evidence() });
export const verify = (task: string): Command => ({ type: 'VerifyTask', task });
export const pass = (gate: GateCode, more: object = {}): Command => ({ type: 'PassGate', gate, ...more });

/** A task of either template, proved by its owner and verified by another body. */
export const done = (code: string, when = EARLY): Step[] => {
  const commune = code.startsWith('X');
  const owner = (commune ? COMMUNE_TEMPLATE : CITY_TEMPLATE).tasks.find((task) => task.code === code)?.owner ?? 'SA';
  const unit = commune && !['SC', 'MPC', 'SA', 'SB', 'DB'].includes(owner) ? 'tan-thanh' : 'tam-ky';
  const verifier = owner === 'SA' ? SB_MEMBER : SA;
  return [step(member(`${unit}.${owner}`), when, submit(code)), step(verifier, when, verify(code))];
};

const RUN: readonly Step[] = [
  step(SB, at(OPENING, 7), { type: 'OpenRun' }),
  ...[1, 2, 3].map((stage) => step(SB, at(OPENING, 7 + stage), { type: 'StartStage', stage })),
  step(SB, at(CLOSING, 17), { type: 'CloseRun' }),
];

/** What stands before a gate besides its own tasks. */
const before = (gate: GateCode, commune: boolean): readonly Step[] => {
  switch (gate) {
    case 'G1':
      return [step(SA, EARLY, resolution)];
    case 'G2': {
      const boards = commune ? ['organising', 'support'] : ['steering', 'organising', 'directing', 'support'];
      return [...boards.map((name) => step(SA, EARLY, board(name))), step(SA, EARLY, frame)];
    }
    case 'G7':
      return commune
        ? RUN
        : [...RUN, step(SYSTEM, at(CLOSING, 18), { type: 'NoteDrillResult', present: 119, ordered: 120 })];
    case 'G8':
      return [step(SYSTEM, at('2027-05-06'), { type: 'NoteReviewResult', points: 88, grade: 'excellent' })];
    default:
      return [];
  }
};

const gateSteps = (gate: GateCode, commune: boolean): Step[] => {
  const when = gate < 'G7' ? EARLY : at(gate === 'G7' ? '2027-04-23' : '2027-05-07');
  const tasks = (commune ? COMMUNE_TEMPLATE : CITY_TEMPLATE).tasks.filter((task) => task.gate === gate);
  return [...before(gate, commune), ...tasks.flatMap((task) => done(task.code, when)), step(SB, when, pass(gate))];
};

const through = (first: readonly Step[], last: GateCode, commune: boolean): readonly Step[] => [
  ...first,
  ...GATE_CODES.slice(0, GATE_CODES.indexOf(last) + 1).flatMap((gate) => gateSteps(gate, commune)),
];
/** Planned, and every gate up to this one passed with all its tasks verified. */
export const cityThrough = (last: GateCode): readonly Step[] => through(plannedCity, last, false);
export const communeThrough = (last: GateCode): readonly Step[] => through(plannedCommune, last, true);

/** G6 passed and opened on the opening day. */
export const runningCity: readonly Step[] = [...cityThrough('G6'), ...RUN.slice(0, 1)];
export const reviewingCity: readonly Step[] = [...cityThrough('G6'), ...RUN];
