/**
 * What is shown of state secrets (domain guide §10): number, date and holder, and a neutral label in place of title, theme
 * and every free text written before the item was classified. The events keep what was written; no view prints it.
 */
import { type Classification, NEUTRAL_TITLE } from '../classification.ts';
import type { Paper } from '../text.ts';
import { isFreeText, isNeutral, secretIn } from './classify.ts';
import { BOARDS, type ExerciseState, type Task } from './state.ts';

/** Stands for a text that is not shown. */
export const WITHHELD = '[…]';
const SECRET_THEME = 'Diễn tập chỉ ghi số đăng ký';

type Classifications = Readonly<Record<string, Classification>>;

/** What a task is called wherever it is shown. */
export const shownTitle = (
  state: Pick<ExerciseState, 'classifications'>,
  task: Pick<Task, 'code' | 'titleVi' | 'titleEn'>,
): { readonly vi: string; readonly en: string } => {
  const secret = secretIn(state.classifications, `task/${task.code}`);
  if (!secret) return { vi: task.titleVi, en: task.titleEn };
  return secret.label === null ? NEUTRAL_TITLE : { vi: secret.label, en: secret.label };
};

const HIDDEN_KEYS: readonly string[] = ['basis', 'waivedReason'];

/** One field of an object with its free text withheld; places go, and what names one in a clash. */
const withheldField = (key: string, part: unknown, within: object): unknown => {
  if (key === 'venues') return [];
  const isPlace = (key === 'subject' || key === 'key') && 'kind' in within && within.kind === 'venue';
  if (isPlace || (key === 'suggestion' && typeof part === 'object' && part !== null)) return WITHHELD;
  const isHidden = typeof part === 'string' && (isFreeText(key, within) || HIDDEN_KEYS.includes(key));
  return isHidden && !isNeutral(part) ? WITHHELD : withheld(part);
};

/** The value with every free text in it withheld; notes, counts and files of evidence are left out. */
const withheld = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withheld);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !('holder' in value && (key === 'note' || key === 'counts' || key === 'files')))
      .map(([key, part]): [string, unknown] => [key, withheldField(key, part, value)]),
  );
};
/** The same kind of value without its free text. */
const withoutText = <T>(value: T): T => withheld(value) as T; // strings stay strings, nothing but optional fields goes

/** Every part that speaks of a secret task, anywhere in the value, with label and without free text. */
const withoutSecretTasks = (value: unknown, classifications: Classifications): unknown => {
  if (Array.isArray(value)) return value.map((part) => withoutSecretTasks(part, classifications));
  if (typeof value !== 'object' || value === null) return value;
  const { task, code, titleVi } = value as { task?: unknown; code?: unknown; titleVi?: unknown }; // looked at, not trusted
  const named = typeof task === 'string' ? task : typeof code === 'string' ? code : null;
  if (named !== null && secretIn(classifications, `task/${named}`)) {
    const { vi, en } = shownTitle({ classifications }, { code: named, titleVi: '', titleEn: '' });
    return { ...withoutText(value), ...(titleVi === undefined ? {} : { titleVi: vi, titleEn: en }) };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, withoutSecretTasks(part, classifications)]),
  );
};

const bare = ({ number, date, issuer }: Paper): Paper => ({ number, date, issuer });

const withoutSecretPapers = (state: ExerciseState): ExerciseState => {
  const secret = (slot: string): boolean => secretIn(state.classifications, `paper/${slot}`) !== null;
  const boards = Object.fromEntries(
    BOARDS.flatMap((board) => {
      const onFile = state.boards[board];
      if (!onFile) return [];
      const label = state.classifications[`paper/${board}`]?.label ?? WITHHELD;
      return [[board, secret(board) ? { paper: bare(onFile.paper), headPost: label, seats: [] } : onFile]];
    }),
  );
  return {
    ...state,
    resolution: state.resolution && secret('resolution') ? bare(state.resolution) : state.resolution,
    boards,
    papers: Object.fromEntries(
      Object.entries(state.papers).map(([slot, entered]) => [
        slot,
        secret(slot) ? { paper: bare(entered.paper), amount: null } : entered,
      ]),
    ),
    amendments: state.amendments.map((each) =>
      secret(each.slot) ? { ...withoutText(each), by: bare(each.by), change: {} } : each,
    ),
    revoked: state.revoked.map((each) =>
      secret(each.slot) ? { ...withoutText(each), by: bare(each.by), paper: bare(each.paper) } : each,
    ),
  };
};

