/** Programmes: the list, the board with every figure, and the events behind one of them. */
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { looksAfter, roleOf, unitsOf } from '../../domain/access/index.ts';
import type { Calendar } from '../../domain/calendar/index.ts';
import { CADENCE_NAMES, SOURCE_NAMES } from '../../domain/labels/words-programme.ts';
import type { OrganisationState } from '../../domain/organisation/index.ts';
import { OrgUnitId, unitOf } from '../../domain/people.ts';
import { type Column, periodsOf, TERM, yearsOf } from '../../domain/programme/codes.ts';
import { type Figure, figureOf, targetOf } from '../../domain/programme/figures.ts';
import { columnsOf, madeIn } from '../../domain/programme/formulas.ts';
import type { Opened, ProgrammeState } from '../../domain/programme/index.ts';
import { forecastOf, trendOf } from '../../domain/programme/outlook.ts';
import { type Indicator, indicatorOf } from '../../domain/programme/state.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { FigureDetail, ProgrammeList, ProgrammeShown } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { ownProgramme } from '../own/programme.ts';
import { type Asker, onlyFor } from '../policy.ts';
import { bodyName } from '../words.ts';
import type { Seer } from './access.ts';
import { calendarNow } from './calendar.ts';
import { organisationNow, unitNameOn } from './names.ts';
import {
  aheadView,
  byDue,
  columnOn,
  countedView,
  countsOf,
  exemptionView,
  figureView,
  headView,
  nameOf,
  periodWords,
  quartersView,
  recommendationView,
  requirementOf,
} from './programme-views.ts';
import { type Moment, stateOf } from './sources.ts';

/** Throws `programme-unknown` for one that was never opened. */
export const openedOf = (id: EntityId, state: ProgrammeState): Opened => {
  if (state.orgUnit === null || state.term === null) throw new Rejection('programme-unknown', { id });
  return state as Opened; // both are set
};

/** The programme at a moment as somebody may see it. */
export const programmeAt = async (deps: ApiDeps, id: EntityId, { asOf }: Moment, asker: Asker): Promise<Opened> => {
  const state = openedOf(id, await stateOf(deps, 'programme', id, asOf));
  const bodies = onlyFor(asker);
  return bodies ? ownProgramme(state, bodies) : state;
};

const texts = (values: readonly string[]): RawBuilder<string[]> => sql`${[...values]}::text[]`;

/** Rows of `p` (`read.programme`) of which he sees something: the same decision as `sight`. */
const seenRows = ({
  subject,
  org,
  day,
}: Seer): { readonly whole: RawBuilder<boolean>; readonly seen: RawBuilder<boolean> } => {
  const { body } = subject.actor;
  const { own, under } = unitsOf(org, unitOf(body), day);
  const near = (relation: 'own' | 'superior', units: readonly string[]): RawBuilder<boolean> => {
    if (!looksAfter(body, relation)) return sql<boolean>`false`;
    const rows = sql<boolean>`p.org_unit = ANY(${texts(units)})`;
    return roleOf(body, relation) === 'staff' ? rows : sql<boolean>`(${rows} AND p.phase <> 'draft')`;
  };
  const leads = sql<boolean>`${body} = ANY(p.leads)`;
  const whole = sql<boolean>`(${near('own', own)} OR ${near('superior', under)} OR ${leads})`;
  return { whole, seen: sql<boolean>`(${whole} OR p.phase <> 'draft' AND p.bodies && ${texts(subject.bodies)})` };
};

export const programmeList = async (
  deps: ApiDeps,
  moment: Moment,
  seer: Seer,
): Promise<z.output<typeof ProgrammeList>> => {
  const { whole, seen } = seenRows(seer);
  const [{ rows }, calendar] = await Promise.all([
    sql<{ readonly id: EntityId; readonly whole: boolean }>`SELECT p.id, ${whole} AS whole FROM read.programme p
      WHERE ${seen} ORDER BY p.closed, p.term_from DESC, p.id COLLATE "C"`.execute(deps.db),
    calendarNow(deps),
  ]);
  const programmes = await Promise.all(
    rows.map(async (row) => {
      const all = openedOf(row.id, await stateOf(deps, 'programme', row.id, null));
      const state = row.whole ? all : ownProgramme(all, seer.subject.bodies);
      const year = state.phase === 'closed' ? TERM : columnOn(state, moment.today);
      const figures = Object.values(state.indicators).map((indicator) => figureOf(state, indicator, year));
      const next = Object.values(state.reviews)
        .filter(({ status }) => status === 'planned' || status === 'open')
        .sort(byDue)[0];
      return {
        ...headView(seer.org, row.id, state, moment.today),
        version: state.version,
        year,
        counts: countsOf(figures),
        next: next ? aheadView(calendar, next, moment.today) : null,
      };
    }),
  );
  return { ...moment, programmes };
};

