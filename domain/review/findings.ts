/** Findings: strengths and limits with their causes, corrected while the review lasts, and the end of the review. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Reason, text } from '../text.ts';
import { pointsOn } from './sheet.ts';
import {
  type Cause,
  type Finding,
  isSettled,
  limitsOf,
  panelOf,
  type ReviewState,
  requirePhase,
  UNFINISHED,
} from './state.ts';

export const LocalId = z
  .string()
  .regex(/^[A-Z]\d{1,3}$/)
  .meta({
    description: 'Number of a finding (F1), action (A1), lesson (L1), proposal (P1) or award (W1) of the review',
  });

export const FindingsCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('RecordFinding'),
    finding: LocalId,
    kind: z.enum(['strength', 'limit']),
    text: text(1000),
    cause: text(500).optional(),
    causes: z
      .array(z.strictObject({ kind: z.enum(['subjective', 'objective']), text: text(500) }))
      .max(10)
      .optional(),
    criterion: z
      .string()
      .regex(/^[a-z][a-zA-Z0-9]{0,29}\/[a-z][a-zA-Z0-9]{0,29}$/)
      .optional()
      .meta({ description: 'domain/criterion of the sheet; a limit that comes again is known by it' }),
    category: text(60).optional().meta({ description: "The staff's own word where no criterion fits" }),
    suggestion: text(300)
      .optional()
      .meta({ description: 'From a pilot: a task to add to the checklists of those still to go' }),
  }),
  z.strictObject({ type: z.literal('AmendFinding'), finding: LocalId, text: text(1000), reason: Reason }),
  z.strictObject({ type: z.literal('WithdrawFinding'), finding: LocalId, reason: Reason }),
  z.strictObject({ type: z.literal('FinishReview') }),
]);
export type FindingsCommand = z.infer<typeof FindingsCommand>;

export type FindingsEvent =
  | {
      readonly type: 'FindingRecorded';
      readonly finding: string;
      readonly kind: Finding['kind'];
      readonly text: string;
      readonly cause: string | null;
      readonly causes?: readonly Cause[] | undefined;
      readonly criterion?: string | undefined;
      readonly category?: string | undefined;
      readonly suggestion?: string | undefined;
    }
  | { readonly type: 'FindingAmended'; readonly finding: string; readonly text: string; readonly reason: string }
  | { readonly type: 'FindingWithdrawn'; readonly finding: string; readonly reason: string }
  | { readonly type: 'ReviewFinished' };

const findingOf = (state: ReviewState, id: string): Finding => {
  const finding = state.findings.find((each) => each.id === id);
  if (!finding) throw new Rejection('finding-unknown', { finding: id });
  if (finding.withdrawn !== null) throw new Rejection('finding-withdrawn', { finding: id, reason: finding.withdrawn });
  return finding;
};

export const decideFindings = (command: FindingsCommand, state: ReviewState, meta: CommandMeta): FindingsEvent[] => {
  const { directing, steering, all } = panelOf(state, meta);
  switch (command.type) {
    case 'RecordFinding': {
      allow(meta.by, all);
      requirePhase(state, UNFINISHED, command.type);
      const { type: _, ...found } = command;
      if (state.findings.some((each) => each.id === found.finding))
        throw new Rejection('finding-exists', { finding: found.finding });
      const [domain = '', criterion] = found.criterion?.split('/') ?? [];
      if (found.criterion && pointsOn(state.sheet, domain, criterion) === undefined)
        throw new Rejection('not-on-sheet', { part: found.criterion });
      return [{ type: 'FindingRecorded', ...found, cause: found.cause ?? null }];
    }
    case 'AmendFinding': {
      allow(meta.by, all);
      requirePhase(state, UNFINISHED, command.type);
      const { id } = findingOf(state, command.finding);
      return [{ type: 'FindingAmended', finding: id, text: command.text, reason: command.reason }];
    }
    case 'WithdrawFinding': {
      allow(meta.by, all);
      requirePhase(state, UNFINISHED, command.type);
      const { id } = findingOf(state, command.finding);
      const open = Object.values(state.actions).filter((action) => action.finding === id && !isSettled(action));
      if (open.length > 0)
        throw new Rejection('finding-has-actions', { finding: id, actions: open.map((action) => action.id) });
      return [{ type: 'FindingWithdrawn', finding: id, reason: command.reason }];
    }
    case 'FinishReview': {
      allow(meta.by, [steering, directing]);
      requirePhase(state, ['graded'], command.type);
      const answered = new Set(Object.values(state.actions).map((action) => action.finding));
      const bare = limitsOf(state).filter(({ id }) => !answered.has(id));
      if (bare.length > 0) throw new Rejection('limits-without-action', { findings: bare.map(({ id }) => id) });
      return [{ type: 'ReviewFinished' }];
    }
    default:
      return command satisfies never;
  }
};

const withFinding = (state: ReviewState, id: string, change: (finding: Finding) => Finding): ReviewState => ({
  ...state,
  findings: state.findings.map((finding) => (finding.id === id ? change(finding) : finding)),
});

export const evolveFindings = (state: ReviewState, fact: Fact<FindingsEvent>): ReviewState => {
  switch (fact.type) {
    case 'FindingRecorded': {
      const { finding: id, kind, text: what, cause, causes = [], criterion, category, suggestion } = fact;
      const words = { criterion: criterion ?? null, category: category ?? null, suggestion: suggestion ?? null };
      const fresh: Finding = { id, kind, text: what, cause, causes, ...words, amended: [], withdrawn: null };
      return { ...state, findings: [...state.findings, fresh] };
    }
    case 'FindingAmended':
      return withFinding(state, fact.finding, (finding) => ({
        ...finding,
        text: fact.text,
        amended: [...finding.amended, fact.reason],
      }));
    case 'FindingWithdrawn':
      return withFinding(state, fact.finding, (finding) => ({ ...finding, withdrawn: fact.reason }));
    case 'ReviewFinished':
      return { ...state, phase: 'finished' };
    default:
      return fact satisfies never;
  }
};
