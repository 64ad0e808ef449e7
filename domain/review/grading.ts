/** Scores, safety incidents and the grade they come to. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Reason, text } from '../text.ts';
import { type Grade, gradeOf, SCORE_DOMAINS, SCORE_SHEET, type ScoreDomain } from './scoring.ts';
import { type Incident, panelOf, type ReviewState, requirePhase } from './state.ts';

const Points = z.number().min(0).max(100);

export const GradingCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RecordScore'), domain: z.enum(SCORE_DOMAINS), points: Points }),
  z.strictObject({ type: z.literal('SettleScore'), domain: z.enum(SCORE_DOMAINS), points: Points, reason: Reason }),
  z.strictObject({
    type: z.literal('RecordIncident'),
    subject: z.enum(['people', 'weapons', 'vehicles']),
    severity: z.enum(['minor', 'serious']),
    note: text(500),
  }),
  z.strictObject({ type: z.literal('DecideGrade') }),
]);
export type GradingCommand = z.infer<typeof GradingCommand>;

export type GradingEvent =
  | { readonly type: 'ScoreRecorded'; readonly domain: ScoreDomain; readonly points: number }
  | { readonly type: 'ScoreSettled'; readonly domain: ScoreDomain; readonly points: number; readonly reason: string }
  | ({ readonly type: 'IncidentRecorded' } & Incident)
  | {
      readonly type: 'GradeDecided';
      readonly points: number;
      readonly grade: Grade;
      readonly seriousIncidents: number;
    };

const checkPoints = (domain: ScoreDomain, points: number): void => {
  if (points > SCORE_SHEET[domain])
    throw new Rejection('score-too-high', { domain, points, largest: SCORE_SHEET[domain] });
};

export const decideGrading = (command: GradingCommand, state: ReviewState, meta: CommandMeta): GradingEvent[] => {
  const { directing, steering, agencies } = panelOf(state, meta);
  switch (command.type) {
    case 'RecordScore':
      allow(meta.by, [directing, steering]);
      requirePhase(state, ['open'], command.type);
      checkPoints(command.domain, command.points);
      return [{ type: 'ScoreRecorded', domain: command.domain, points: command.points }];
    case 'SettleScore':
      allow(meta.by, [steering], 'head');
      requirePhase(state, ['open'], command.type);
      checkPoints(command.domain, command.points);
      return [{ type: 'ScoreSettled', domain: command.domain, points: command.points, reason: command.reason }];
    case 'RecordIncident':
      allow(meta.by, [directing, steering, ...agencies]);
      requirePhase(state, ['open'], command.type);
      return [{ type: 'IncidentRecorded', subject: command.subject, severity: command.severity, note: command.note }];
    case 'DecideGrade': {
      allow(meta.by, [steering], 'head');
      requirePhase(state, ['open'], command.type);
      const seriousIncidents = state.incidents.filter((incident) => incident.severity === 'serious').length;
      return [{ type: 'GradeDecided', ...gradeOf(state.scores, seriousIncidents), seriousIncidents }];
    }
    default:
      return command satisfies never;
  }
};

export const evolveGrading = (state: ReviewState, fact: Fact<GradingEvent>): ReviewState => {
  switch (fact.type) {
    case 'ScoreRecorded': {
      const score = state.scores[fact.domain];
      const others = score.scores.filter((each) => each.scorer !== fact.by.person);
      const scores = [...others, { scorer: fact.by.person, points: fact.points }];
      return { ...state, scores: { ...state.scores, [fact.domain]: { ...score, scores } } };
    }
    case 'ScoreSettled': {
      const settled = { points: fact.points, reason: fact.reason };
      return { ...state, scores: { ...state.scores, [fact.domain]: { ...state.scores[fact.domain], settled } } };
    }
    case 'IncidentRecorded': {
      const { subject, severity, note } = fact;
      return { ...state, incidents: [...state.incidents, { subject, severity, note }] };
    }
    case 'GradeDecided':
      return { ...state, phase: 'graded', result: { points: fact.points, grade: fact.grade } };
    default:
      return fact satisfies never;
  }
};