/** Data of the template and of the checklist; the texts of a secret exercise stand elsewhere. */
const KEPT: readonly string[] = [
  'tasks',
  'template',
  'ladder',
  'scoreSheet',
  'paperChain',
  'classifications',
  'amendments',
  'revoked',
];

const withoutSecretTheme = (state: ExerciseState): ExerciseState => {
  const secret = secretIn(state.classifications, 'exercise');
  if (!secret) return state;
  const parts = Object.entries(state).map(([key, part]) => [key, KEPT.includes(key) ? part : withheld(part)]);
  const shown = Object.fromEntries(parts) as ExerciseState; // the same fields, free texts replaced
  const acceptedClashes = Object.fromEntries(
    Object.entries(shown.acceptedClashes).filter(([key]) => !key.startsWith('venue:')),
  );
  return { ...shown, acceptedClashes, theme: secret.label ?? SECRET_THEME, codeName: null, scale: null };
};

/**
 * A state as it may be shown in every view. `classifications` are those of now where an earlier state is looked at: what was
 * classified since is not shown as it then was. Without a secret it is the state itself.
 */
export const shownState = (state: ExerciseState, classifications = state.classifications): ExerciseState => {
  const secrets = Object.keys(classifications).filter((key) => secretIn(classifications, key));
  if (secrets.length === 0) return state;
  const known = { ...state, classifications };
  const tasks = Object.fromEntries(
    Object.entries(state.tasks).map(([code, task]) => [
      code,
      secretIn(classifications, `task/${code}`) ? (withoutSecretTasks(task, classifications) as Task) : task, // a task still
    ]),
  );
  const papers = secrets.some((key) => key.startsWith('paper/')) ? withoutSecretPapers(known) : known;
  return withoutSecretTheme({ ...papers, tasks });
};

const isPaper = (value: unknown): value is Paper => typeof value === 'object' && value !== null && 'issuer' in value;

/** The papers that an event cites, each by number, date and issuer. */
const citedIn = (fact: object): object =>
  Object.fromEntries(Object.entries(fact).flatMap(([key, part]) => (isPaper(part) ? [[key, bare(part)]] : [])));

/** An event as the history may show it, by the classifications of now. Without a secret it is the event itself. */
export const shownFact = <F extends { readonly type: string }>(fact: F, classifications: Classifications): F => {
  if (!Object.keys(classifications).some((key) => secretIn(classifications, key))) return fact;
  const shown = withoutSecretTasks(fact, classifications) as F; // the same event, free texts replaced
  const { task, slot, board } = shown as { task?: unknown; slot?: unknown; board?: unknown }; // looked at, not trusted
  const named = shown.type === 'ResolutionIssued' ? 'resolution' : (slot ?? board);
  const paper = typeof named === 'string' && secretIn(classifications, `paper/${named}`) ? named : null;
  if (paper !== null) {
    const label = classifications[`paper/${paper}`]?.label ?? WITHHELD;
    const { subcommittees } = shown as { subcommittees?: unknown }; // looked at, not trusted
    return {
      ...withoutText(shown),
      ...citedIn(shown),
      ...('headPost' in shown ? { headPost: label, seats: [] } : {}),
      ...(subcommittees === undefined ? {} : { subcommittees: [] }),
      ...('change' in shown ? { change: {} } : {}),
    };
  }
  const secret = secretIn(classifications, 'exercise');
  if (!secret || typeof task === 'string' || typeof slot === 'string') return shown;
  const theme = 'theme' in shown ? { theme: secret.label ?? SECRET_THEME, codeName: null, scale: null } : {};
  return { ...withoutText(shown), ...theme };
};
