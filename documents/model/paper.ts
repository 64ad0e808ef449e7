/**
 * One official paper as data: everything that is printed and nothing of how. Both writers (DOCX, PDF) draw it by the
 * profile it names. Plain JSON, so that it may cross to another thread.
 */
import type { Instant, LocalDate } from '../../domain/time.ts';

/** `military` is known by name only: its form is not public, and it is refused until an authority brings it. */
export const PROFILE_NAMES = ['decree30', 'party36', 'military'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** A piece of text in one face. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
}
export type Inline = string | readonly Run[];

export interface Column {
  readonly head: string;
  /** Share of the width; the shares of a table need not add up to anything. */
  readonly width: number;
  readonly align?: 'left' | 'centre' | 'right';
}

export type Block =
  /** 1: part ("I. …"), 2: article or section ("1. …"). */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  /** A body paragraph, first line indented. */
  | { readonly kind: 'text'; readonly text: Inline }
  /** Centred, as "QUYẾT ĐỊNH:" between bases and articles. */
  | { readonly kind: 'centred'; readonly text: Inline }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Inline[])[];
      /** Printed bold under the rows. */
      readonly total?: readonly Inline[];
      /** Said in place of rows where there are none. */
      readonly empty: string;
    };

/** Who signs, without a name: names of persons are in no file here, and the place for one stays empty. */
export interface Signature {
  /** `TM. ỦY BAN NHÂN DÂN`, and under it `CHỦ TỊCH`; each line in capitals. */
  readonly lines: readonly string[];
}

export interface Appendix {
  readonly title: string;
  readonly subject: string;
  readonly landscape: boolean;
  readonly body: readonly Block[];
}

export interface PaperDocument {
  readonly profile: ProfileName;
  /** Body above the issuer, in one line or two; none where it has none. */
  readonly parent: readonly string[];
  /** One line or two: the body, and its locality. */
  readonly issuer: readonly string[];
  readonly number: {
    /** As given, e.g. `05/QĐ-UBND`; null: not given yet, and room is left before `symbol`. */
    readonly value: string | null;
    /** What follows the number: `/QĐ-UBND`, `-NQ/ĐUQS`. Null: this kind bears no number. */
    readonly symbol: string | null;
  };
  /** Where it is issued; `Tam Kỳ`. */
  readonly place: string;
  /** Day of issue; null leaves room for day and month of `year`. */
  readonly date: LocalDate | null;
  readonly year: number;
  /** `QUYẾT ĐỊNH`; null for a letter (công văn), whose subject stands under its number. */
  readonly type: string | null;
  readonly subject: string;
  /** Letters: whom it addresses. */
  readonly addressees: readonly string[];
  /** Who decides, between subject and bases, in capitals: `ỦY BAN NHÂN DÂN THÀNH PHỐ TAM KỲ`. */
  readonly decidedBy: string | null;
  readonly bases: readonly string[];
  readonly body: readonly Block[];
  /** One signs at the right; of two the first signs at the left (minutes: secretary, chair). */
  readonly signatures: readonly Signature[];
  /** Without the dash and the closing mark; the last is the archive's: `Lưu: VT`. */
  readonly recipients: readonly string[];
  readonly appendices: readonly Appendix[];
  readonly landscape: boolean;
  /** Printed in a box on the first page: `LƯU HÀNH NỘI BỘ`. */
  readonly marking: string | null;
  /** Not issued: marked `DỰ THẢO` on every page. */
  readonly draft: boolean;
  /** For the properties of the file: what it is made from decides its dates, never the clock. */
  readonly made: { readonly title: string; readonly at: Instant; readonly source: string };
}
