import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fact } from '../../../domain/decider.ts';
import {
  chainOf,
  type ExerciseState,
  enteredPaper,
  isDone,
  missingBefore,
  paperOnFile,
  verifiersOf,
  voidedBy,
  waitsOn,
} from '../../../domain/exercise/index.ts';
import type { RevocationEvent } from '../../../domain/exercise/revocation.ts';
import { PAPER_SLOTS, type PaperSlot } from '../../../domain/template/index.ts';
import { at, type Command, head, member, type Step, send, step } from '../../support/domain.ts';
import { journal, played } from '../../support/journal.ts';
import { intents, resolve } from '../exercise/player.ts';
import { board, CITY, cityThrough, frame, paper, pass, plannedCity, resolution, SA } from '../exercise/season.ts';

const TODAY = at('2026-12-01');
const acting = paper('99/QĐ-UBND', '2026-12-01');
const pasts = [plannedCity, cityThrough('G1'), cityThrough('G2'), cityThrough('G4'), cityThrough('G6')].map((past) =>
  played(CITY, past),
);

const ENTER: Readonly<Record<PaperSlot, Command>> = {
  directive: { type: 'RegisterDirective', paper: paper('1/CT') },
  resolution,
  standingDirective: { type: 'IssueDirective', paper: paper('2-CT/TU') },
  steering: board('steering'),
  organising: board('organising'),
  directing: board('directing'),
  support: board('support'),
  frame,
  intent: { type: 'ApproveIntent', paper: paper('3/BCĐ') },
  plan: { type: 'IssuePlan', paper: paper('4/KH') },
  calendar: { type: 'IssuePreparationCalendar', paper: paper('5/LCT') },
  budget: { type: 'ApproveBudget', paper: paper('6/QĐ'), amount: 1 },
};

/** What can be reached from a paper, edge by edge, through work that was done: told apart from the product's own search. */
const reached = (state: ExerciseState, root: PaperSlot): Set<string> => {
  const { papers, tasks } = chainOf(state);
  const worked = (code: string): boolean => ['submitted', 'verified'].includes(state.tasks[code]?.status ?? '');
  const edges = (node: string): string[] => [
    ...papers.filter((rule) => [...rule.needs, ...rule.follows].some((need) => need === node)).map(({ slot }) => slot),
    ...papers.flatMap(({ slot, task }) => (slot === node && task ? [task] : [])),
    ...Object.keys(tasks).filter((code) => tasks[code]?.some((need) => need === node)),
    ...Object.values(state.tasks).flatMap((task) => (task.after.includes(node) ? [task.code] : [])),
    ...papers.flatMap(({ slot, task }) => (task === node && !enteredPaper(state, slot) ? [slot] : [])),
  ];
  const isThere = (node: string): boolean =>
    PAPER_SLOTS.some((slot) => slot === node) ? paperOnFile(state, node as PaperSlot) !== null : worked(node);
  const found = new Set<string>([root]);
  const open = [root as string];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const next of edges(node))
      if (!found.has(next) && isThere(next)) {
        found.add(next);
        open.push(next);
      }
  return found;
};

const onFile = (state: ExerciseState): PaperSlot[] => PAPER_SLOTS.filter((slot) => paperOnFile(state, slot));
const passedOf = (state: ExerciseState): string[] => state.gates.filter((gate) => gate.passed).map(({ code }) => code);

