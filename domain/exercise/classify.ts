/** Classification of an exercise, a task or a paper, and what is refused for those that are state secrets (domain guide §10). */
import { z } from 'zod';
import {
  Basis,
  type Classification,
  isLower,
  isStateSecret,
  Level,
  NEUTRAL_REASONS,
  NEUTRAL_TITLE,
} from '../classification.ts';
import type { CommandMeta, Fact } from '../decider.ts';
import { isSystem } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { PaperSlot } from '../template/index.ts';
import { Reason, text } from '../text.ts';
import { dayOf } from '../time.ts';
import { TaskCode, taskOf } from './checklist.ts';
import { holdsContent } from './evidence.ts';
import { ruleOf } from './paper-kinds.ts';
import { bodyIn, standingAgency } from './rights.ts';
import type { ExerciseState, Task } from './state.ts';

export const Subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exercise') }),
  z.strictObject({ kind: z.literal('task'), task: TaskCode }),
  z.strictObject({ kind: z.literal('paper'), slot: PaperSlot }),
]);
export type Subject = z.infer<typeof Subject>;

export const ClassifyCommand = z.strictObject({
  type: z.literal('Classify'),
  subject: Subject,
  level: Level,
  decidedBy: text(120).meta({ description: 'Body or post that decided the level' }),
  basis: Basis.meta({ description: 'Paper, or item of the official list of secrets, on which the level rests' }),
  label: text(120).optional().meta({ description: 'Neutral words that stand for a secret item wherever it is shown' }),
  reason: Reason.optional().meta({ description: 'Needed to lower a level' }),
});
export type ClassifyCommand = z.infer<typeof ClassifyCommand>;

export interface Classified {
  readonly type: 'Classified';
  readonly subject: Subject;
  readonly level: Level;
  readonly decidedBy: string;
  readonly basis: Basis;
  readonly label: string | null;
  readonly reason: string | null;
}

/** Evidence and papers on no list of secrets (template default): counts of people and sessions, money, how work is laid out. */
export const NEVER_SECRET: { readonly evidence: readonly string[]; readonly papers: readonly PaperSlot[] } = {
  evidence: [
    'attendance',
    'attendanceIssues',
    'budgetDecision',
    'calendar',
    'decisionPosts',
    'minutesAssignments',
    'notice',
    'planSessions',
    'reportAwards',
    'sessionCounts',
    'settlementArchive',
  ],
  papers: ['calendar', 'budget', 'frame'],
};

const keyOf = (subject: Subject): string =>
  subject.kind === 'exercise' ? 'exercise' : subject.kind === 'task' ? `task/${subject.task}` : `paper/${subject.slot}`;

export const classificationOf = (state: ExerciseState, subject: Subject): Classification | null =>
  state.classifications[keyOf(subject)] ?? null;

/** The decision that makes an item a state secret, by its key (`exercise`, `task/C20`, `paper/intent`); null where there is none. */
export const secretIn = (classifications: ExerciseState['classifications'], key: string): Classification | null => {
  const found = classifications[key];
  return found && isStateSecret(found.level) ? found : null;
};

/** Whether an item is a state secret by a decision on file. */
export const isSecret = (state: ExerciseState, subject: Subject): boolean =>
  secretIn(state.classifications, keyOf(subject)) !== null;

/** Whether only a reference may be kept of a task: so the template says, or a decision on file. */
export const isReferenceOnly = (state: ExerciseState, task: Task): boolean =>
  task.referenceOnly || isSecret(state, { kind: 'task', task: task.code });

const ownersOf = (state: ExerciseState, subject: Subject) => {
  const keepers = [standingAgency(state), bodyIn(state, 'SA')];
  switch (subject.kind) {
    case 'exercise':
      return [...keepers, bodyIn(state, 'MPC'), bodyIn(state, 'SB')];
    case 'task':
      return [...keepers, taskOf(state, subject.task).owner];
    case 'paper':
      return [...keepers, ...ruleOf(state, subject.slot).issuers.map((code) => bodyIn(state, code))];
    default:
      return subject satisfies never;
  }
};

const requireClassifiable = (state: ExerciseState, subject: Subject): void => {
  const kind = subject.kind === 'task' ? (taskOf(state, subject.task).wanted?.kind ?? '') : '';
  const never =
    subject.kind === 'task'
      ? NEVER_SECRET.evidence.includes(kind)
      : subject.kind === 'paper' && NEVER_SECRET.papers.includes(subject.slot);
  if (never) throw new Rejection('not-classifiable', { item: keyOf(subject) });
};

/**
 * The head of the body that issues or does the item, or of the standing agency, enters the level that was decided. What is
 * on no official list may not be marked secret; a level is lowered with a reason.
 */
