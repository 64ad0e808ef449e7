/** What an event of an exercise asks of other files, and what its rules look at outside it. */
import type { Fact, FollowUp, Refers } from '../decider.ts';
import { type EntityId, entityOf, type StreamId, streamId } from '../streams.ts';
import { adoptedStream } from './adopt.ts';
import type { FollowCity } from './city.ts';
import type { ExerciseCommand, ExerciseSystemCommand } from './commands.ts';
import type { ExerciseEvent } from './events.ts';
import { templateStream } from './layout.ts';
import { registersOf } from './paper-numbers.ts';
import { slotOf } from './papers.ts';
import type { Spread } from './proposal-state.ts';
import { openReviewOf } from './review-opening.ts';
import { bodyIn, standingAgency } from './rights.ts';
import type { ExerciseState } from './state.ts';

const toChildren = (state: ExerciseState, follow: Omit<FollowCity, 'type'>): FollowUp[] =>
  state.children.map((child) => ({ stream: streamId('exercise', child), command: { type: 'FollowCity', ...follow } }));

/** Lessons as proposals to a commune; none to the one that they come from. */
const lessonsFor = (child: EntityId, spread: readonly Spread[]): FollowUp[] =>
  spread
    .filter(({ from }) => from !== child)
    .map((lessons) => ({ stream: streamId('exercise', child), command: { type: 'ReceiveProposal', ...lessons } }));

/** The city carries its communes; the run opens the drill; the close opens the review. `state` is the one after the event. */
export const react = (fact: Fact<ExerciseEvent>, state: ExerciseState, stream: StreamId): readonly FollowUp[] => {
  const id: EntityId = entityOf(stream);
  switch (fact.type) {
    case 'ExerciseDrafted':
      return fact.parentId
        ? [{ stream: streamId('exercise', fact.parentId), command: { type: 'AttachCommune', exercise: id } }]
        : [];
    case 'ExerciseRescheduled':
      return toChildren(state, { change: 'rescheduled', from: fact.from, to: fact.to, reason: fact.reason });
    case 'ExerciseResumed':
      return toChildren(state, { change: 'resumed', from: fact.from, to: fact.to, reason: fact.reason });
    case 'ExercisePostponed':
      return toChildren(state, { change: 'postponed', from: null, to: null, reason: fact.reason });
    case 'ExerciseCancelled':
      return toChildren(state, { change: 'cancelled', from: null, to: null, reason: fact.reason });
    case 'RunOpened':
      return state.withDrill ? [{ stream: streamId('drill', id), command: openDrill(id, state) }] : [];
    case 'ObservationRecorded':
    case 'ObservationAmended': {
      const observation = state.observations.find((each) => each.id === fact.observation);
      return state.phase === 'reviewing' && observation
        ? [{ stream: streamId('review', id), command: { type: 'NoteObservation', observation } }]
        : [];
    }
    case 'RunClosed': {
      const opening = openReviewOf(id, state);
      return opening ? [{ stream: streamId('review', id), command: { ...opening } }] : [];
    }
    case 'FindingReceived': {
      const { fromReview, action } = fact.finding;
      return [{ stream: streamId('review', fromReview), command: { type: 'NoteCarried', action, into: id } }];
    }
    case 'RetestRecorded': {
      const { fromReview, action, passed, at, note } = fact;
      const command = { type: 'NoteRetest', action, exercise: id, passed, at, note };
      return [{ stream: streamId('review', fromReview), command }];
    }
    case 'LessonsSpread':
      return state.children.flatMap((child) => lessonsFor(child, state.spread.slice(-1)));
    case 'CommuneAttached':
      return lessonsFor(fact.exercise, state.spread);
    default:
      return [];
  }
};

/** What the rules of a command look at outside this file. */
export const refersTo = (command: ExerciseCommand | ExerciseSystemCommand, state: ExerciseState): Refers | null => {
  switch (command.type) {
    case 'DraftExercise':
      return command.parentId ? { streams: [streamId('exercise', command.parentId)] } : null;
    case 'PlanExercise':
      return { ongoing: ['review'], streams: state.type ? [templateStream(command.template, state.type)] : [] };
    case 'AdoptTemplate': {
      const stream = adoptedStream(state);
      return stream && { streams: [stream] };
    }
    case 'RegisterDirective':
    case 'IssueResolution':
    case 'IssueDirective':
    case 'EstablishBoard':
    case 'DecideFrame':
    case 'ApproveIntent':
    case 'IssuePlan':
    case 'IssuePreparationCalendar':
    case 'ApproveBudget':
      return { streams: registersOf(state, slotOf(command), command.paper) };
    case 'AcceptClash':
      return { ongoing: ['exercise'] };
    case 'PassGate':
      return command.gate === 'G3' ? { ongoing: ['exercise'] } : null;
    default:
      return null;
  }
};

/** The drill is kept by the bodies that keep the exercise. */
const openDrill = (id: EntityId, state: ExerciseState): FollowUp['command'] => ({
  type: 'OpenDrill',
  exercise: id,
  orgUnit: state.orgUnit,
  agency: standingAgency(state),
  steering: bodyIn(state, 'SB'),
});
