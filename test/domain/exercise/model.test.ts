import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ExerciseState, exercise } from '../../../domain/exercise/index.ts';
import { CITY_TEMPLATE } from '../../../domain/template/index.ts';
import { dayOf } from '../../../domain/time.ts';
import { given, refusalOf, type Step, send } from '../../support/domain.ts';
import { played } from '../../support/journal.ts';
import { GATES, intents, resolve, WORK } from './player.ts';
import { CITY, cityThrough, plannedCity, runningCity } from './season.ts';

/** The city's checklist and gates told once more, as plainly as can be: who may, when, and what then. */
class Model {
  /** Persons: who handed in last, who took it last, who accepted it first. */
  readonly work = new Map<string, { owner: string; did: string; by: string; took: string; accepted: string }>(
    CITY_TEMPLATE.tasks.map((task) => [
      task.code,
      { owner: `tam-ky.${task.owner}`, did: '', by: '', took: '', accepted: '' },
    ]),
  );
  readonly passed: string[] = [];
  readonly papers = new Set<string>();
  stages = 0;
  run = 'before';
  paused = false;
  start = '2027-04-20';

  is = (code: string): string => this.work.get(code)?.did ?? '';
  over = (code: string): boolean => ['verified', 'waived'].includes(this.is(code));
  row = (code: string) => CITY_TEMPLATE.tasks.find((task) => task.code === code);
  turn = (code: string): boolean => (this.row(code)?.after ?? []).every(this.over);
  status = (code: string): string => this.is(code) || (this.turn(code) ? 'open' : 'waiting');
  get phase(): string {
    if (this.passed.includes('G9')) return 'closed';
    if (this.run !== 'before') return this.run;
    return this.passed.includes('G6') ? 'ready' : this.passed.includes('G0') ? 'preparing' : 'planned';
  }

