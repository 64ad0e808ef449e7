/** What all papers have in common: head, number, signature, recipients and dates, filled in from the rule of their kind. */
import { bodyIn, classificationOf, enteredPaper, isSecret, paperOnFile } from '../../domain/exercise/index.ts';
import { isCommuneLevel } from '../../domain/exercise/rights.ts';
import { type BodyId, unitOf } from '../../domain/people.ts';
import { type ExerciseDocumentKind, exerciseRule } from '../../domain/register/kinds.ts';
import type { PaperSlot } from '../../domain/template/index.ts';
import type { PaperForm } from '../../domain/text.ts';
import { type LocalDate, yearOf } from '../../domain/time.ts';
import type { PaperDocument } from '../model/paper.ts';
import { capitals, dayInWords } from '../model/words.ts';
import { type Named, officeName, parentOffice, partyOffice, placeOfBody, signatureLines, unitName } from './offices.ts';
import type { Issued, Sources } from './sources.ts';

export const isCommune = ({ exercise }: Pick<Sources, 'exercise'>): boolean =>
  exercise.type !== null && isCommuneLevel(exercise.type);

/** The body that issues a kind in this exercise, and the symbol after its number. */
export const issuerOf = (
  sources: Pick<Sources, 'exercise'>,
  kind: ExerciseDocumentKind,
): { body: BodyId; symbol: string | null } => {
  const rule = exerciseRule(kind);
  const { body, symbol } = isCommune(sources) ? rule.commune : rule.city;
  return { body: bodyIn(sources.exercise, body), symbol };
};

export const INTERNAL_MARK = 'LƯU HÀNH NỘI BỘ';

const isInternal = ({ exercise }: Sources, slot: PaperSlot | null): boolean => {
  const levels = [
    classificationOf(exercise, { kind: 'exercise' }),
    slot && classificationOf(exercise, { kind: 'paper', slot }),
  ];
  return levels.some((each) => each?.level === 'internal');
};

export interface Content
  extends Pick<PaperDocument, 'type' | 'subject' | 'body'>,
    Partial<
      Pick<
        PaperDocument,
        'addressees' | 'decidedBy' | 'bases' | 'signatures' | 'recipients' | 'appendices' | 'landscape'
      >
    > {
  /** Signed by the head for himself, not for the body. */
  readonly alone?: boolean;
}

/** A long name with its locality on a line of its own. */
const inLines = (office: string, unit: string): string[] =>
  office.length > 26 && office.endsWith(` ${unit}`) ? [office.slice(0, -unit.length - 1), unit] : [office];

/** What stands around a paper's content. */
export interface Head {
  readonly form: PaperForm;
  readonly issuer: BodyId;
  readonly symbol: string | null;
  readonly marking: string | null;
  readonly made: PaperDocument['made'];
  /** Of what it is drawn up from. */
  readonly day: LocalDate;
}

/** The whole paper around its content. `issued` null: a draft. */
export const framed = (
  from: Named,
  { form, issuer, symbol, marking, made, day }: Head,
  issued: Issued | null,
  { alone = false, ...content }: Content,
): PaperDocument => {
  const office = form === 'party36' ? partyOffice(from, issuer) : officeName(from, issuer);
  const numbered = symbol !== null;
  const parent = parentOffice(from, issuer, form);
  const signerPost = issued?.signerPost ?? null;
  return {
    profile: form,
    parent: parent === null ? [] : inLines(parent.office, unitName(from, parent.unit)),
    issuer: inLines(office, unitName(from, unitOf(issuer))),
    number: { value: numbered ? (issued?.number ?? null) : null, symbol },
    place: placeOfBody(from, issuer),
    date: issued?.date ?? (numbered ? null : day),
    year: yearOf(issued?.date ?? day),
    addressees: [],
    decidedBy: null,
    bases: [],
    signatures: [{ lines: signatureLines(from, issuer, { form, signerPost, alone }) }],
    recipients: [],
    appendices: [],
    landscape: false,
    ...content,
    marking,
    draft: numbered && issued === null,
    made,
  };
};

/** A paper of an exercise, by the rule of its kind. */
export const paperOf = (
  sources: Sources,
  kind: ExerciseDocumentKind,
  issued: Issued | null,
  content: Content,
): PaperDocument => {
  const { form, slot, name, source } = exerciseRule(kind);
  const { body: issuer, symbol } = issuerOf(sources, kind);
  const version = { exercise: sources.exercise, drill: sources.drill, review: sources.review }[source]?.version ?? 0;
  const marking = isInternal(sources, slot) ? INTERNAL_MARK : null;
  const title = `${name.vi} – ${sources.exercise.theme}`;
  const made = { title, at: sources.at, source: `${source}/${sources.id} v${version}` };
  return framed(sources, { form, issuer, symbol, marking, made, day: sources.day }, issued, content);
};

/** `ỦY BAN NHÂN DÂN THÀNH PHỐ TAM KỲ`: who decides, above the grounds. */
export const deciding = (sources: Sources, kind: ExerciseDocumentKind): string =>
  capitals(officeName(sources, issuerOf(sources, kind).body));

const CITED: Readonly<Partial<Record<PaperSlot, string>>> = {
  directive: 'Chỉ thị',
  standingDirective: 'Chỉ thị',
  resolution: 'Nghị quyết',
  steering: 'Quyết định',
  organising: 'Quyết định',
  directing: 'Quyết định',
  support: 'Quyết định',
  frame: 'Quyết định',
  plan: 'Kế hoạch',
  budget: 'Quyết định',
};

const ABOUT: Readonly<Partial<Record<PaperSlot, string>>> = {
  resolution: ' về lãnh đạo nhiệm vụ diễn tập',
  steering: ' về việc thành lập Ban Chỉ đạo diễn tập',
  organising: ' về việc thành lập Ban Tổ chức diễn tập',
  directing: ' về việc thành lập Ban Đạo diễn',
  support: ' về việc thành lập Ban Bảo đảm',
  frame: ' về danh sách khung tập',
  plan: ' về diễn tập',
  budget: ' về dự toán kinh phí diễn tập',
};

/** The papers of the chain that are on file, each as it is cited among the grounds; a secret one by its number only. */
export const citing = (sources: Sources, slots: readonly PaperSlot[]): string[] =>
  slots.flatMap((slot) => {
    const paper = paperOnFile(sources.exercise, slot);
    if (!paper) return [];
    const secret = isSecret(sources.exercise, { kind: 'paper', slot });
    const [type, about] = secret ? ['văn bản', ''] : [CITED[slot] ?? 'văn bản', ABOUT[slot] ?? ''];
    // what is known by the proof of a task only names who holds it, which need not be who issued it
    const by = enteredPaper(sources.exercise, slot) ? ` của ${paper.issuer}` : '';
    if (slot === 'directive' && !by && !secret)
      return [`Căn cứ Chỉ thị của cấp trên (vào sổ số ${paper.number} ${dayInWords(paper.date)})`];
    return [`Căn cứ ${type} số ${paper.number} ${dayInWords(paper.date)}${by}${about}`];
  });
