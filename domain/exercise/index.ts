/** The exercise stream: one file per exercise, from draft to archive. Each subject's rules live in the file of its name. */
import type { Decider } from '../decider.ts';
import { dayOf } from '../time.ts';
import { nextDueOf } from './clock.ts';
import { decide, type ExerciseCommand, type ExerciseSystemCommand } from './commands.ts';
import { type ExerciseEvent, evolve } from './events.ts';
import { nextGate } from './gates.ts';
import { inForce } from './in-force.ts';
import { react, refersTo } from './policies.ts';
import { shownState } from './redaction.ts';
import { type ExerciseState, INITIAL, isDone } from './state.ts';

const details = (state: ExerciseState): string => {
  const tasks = Object.values(state.tasks);
  const gate = nextGate(state);
  return [
    shownState(state).theme,
    gate ? `${gate.code} ${gate.nameVi}` : state.phase,
    state.startDate ? `T ${state.startDate}` : '',
    tasks.length > 0 ? `${tasks.filter(isDone).length}/${tasks.length}` : '',
    state.postponed ? `postponed ${dayOf(state.postponed.since)}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
};

export const exercise: Decider<ExerciseCommand | ExerciseSystemCommand, ExerciseEvent, ExerciseState> = {
  kind: 'exercise',
  initial: INITIAL,
  decide: (command, state, meta, context) => inForce(decide(command, state, meta, context), meta, context),
  evolve,
  react,
  nextDue: (state, context) => nextDueOf(state, context.calendar),
  refersTo,
  summary: (state) => ({
    phase: state.postponed ? 'postponed' : state.phase,
    orgUnit: state.orgUnit ?? '',
    details: details(state),
    closed: state.phase === 'closed' || state.phase === 'cancelled',
  }),
};

export { daysLeft } from '../ladder/index.ts';
export { adoptedStream, previewAdoption } from './adopt.ts';
export { type Adoption, adoptionOf } from './adoption.ts';
export { answerersOf } from './city.ts';
export { classificationOf, isReferenceOnly, isSecret, refuseUpload, type Subject, withholdsFiles } from './classify.ts';
export type { ClockEvent } from './clock.ts';
export { ExerciseCommand, type ExerciseSystemCommand } from './commands.ts';
export type { ExerciseEvent } from './events.ts';
export { Evidence, EvidenceFile } from './evidence.ts';
export { untested } from './findings.ts';
export { PHASE_BEFORE, WORKED_ON } from './gate-phase.ts';
export { type Blocker, blockerCode, blockersOf, gateDecidersOf, nextGate } from './gates.ts';
export { planTemplate } from './layout.ts';
export { isDrafted, OpeningCommand } from './opening.ts';
export { chainOf, enteredPaper, formOf, missingBefore, paperOnFile, ruleIn } from './paper-kinds.ts';
export {
  NO_READINESS,
  READINESS_RULE,
  type Readiness,
  type ReadinessGate,
  type ReadinessReason,
  type ReadinessTask,
  readinessOf,
  type Verdict,
} from './readiness.ts';
export { shownFact, shownState, shownTitle } from './redaction.ts';
export type { Issue, Rehearsal } from './rehearsal-state.ts';
export { issueHolder, judgesOf, openIssues } from './rehearsals.ts';
export { type Voided, voidedBy } from './revocation.ts';
export {
  assignersOf,
  bodyFor,
  bodyIn,
  extensionDecidersOf,
  holderOf,
  type Led,
  standingAgency,
  verifiersOf,
  waiversOf,
} from './rights.ts';
export { BOARDS, type ExerciseState, isDone, openTasks, type Task, type TaskStatus, waitsOn } from './state.ts';
export { type BlockedBy, blockedBy, waitsOnMe } from './turns.ts';
export { requireUpload } from './uploads.ts';
export { mayUrge } from './urge.ts';
