/** Plays programmes on their own business days: commands of people as planned, reviews and reminders by the clock. */
import { type EntityId, streamId } from '../domain/streams.ts';
import { atHour, type Instant, instant, toMs } from '../domain/time.ts';
import { headOf, memberOf } from './cast.ts';
import type { Engine, Envelope } from './engine.ts';
import { SeasonRefused } from './play.ts';
import type { ProgrammePlan } from './programme-plan.ts';

const MINUTE = 60_000;

type Act = ProgrammePlan['acts'][number] & { readonly plan: string };

/** Acts of all plans by day; those of one day in the order of the plans. */
const inOrder = (plans: readonly ProgrammePlan[]): Act[] =>
  plans
    .flatMap(({ name, acts }) => acts.map((act) => ({ ...act, plan: name })))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/**
 * Sends what was done up to `until`, left out: everything, and lets the clock ring in between. The work of a day begins at
 * 09:00 in Vietnam, a minute for each act. Ids come from plan and programme, so a play that was broken off is repeated safely.
 * Throws `SeasonRefused` when a rule refuses an act.
 */
export const playProgrammes = async (
  plans: readonly ProgrammePlan[],
  engine: Engine,
  until?: Instant,
): Promise<void> => {
  const numbers = new Map<EntityId, number>();
  let [day, minute] = ['', 0];
  for (const { on, programme, by, head, do: command, plan } of inOrder(plans)) {
    minute = on === day ? minute + 1 : 0;
    day = on;
    const at = instant(toMs(atHour(on, 9)) + minute * MINUTE);
    if (until && at > until) break;
    await engine.advanceTo(atHour(on, 9));
    const number = (numbers.get(programme) ?? 0) + 1;
    numbers.set(programme, number);
    const stream = streamId('programme', programme);
    const actor = head ? headOf(by) : memberOf(by);
    const envelope: Envelope = { stream, commandId: `${plan}/${stream}/${number}`, command, at, by: actor };
    const outcome = await engine.send(envelope);
    if (outcome.kind === 'rejected') throw new SeasonRefused(envelope, outcome.rejection);
  }
  if (until) await engine.advanceTo(until);
};
