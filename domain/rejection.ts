/**
 * How a rule says no. The code is stable (scripts and the page rely on it); its sentences for people stand beside it
 * in `labels/rejections.ts`, in Vietnamese and English, with who can change it.
 */
import { blockerText } from './labels/blockers.ts';
import { BODIES } from './labels/bodies.ts';
import { clashKeyText } from './labels/clash-names.ts';
import { faultText } from './labels/faults.ts';
import { formatDate, formatNumber, formatTime, type Language, withDays } from './labels/format.ts';
import type { Names } from './labels/names.ts';
import { REJECTIONS, type RejectionCode } from './labels/rejections.ts';
import { STAGE_FAULTS } from './labels/rejections-planning.ts';
import { LADDER_FAULTS } from './labels/rejections-reminders.ts';
import { ruleKindsText } from './labels/rollout.ts';
import {
  ACTION_STATUSES,
  ACTS,
  EXERCISE_TYPE_NAMES,
  FIGURES,
  FILE_PHASES,
  KIND_NAMES,
  LEVEL_NAMES,
  PAPER_FORMS,
  PAPER_PARTS,
  PAPERS,
  PHASES,
  SCORE_DOMAIN_NAMES,
  TASK_ACTS,
  TASK_STATUSES,
  type Word,
} from './labels/words.ts';
import { SUBSTITUTION_FAULTS } from './labels/words-drill.ts';
import { MODEL_NAMES, UNIT_LEVEL_NAMES } from './labels/words-organisation.ts';
import { ISSUE_STATUSES, PROPOSAL_STATUSES, STEP_NAMES } from './labels/words-preparation.ts';
import {
  MEASURE_NAMES,
  periodName,
  RECOMMENDATION_STATUSES,
  REVIEW_STATUSES,
  reviewName,
  valueName,
} from './labels/words-programme.ts';
import { ROLL_OUT_PHASES } from './labels/words-rollout.ts';
import { BODY_CODES, BodyId, codeOf, SYSTEM, unitOf } from './people.ts';
import { dayOf, Instant, LocalDate } from './time.ts';

/** Which answer fits: invalid 422, forbidden 403, unknown 404, rule 409, stale 412. */
export type RejectionKind = 'invalid' | 'forbidden' | 'unknown' | 'rule' | 'stale';

export type RejectionParams = Readonly<Record<string, string | number | readonly string[]>>;

/** What travels of a rejection: through Temporal, the command's outcome and the API's answer. */
export interface RejectionBody {
  readonly kind: RejectionKind;
  readonly code: RejectionCode;
  readonly params: RejectionParams;
}

export class Rejection extends Error implements RejectionBody {
  override readonly name = 'Rejection';
  readonly kind: RejectionKind;
  readonly code: RejectionCode;
  readonly params: RejectionParams;

  constructor(code: RejectionCode, params: RejectionParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.kind = REJECTIONS[code].kind;
    this.code = code;
    this.params = params;
  }
}

type Words = Readonly<Record<string, Word>>;

/** Parameters whose values are codes, and the words that stand for them; a value without a word is shown as it is. */
const WORDS: Readonly<Record<string, Words>> = {
  status: { ...TASK_STATUSES, ...ACTION_STATUSES },
  phase: { ...PHASES, ...FILE_PHASES },
  needs: PHASES,
  action: { ...ACTS, ...TASK_ACTS },
  what: ACTS,
  type: ACTS,
  issueStatus: ISSUE_STATUSES,
  proposalStatus: PROPOSAL_STATUSES,
  reviewStatus: REVIEW_STATUSES,
  recommendationStatus: RECOMMENDATION_STATUSES,
  rollOutPhase: ROLL_OUT_PHASES,
  step: STEP_NAMES,
  into: STEP_NAMES,
};
const ROLES: Words = Object.fromEntries(
  BODY_CODES.map((code) => [code, { vi: BODIES[code].vi.name, en: BODIES[code].en.name }]),
);

/** Names: they read as part of the sentence, without quotation marks. */
const NAMES: Readonly<Record<string, Words>> = {
  paper: PAPERS,
  form: PAPER_FORMS,
  rightForm: PAPER_FORMS,
  changes: PAPER_PARTS,
  level: LEVEL_NAMES,
  from: LEVEL_NAMES,
  kind: KIND_NAMES,
  why: SUBSTITUTION_FAULTS,
  fields: FIGURES,
  exerciseType: EXERCISE_TYPE_NAMES,
  where: { rungs: { vi: 'các bậc nhắc', en: 'the rungs' } },
  role: ROLES,
  measure: MEASURE_NAMES,
  rightMeasure: MEASURE_NAMES,
  unitLevel: UNIT_LEVEL_NAMES,
  model: MODEL_NAMES,
  fault: { ...LADDER_FAULTS, ...STAGE_FAULTS },
};

/** How ids of bodies and localities are called; already in the language asked for. */
export type Called = Pick<Names, 'body' | 'unit'>;

