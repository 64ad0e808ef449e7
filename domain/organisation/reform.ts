/**
 * A reform takes effect at 00:00 of its day in Vietnam: from then on the files that name what ended are re-homed. What is
 * in force on a day does not wait for this; it follows from the days alone.
 */
import type { CommandMeta, Context, FollowUp } from '../decider.ts';
import { type BodyId, type OrgUnitId, unitOf } from '../people.ts';
import type { StreamId } from '../streams.ts';
import type { Paper } from '../text.ts';
import { atHour, dayOf, earlier, type Instant, type LocalDate } from '../time.ts';
import { filesNaming } from './files.ts';
import { heirOf, successorOf } from './lookup.ts';
import type { OrganisationState, PendingReform } from './state.ts';

/** Sent by the workflow's alarm; `due` is the instant it was armed for. Never refused. */
export interface ObserveTime {
  readonly type: 'ObserveTime';
  readonly due: Instant;
}

/** What is sent to each file: who takes over from whom, of bodies and of localities. */
export interface Rehoming {
  readonly bodies: Readonly<Record<BodyId, BodyId>>;
  readonly units: Readonly<Record<OrgUnitId, OrgUnitId>>;
  readonly reason: string;
  readonly paper: Paper;
}

/** All reforms of one paper that fell due together. */
export interface ReformTookEffect extends Rehoming {
  readonly type: 'ReformTookEffect';
  /** Versions of the decisions. */
  readonly reforms: readonly number[];
  readonly effective: LocalDate;
  readonly files: readonly StreamId[];
}

export const nextReform = ({ pending }: OrganisationState): Instant | null =>
  pending.length === 0 ? null : atHour(pending.map(({ effective }) => effective).reduce(earlier), 0);

/**
 * What has come due by the day of the command. Bodies and units are followed to those in force on that day, and all that had
 * led to them before are named too: a file that has not heard of an earlier reform yet goes straight to the last.
 */
export const dueReforms = (org: OrganisationState, { at }: CommandMeta, context: Context): ReformTookEffect[] => {
  const today = dayOf(at);
  const due = org.pending.filter(({ effective }) => effective <= today);
  if (due.length === 0) return [];
  const ended = endedBy(org, today);
  const groups = Map.groupBy(due, ({ paper }) => `${paper.number} ${paper.date} ${paper.issuer}`);
  return [...groups.values()].flatMap((reforms) => {
    const [first] = reforms;
    return first ? [tookEffect(reforms, first.paper, ended, context)] : [];
  });
};

interface Ended {
  readonly bodies: ReadonlyMap<BodyId, BodyId>;
  readonly units: ReadonlyMap<OrgUnitId, OrgUnitId>;
}

/** All bodies and units that have ended, each with the one in force on the day. */
const endedBy = (org: OrganisationState, day: LocalDate): Ended => {
  const [bodies, units] = [new Map<BodyId, BodyId>(), new Map<OrgUnitId, OrgUnitId>()];
  for (const unit of org.units.values()) {
    const heir = heirOf(org, unit.id, day);
    if (heir) units.set(unit.id, heir);
    for (const { id } of Object.values(unit.bodies)) {
      const successor = successorOf(org, id, day);
      if (successor) bodies.set(id, successor);
    }
  }
  return { bodies, units };
};

const tookEffect = (
  reforms: readonly PendingReform[],
  paper: Paper,
  ended: Ended,
  context: Context,
): ReformTookEffect => {
  const bodies = leadingWith(ended.bodies, new Set(reforms.flatMap((each) => each.bodies)));
  const units = leadingWith(ended.units, new Set(reforms.flatMap((each) => each.units)));
  const named = new Set<string>([...bodies, ...units].map(([old]) => old));
  for (const [body] of bodies) named.add(unitOf(body));
  return {
    type: 'ReformTookEffect',
    reforms: reforms.map(({ reform }) => reform),
    effective: reforms.map(({ effective }) => effective).reduce(earlier),
    bodies: Object.fromEntries(bodies),
    units: Object.fromEntries(units),
    files: filesNaming(context, named),
    reason: `${paper.number}, ${paper.issuer}`,
    paper,
  };
};

/** Those that the reforms ended, and those that had ended before and now go to the same one. */
const leadingWith = <Id>(ended: ReadonlyMap<Id, Id>, changed: ReadonlySet<Id>): [Id, Id][] => {
  const goals = new Set([...changed].map((id) => ended.get(id)));
  return [...ended].filter(([id, goal]) => changed.has(id) || goals.has(goal));
};

export const evolveReform = (org: OrganisationState, fact: ReformTookEffect): OrganisationState => ({
  ...org,
  pending: org.pending.filter(({ reform }) => !fact.reforms.includes(reform)),
});

export const rehome = ({ files, bodies, units, reason, paper }: ReformTookEffect): FollowUp[] =>
  files.map((stream) => ({ stream, command: { type: 'Rehome', bodies, units, reason, paper } }));
