/**
 * What a pilot commune learned, put before those still to go (domain guide §7, S: communes are trained one from another): the city
 * spreads the lessons, each commune's standing agency takes over the tasks that are suggested, or refuses with a reason.
 */
import { z } from 'zod';
import { Offset } from '../calendar/index.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { BodyCode } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow, systemOnly } from '../rights.ts';
import type { EntityId } from '../streams.ts';
import { GateCode, TaskCode, Title } from '../template/index.ts';
import { Reason } from '../text.ts';
import { dayOf } from '../time.ts';
import { PHASE_BEFORE } from './gate-phase.ts';
import type { PlannedTask } from './layout.ts';
import type { Lesson, Proposal, Suggestion } from './proposal-state.ts';
import { bodyIn, standingAgency } from './rights.ts';
import { requireSound } from './soundness.ts';
import type { ExerciseState } from './state.ts';
import { requirePreparing, taskToAdd, withAdded } from './tailoring.ts';

const ProposalId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

export const ProposalCommand = z.strictObject({
  type: z.literal('DecideProposal'),
  proposal: ProposalId,
  accepted: z.boolean(),
  reason: Reason,
  tasks: z
    .array(
      z.strictObject({
        finding: z.string().max(20),
        leaveOut: z.boolean().optional(),
        code: TaskCode.optional(),
        titleVi: Title.optional(),
        titleEn: Title.optional(),
        owner: BodyCode.optional(),
        after: z.array(TaskCode).max(50).optional(),
        gate: GateCode.optional(),
        offset: Offset.optional(),
      }),
    )
    .max(100)
    .optional()
    .meta({
      description:
        'By finding: what is left out, and what is otherwise than suggested; owner, gate and offset are needed where only words were suggested',
    }),
});
export type ProposalCommand = z.infer<typeof ProposalCommand>;

/** Commands that only policies send. */
export type ProposalFollowUp =
  | { readonly type: 'SpreadLessons'; readonly from: EntityId; readonly lessons: readonly Lesson[] }
  | {
      readonly type: 'ReceiveProposal';
      readonly proposal: string;
      readonly from: EntityId;
      readonly lessons: readonly Lesson[];
    };

export type ProposalEvent =
  | { readonly type: 'LessonsSpread'; readonly from: EntityId; readonly lessons: readonly Lesson[] }
  | {
      readonly type: 'ProposalReceived';
      readonly proposal: string;
      readonly from: EntityId;
      readonly lessons: readonly Lesson[];
      /** False once the run has opened: taken note of only. */
      readonly toDecide: boolean;
    }
  | {
      readonly type: 'ProposalAccepted';
      readonly proposal: string;
      readonly reason: string;
      readonly tasks: readonly PlannedTask[];
    }
  | { readonly type: 'ProposalRefused'; readonly proposal: string; readonly reason: string };

const isPreparing = ({ phase }: ExerciseState): boolean => phase === 'draft' || PHASE_BEFORE.includes(phase);

export const decideProposal = (
  command: ProposalCommand | ProposalFollowUp,
  state: ExerciseState,
  meta: CommandMeta,
  context: Context,
): ProposalEvent[] => {
  if (command.type !== 'DecideProposal') {
    systemOnly(meta.by, command.type);
    if (state.phase === 'none') return [];
    const { from, lessons } = command;
    if (command.type === 'SpreadLessons') return [{ type: 'LessonsSpread', from, lessons }];
    const { proposal } = command;
    if (state.proposals.some(({ id }) => id === proposal)) return [];
    return [{ type: 'ProposalReceived', proposal, from, lessons, toDecide: isPreparing(state) }];
  }
  requirePreparing(state);
  allow(meta.by, [standingAgency(state), bodyIn(state, 'SA')]);
  const proposal = state.proposals.find(({ id }) => id === command.proposal);
  if (!proposal) throw new Rejection('proposal-unknown', { proposal: command.proposal });
  if (proposal.status !== 'open')
    throw new Rejection('proposal-decided', { proposal: proposal.id, proposalStatus: proposal.status });
  const { reason } = command;
  if (!command.accepted) return [{ type: 'ProposalRefused', proposal: proposal.id, reason }];
  return [
    {
      type: 'ProposalAccepted',
      proposal: proposal.id,
      reason,
      tasks: tasksOf(command, proposal, state, meta, context),
    },
  ];
};

