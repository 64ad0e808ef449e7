/** The chain of authority of a file: papers in force and revoked, what hangs on each, what is still missing. */
import type { z } from 'zod';
import {
  chainOf,
  classificationOf,
  type ExerciseState,
  enteredPaper,
  formOf,
  isSecret,
  missingBefore,
  PHASE_BEFORE,
  paperOnFile,
  ruleIn,
  type Subject,
  type Voided,
  voidedBy,
} from '../../domain/exercise/index.ts';
import { PAPER_FORMS, PAPER_STATES, PAPERS, PHASES } from '../../domain/labels/words.ts';
import { Rejection } from '../../domain/rejection.ts';
import { GATE_NAMES, type PaperSlot } from '../../domain/template/index.ts';
import type { PaperEffects, Papers, Words } from '../contract/index.ts';
import { words } from '../words.ts';
import { classificationView } from './classification.ts';
import { phaseOf } from './readiness.ts';
import type { FiledExercise, Moment } from './sources.ts';

type Row = z.output<typeof Papers>['papers'][number];
const NOTHING = { papers: [], tasks: [], gates: [] };

const nameOf = (state: ExerciseState, slot: PaperSlot): Words => {
  const subject: Subject = { kind: 'paper', slot };
  if (!isSecret(state, subject)) return PAPERS[slot];
  const label = classificationOf(state, subject)?.label;
  return label ? words(label, label) : words('Văn bản chỉ ghi số đăng ký', 'Paper kept by register number only');
};

/** What falls with a paper besides itself. */
const others = (slot: PaperSlot, { papers, tasks, gates }: Voided): Row['hangsOn'] => ({
  papers: papers.filter((other) => other !== slot),
  tasks,
  gates,
});

const rowOf = (
  state: ExerciseState,
  slot: PaperSlot,
  row: Pick<Row, 'state' | 'paper' | 'source' | 'amendments' | 'revoked' | 'hangsOn'>,
): Row => {
  const form = formOf(state, slot, row.paper);
  return {
    slot,
    name: nameOf(state, slot),
    stateLabel: PAPER_STATES[row.state],
    form,
    formName: PAPER_FORMS[form],
    task: ruleIn(state, slot)?.task ?? null,
    amount: row.revoked ? null : (state.papers[slot]?.amount ?? null),
    classification: classificationView(state, { kind: 'paper', slot }),
    ...row,
  };
};

const inForce = (state: ExerciseState): Row[] =>
  chainOf(state).papers.flatMap(({ slot }) => {
    const paper = paperOnFile(state, slot);
    if (!paper) return [];
    const amendments = state.amendments
      .filter((each) => each.slot === slot)
      .map(({ by, reason, at, change }) => ({ by, reason, at, change }));
    const source = enteredPaper(state, slot) ? 'entered' : 'evidence';
    const stands = amendments.length > 0 ? 'amended' : 'inForce';
    const hangsOn = others(slot, voidedBy(state, slot));
    return [rowOf(state, slot, { state: stands, paper, source, amendments, revoked: null, hangsOn })];
  });

const revoked = (state: ExerciseState): Row[] =>
  state.revoked.map(({ slot, paper, by, cause, reason, at }) =>
    rowOf(state, slot, {
      ...{ state: 'revoked', paper, source: 'entered', amendments: [], hangsOn: NOTHING },
      revoked: { by, cause, reason, at },
    }),
  );

export const papersView = ({ id, state }: FiledExercise, moment: Moment): z.output<typeof Papers> => ({
  id,
  version: state.version,
  ...moment,
  papers: [...inForce(state), ...revoked(state)],
  missing: chainOf(state)
    .papers.filter(({ slot, gate }) => gate !== null && paperOnFile(state, slot) === null)
    .map(({ slot, gate }) => ({ slot, name: nameOf(state, slot), needs: missingBefore(state, slot), gate })),
});

/** What revoking a paper would void, in words. Throws `paper-not-in-chain`, or `paper-missing` when it is not on file. */
export const effectsView = (
  { id, state }: FiledExercise,
  slot: PaperSlot,
  moment: Moment,
): z.output<typeof PaperEffects> => {
  if (!ruleIn(state, slot)) throw new Rejection('paper-not-in-chain', { paper: slot });
  const paper = paperOnFile(state, slot);
  if (!paper) throw new Rejection('paper-missing', { paper: slot });
  const voids = voidedBy(state, slot);
  const phase = voids.phase && { from: phaseOf(state), to: phaseOf({ ...state, phase: voids.phase.to }) };
  return {
    id,
    version: state.version,
    ...moment,
    slot,
    name: nameOf(state, slot),
    paper,
    allowed: PHASE_BEFORE.includes(state.phase) && state.postponed === null,
    voids: { ...others(slot, voids), phase },
    sentences: sentencesOf(state, slot, { ...voids, phase: null }, phase),
  };
};

const sentencesOf = (
  state: ExerciseState,
  slot: PaperSlot,
  { papers, tasks, gates }: Voided,
  phase: z.output<typeof PaperEffects>['voids']['phase'],
): Words[] => {
  const name = nameOf(state, slot);
  const said = [
    ...papers
      .filter((other) => other !== slot)
      .map((other) => {
        const { vi, en } = nameOf(state, other);
        return words(`${vi} mất hiệu lực theo.`, `${en} falls with it.`);
      }),
    ...tasks.map((code) => {
      const task = state.tasks[code];
      return words(
        `Việc ${code} ${task?.titleVi ?? ''} phải nộp và xác minh lại.`,
        `Task ${code} ${task?.titleEn ?? ''} must be handed in and verified again.`,
      );
    }),
    ...gates.map((gate) =>
      words(
        `Cổng ${gate} ${GATE_NAMES[gate].vi} phải thông qua lại.`,
        `Gate ${gate} ${GATE_NAMES[gate].en} must be passed again.`,
      ),
    ),
    ...(phase
      ? [
          words(
            `Hồ sơ trở về giai đoạn “${PHASES[phase.to].vi}”.`,
            `The file goes back to the phase "${PHASES[phase.to].en}".`,
          ),
        ]
      : []),
  ];
  return said.length > 0
    ? said
    : [words(`Không có gì khác dựa trên: ${name.vi}.`, `Nothing else hangs on: ${name.en}.`)];
};
