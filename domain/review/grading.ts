/** Scores by criterion or by domain, who may give them, and the grade they come to with incidents and critical tasks. */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { bodyWith, holderOn } from '../organisation/lookup.ts';
import { type Actor, BodyId, PersonRef } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { StreamId } from '../streams.ts';
import { Reason, text } from '../text.ts';
import { dayOf, type LocalDate } from '../time.ts';
import {
  type EvidenceRef,
  failedTasks,
  type Grade,
  gapOf,
  gradeOf,
  NO_SCORE,
  requireScorers,
  type ScoreDomain,
  scoresOf,
  withEntry,
} from './scoring.ts';
import { pointsOn, SheetCode } from './sheet.ts';
import { type Panel, panelOf, type ReviewState, requirePhase } from './state.ts';

const Points = z.number().min(0).max(100);
const EventRef = z.string().max(90).refine(isPlace, { message: '<stream>/<version>' });

/** `<kind>/<id>/<version>`: one event by its place in its stream. */
function isPlace(place: string): boolean {
  const cut = place.lastIndexOf('/');
  return StreamId.safeParse(place.slice(0, cut)).success && /^[1-9]\d{0,8}$/.test(place.slice(cut + 1));
}

const Evidence = z
  .array(
    z.union([
      z.strictObject({
        event: EventRef.meta({ description: 'Event that shows it', example: 'drill/tam-ky-2022/14' }),
      }),
      text(300),
    ]),
  )
  .max(20);

export const GradingCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('AssignScorers'),
    domain: SheetCode,
    scorers: z.array(z.strictObject({ person: PersonRef, body: BodyId })).max(10),
  }),
  z.strictObject({
    type: z.literal('SetScoredBodies'),
    domain: SheetCode,
    bodies: z.array(BodyId).max(20).meta({ description: 'Bodies whose work the domain judges' }),
    reason: Reason,
  }),
  z
    .strictObject({
      type: z.literal('RecordScore'),
      domain: SheetCode,
      criterion: SheetCode.optional(),
      points: Points,
      evidence: Evidence.optional(),
    })
    .meta({ description: 'Points of one scorer: for a whole domain, or for one of its criteria' }),
  z.strictObject({ type: z.literal('SettleScore'), domain: SheetCode, points: Points, reason: Reason }),
  z.strictObject({ type: z.literal('DecideGrade') }),
]);
export type GradingCommand = z.infer<typeof GradingCommand>;

export type GradingEvent =
  | {
      readonly type: 'ScorersAssigned';
      readonly domain: ScoreDomain;
      readonly scorers: readonly { readonly person: PersonRef; readonly body: BodyId }[];
    }
  | {
      readonly type: 'ScoredBodiesSet';
      readonly domain: ScoreDomain;
      readonly bodies: readonly BodyId[];
      readonly reason: string;
    }
  | {
      readonly type: 'ScoreRecorded';
      readonly domain: ScoreDomain;
      readonly points: number;
      readonly criterion?: string | undefined;
      readonly evidence?: readonly EvidenceRef[] | undefined;
    }
  | { readonly type: 'ScoreSettled'; readonly domain: ScoreDomain; readonly points: number; readonly reason: string }
  | {
      readonly type: 'GradeDecided';
      readonly points: number;
      readonly grade: Grade;
      readonly seriousIncidents: number;
      /** Critical tasks given 0, as `domain/criterion`; left out when none. */
      readonly failedTasks?: readonly string[];
    };

const checkPoints = (state: ReviewState, points: number, domain: ScoreDomain, criterion?: string): void => {
  const largest = pointsOn(state.sheet, domain, criterion);
  const on = criterion === undefined ? domain : `${domain}/${criterion}`;
  if (largest === undefined) throw new Rejection('not-on-sheet', { part: on });
  if (points > largest) throw new Rejection('score-too-high', { domain: on, points, largest });
};

type Scorer = Pick<Actor, 'person' | 'body'>;

/**
 * Throws `interested-scorer` for a member of a body that the domain judges: who speaks for it, acted for it in the exercise,
 * or holds a post in it today.
 */
const requireDisinterested = (
  state: ReviewState,
  domain: ScoreDomain,
  { person, body: own }: Scorer,
  { at }: CommandMeta,
  { organisation }: Context,
): void => {
  const holdsPost = (body: BodyId, day: LocalDate): boolean =>
    bodyWith(organisation, body)?.posts.some((post) => holderOn(post, day)?.person === person) ?? false;
  const judged = (state.scoredBodies[domain] ?? []).find(
    (body) => body === own || state.members[body]?.includes(person) || holdsPost(body, dayOf(at)),
  );
  if (judged) throw new Rejection('interested-scorer', { domain, person, body: judged });
};