/** The suggested tasks as this exercise plans them, one after the other, each sound together with those before it. */
const tasksOf = (
  command: ProposalCommand,
  proposal: Proposal,
  state: ExerciseState,
  meta: CommandMeta,
  { calendar }: Context,
): PlannedTask[] => {
  const tasks: PlannedTask[] = [];
  let file = state;
  for (const lesson of proposal.lessons) {
    const wish = command.tasks?.find((each) => each.finding === lesson.finding);
    const wanted = wish?.leaveOut ? null : suggested(lesson, wish);
    if (!wanted) continue;
    const spec = {
      ...wanted,
      code: wish?.code ?? nextFree(file),
      owner: bodyIn(state, wanted.owner),
      // what this exercise does without cannot be waited for
      after: wanted.after.filter((code) => file.tasks[code] !== undefined),
    };
    const task = taskToAdd(file, spec, calendar, dayOf(meta.at));
    const next = withAdded(file, task, meta);
    requireSound(file, next);
    tasks.push(task);
    file = next;
  }
  return tasks;
};

type Wish = NonNullable<ProposalCommand['tasks']>[number];

/** The task of a lesson, as suggested and as wished; null where none is suggested. Throws `proposal-incomplete`. */
const suggested = (lesson: Lesson, wish: Wish | undefined): Suggestion | null => {
  const { suggestion, finding } = lesson;
  const whole = typeof suggestion === 'object' ? suggestion : null;
  if (!whole && !wish) return null;
  const words = typeof suggestion === 'string' ? suggestion : lesson.text;
  const titleVi = wish?.titleVi ?? whole?.titleVi ?? words.slice(0, 200);
  const titleEn = wish?.titleEn ?? whole?.titleEn;
  const { owner = whole?.owner, gate = whole?.gate, offset = whole?.offset, after = whole?.after ?? [] } = wish ?? {};
  if (!owner || !gate || !offset) throw new Rejection('proposal-incomplete', { finding });
  return { titleVi, ...(titleEn === undefined ? {} : { titleEn }), owner, gate, offset, after };
};

/** The next number of the checklist's own letter: after X24 comes X25. */
const nextFree = (state: ExerciseState): string => {
  const codes = [...Object.keys(state.tasks), ...state.dropped.map(({ task }) => task)];
  const letter = /^[A-Z]+/.exec(codes[0] ?? '')?.[0] ?? 'X';
  const numbers = codes.filter((code) => code.startsWith(letter)).map((code) => Number(/\d+$/.exec(code)?.[0] ?? 0));
  return `${letter}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
};

export const evolveProposal = (state: ExerciseState, fact: Fact<ProposalEvent>): ExerciseState => {
  switch (fact.type) {
    case 'LessonsSpread': {
      const { from, lessons, version } = fact;
      return { ...state, spread: [...state.spread, { proposal: `${from}-${version}`, from, lessons }] };
    }
    case 'ProposalReceived': {
      const { proposal: id, from, lessons, toDecide, at } = fact;
      const status = toDecide ? 'open' : 'noted';
      const received: Proposal = { id, from, lessons, receivedAt: at, status, reason: null, tasks: [] };
      return { ...state, proposals: [...state.proposals, received] };
    }
    case 'ProposalAccepted': {
      const codes = fact.tasks.map(({ code }) => code);
      const decided = withProposal(state, fact.proposal, { status: 'accepted', reason: fact.reason, tasks: codes });
      return fact.tasks.reduce((file, task) => withAdded(file, task, fact), decided);
    }
    case 'ProposalRefused':
      return withProposal(state, fact.proposal, { status: 'refused', reason: fact.reason });
    default:
      return fact satisfies never;
  }
};

const withProposal = (state: ExerciseState, id: string, change: Partial<Proposal>): ExerciseState => ({
  ...state,
  proposals: state.proposals.map((each) => (each.id === id ? { ...each, ...change } : each)),
});
