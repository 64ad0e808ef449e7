/** Any sequence of commands to a run, beside a model that knows only what an umpire keeps in mind: same facts, same refusals. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exercise } from '../../../domain/exercise/index.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { instant, toMs } from '../../../domain/time.ts';
import { at, type Command, given, send, step } from '../../support/domain.ts';
import { CITY, cityThrough, DB, OPENING, SB } from './season.ts';

const ITEMS: Readonly<Record<string, number>> = { N1: 1, N2: 1, N3: 2 };
const span = (from: number, until: number) => ({ plannedStart: at(OPENING, from), plannedEnd: at(OPENING, until) });
const item = (code: string) => ({ item: code, label: code, part: 'live' });
const PLAN: Command = {
  type: 'PlanStages',
  stages: [
    { stage: 1, ...span(8, 10), items: [item('N1'), item('N2')] },
    { stage: 2, ...span(10, 12), items: [item('N3')] },
  ],
};
const ready = given(exercise, CITY, [...cityThrough('G6'), step(DB, at(OPENING, 6), PLAN)]).state;

interface Model {
  phase: 'ready' | 'running' | 'reviewing';
  /** Last stage begun, and whether it still goes on. */
  stage: number;
  on: boolean;
  paused: boolean;
  items: Record<string, 'on' | 'over'>;
  seen: Set<string>;
}

const endItems = (model: Model, stage: number): void => {
  for (const code of Object.keys(model.items)) if (ITEMS[code] === stage) model.items[code] = 'over';
};

/** What the umpire expects: a refusal's code, or null when it happens; then the model has changed. */
const expected = (model: Model, command: Command): string | null => {
  const code = String(command.item ?? '');
  const number = Number(command.stage ?? 0);
  if (command.type === 'OpenRun') {
    if (model.phase !== 'ready') return 'exercise-phase';
    model.phase = 'running';
    return null;
  }
  if (command.type === 'RecordObservation') {
    if (model.phase === 'ready') return 'observations-closed';
    if (model.seen.has(String(command.observation))) return 'observation-exists';
    if (code !== '' && !ITEMS[code]) return 'item-unknown';
    model.seen.add(String(command.observation));
    return null;
  }
  if (model.phase !== 'running') return 'exercise-phase';
  switch (command.type) {
    case 'PauseRun':
      if (model.paused) return 'run-paused';
      model.paused = true;
      return null;
    case 'ResumeRun':
      if (!model.paused) return 'run-not-paused';
      model.paused = false;
      return null;
    case 'StartStage':
      if (model.paused) return 'run-paused';
      if (model.stage === 2) return 'stages-played';
      if (number !== model.stage + 1) return 'stage-order';
      endItems(model, model.stage);
      Object.assign(model, { stage: number, on: true });
      return null;
    case 'EndStage':
      if (!model.on || number !== model.stage) return 'stage-not-running';
      endItems(model, number);
      model.on = false;
      return null;
    case 'StartItem':
      if (!ITEMS[code]) return 'item-unknown';
      if (model.paused) return 'run-paused';
      if (!model.on || ITEMS[code] !== model.stage) return 'item-stage';
      if (model.items[code]) return 'item-played';
      model.items[code] = 'on';
      return null;
    case 'EndItem':
      if (!ITEMS[code]) return 'item-unknown';
      if (model.items[code] !== 'on') return 'item-not-running';
      model.items[code] = 'over';
      return null;
    default:
      if (model.stage < 2) return 'stages-open';
      endItems(model, 2);
      Object.assign(model, { phase: 'reviewing', on: false, paused: false });
      return null;
  }
};

const code = fc.constantFrom('N1', 'N2', 'N3', 'N9');
const stage = fc.constantFrom(1, 2, 3);
const one = (type: string, more: object = {}): Command => ({ type, ...more });
const commands: fc.Arbitrary<Command> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(one('OpenRun'), one('CloseRun')) },
  { weight: 2, arbitrary: fc.constantFrom(one('PauseRun', { reason: 'mưa' }), one('ResumeRun'), one('ResumeRun')) },
  { weight: 3, arbitrary: stage.map((n) => one('StartStage', { stage: n })) },
  { weight: 1, arbitrary: stage.map((n) => one('EndStage', { stage: n })) },
  { weight: 4, arbitrary: code.map((item) => one('StartItem', { item })) },
  { weight: 3, arbitrary: code.map((item) => one('EndItem', { item })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(code, fc.nat(3))
      .map(([item, n]) => one('RecordObservation', { observation: `Q${n}`, seenAt: at(OPENING, 7), text: 'x', item })),
  },
);

test('a run of any commands goes as its umpire would say', () => {
  fc.assert(
    fc.property(fc.array(commands, { minLength: 20, maxLength: 40 }), (sequence) => {
      const model: Model = { phase: 'ready', stage: 0, on: false, paused: false, items: {}, seen: new Set() };
      let state = ready;
      [one('OpenRun'), ...sequence].forEach((command, index) => {
        const when = instant(toMs(at(OPENING, 7)) + index * 60_000);
        const before = state;
        let refused: string | null = null;
        try {
          state = send(CITY, state, step(SB, when, command)).state as typeof ready; // the stream is an exercise
        } catch (error) {
          if (!(error instanceof Rejection)) throw error;
          refused = error.code;
        }
        const wanted = expected(model, command);
        if (refused && state !== before) throw new Error('a refused command changed the state');
        const items = Object.entries(state.run.items).map(([key, own]) => [key, own.endedAt ? 'over' : 'on']);
        expect([
          command,
          refused,
          state.phase,
          state.stages.length,
          Object.fromEntries(items),
          state.run.pauses.some(({ until }) => until === null),
          state.observations.map(({ id }) => id),
        ]).toEqual([command, wanted, model.phase, model.stage, model.items, model.paused, [...model.seen]]);
      });
    }),
    { numRuns: 1000 },
  );
});
