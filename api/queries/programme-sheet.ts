/** The entry sheet of a period: every line that may be reported, by locality or in one figure, with what stands there. */
import type { z } from 'zod';
import type { OrganisationState } from '../../domain/organisation/index.ts';
import { superiorsOf, unitOn } from '../../domain/organisation/lookup.ts';
import { type BodyId, OrgUnitId, unitOf } from '../../domain/people.ts';
import { columnOf, type Period, periodsOf, TERM, yearsOf } from '../../domain/programme/codes.ts';
import { holdsIn } from '../../domain/programme/figures.ts';
import type { Opened } from '../../domain/programme/index.ts';
import type { Entries, Indicator } from '../../domain/programme/state.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { ProgrammeSheet } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { type Asker, onlyFor } from '../policy.ts';
import { unitNameOn } from './names.ts';
import { periodWords } from './programme-views.ts';
import { programmeAt } from './programmes.ts';
import type { Moment } from './sources.ts';

type Line = z.output<typeof ProgrammeSheet>['indicators'][number];
interface Around {
  readonly state: Opened;
  readonly org: OrganisationState;
  readonly today: LocalDate;
  /** Null: reports for whatever locality. */
  readonly only: readonly OrgUnitId[] | null;
}

const WHOLE = '';
const NONE: Entries = {};

/** Communes under the locality that leads the programme, in force on the day. */
const communesUnder = ({ state, org, today }: Around): OrgUnitId[] =>
  [...org.units.keys()].filter(
    (id) => unitOn(org, id, today)?.level === 'commune' && superiorsOf(org, id, today).includes(state.orgUnit),
  );

/** Localities that the indicator is not held against in the period. */
const exemptIn = ({ state }: Around, code: string, period: Period): OrgUnitId[] => {
  const last = yearsOf(state.term).at(-1) ?? TERM;
  return Object.values(state.exemptions)
    .filter((each) => each.indicator === code && holdsIn(each, columnOf(period), last))
    .flatMap(({ units }) => units.map(({ unit }) => unit));
};

const formOf = (entries: Entries, only: Around['only']): Line['form'] => {
  if (only) return 'byUnit';
  const first = Object.keys(entries)[0];
  return first === undefined ? null : first === WHOLE ? 'one' : 'byUnit';
};

const lineOf = (around: Around, { code }: Indicator, period: Period): Line => {
  const { state, org, today, only } = around;
  const periods = state.values[code] ?? {};
  const entries = periods[period] ?? NONE;
  const form = formOf(entries, only);
  const exempt = new Set<string>(exemptIn(around, code, period));
  const reported = Object.values(periods).flatMap((each) => Object.keys(each));
  const units = only ?? [...communesUnder(around), ...reported.filter((unit) => unit !== WHOLE), ...exempt];
  const keys = [...(form === 'byUnit' ? [] : [WHOLE]), ...(form === 'one' ? [] : [...new Set(units)].sort())];
  const last = Object.keys(periods).sort().at(-1);
  return {
    code,
    form,
    usual: form ?? formOf((last && periods[last]) || NONE, only) ?? 'one',
    rows: keys.map((key) => {
      const unit = key === WHOLE ? null : OrgUnitId.parse(key);
      const entry = entries[key] ?? { counted: null, pending: null, returned: null };
      return { unit, unitName: unit && unitNameOn(org, unit, today), exempt: exempt.has(key), ...entry };
    }),
  };
};

/** Localities for which a body reports an indicator that another one owns; null for all of them. */
const onlyUnits = (bodies: readonly BodyId[] | null, { owner }: Indicator): OrgUnitId[] | null =>
  bodies === null || bodies.includes(owner) ? null : [...new Set(bodies.map(unitOf))];

export const programmeSheet = async (
  deps: ApiDeps,
  { id, period }: { readonly id: EntityId; readonly period: Period },
  moment: Moment,
  asker: Asker,
): Promise<z.output<typeof ProgrammeSheet>> => {
  const state = await programmeAt(deps, id, moment, asker);
  const bodies = onlyFor(asker);
  const asked = Object.values(state.indicators).filter(
    ({ source, cadence }) => source.kind === 'reported' && periodsOf(cadence, state.term).includes(period),
  );
  return {
    id,
    version: state.version,
    ...moment,
    period,
    periodName: periodWords(period),
    indicators: asked.map((indicator) =>
      lineOf({ state, org: asker.org, today: moment.today, only: onlyUnits(bodies, indicator) }, indicator, period),
    ),
  };
};
