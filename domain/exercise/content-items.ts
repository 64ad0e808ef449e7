/** Content items of the stage being played: begun and ended, each once. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { bodyIn, standingAgency } from './rights.ts';
import type { PlannedItem, PlannedStage } from './run-state.ts';
import { currentStage, ItemCode, requirePhase, requirePlaying } from './stages.ts';
import type { ExerciseState } from './state.ts';

export const ItemCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('StartItem'), item: ItemCode }),
  z.strictObject({ type: z.literal('EndItem'), item: ItemCode }),
]);
export type ItemCommand = z.infer<typeof ItemCommand>;

export type ItemEvent =
  | { readonly type: 'ItemStarted'; readonly item: string; readonly stage: number }
  | { readonly type: 'ItemEnded'; readonly item: string; readonly stage: number };

/** The item and its stage, or `item-unknown`. */
export const plannedItem = (state: ExerciseState, code: string): { item: PlannedItem; stage: PlannedStage } => {
  for (const stage of state.run.plan) {
    const item = stage.items.find((each) => each.item === code);
    if (item) return { item, stage };
  }
  throw new Rejection('item-unknown', { item: code });
};

export const decideItems = (command: ItemCommand, state: ExerciseState, meta: CommandMeta): ItemEvent[] => {
  allow(meta.by, [bodyIn(state, 'SB'), bodyIn(state, 'DB'), standingAgency(state)]);
  requirePhase(state, 'running', command.type);
  const { stage } = plannedItem(state, command.item).stage;
  const played = state.run.items[command.item];
  switch (command.type) {
    case 'StartItem':
      requirePlaying(state);
      if (currentStage(state) !== stage) throw new Rejection('item-stage', { item: command.item, stage });
      if (played) throw new Rejection('item-played', { item: command.item });
      return [{ type: 'ItemStarted', item: command.item, stage }];
    case 'EndItem':
      if (!played || played.endedAt) throw new Rejection('item-not-running', { item: command.item });
      return [{ type: 'ItemEnded', item: command.item, stage }];
    default:
      return command satisfies never;
  }
};

export const evolveItems = (state: ExerciseState, fact: Fact<ItemEvent>): ExerciseState => {
  const { run } = state;
  const startedAt = run.items[fact.item]?.startedAt ?? fact.at;
  const endedAt = fact.type === 'ItemEnded' ? fact.at : null;
  return { ...state, run: { ...run, items: { ...run.items, [fact.item]: { startedAt, endedAt } } } };
};

/** The end of a stage ends the items that still run in it. */
export const endItemsOf = (state: ExerciseState, stage: number, at: Fact<ItemEvent>['at']): ExerciseState => {
  const items = { ...state.run.items };
  for (const { item } of state.run.plan.find((each) => each.stage === stage)?.items ?? []) {
    const played = items[item];
    if (played && !played.endedAt) items[item] = { ...played, endedAt: at };
  }
  return { ...state, run: { ...state.run, items } };
};
