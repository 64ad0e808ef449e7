/**
 * Who issues the review report of a programme, in which form and under which symbol. A coordination programme is reported on
 * by the standing agency that keeps it; any other by who issued it: the Party committee where its number is written as the
 * Party writes (`12-ĐA/HU`, Guidance 36-HD/VPTW), else the People's Committee (Decree 30/2020/NĐ-CP). Template defaults.
 */
import { unitWith } from '../organisation/lookup.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { type BodyCode, type BodyId, bodyId, type OrgUnitId } from '../people.ts';
import type { ProgrammeState } from '../programme/state.ts';
import type { PaperForm } from '../text.ts';
import { type NumberSymbol, readNumber } from './number.ts';

interface Issue {
  readonly form: PaperForm;
  /** In a commune, and in any unit above. */
  readonly commune: readonly [BodyCode, NumberSymbol];
  readonly above: readonly [BodyCode, NumberSymbol];
}

const AGENCY: Issue = { form: 'decree30', commune: ['CMC', '/BC-BCH'], above: ['SA', '/BC-BCH'] };
const PARTY: Issue = { form: 'party36', commune: ['COM', '-BC/ĐU'], above: ['MPC', '-BC/ĐUQS'] };
const STATE: Issue = { form: 'decree30', commune: ['COM', '/BC-UBND'], above: ['PC', '/BC-UBND'] };

const issueOf = ({ kind, signed }: Pick<ProgrammeState, 'kind' | 'signed'>): Issue => {
  if (kind === 'coordination') return AGENCY;
  const form = signed?.paper.form ?? (readNumber(signed?.paper.number ?? '')?.symbol.startsWith('-') && 'party36');
  return form === 'party36' ? PARTY : STATE;
};

export const programmeIssue = (
  programme: Pick<ProgrammeState, 'kind' | 'signed'>,
  unit: OrgUnitId,
  organisation: OrganisationState,
): { readonly form: PaperForm; readonly body: BodyId; readonly symbol: NumberSymbol } => {
  const { form, ...issue } = issueOf(programme);
  const [code, symbol] = unitWith(organisation, unit)?.level === 'commune' ? issue.commune : issue.above;
  return { form, body: bodyId(unit, code), symbol };
};