const usual = (language: Language): Called => ({
  body: (id) => {
    if (id === SYSTEM.body) return language === 'vi' ? 'Hệ thống' : 'The system';
    return `${BODIES[codeOf(id)][language].name} (${unitOf(id)})`;
  },
  unit: (id) => id,
});

const BODY_KEYS = ['body', 'bodies', 'allowed', 'successor', 'within'];
/** Last days that nobody has decided yet. */
const OPEN_END = ['to', 'last'];
const CRITERION_KEYS = ['domain', 'criterion', 'part'];
const UNIT_KEYS = ['unit', 'units', 'own', 'parent', 'superior', 'into', 'within'];

const wordOf = (words: Words | undefined, code: string): Word | undefined =>
  words && Object.hasOwn(words, code) ? words[code] : undefined;

/** A head's post is cited by its body, or as `head` beside it; any other by its title or id. */
const headText = (post: string, { body }: RejectionParams, language: Language): string => {
  const headed = BodyId.safeParse(post === 'head' ? body : post);
  return headed.success ? BODIES[codeOf(headed.data)][language].head : post;
};
/** `An toàn, kỷ luật (a)` for `safety/a`. */
const criterionText = (code: string, language: Language): string => {
  const [domain = '', criterion] = code.split('/');
  const name = wordOf(SCORE_DOMAIN_NAMES, domain)?.[language] ?? domain;
  return criterion === undefined ? name : `${name} (${criterion})`;
};
/** Task or paper that a level is for, as `task/C17`. */
const itemText = (item: string, language: Language): string => {
  const [kind, code = ''] = item.split('/');
  if (kind === 'task') return `${language === 'vi' ? 'việc' : 'task'} ${code}`;
  return wordOf(PAPERS, code)?.[language] ?? item;
};

/** `14/03/2022`, `08:00 14/03/2022`; null for anything that is neither a day nor an instant. */
const dateText = (value: string): string | null => {
  const day = LocalDate.safeParse(value);
  if (day.success) return formatDate(day.data);
  const at = Instant.safeParse(value);
  return at.success ? `${formatTime(at.data)} ${formatDate(dayOf(at.data))}` : null;
};

const quoted = (text: string, language: Language): string => (language === 'vi' ? `“${text}”` : `"${text}"`);

const shown = (key: string, value: string, params: RejectionParams, language: Language, called: Called): string => {
  if (key === 'post') return headText(value, params, language);
  if (CRITERION_KEYS.includes(key)) return criterionText(value, language);
  if (key === 'item') return itemText(value, language);
  if (key === 'where') return wordOf(NAMES.where, value)?.[language] ?? withDays(value);
  if (key === 'rule') return value.replace(/\w+/g, (figure) => wordOf(FIGURES, figure)?.[language] ?? figure);
  if (key === 'rollOutRules') return ruleKindsText([value], language);
  if (key === 'faults') return faultText(value)[language];
  if (key === 'blockers') return blockerText(value)?.[language] ?? value;
  if (key === 'review') return reviewName(value, language);
  if (key === 'value') return valueName(value, language);
  if (key === 'period' || (key === 'when' && !value.includes('-'))) return periodName(value, language);
  if (key === 'clash') return clashKeyText(value)?.[language] ?? value;
  const said = wordOf(WORDS[key], value)?.[language];
  if (said) return quoted(said, language);
  const name = wordOf(NAMES[key], value)?.[language] ?? dateText(value);
  if (name) return name;
  const body = BodyId.safeParse(value);
  if (BODY_KEYS.includes(key) && body.success) return called.body(body.data);
  return UNIT_KEYS.includes(key) ? called.unit(value) : value;
};

/** Commands that a sentence advises, by the words on their buttons. */
const withActs = (text: string, language: Language): string =>
  text.replace(/\b(?:[A-Z][a-z]+){2,}\b/g, (name) => {
    const act = wordOf(ACTS, name);
    return act ? quoted(act[language], language) : name;
  });

/**
 * The sentence for people, with words and names in place of codes; a list is joined by commas, an empty one is a dash.
 * Localities keep their ids unless `called` knows their names.
 */
export const explain = (
  rejection: RejectionBody,
  language: Language,
  called = usual(language),
): { what: string; who: string } => {
  const { code, params } = rejection;
  const text = REJECTIONS[code][language];
  const say = (value: string | number, key: string): string =>
    typeof value === 'number' && key !== 'year'
      ? formatNumber(value, language)
      : shown(key, String(value), params, language, called);
  const fill = (template: string): string =>
    withActs(template, language).replace(/\{(\w+)\}/g, (_, key: string) => {
      const values: readonly (string | number)[] = [params[key] ?? []].flat();
      const none = OPEN_END.includes(key) ? { vi: 'khi có quyết định khác', en: 'further notice' }[language] : '–';
      return values.map((value) => say(value, key)).join(BODY_KEYS.includes(key) ? '; ' : ', ') || none;
    });
  return { what: fill(text.what), who: fill(text.who) };
};