const allowScoring = (state: ReviewState, domain: ScoreDomain, by: Actor, { directing, steering }: Panel): void => {
  const named = state.scorers[domain] ?? [];
  if (named.length === 0) allow(by, [directing, steering]);
  else if (!named.some(({ person, body }) => person === by.person && body === by.body))
    throw new Rejection('scorer-not-named', { domain, scorers: named.map(({ person }) => person) });
};

export const decideGrading = (
  command: GradingCommand,
  state: ReviewState,
  meta: CommandMeta,
  context: Context,
): GradingEvent[] => {
  const panel = panelOf(state, meta);
  const { directing, steering } = panel;
  switch (command.type) {
    case 'AssignScorers': {
      allow(meta.by, [directing, steering], 'head');
      requirePhase(state, ['open'], command.type);
      if (pointsOn(state.sheet, command.domain) === undefined)
        throw new Rejection('not-on-sheet', { part: command.domain });
      for (const scorer of command.scorers) requireDisinterested(state, command.domain, scorer, meta, context);
      return [{ type: 'ScorersAssigned', domain: command.domain, scorers: command.scorers }];
    }
    case 'SetScoredBodies': {
      allow(meta.by, [steering], 'head');
      requirePhase(state, ['open'], command.type);
      if (pointsOn(state.sheet, command.domain) === undefined)
        throw new Rejection('not-on-sheet', { part: command.domain });
      return [{ type: 'ScoredBodiesSet', domain: command.domain, bodies: command.bodies, reason: command.reason }];
    }
    case 'RecordScore': {
      const { domain, criterion, points } = command;
      allowScoring(state, domain, meta.by, panel);
      requireDisinterested(state, domain, meta.by, meta, context);
      requirePhase(state, ['open'], command.type);
      checkPoints(state, points, domain, criterion);
      if (state.scores[domain]?.settled) throw new Rejection('score-settled', { domain });
      const { type: _, ...score } = command;
      return [{ type: 'ScoreRecorded', ...score }];
    }
    case 'SettleScore': {
      allow(meta.by, [steering], 'head');
      requirePhase(state, ['open'], command.type);
      checkPoints(state, command.points, command.domain);
      requireDisinterested(state, command.domain, meta.by, meta, context);
      const score = state.scores[command.domain] ?? NO_SCORE;
      requireScorers(command.domain, score, state.sheet, 'settle-without-scores');
      if (gapOf(score) <= state.sheet.largestGap)
        throw new Rejection('settle-without-gap', {
          domain: command.domain,
          gap: gapOf(score),
          largest: state.sheet.largestGap,
        });
      return [{ type: 'ScoreSettled', domain: command.domain, points: command.points, reason: command.reason }];
    }
    case 'DecideGrade': {
      allow(meta.by, [steering], 'head');
      requirePhase(state, ['open'], command.type);
      const seriousIncidents = state.incidents.filter((incident) => incident.severity === 'serious').length;
      const failed = failedTasks(state.sheet, state.entries);
      const result = gradeOf(state.scores, seriousIncidents + failed.length, state.sheet);
      const tasks = failed.length > 0 ? { failedTasks: failed } : {};
      return [{ type: 'GradeDecided', ...result, seriousIncidents, ...tasks }];
    }
    default:
      return command satisfies never;
  }
};

export const evolveGrading = (state: ReviewState, fact: Fact<GradingEvent>): ReviewState => {
  switch (fact.type) {
    case 'ScorersAssigned':
      return { ...state, scorers: { ...state.scorers, [fact.domain]: fact.scorers } };
    case 'ScoredBodiesSet':
      return { ...state, scoredBodies: { ...state.scoredBodies, [fact.domain]: fact.bodies } };
    case 'ScoreRecorded': {
      const { domain, criterion = null, points, evidence = [], version } = fact;
      const { person: scorer, body } = fact.by;
      const entries = withEntry(state.entries, { domain, criterion, scorer, body, points, evidence, version });
      const score = { ...(state.scores[domain] ?? NO_SCORE), scores: scoresOf(state.sheet, entries, domain) };
      return { ...state, entries, scores: { ...state.scores, [domain]: score } };
    }
    case 'ScoreSettled': {
      const score = {
        ...(state.scores[fact.domain] ?? NO_SCORE),
        settled: { points: fact.points, reason: fact.reason },
      };
      return { ...state, scores: { ...state.scores, [fact.domain]: score } };
    }
    case 'GradeDecided':
      return {
        ...state,
        phase: state.phase === 'open' ? 'graded' : state.phase,
        result: { points: fact.points, grade: fact.grade },
      };
    default:
      return fact satisfies never;
  }
};
