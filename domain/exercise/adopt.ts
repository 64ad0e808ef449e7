/** The command that takes over another version of the template, with what `adoptionOf` says it does. */
import { z } from 'zod';
import { stateIn } from '../context.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { EntityId, type StreamId, streamId } from '../streams.ts';
import { GATE_CODES, versionOf } from '../template/index.ts';
import { Reason } from '../text.ts';
import { type Adoption, adoptionOf } from './adoption.ts';
import { type ClockEvent, tellDue } from './clock.ts';
import { newGate, newTask } from './layout.ts';
import { passedOn } from './passing-on.ts';
import { bodyIn, standingAgency } from './rights.ts';
import { evolveSetLadder } from './set-ladder.ts';
import { without } from './soundness.ts';
import type { ExerciseState, Gate, Task } from './state.ts';
import { requirePreparing } from './tailoring.ts';
import { withTurns } from './turns.ts';

export const AdoptCommand = z.strictObject({
  type: z.literal('AdoptTemplate'),
  version: z.int().min(1).max(999_999).meta({ description: 'Another version of the template the exercise stands on' }),
  reason: Reason,
});
export type AdoptCommand = z.infer<typeof AdoptCommand>;

export interface TemplateAdopted extends Adoption {
  readonly type: 'TemplateAdopted';
  readonly reason: string;
}

/** The template whose versions an adoption looks at; null before planning. */
export const adoptedStream = (state: ExerciseState): StreamId | null =>
  state.template && streamId('template', EntityId.parse(state.template.id));

/** What adopting a version would do to the exercise now. Throws `template-unknown`, `template-retired`, and as `adoptionOf`. */
export const previewAdoption = (state: ExerciseState, version: number, context: Context): Adoption => {
  const { template: stands, type } = state;
  if (!stands || !type) throw new Rejection('exercise-not-active', { phase: state.phase });
  const id = EntityId.parse(stands.id);
  const versions = stateIn(context, 'template', id);
  const next = versionOf(id, versions, version);
  if (next.retired) throw new Rejection('template-retired', { id, version });
  if (!next.template.exerciseTypes.includes(type))
    throw new Rejection('template-not-for-type', { id, exerciseType: type });
  return adoptionOf(state, versionOf(id, versions, stands.version).template, next.template, context.calendar);
};

/** Nothing happens when the exercise stands on that version. What the old ladder still owes is told before a new one holds. */
export const decideAdopt = (
  command: AdoptCommand,
  state: ExerciseState,
  meta: CommandMeta,
  context: Context,
): (ClockEvent | TemplateAdopted)[] => {
  requirePreparing(state);
  allow(meta.by, [standingAgency(state), bodyIn(state, 'SA')]);
  if (state.template?.version === command.version) return [];
  const adoption = previewAdoption(state, command.version, context);
  const owed = adoption.ladder ? tellDue(state, context.calendar, meta.at) : [];
  return [...owed, { type: 'TemplateAdopted', ...adoption, reason: command.reason }];
};

export const evolveAdopt = (state: ExerciseState, fact: Fact<TemplateAdopted>): ExerciseState => {
  const { at, ladder, scoreSheet, compression, papers } = fact;
  const tasks: Record<string, Task> = { ...state.tasks };
  for (const { task: code, planned } of fact.changed) {
    const task = tasks[code];
    if (task)
      tasks[code] = { ...(task.owner === planned.owner ? task : passedOn(task, planned.owner, at)), ...planned };
  }
  for (const planned of fact.added) tasks[planned.code] = newTask(planned, at);
  const added = new Set(fact.added.map(({ code }) => code));
  const next: ExerciseState = {
    ...state,
    template: state.template && { ...state.template, version: fact.to },
    scoreSheet: scoreSheet ?? state.scoreSheet,
    compression,
    paperChain: papers,
    tasks: without(
      tasks,
      fact.dropped.map(({ task }) => task),
    ),
    dropped: state.dropped.filter(({ task }) => !added.has(task)),
    gates: gatesAfter(state.gates, fact.gates),
  };
  const turned = withTurns(next, at);
  if (!ladder) return turned;
  const set = { type: 'LadderSet', ladder, previous: state.ladder, reason: fact.reason } as const;
  return evolveSetLadder(turned, { ...set, at, by: fact.by, version: fact.version });
};

/** Passed gates stay as they are; the others are as the new version has them. */
const gatesAfter = (gates: readonly Gate[], next: TemplateAdopted['gates']): Gate[] =>
  [
    ...gates.filter((gate) => gate.passed),
    ...next.map((gate) => ({ ...(gates.find(({ code }) => code === gate.code) ?? newGate(gate)), ...gate })),
  ].sort((a, b) => GATE_CODES.indexOf(a.code) - GATE_CODES.indexOf(b.code));
