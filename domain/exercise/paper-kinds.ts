/** The chain of authority as one file sees it: which papers it holds, and what each stands on. */
import type { CommandMeta } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { CITY_CHAIN, COMMUNE_CHAIN, type PaperChain, type PaperRule, type PaperSlot } from '../template/index.ts';
import type { Paper, PaperForm } from '../text.ts';
import { dayOf } from '../time.ts';
import { bodyIn, isCommuneLevel, standingAgency } from './rights.ts';
import { BOARDS, type Board, type ExerciseState, isDone } from './state.ts';

export const chainOf = (state: ExerciseState): PaperChain =>
  state.paperChain ?? (state.type !== null && isCommuneLevel(state.type) ? COMMUNE_CHAIN : CITY_CHAIN);

export const ruleIn = (state: ExerciseState, slot: PaperSlot): PaperRule | undefined =>
  chainOf(state).papers.find((rule) => rule.slot === slot);

/** The rule of a paper, or `paper-not-in-chain`. */
export const ruleOf = (state: ExerciseState, slot: PaperSlot): PaperRule => {
  const rule = ruleIn(state, slot);
  if (!rule) throw new Rejection('paper-not-in-chain', { paper: slot });
  return rule;
};

export const isBoard = (slot: PaperSlot): slot is Board => BOARDS.some((board) => board === slot);

/** A paper as entered by hand; null where it was not, or was revoked. */
export const enteredPaper = (state: ExerciseState, slot: PaperSlot): Paper | null => {
  if (slot === 'resolution') return state.resolution;
  if (slot === 'frame') return state.frame?.paper ?? null;
  return (isBoard(slot) ? state.boards[slot]?.paper : state.papers[slot]?.paper) ?? null;
};

/**
 * A paper that the file holds: as entered, or else, where evidence is enough, as the verified evidence of its task cites
 * it (number, date, holder). Null when there is none.
 */
export const paperOnFile = (state: ExerciseState, slot: PaperSlot): Paper | null => {
  const entered = enteredPaper(state, slot);
  const rule = ruleIn(state, slot);
  if (entered || !rule?.task || rule.entered) return entered;
  const task = state.tasks[rule.task];
  if (task?.status !== 'verified' || !task.submission) return null;
  const { number, date, holder } = task.submission.evidence;
  return { number, date, issuer: holder };
};

export const formOf = (state: ExerciseState, slot: PaperSlot, paper: Paper): PaperForm =>
  paper.form ?? ruleIn(state, slot)?.forms[0] ?? 'decree30';

/** A need is met by the paper; where evidence would be enough, also by a task that was found not applicable. */
const isMet = (state: ExerciseState, slot: PaperSlot): boolean => {
  const rule = ruleIn(state, slot);
  return (
    paperOnFile(state, slot) !== null ||
    (rule?.task != null && !rule.entered && state.tasks[rule.task]?.status === 'waived')
  );
};

/** Papers that must be there before this one and are not, in the order of the chain. */
export const missingBefore = (state: ExerciseState, slot: PaperSlot): PaperSlot[] =>
  ruleOf(state, slot).needs.filter((need) => !isMet(state, need));

/** Papers without which a task does not start and which are neither on file nor proved by their done task. */
export const missingFor = (state: ExerciseState, task: string): PaperSlot[] =>
  (chainOf(state).tasks[task] ?? []).filter((slot) => {
    const bringing = ruleIn(state, slot)?.task;
    const brought = bringing ? state.tasks[bringing] : undefined;
    return paperOnFile(state, slot) === null && !(brought && isDone(brought));
  });

/** Refuses to start or hand in a task whose papers are missing: nothing that hangs on a paper starts without it. */
export const requirePapers = (state: ExerciseState, task: string): void => {
  const [paper] = missingFor(state, task);
  if (paper) throw new Rejection('task-needs-paper', { task, paper });
};

/** Papers a gate stands on and the file lacks; one that a task of the checklist brings is asked for through that task. */
export const missingAtGate = (state: ExerciseState, gate: string): PaperSlot[] =>
  chainOf(state)
    .papers.filter((rule) => rule.gate === gate && paperOnFile(state, rule.slot) === null)
    .filter((rule) => rule.entered || rule.task === null || state.tasks[rule.task] === undefined)
    .map((rule) => rule.slot);

/** A paper is entered by a body that issues it or by the standing agency that keeps the file. */
export const allowKeeper = (state: ExerciseState, slot: PaperSlot, meta: CommandMeta): void =>
  allow(meta.by, [
    standingAgency(state),
    bodyIn(state, 'SA'),
    ...ruleOf(state, slot).issuers.map((code) => bodyIn(state, code)),
  ]);

/** Refuses a paper dated after today (in Vietnam), or set in a form that its kind does not have. */
export const checkPaper = (state: ExerciseState, slot: PaperSlot, paper: Paper, meta: CommandMeta): void => {
  const today = dayOf(meta.at);
  if (paper.date > today) throw new Rejection('paper-from-the-future', { date: paper.date, today });
  const { forms } = ruleOf(state, slot);
  if (paper.form && !forms.includes(paper.form))
    throw new Rejection('paper-form', { paper: slot, form: paper.form, rightForm: forms });
};
