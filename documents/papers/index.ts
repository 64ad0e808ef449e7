/** The papers that can be made of one exercise: which there are at a version, why another is not yet, and each as data. */
import { isSecret, paperOnFile } from '../../domain/exercise/index.ts';
import { EXERCISE_DOCUMENT_KINDS, type ExerciseDocumentKind, exerciseRule } from '../../domain/register/kinds.ts';
import type { PaperDocument } from '../model/paper.ts';
import { award, awardPapers, awardsOf } from './award.ts';
import { establishing } from './establishing.ts';
import { closing, closings, meetings, minutes } from './minutes.ts';
import { callUp, muster } from './mobilisation.ts';
import { plan } from './plan.ts';
import { assignments, calendar } from './preparation.ts';
import { reminder, urged } from './reminder.ts';
import { resolution } from './resolution.ts';
import { result, review } from './review.ts';
import { score } from './scoring.ts';
import type { Issued, Sources } from './sources.ts';

export type { Issued, Sources } from './sources.ts';

/** Why a paper cannot be made of what is on file. `secret`: only its reference is kept, and nothing is drafted here. */
export type Missing = 'secret' | 'no-plan' | 'no-drill' | 'no-review' | 'nothing-late' | 'no-meeting' | 'no-award';

export interface Choice {
  /** Which one, where the kind has several. */
  readonly of: string | null;
  readonly name: string | null;
}

interface Builder {
  readonly choices: (sources: Sources) => readonly Choice[] | Missing;
  readonly build: (sources: Sources, of: string, issued: Issued | null) => PaperDocument;
}

const ONE: readonly Choice[] = [{ of: null, name: null }];
const several = (found: readonly Choice[], missing: Missing): readonly Choice[] | Missing =>
  found.length > 0 ? found : missing;

const drafted = ({ exercise }: Sources): readonly Choice[] | Missing => (exercise.startDate === null ? 'no-plan' : ONE);
const mustered = ({ drill }: Sources): readonly Choice[] | Missing =>
  drill && drill.phase !== 'none' ? ONE : 'no-drill';
const reviewed = ({ review: file }: Sources): readonly Choice[] | Missing =>
  file && file.phase !== 'none' ? ONE : 'no-review';

type Single = (sources: Sources, issued: Issued | null) => PaperDocument;
const single = (choices: Builder['choices'], make: Single): Builder => ({
  choices,
  build: (sources, _, issued) => make(sources, issued),
});

const BUILDERS: Readonly<Record<ExerciseDocumentKind, Builder>> = {
  resolution: single(drafted, resolution),
  steering: single(drafted, establishing('steering')),
  organising: single(drafted, establishing('organising')),
  directing: single(drafted, establishing('directing')),
  support: single(drafted, establishing('support')),
  frame: single(drafted, establishing('frame')),
  plan: single(drafted, plan),
  calendar: single(drafted, calendar),
  assignments: single(drafted, assignments),
  reminder: { choices: (sources) => several(urged(sources), 'nothing-late'), build: reminder },
  minutes: { choices: (sources) => several(meetings(sources), 'no-meeting'), build: minutes },
  'call-up': single(mustered, callUp),
  muster: single(mustered, muster),
  score: single(reviewed, score),
  closing: { choices: (sources) => several(closings(sources), 'no-meeting'), build: closing },
  result: single(reviewed, result),
  review: single(reviewed, review),
  award: { choices: (sources) => several(awardPapers(sources), 'no-award'), build: award },
};

const secret = ({ exercise }: Sources, kind: ExerciseDocumentKind): boolean => {
  const { slot } = exerciseRule(kind);
  return isSecret(exercise, { kind: 'exercise' }) || (slot !== null && isSecret(exercise, { kind: 'paper', slot }));
};

/** The ones that can be made of a kind, or why none can. */
export const choicesOf = (sources: Sources, kind: ExerciseDocumentKind): readonly Choice[] | Missing =>
  secret(sources, kind) ? 'secret' : BUILDERS[kind].choices(sources);

export interface Offer {
  readonly kind: ExerciseDocumentKind;
  readonly choices: readonly Choice[];
  readonly missing: Missing | null;
}

export const offers = (sources: Sources): Offer[] =>
  EXERCISE_DOCUMENT_KINDS.map((kind) => {
    const found = choicesOf(sources, kind);
    return typeof found === 'string' ? { kind, choices: [], missing: found } : { kind, choices: found, missing: null };
  });

/** Number, day and signer of a paper that the file itself holds: in the chain of authority, or recorded with an award. */
export const onFile = (sources: Sources, kind: ExerciseDocumentKind, of: string | null): Issued | null => {
  const { slot } = exerciseRule(kind);
  const paper = slot
    ? paperOnFile(sources.exercise, slot)
    : kind === 'award' && of
      ? awardsOf(sources, of)[0]?.paper
      : null;
  return paper ? { number: paper.number, date: paper.date, signerPost: paper.signerPost ?? null } : null;
};

/** The paper, or why there is none. `issued`: as the register gives it; what the file itself holds goes before. */
export const buildPaper = (
  sources: Sources,
  kind: ExerciseDocumentKind,
  of: string | null,
  issued: Issued | null,
): PaperDocument | Missing | 'unknown' => {
  const found = choicesOf(sources, kind);
  if (typeof found === 'string') return found;
  if (!found.some((choice) => choice.of === of)) return 'unknown';
  return BUILDERS[kind].build(sources, of ?? '', onFile(sources, kind, of) ?? issued);
};
