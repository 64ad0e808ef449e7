/**
 * Papers that can be drawn up from events: who issues each, under which symbol it is numbered (Decree 30/2020/NĐ-CP,
 * Guidance 36-HD/VPTW), and on whose events it rests. Issuers and symbols are template defaults (domain guide §11).
 */
import { z } from 'zod';
import type { BodyCode } from '../people.ts';
import type { PaperSlot } from '../template/index.ts';
import type { PaperForm } from '../text.ts';

/** Drawn up from the files of an exercise. */
export const EXERCISE_DOCUMENT_KINDS = [
  'resolution',
  'steering',
  'organising',
  'directing',
  'support',
  'frame',
  'plan',
  'calendar',
  'assignments',
  'reminder',
  'minutes',
  'call-up',
  'muster',
  'score',
  'closing',
  'result',
  'review',
  'award',
] as const;
export type ExerciseDocumentKind = (typeof EXERCISE_DOCUMENT_KINDS)[number];

/** Drawn up from a programme. */
export const PROGRAMME_DOCUMENT_KINDS = ['programme-review'] as const;

export const DOCUMENT_KINDS = [...EXERCISE_DOCUMENT_KINDS, ...PROGRAMME_DOCUMENT_KINDS] as const;
export const DocumentKind = z
  .enum(DOCUMENT_KINDS)
  .meta({ id: 'DocumentKind', description: 'A paper that is drawn up from events' });
export type DocumentKind = z.infer<typeof DocumentKind>;

/** Which one of several, where a kind has more: a body, a rehearsal, an award, a review. */
export const DocumentOf = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/)
  .meta({
    description: 'Which one, where a kind has several: a body, a rehearsal, an award, a review',
    example: 'tam-ky.POL',
  });

interface Issue {
  readonly body: BodyCode;
  /** What follows the number; null: the kind bears none. */
  readonly symbol: string | null;
}

export interface KindRule {
  readonly kind: DocumentKind;
  /** The place in the chain of authority that it fills once it is issued. */
  readonly slot: PaperSlot | null;
  /** The stream whose version says what is in it; the others are read as they stood then. */
  readonly source: 'exercise' | 'drill' | 'review' | 'programme';
  readonly name: { readonly vi: string; readonly en: string };
}

export interface ExerciseRule extends KindRule {
  readonly kind: ExerciseDocumentKind;
  readonly source: Exclude<KindRule['source'], 'programme'>;
  readonly form: PaperForm;
  readonly city: Issue;
  readonly commune: Issue;
}

const issue = (cell: string): Issue => {
  const [body = '', symbol = ''] = cell.split(' ');
  return { body: body as BodyCode, symbol: symbol === '–' ? null : symbol }; // a code of the table below
};

/** Columns: kind | slot | source | form | city: body and symbol | commune: body and symbol | name. */
const TABLE = `
resolution  | resolution | exercise | party36  | MPC -NQ/ĐUQS | COM -NQ/ĐU    | Dự thảo nghị quyết lãnh đạo; Draft leadership resolution
steering    | steering   | exercise | decree30 | PC /QĐ-UBND  | PC /QĐ-UBND   | Quyết định thành lập Ban Chỉ đạo; Decision on the steering board
organising  | organising | exercise | decree30 | PC /QĐ-UBND  | COM /QĐ-UBND  | Quyết định thành lập Ban Tổ chức; Decision on the organising board
directing   | directing  | exercise | decree30 | SB /QĐ-BCĐ   | SB /QĐ-BCĐ    | Quyết định thành lập Ban Đạo diễn; Decision on the directing board
support     | support    | exercise | decree30 | PC /QĐ-UBND  | COM /QĐ-UBND  | Quyết định thành lập Ban Bảo đảm; Decision on the support board
frame       | frame      | exercise | decree30 | SB /QĐ-BCĐ   | COM /QĐ-UBND  | Quyết định danh sách khung tập; Decision on the exercise frame
plan        | plan       | exercise | decree30 | PC /KH-UBND  | COM /KH-UBND  | Kế hoạch diễn tập; Exercise plan
calendar    | calendar   | exercise | decree30 | OB /TB-BTC   | CMC /TB-BCH   | Lịch công tác chuẩn bị; Preparation calendar
assignments | –          | exercise | decree30 | SB /TB-BCĐ   | COM /TB-UBND  | Bảng phân công nhiệm vụ; Assignment list
reminder    | –          | exercise | decree30 | SA /BCH-TM   | CMC /BCH-TM   | Công văn đôn đốc; Reminder letter
minutes     | –          | exercise | decree30 | SB /BB-BCĐ   | COM /BB-BTC   | Biên bản; Minutes
call-up     | –          | drill    | decree30 | SA /BC-BCH   | CMC /BC-BCH   | Tổng hợp phát lệnh gọi, huy động; Call-up summary
muster      | –          | drill    | decree30 | SA –         | CMC –         | Biểu điểm danh tại trạm tập trung; Muster sheet
score       | –          | review   | decree30 | DB –         | DB –          | Phiếu chấm điểm; Score sheet
closing     | –          | review   | decree30 | SB /BB-BCĐ   | COM /BB-BTC   | Biên bản rút kinh nghiệm, tổng kết; Minutes of debrief and conference
result      | –          | review   | decree30 | SB /BC-BCĐ   | COM /BC-UBND  | Báo cáo kết quả diễn tập; Result report
review      | –          | review   | decree30 | SB /BC-BCĐ   | COM /BC-UBND  | Báo cáo tổng kết, rút kinh nghiệm; After-action review report
award       | –          | review   | decree30 | PC /QĐ-UBND  | COM /QĐ-UBND  | Quyết định khen thưởng; Award decision
`;

const readRules = (): ExerciseRule[] =>
  TABLE.trim()
    .split('\n')
    .map((row) => {
      const [kind = '', slot = '', source = '', form = '', city = '', commune = '', name = ''] = row
        .split('|')
        .map((cell) => cell.trim());
      const [vi = '', en = ''] = name.split('; ');
      return {
        kind: kind as ExerciseDocumentKind, // as above
        slot: slot === '–' ? null : (slot as PaperSlot), // words of the table above
        source: source as ExerciseRule['source'],
        form: form as PaperForm,
        city: issue(city),
        commune: issue(commune),
        name: { vi, en },
      };
    });

const RULES = new Map(readRules().map((rule) => [rule.kind, rule]));

export const exerciseRule = (kind: ExerciseDocumentKind): ExerciseRule => {
  const rule = RULES.get(kind);
  if (!rule) throw new TypeError(`no rule for the paper ${kind}`);
  return rule;
};

/** Who issues it is said by the programme (`programme-issue.ts`). */
const PROGRAMME_REVIEW: KindRule = {
  kind: 'programme-review',
  slot: null,
  source: 'programme',
  name: { vi: 'Báo cáo sơ kết, tổng kết chương trình', en: 'Programme review report' },
};

export const kindRule = (kind: DocumentKind): KindRule =>
  kind === 'programme-review' ? PROGRAMME_REVIEW : exerciseRule(kind);
