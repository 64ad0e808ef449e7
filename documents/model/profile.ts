/**
 * Measures of a paper by who issues it (domain guide §11): state bodies by Decree 30/2020/NĐ-CP, Annex I; Party committees
 * by Guidance 36-HD/VPTW (2018). Points for type, millimetres for the page.
 */
import { Refused } from '../refused.ts';
import type { ProfileName } from './paper.ts';

export interface Profile {
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** Share of the width that the left column of the head takes. */
  readonly headLeft: number;
  /** Top right: the nation's name and motto, or the Party's. A rule stands under the last line. */
  readonly emblem: readonly { readonly text: string; readonly size: number }[];
  /** Points: as wide as the last line of the emblem is in its bold face. */
  readonly emblemRule: number;
  readonly parentSize: number;
  readonly issuerSize: number;
  /** Under the issuer: a rule a third to half as wide, or a star. */
  readonly underIssuer: 'rule' | 'star';
  /** `Số: ` or `Số `. */
  readonly numberLead: string;
  readonly numberSize: number;
  readonly dateSize: number;
  readonly typeSize: number;
  readonly subjectSize: number;
  /** Under the subject: a rule, or a line of dashes. */
  readonly underSubject: 'rule' | 'dashes';
  readonly bodySize: number;
  readonly tableSize: number;
  /** First line of a paragraph. */
  readonly indent: number;
  /** Points before a paragraph. */
  readonly before: number;
  /** Multiple of the line. */
  readonly line: number;
  readonly signSize: number;
  readonly recipientsHead: { readonly size: number; readonly bold: boolean; readonly underlined: boolean };
  readonly recipientsSize: number;
  readonly pageNumberSize: number;
}

const decree30: Profile = {
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  headLeft: 0.42,
  emblem: [
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 12 },
    { text: 'Độc lập - Tự do - Hạnh phúc', size: 13 },
  ],
  emblemRule: 168,
  parentSize: 12,
  issuerSize: 12,
  underIssuer: 'rule',
  numberLead: 'Số: ',
  numberSize: 13,
  dateSize: 13,
  typeSize: 14,
  subjectSize: 14,
  underSubject: 'rule',
  bodySize: 14,
  tableSize: 12,
  indent: 12.7,
  before: 6,
  line: 1.15,
  signSize: 14,
  recipientsHead: { size: 12, bold: true, underlined: false },
  recipientsSize: 11,
  pageNumberSize: 13,
};

const party36: Profile = {
  ...decree30,
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  headLeft: 0.46,
  emblem: [{ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', size: 15 }],
  emblemRule: 206,
  parentSize: 14,
  issuerSize: 14,
  underIssuer: 'star',
  numberLead: 'Số ',
  numberSize: 14,
  dateSize: 14,
  typeSize: 16,
  subjectSize: 15,
  underSubject: 'dashes',
  recipientsHead: { size: 14, bold: false, underlined: true },
  recipientsSize: 12,
  pageNumberSize: 14,
};

/** The profiles there are. An authority that may publish the military form adds it here and nowhere else. */
const PROFILES: Readonly<Record<ProfileName, Profile | null>> = { decree30, party36, military: null };

/** Throws `profile-unknown` for a profile that has a name but no measures yet. */
export const profileOf = (name: ProfileName): Profile => {
  const profile = PROFILES[name];
  if (!profile) throw new Refused('profile-unknown', { profile: name });
  return profile;
};
