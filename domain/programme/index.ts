/** Programmes, schemes, resolutions and guidances of a term: indicators, targets by year, figures, reviews. */
import { z } from 'zod';
import type { CommandMeta, Context, Decider, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { decideClock, evolveClock, nextDueOf, type ObserveTime } from './clock.ts';
import type { ProgrammeEvent } from './events.ts';
import { decideExemption, ExemptionCommand, evolveExemption } from './exemptions.ts';
import { decideExercise, ExerciseCommand, evolveExercise, exerciseRefers } from './exercises.ts';
import { decideIndicator, evolveIndicator, IndicatorCommand } from './indicators.ts';
import { decideOpening, evolveOpening, OpeningCommand } from './opening.ts';
import { decideOutcome, evolveOutcome, OutcomeCommand } from './outcome.ts';
import { decideRehome, evolveRehome, type Rehome } from './rehome.ts';
import { decideReview, evolveReview, ReviewCommand } from './reviews.ts';
import { INITIAL, type ProgrammeState } from './state.ts';
import { decideValues, evolveValues, ValueCommand } from './values.ts';

/** What people may ask of a programme; the API accepts exactly these. */
export const ProgrammeCommand = z.discriminatedUnion('type', [
  ...OpeningCommand.options,
  ...IndicatorCommand.options,
  ...ValueCommand.options,
  ...ExemptionCommand.options,
  ...ExerciseCommand.options,
  ...ReviewCommand.options,
  ...OutcomeCommand.options,
]);
export type ProgrammeCommand = z.infer<typeof ProgrammeCommand>;

/** What the clock and the policies ask. */
export type ProgrammeSystemCommand = ObserveTime | Rehome;

const decide = (
  command: ProgrammeCommand | ProgrammeSystemCommand,
  state: ProgrammeState,
  meta: CommandMeta,
  context: Context,
): readonly ProgrammeEvent[] => {
  switch (command.type) {
    case 'ObserveTime':
      return decideClock(command, state, meta, context);
    case 'Rehome':
      return decideRehome(command, state, meta);
    case 'OpenProgramme':
    case 'HoldConference':
    case 'SignProgramme':
    case 'CloseProgramme':
      return decideOpening(command, state, meta, context);
    case 'DefineIndicator':
    case 'ChangeTarget':
      return decideIndicator(command, state, meta, context);
    case 'ReportValues':
    case 'VerifyValues':
    case 'ReturnValues':
      return decideValues(command, state, meta);
    case 'GrantExemption':
    case 'EndExemption':
      return decideExemption(command, state, meta);
    case 'CountExercise':
    case 'EnterHeldExercise':
    case 'ConfirmHeldExercise':
      return decideExercise(command, state, meta, context);
    case 'ScheduleReview':
    case 'SubmitContribution':
    case 'HoldProgrammeReview':
    case 'FinishProgrammeReview':
      return decideReview(command, state, meta);
    case 'RecordRecommendation':
    case 'CompleteRecommendation':
    case 'ConfirmRecommendation':
    case 'ReturnRecommendation':
    case 'RecordCommendation':
      return decideOutcome(command, state, meta, context);
    default:
      command satisfies never;
      throw new Rejection('command-unknown', { type: String((command as { type: unknown }).type) });
  }
};

const evolveSubject = (state: ProgrammeState, fact: Fact<ProgrammeEvent>): ProgrammeState => {
  switch (fact.type) {
    case 'ProgrammeOpened':
    case 'ConferenceHeld':
    case 'ProgrammeSigned':
    case 'ProgrammeClosed':
      return evolveOpening(state, fact);
    case 'IndicatorDefined':
    case 'TargetChanged':
      return evolveIndicator(state, fact);
    case 'ValuesReported':
    case 'ValuesVerified':
    case 'ValuesReturned':
      return evolveValues(state, fact);
    case 'ExemptionGranted':
    case 'ExemptionEnded':
      return evolveExemption(state, fact);
    case 'ExerciseCounted':
    case 'HeldExerciseEntered':
    case 'HeldExerciseConfirmed':
      return evolveExercise(state, fact);
    case 'ReviewScheduled':
    case 'ProgrammeReviewOpened':
    case 'ContributionSubmitted':
    case 'ProgrammeReviewHeld':
    case 'ProgrammeReviewFinished':
      return evolveReview(state, fact);
    case 'RecommendationRecorded':
    case 'RecommendationCompleted':
    case 'RecommendationConfirmed':
    case 'RecommendationReturned':
    case 'CommendationRecorded':
      return evolveOutcome(state, fact);
    case 'DutyReminded':
    case 'DutyEscalated':
      return evolveClock(state, fact);
    case 'ProgrammeRehomed':
      return evolveRehome(state, fact);
    default:
      return fact satisfies never;
  }
};

const evolve = (state: ProgrammeState, fact: Fact<ProgrammeEvent>): ProgrammeState => ({
  ...evolveSubject(state, fact),
  version: fact.version,
  lastAt: fact.at,
});

export const programme: Decider<ProgrammeCommand | ProgrammeSystemCommand, ProgrammeEvent, ProgrammeState> = {
  kind: 'programme',
  initial: INITIAL,
  decide,
  evolve,
  react: () => [],
  nextDue: (state, context) => nextDueOf(state, context.calendar),
  refersTo: (command) => (command.type === 'CountExercise' ? exerciseRefers(command) : null),
  summary: (state) => {
    const open = Object.values(state.reviews).find(({ status }) => status === 'open');
    return {
      phase: state.phase,
      orgUnit: state.orgUnit ?? '',
      details: [state.kind, state.term ? `${state.term.from}–${state.term.to}` : '', open?.review ?? '']
        .filter(Boolean)
        .join(' · '),
      closed: state.phase === 'closed',
    };
  },
};

export { programmesCounting } from './counting.ts';
export type { ProgrammeEvent } from './events.ts';
export type { Opened, ProgrammeState } from './state.ts';