  /** Whether the command is in order; if so, it is done. */
  accepts({ by, at, command }: Step): boolean {
    const { body, post, person } = by;
    const from = (...codes: string[]): boolean => codes.some((code) => body === `tam-ky.${code}`);
    const first = (does: boolean, then: () => void): boolean => {
      if (does) then();
      return does;
    };
    const {
      type,
      task: code = '',
      gate = '',
      stage,
      startDate = '',
      paper,
      board = '',
    } = command as Record<string, string> & { type: string; stage?: number };
    const task = this.work.get(code);
    const live = this.phase !== 'closed' && !this.paused;
    const free = (this.row(code)?.gate ?? '') < 'G7' || this.run !== 'before';
    const isOther = task !== undefined && ![task.by, task.took, task.accepted].includes(person);
    const others = isOther && task.owner !== body && from('SA', 'SB');
    const waives = isOther && post === 'head' && (task.owner === 'tam-ky.SB' ? from('SC', 'MPC') : from('SB'));
    const did = (what: string) => () => {
      if (!task) return;
      task.did = what;
      if (what === 'submitted') task.by = person;
      if (what === 'started') task.took = person;
      if (what === 'submitted' || what === 'started') task.accepted ||= person;
    };
    if (type === 'ResumeExercise')
      return first(this.paused && from('SA', 'SB', 'MPC') && startDate >= dayOf(at), () => {
        this.paused = false;
        this.start = startDate;
      });
    if (!live) return false;
    switch (type) {
      case 'StartTask':
        return first(task?.owner === body && this.status(code) === 'open' && free, did('started'));
      case 'SubmitTask':
        return first(
          task?.owner === body && ['open', 'started', 'returned'].includes(this.status(code)) && free,
          did('submitted'),
        );
      case 'VerifyTask':
        return first(others && this.is(code) === 'submitted', did('verified'));
      case 'ReturnTask':
        return first(others && this.is(code) === 'submitted', did('returned'));
      case 'WaiveTask':
        return first(waives && !this.over(code) && this.is(code) !== 'submitted', did('waived'));
      case 'AssignTask':
        return first(from('SA') && !this.over(code) && this.is(code) !== 'submitted', () => {
          if (!task || task.owner === command.owner) return;
          if (task.did === 'started') task.did = '';
          Object.assign(task, { owner: String(command.owner), took: '', accepted: '' });
        });
      case 'IssueResolution':
        return first(from('SA', 'MPC') && !this.papers.has('resolution'), () => this.papers.add('resolution'));
      case 'EstablishBoard':
        return first(
          from('SA', 'PC', 'SB') &&
            this.papers.has(board === 'steering' ? 'resolution' : 'steering') &&
            !this.papers.has(board),
          () => this.papers.add(board),
        );
      case 'DecideFrame':
        return first(
          from('SA', 'SB') && this.papers.has('organising') && !this.papers.has('frame') && paper !== undefined,
          () => this.papers.add('frame'),
        );
      case 'PassGate': {
        const next = `G${this.passed.length}`;
        const needs =
          gate === 'G1'
            ? ['resolution']
            : gate === 'G2'
              ? ['steering', 'organising', 'directing', 'support', 'frame']
              : [];
        const clear =
          CITY_TEMPLATE.tasks.every((each) => each.gate !== gate || this.over(each.code)) &&
          needs.every((each) => this.papers.has(each)) &&
          gate !== 'G7' &&
          gate !== 'G8';
        const may = post === 'head' && (from('SB') || (gate < 'G2' && from('SC', 'MPC')));
        // no drill and no review reports back here: G7 and G8 are passed by override only
        return first(
          may &&
            gate === next &&
            (gate !== 'G7' || this.run === 'reviewing') &&
            (clear || (command.override !== undefined && from('SB'))),
          () => this.passed.push(gate),
        );
      }
      case 'OpenRun':
        return first(from('SA', 'SB') && this.phase === 'ready' && dayOf(at) >= this.start, () => {
          this.run = 'running';
        });
      case 'StartStage':
        return first(
          from('SA', 'SB', 'DB') && this.run === 'running' && stage === this.stages + 1 && this.stages < 3,
          () => {
            this.stages += 1;
          },
        );
      case 'CloseRun':
        return first(from('SA', 'SB') && this.run === 'running' && this.stages === 3, () => {
          this.run = 'reviewing';
        });
      case 'PostponeExercise':
        return first(from('SB', 'MPC') && this.run === 'before', () => {
          this.paused = true;
        });
      default:
        throw new Error(`the model does not know ${type}`);
    }
  }
}

test('the decider and a plain model accept the same, refuse the same, and end in the same state', () => {
  const pasts = [plannedCity, plannedCity, cityThrough('G1'), cityThrough('G5'), runningCity].map((steps) => ({
    steps: steps.slice(2),
    past: played(CITY, steps),
  }));
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...pasts),
      intents([...WORK, 'submit', 'verify', ...GATES], 25),
      ({ steps, past }, plan) => {
        const model = new Model();
        let state = past.state as ExerciseState;
        for (const each of steps) expect(model.accepts(each)).toBe(true);
        for (const intent of plan) {
          const next = resolve(state, intent);
          // business time never runs backwards: the model is told the time that counts
          const { lastAt } = state;
          const accepted = !refusalOf(() => {
            state = send(CITY, state, next).state as ExerciseState;
          });
          if (model.accepts({ ...next, at: lastAt !== null && lastAt > next.at ? lastAt : next.at }) !== accepted)
            throw new Error(`${accepted ? 'accepted' : 'refused'}: ${JSON.stringify(next)}`);
          seen[accepted ? 'accepted' : 'refused'] += 1;
          const statuses = Object.values(state.tasks).map((task) => `${task.code} ${task.status} ${task.owner}`);
          expect(statuses.join()).toBe(
            [...model.work].map(([code, { owner }]) => `${code} ${model.status(code)} ${owner}`).join(),
          );
          expect([
            state.phase,
            state.postponed !== null,
            state.gates.filter((gate) => gate.passed).map((gate) => gate.code),
          ]).toEqual([model.phase, model.paused, model.passed]);
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(seen.accepted).toBeGreaterThan(2000);
  expect(seen.refused).toBeGreaterThan(1000);
  expect(given(exercise, CITY, plannedCity).state.phase).toBe('planned');
});
