/** An after-action review: two figures for every score, findings, corrective actions to their end. */
import type { z } from 'zod';
import type { Calendar } from '../../domain/calendar/index.ts';
import { ACTION_STATUSES } from '../../domain/labels/words.ts';
import type { BodyId } from '../../domain/people.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { Action, ReviewState } from '../../domain/review/index.ts';
import { type DomainReport, scoreReport } from '../../domain/review/report-score.ts';
import { actionHolder, bodiesOf } from '../../domain/review/state.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { ReviewShown } from '../contract/index.ts';
import { bodyName, gradeLabel, words } from '../words.ts';
import { workingDaysTo } from './readiness.ts';
import type { Moment } from './sources.ts';

type Shown = z.output<typeof ReviewShown>;

export const numbered = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id.localeCompare(b.id, 'en', { numeric: true });

/** The name on the sheet; the usual one where the sheet no longer has the grade. */
const nameOnSheet = ({ code, nameVi, nameEn }: { code: string; nameVi: string; nameEn: string }) =>
  nameVi === code ? gradeLabel(code) : words(nameVi, nameEn);

const domainView = (state: ReviewState, domain: DomainReport): Shown['scores'][number] => {
  const { code, nameVi, nameEn, criteria, ...figures } = domain;
  const score = state.scores[code];
  return {
    domain: code,
    name: words(nameVi, nameEn),
    ...figures,
    scores: [...(score?.scores ?? [])].sort((a, b) => (a.scorer < b.scorer ? -1 : 1)),
    criteria: criteria.map(({ nameVi: vi, nameEn: en, ...criterion }) => ({ ...criterion, name: words(vi, en) })),
    scoredBodies: state.scoredBodies[code] ?? [],
    scorers: state.scorers[code] ?? [],
  };
};

export const actionView = (calendar: Calendar, state: ReviewState, action: Action, today: LocalDate) => {
  const { completedBy: _, completedAt: __, plannedAt: ___, ladder: ____, ...shown } = action;
  return {
    ...shown,
    ownerName: bodyName(action.owner),
    statusLabel: ACTION_STATUSES[action.status],
    holder: actionHolder(state, action),
    workingDaysLeft: workingDaysTo(calendar, action.due, today),
    overdue: action.status === 'open' && action.due < today,
  };
};

/** As what a body takes part. */
const rolesOf = (state: ReviewState, body: BodyId): Shown['roles'] => {
  const bodies = bodiesOf(state);
  if (!bodies) return [];
  return [
    ...(body === bodies.steering ? (['steering'] as const) : []),
    ...(body === bodies.directing ? (['directing'] as const) : []),
    ...(bodies.agencies.includes(body) ? (['agency'] as const) : []),
  ];
};

/** `body`: of who asks. */
export const reviewView = (
  calendar: Calendar,
  id: EntityId,
  state: ReviewState,
  moment: Moment,
  body: BodyId,
): Shown => {
  const { exercise, orgUnit, superiorUnit, phase } = state;
  if (!exercise || !orgUnit || !superiorUnit || phase === 'none') throw new Rejection('review-unknown', { id });
  const score = scoreReport(state);
  const actions = Object.values(state.actions).sort(numbered);
  return {
    id,
    version: state.version,
    ...moment,
    exercise,
    orgUnit,
    superiorUnit,
    phase,
    roles: rolesOf(state, body),
    debrief: state.debrief,
    held: state.held,
    scores: score.domains.map((domain) => domainView(state, domain)),
    points: score.points,
    coverage: score.coverage,
    result: score.result && {
      points: score.result.points,
      grade: { code: score.result.grade.code, label: nameOnSheet(score.result.grade) },
    },
    seriousIncidents: score.seriousIncidents,
    failedTasks: score.failedTasks,
    incidents: state.incidents,
    observations: state.observations.length,
    findings: [...state.findings].sort(numbered).map((finding) => ({
      ...finding,
      actions: actions.filter((action) => action.finding === finding.id).map((action) => action.id),
    })),
    lessons: state.lessons,
    proposals: state.proposals.map((proposal) => ({ ...proposal, ownerName: bodyName(proposal.owner) })),
    awards: state.awards,
    actions: actions.map((action) => actionView(calendar, state, action, moment.today)),
  };
};