/** Everything that is needed until as many gates stand passed as before: papers in order, work in turn, gates in order. */
const redo = (state: ExerciseState, gates: number): ExerciseState => {
  let now = state;
  const tell = (by: Step['by'], command: Command): void => {
    now = send(CITY, now, step(by, TODAY, command)).state as ExerciseState;
  };
  for (const { slot } of chainOf(now).papers)
    if (!enteredPaper(now, slot) && missingBefore(now, slot).length === 0) tell(SA, ENTER[slot]);
  for (const gate of now.gates.slice(0, gates)) {
    for (let task = next(now, gate.code); task; task = next(now, gate.code)) {
      if (task.status !== 'submitted') {
        const evidence = { number: '9/KH', date: '2026-12-01', holder: 'Văn thư' };
        tell(member(task.owner, 'worker'), { type: 'SubmitTask', task: task.code, evidence });
      }
      const [verifier] = verifiersOf(now, task);
      tell(member(verifier ?? 'tam-ky.SB', 'checker'), { type: 'VerifyTask', task: task.code });
    }
    if (!now.gates.find(({ code }) => code === gate.code)?.passed) tell(head('tam-ky.SB'), pass(gate.code));
  }
  return now;
};
const next = (state: ExerciseState, gate: string) =>
  Object.values(state.tasks).find((task) => task.gate === gate && !isDone(task) && waitsOn(state, task).length === 0);

test('revoking any paper, after any work, voids exactly what hangs on it, as the preview says, and all can be done again', () => {
  const seen = { revoked: 0, tasks: 0, papers: 0, gates: 0, redone: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...pasts),
      intents(['submit', 'verify', 'submit', 'verify', 'waive', 'start', 'pass', 'return', 'paper', 'override'], 25),
      fc.array(fc.constantFrom(...PAPER_SLOTS), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...PAPER_SLOTS),
      (past, plan, papers, slot) => {
        const file = journal(CITY, past);
        for (const intent of plan) file.tell(resolve(file.now() as ExerciseState, { ...intent, hours: 1 }));
        for (const each of papers) file.tell(step(SA, TODAY, ENTER[each]));
        const before = file.now() as ExerciseState;
        const preview = voidedBy(before, slot);
        const { refused, facts } = file.tell(
          step(SA, TODAY, { type: 'RevokePaper', slot, paper: acting, reason: 'thay đổi' }),
        );
        expect(refused === undefined).toBe(paperOnFile(before, slot) !== null);
        if (refused) return;
        const after = file.now() as ExerciseState;
        const [fact] = facts as unknown as Fact<Extract<RevocationEvent, { type: 'PaperRevoked' }>>[];
        expect(fact?.voids).toEqual(preview);
        const fallen = reached(before, slot);
        expect(new Set([...preview.papers, ...preview.tasks])).toEqual(fallen);

        expect(onFile(after)).toEqual(onFile(before).filter((each) => !fallen.has(each)));
        for (const task of Object.values(before.tasks)) {
          const is = after.tasks[task.code];
          const { status: was, since: _, ...kept } = task;
          if (fallen.has(task.code)) expect(is).toMatchObject({ status: 'returned', due: task.due, verifiedAt: null });
          else if (was === 'open' || was === 'waiting')
            expect(is?.status).toBe(waitsOn(after, task).length === 0 ? 'open' : 'waiting');
          else expect(is).toEqual({ ...kept, status: was, since: task.since });
        }
        const gates = passedOf(before);
        expect(passedOf(after)).toEqual(gates.slice(0, gates.length - preview.gates.length));
        expect(preview.gates).toEqual(gates.slice(gates.length - preview.gates.length));
        expect(after.phase).toBe(preview.phase?.to ?? before.phase);
        expect(file.replayedFromStart()).toEqual(after);

        const again = redo(after, gates.length);
        expect(passedOf(again)).toEqual(gates);
        expect(again.phase).toBe(before.phase);
        seen.revoked += 1;
        seen.redone += preview.gates.length > 0 ? 1 : 0;
        seen.tasks += preview.tasks.length;
        seen.papers += preview.papers.length;
        seen.gates += preview.gates.length;
      },
    ),
    { numRuns: 200 },
  );
  expect(seen.revoked).toBeGreaterThan(80);
  expect(seen.redone).toBeGreaterThan(40);
  expect(seen.tasks).toBeGreaterThan(200);
  expect(seen.papers).toBeGreaterThan(200);
  expect(seen.gates).toBeGreaterThan(100);
});
