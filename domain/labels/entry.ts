/** The shape of one refusal: what was refused, and who can change it, in both languages. */
interface Sentence {
  /** What was refused and why. */
  readonly what: string;
  /** Who can change it, or what to do. */
  readonly who: string;
}
export interface Entry {
  readonly kind: 'invalid' | 'forbidden' | 'unknown' | 'rule' | 'stale';
  readonly vi: Sentence;
  readonly en: Sentence;
}
export const entry = (kind: Entry['kind'], vi: [string, string], en: [string, string]): Entry => ({
  kind,
  vi: { what: vi[0], who: vi[1] },
  en: { what: en[0], who: en[1] },
});