export const decideClassify = (command: ClassifyCommand, state: ExerciseState, meta: CommandMeta): Classified[] => {
  if (state.phase === 'none') throw new Rejection('exercise-unknown', {});
  if (state.phase === 'closed' || state.phase === 'cancelled')
    throw new Rejection('exercise-not-active', { phase: state.phase });
  const { subject, level, decidedBy, basis, label = null, reason = null } = command;
  allow(meta.by, ownersOf(state, subject), 'head');
  if (isStateSecret(level)) requireClassifiable(state, subject);
  const today = dayOf(meta.at);
  if (typeof basis !== 'string' && basis.date > today)
    throw new Rejection('paper-from-the-future', { date: basis.date, today });
  const before = classificationOf(state, subject);
  if (before && isLower(level, before.level) && reason === null)
    throw new Rejection('lowering-needs-reason', { level, from: before.level });
  return [{ type: 'Classified', subject, level, decidedBy, basis, label, reason }];
};

export const evolveClassify = (state: ExerciseState, fact: Fact<Classified>): ExerciseState => {
  const { level, decidedBy, basis, label, at } = fact;
  const classification: Classification = { level, decidedBy, basis, label, at };
  return { ...state, classifications: { ...state.classifications, [keyOf(fact.subject)]: classification } };
};

const FREE_TEXT: readonly string[] = [
  ...['reason', 'note', 'text', 'comment', 'theme', 'scale'],
  ...['evidence', 'measure', 'suggestion'],
];
/**
 * Whether people write freely in a field, given what it stands in: a name is free text where it names a stage. Numbers,
 * dates, holders and posts are none.
 */
export const isFreeText = (field: string, within: object): boolean =>
  FREE_TEXT.includes(field) || (field === 'name' && 'stage' in within);

/** Fields that a command cannot go without: neutral words stand in them. */
const MAY_BE_NEUTRAL: readonly string[] = ['reason', 'note', 'evidence'];

/** Titles of tasks that people write: taken in neutral words; what the template calls a task is no secret and is shown. */
const TITLES: readonly string[] = ['titleVi', 'titleEn'];
const isNeutralTitle = (value: string): boolean => Object.values(NEUTRAL_TITLE).some((neutral) => neutral === value);

/** Whether the words stand in the list of neutral reasons. */
export const isNeutral = (value: string): boolean => NEUTRAL_REASONS.some((neutral) => neutral === value);

interface Sent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The first free text of a command, by its path; neutral words and titles are none. */
const freeText = (value: object, path = ''): string | null => {
  for (const [key, part] of Object.entries(value)) {
    const field = path === '' ? key : `${path}.${key}`;
    if (typeof part === 'object' && part !== null) {
      const found = freeText(part, field);
      if (found !== null) return found;
    } else if (typeof part === 'string') {
      if (isFreeText(key, value) && !(MAY_BE_NEUTRAL.includes(key) && isNeutral(part))) return field;
      if (TITLES.includes(key) && !isNeutralTitle(part)) return field;
    }
  }
  return null;
};

const subjectOf = (command: Sent): Subject => {
  const task = TaskCode.safeParse(command.task);
  if (task.success) return { kind: 'task', task: task.data };
  const slot = PaperSlot.safeParse(command.slot ?? command.board);
  return slot.success ? { kind: 'paper', slot: slot.data } : { kind: 'exercise' };
};

const isFilled = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/** The first part of a secret paper that is neither number, date, issuer nor its neutral label. */
const contentOf = (command: Sent, label: string | null): string | null => {
  const { headPost } = command;
  const isNamed = typeof headPost === 'string' && headPost !== label && !isNeutral(headPost);
  return (
    ['change', 'seats', 'subcommittees'].find((field) => isFilled(command[field])) ?? (isNamed ? 'headPost' : null)
  );
};

/**
 * Refuses a person's free text on an item that is a state secret, with `secret-text` naming the field. Evidence with a
 * note, counts or files is refused with `reference-only`, files of a secret exercise with `secret-upload`. The decision on its classification itself is let through.
 */
export const refuseSecretText = (command: Sent, state: ExerciseState, meta: CommandMeta): void => {
  if (isSystem(meta.by) || command.type === 'Classify') return;
  const subject = subjectOf(command);
  const { evidence } = command;
  const hasFiles = typeof evidence === 'object' && evidence !== null && 'files' in evidence;
  if (hasFiles && subject.kind === 'task' && isSecret(state, { kind: 'exercise' }))
    throw new Rejection('secret-upload', { task: subject.task });
  const secret = secretIn(state.classifications, keyOf(subject));
  if (!secret) return;
  if (subject.kind === 'task' && typeof evidence === 'object' && evidence !== null)
    if (holdsContent(evidence)) throw new Rejection('reference-only', { task: subject.task });
  const field = (subject.kind === 'paper' ? contentOf(command, secret.label) : null) ?? freeText(command);
  if (field !== null) throw new Rejection('secret-text', { field, neutral: NEUTRAL_REASONS });
};

/**
 * Whether no file of a task is taken in or handed out: only a reference may be kept of it, or its whole exercise is a state
 * secret. A decision on a task outlives the task.
 */
export const withholdsFiles = (state: ExerciseState, task: string): boolean =>
  isSecret(state, { kind: 'exercise' }) ||
  isSecret(state, { kind: 'task', task }) ||
  state.tasks[task]?.referenceOnly === true;

/** Refuses to take in a file for a task whose files are withheld, with `secret-upload`. */
export const refuseUpload = (state: ExerciseState, code: string): void => {
  if (withholdsFiles(state, taskOf(state, code).code)) throw new Rejection('secret-upload', { task: code });
};
