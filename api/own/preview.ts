/** What a command would do, as he may read it who would send it: nothing of files that he does not see. */
import type { z } from 'zod';
import type { Reach } from '../../domain/access/index.ts';
import type { EntityId, StreamId } from '../../domain/streams.ts';
import type { EffectsShown, Preview } from '../contract/index.ts';
import { concerns, type Themes, withoutStrangers } from './clashes.ts';
import type { Own } from './tasks.ts';

type Effects = z.output<typeof EffectsShown>;
type Rungs = Effects['reminders']['silenced'];

export interface Sight {
  /** Null where he sees the whole file. */
  readonly own: Own | null;
  readonly exercises: ReadonlyMap<EntityId, Reach>;
  /** How the exercises are called that its clashes name. */
  readonly themes: Themes;
  readonly streams: ReadonlyMap<StreamId, Reach>;
}

const ownEffects = (effects: Effects, own: Own): Effects => {
  const known = <T extends { readonly task: string }>(rows: readonly T[]): T[] =>
    rows.filter(({ task }) => own.tasks.has(task));
  const rungs = ({ first }: Rungs): Rungs => {
    const theirs = known(first);
    return { total: theirs.length, first: theirs };
  };
  return {
    ...effects,
    deadlines: known(effects.deadlines),
    added: known(effects.added),
    dropped: known(effects.dropped),
    voided: known(effects.voided),
    reminders: { silenced: rungs(effects.reminders.silenced), sounding: rungs(effects.reminders.sounding) },
    overdue: known(effects.overdue),
    clashesNew: effects.clashesNew.filter((clash) => concerns(clash, own)),
    clashesResolved: effects.clashesResolved.filter((clash) => concerns(clash, own)),
    slack: known(effects.slack),
  };
};

export const shownPreview = (answer: z.output<typeof Preview>, { own, exercises, themes, streams }: Sight) => {
  if (!answer.accepted) return answer;
  const effects = answer.effects && (own ? ownEffects(answer.effects, own) : answer.effects);
  return {
    ...answer,
    effects: effects && {
      ...effects,
      clashesNew: effects.clashesNew.map((clash) => withoutStrangers(clash, exercises, themes)),
      clashesResolved: effects.clashesResolved.map((clash) => withoutStrangers(clash, exercises, themes)),
    },
    followUps: answer.followUps.filter(({ stream }) => streams.get(stream) === 'whole'),
  };
};
