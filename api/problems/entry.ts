/** What one refusal of the API is made of: its status, and in both languages what was refused and who can change it. */
export type Pair = readonly [what: string, who: string];
export interface Entry {
  readonly status: number;
  readonly vi: Pair;
  readonly en: Pair;
}

export const entry = (status: number, vi: Pair, en: Pair): Entry => ({ status, vi, en });
