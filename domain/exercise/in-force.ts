/** What an exercise is given must be in force that day: its localities, and every body that work is given to. */
import type { CommandMeta, Context, DomainEvent } from '../decider.ts';
import { ownerMustBeInForce, requireSuperior } from '../organisation/authority.ts';
import { type BodyId, isSystem } from '../people.ts';
import { dayOf } from '../time.ts';
import type { TemplateAdopted } from './adopt.ts';
import type { ChecklistEvent } from './checklist.ts';
import type { OpeningEvent } from './opening.ts';
import type { ProposalEvent } from './proposals.ts';
import type { RehearsalEvent } from './rehearsals.ts';
import type { TailoringEvent } from './tailoring.ts';

/** Subjects whose events give work to a body. */
type Working = OpeningEvent | ChecklistEvent | TailoringEvent | RehearsalEvent | ProposalEvent | TemplateAdopted;
type Given<T extends Working['type']> = Extract<Working, { type: T }>;

const OWNERS: { readonly [T in Working['type']]?: (event: Given<T>) => readonly BodyId[] } = {
  TaskAssigned: ({ owner }) => [owner],
  TaskAdded: ({ added }) => [added.owner],
  IssueRaised: ({ owner }) => [owner],
  ProposalAccepted: ({ tasks }) => tasks.map(({ owner }) => owner),
  TemplateAdopted: ({ added, changed }) => [
    ...added.map(({ owner }) => owner),
    ...changed
      .filter(({ fields }) => fields.some(({ field }) => field === 'owner'))
      .map(({ planned }) => planned.owner),
  ],
  ExercisePlanned: ({ tasks, owners }) => [...tasks.map(({ owner }) => owner), ...Object.values(owners)],
};

/** Bodies that an event gives work to, or makes answer for a code. */
const given = (event: DomainEvent): readonly BodyId[] => {
  const owners = OWNERS[event.type as Working['type']] as ((event: DomainEvent) => readonly BodyId[]) | undefined; // by its type
  return owners?.(event) ?? [];
};

/**
 * The events as they are. Throws `owner-not-in-force` where one gives work to a body that has ended or is unknown,
 * `unit-not-in-force` or `superior-wrong` where a file is opened for a locality that does not exist or is led by another.
 * What policies send is taken as it comes: a reform re-homes it.
 */
export const inForce = <E extends DomainEvent>(
  events: readonly E[],
  { by, at }: CommandMeta,
  { organisation }: Context,
): readonly E[] => {
  if (isSystem(by)) return events;
  const day = dayOf(at);
  for (const event of events) {
    if (isDraft(event)) requireSuperior(organisation, event.orgUnit, event.superiorUnit, day);
    for (const body of new Set(given(event))) ownerMustBeInForce(organisation, body, day);
  }
  return events;
};

const isDraft = (event: DomainEvent): event is Given<'ExerciseDrafted'> => event.type === 'ExerciseDrafted';
