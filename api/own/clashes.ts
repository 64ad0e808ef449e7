/** Clashes as somebody reads them: exercises that he does not see are not named. */
import type { z } from 'zod';
import type { Reach } from '../../domain/access/index.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { ClashShown, GateShown, Words } from '../contract/index.ts';
import type { Own } from './tasks.ts';

type Clash = z.output<typeof ClashShown>;
type Gate = z.output<typeof GateShown>;
type Seen = ReadonlyMap<EntityId, Reach>;

const OTHER: Words = { vi: 'diễn tập của đơn vị khác', en: "another unit's exercise" };

/** Ids hold nothing but letters, digits and hyphens. */
const unnamed = (text: Words, strangers: readonly EntityId[]): Words => {
  const say = (language: 'vi' | 'en'): string =>
    strangers.reduce(
      (said, id) => said.replace(new RegExp(`(?<![a-z0-9-])${id}(?![a-z0-9-])`, 'g'), OTHER[language]),
      text[language],
    );
  return { vi: say('vi'), en: say('en') };
};

/** Everything about exercises that he sees; of others only that there is one. The key stays: `AcceptClash` names it. */
export const withoutStrangers = (clash: Clash, seen: Seen): Clash => {
  const strangers = clash.exercises.filter((id) => !seen.has(id));
  if (strangers.length === 0) return clash;
  return {
    ...clash,
    exercises: clash.exercises.filter((id) => seen.has(id)),
    tasks: clash.tasks.filter((task) => !strangers.some((id) => task.startsWith(`${id}/`))),
    text: unnamed(clash.text, strangers),
    accepted: clash.accepted.filter(({ exercise }) => seen.has(exercise)),
  };
};

/** Blockers of gates that are clashes, likewise; `exercises` are those that the clashes name. */
export const gateWithoutStrangers = (gate: Gate, exercises: readonly EntityId[], seen: Seen): Gate => {
  const strangers = exercises.filter((id) => !seen.has(id));
  if (strangers.length === 0) return gate;
  const blockers = gate.blockers.map((blocker) =>
    blocker.kind === 'clash' ? { ...blocker, text: unnamed(blocker.text, strangers) } : blocker,
  );
  return { ...gate, blockers };
};

/** True where the clash is about work of the body: its own load, or tasks that it owns. */
export const concerns = (clash: Pick<Clash, 'subject' | 'tasks'>, { exercise, bodies, tasks }: Own): boolean =>
  bodies.some((body) => body === clash.subject) ||
  [...tasks].some((task) => clash.tasks.includes(`${exercise}/${task}`));