type Shown = z.output<typeof ProgrammeShown>;

const indicatorView = (
  state: Opened,
  indicator: Indicator,
  figures: readonly Figure[],
  year: Column,
): Shown['indicators'][number] => {
  const { code, unit, measure, comparator, cadence, join, numerator, denominator, owner, source, added, history } =
    indicator;
  const target =
    figures.find(({ column }) => column === year)?.target ?? targetOf(indicator, TERM, yearsOf(state.term));
  return {
    ...{ code, unit, measure, comparator, cadence, join, numerator, denominator, owner, added },
    name: nameOf(indicator),
    cadenceName: CADENCE_NAMES[cadence],
    ownerName: bodyName(owner),
    source: source.kind,
    sourceName: SOURCE_NAMES[source.kind],
    periods: source.kind === 'reported' ? periodsOf(cadence, state.term) : [],
    requirement: requirementOf(indicator, target),
    history,
    figures: figures.map((figure) => figureView(indicator, figure)),
    trend: trendOf(state, indicator, year),
    forecast: forecastOf(state, indicator, year),
  };
};

export interface Around {
  readonly calendar: Calendar;
  readonly org: OrganisationState;
}

export const programmeView = (id: EntityId, state: Opened, moment: Moment, { calendar, org }: Around): Shown => {
  const { today } = moment;
  const columns = columnsOf(state.term);
  const year = columnOn(state, today);
  const board = Object.values(state.indicators).map((indicator) => ({
    indicator,
    figures: columns.map((column) => figureOf(state, indicator, column)),
  }));
  const recommendations = Object.values(state.recommendations);
  return {
    ...headView(org, id, state, today),
    version: state.version,
    ...moment,
    parties: state.parties.map((body) => ({ body, name: bodyName(body) })),
    keepers: state.keepers,
    approvers: state.approvers,
    basis: state.basis,
    conference: state.conference,
    signed: state.signed?.paper ?? null,
    closed: state.closed?.paper ?? null,
    columns,
    year,
    counts: countsOf(
      board.flatMap(({ figures }) =>
        figures.filter(({ column }) => column === (state.phase === 'closed' ? TERM : year)),
      ),
    ),
    indicators: board.map(({ indicator, figures }) => indicatorView(state, indicator, figures, year)),
    exemptions: Object.values(state.exemptions).map(exemptionView),
    exercises: Object.values(state.exercises)
      .sort((a, b) => (a.heldOn < b.heldOn ? 1 : a.heldOn > b.heldOn ? -1 : 0))
      .map((each) => countedView(org, each, today)),
    reviews: Object.values(state.reviews)
      .sort(byDue)
      .map((review) => aheadView(calendar, review, today)),
    recommendations: recommendations.map((each) => recommendationView(calendar, each, today)),
    quarters: quartersView(recommendations),
    commendations: state.commendations,
  };
};

export const programmeFile = async (deps: ApiDeps, id: EntityId, moment: Moment, asker: Asker): Promise<Shown> => {
  const [state, calendar] = await Promise.all([programmeAt(deps, id, moment, asker), calendarNow(deps, moment.asOf)]);
  return programmeView(id, state, moment, { calendar, org: asker.org });
};

/** What a figure was made of: its readings by period and unit, or the exercises. Throws `indicator-unknown`. */
export const figureDetail = async (
  deps: ApiDeps,
  { id, indicator: code, column }: { readonly id: EntityId; readonly indicator: string; readonly column: Column },
  moment: Moment,
  asker: Asker,
): Promise<z.output<typeof FigureDetail>> => {
  const state = await programmeAt(deps, id, moment, asker);
  const org = await organisationNow(deps);
  const indicator = indicatorOf(state, code);
  if (!columnsOf(state.term).includes(column))
    throw new Rejection('outside-term', { when: column, since: state.term.from, last: state.term.to });
  const figure = figureOf(state, indicator, column);
  const unitName = (unit: OrgUnitId) => unitNameOn(org, unit, moment.today);
  const entries = figure.periods.flatMap((period) =>
    Object.entries(state.values[code]?.[period] ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => {
        const unit = key === '' ? null : OrgUnitId.parse(key);
        return { period, periodName: periodWords(period), unit, unitName: unit && unitName(unit), ...entry };
      }),
  );
  return {
    id,
    version: state.version,
    ...moment,
    indicator: code,
    name: nameOf(indicator),
    unit: indicator.unit,
    figure: figureView(indicator, figure),
    entries,
    exercises: madeIn(state, indicator, column).from.map((each) => ({ ...each, unitName: unitName(each.unit) })),
  };
};
