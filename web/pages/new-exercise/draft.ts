/** What is being entered for a new exercise, kept in this browser until the plan is taken; and the commands it comes to. */

import type { Schemas } from '../../client/http.ts';
import { newId } from '../../client/id.ts';
import { plain } from '../../words/format.ts';
import { keep, kept } from '../../words/kept.ts';

export type PlanAsked = Schemas['PlansAsked']['plans'][number];
export type ExerciseType = PlanAsked['draft']['exerciseType'];
export const TYPES: readonly ExerciseType[] = [
  'defenceAreaExercise',
  'regionalDefenceExercise',
  'communeCombatExercise',
  'selfDefenceUnit',
];
/** Held under a superior, which leads it. */
export const isLocal = (type: ExerciseType): boolean => type === 'communeCombatExercise' || type === 'selfDefenceUnit';

export interface Draft {
  readonly id: string;
  readonly type: ExerciseType | null;
  readonly unit: string | null;
  readonly superior: string | null;
  readonly parent: string | null;
  readonly theme: string;
  readonly codeName: string;
  readonly isPilot: boolean;
  /** Null: as is usual for the type. */
  readonly withDrill: boolean | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly template: string | null;
  readonly owners: Readonly<Record<string, string>>;
  readonly compressed: boolean;
  /** Ids of commands by what they say: the same content is sent under the same id, so it happens once. */
  readonly commands: Readonly<Record<string, string>>;
}
export const EMPTY: Draft = {
  ...{ id: '', type: null, unit: null, superior: null, parent: null, theme: '', codeName: '', isPilot: false },
  ...{ withDrill: null, start: null, end: null, template: null, owners: {}, compressed: false, commands: {} },
};

interface Kept {
  readonly at: number;
  readonly draft: Draft;
}
const nameOf = (user: string): string => `new-exercise.${user}`;

export const keptDraft = (user: string): Kept | null => {
  try {
    const value = JSON.parse(kept(nameOf(user)) ?? 'null') as Kept | null; // written by `keepDraft`
    return value?.draft ? { at: value.at, draft: { ...EMPTY, ...value.draft } } : null;
  } catch {
    return null;
  }
};
export const keepDraft = (user: string, draft: Draft, at: number): void =>
  keep(nameOf(user), JSON.stringify({ at, draft } satisfies Kept));
export const dropDraft = (user: string): void => keep(nameOf(user), null);

/** `Phường Bàn Thạch` → `phuong-ban-thach`; at most 50 signs. */
export const slug = (text: string): string =>
  plain(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
export const isId = (id: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 60;

/** `tam-ky-2027`, or with a number behind it where that is taken. */
export const freeId = (unit: string, year: string, taken: ReadonlySet<string>): string => {
  const base = `${unit}-${year}`;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
};

const [templateId, templateVersion] = [0, 1];
const templateOf = (value: string | null): PlanAsked['plan']['template'] => {
  const parts = value?.split('@') ?? [];
  const [id, version] = [parts[templateId], Number(parts[templateVersion])];
  return id && version > 0 ? { id, version } : undefined;
};

/** The commands of a draft; null while type, locality or days are missing. A blank theme is asked with a stand-in. */
export const askedOf = (draft: Draft, blankTheme = '…'): PlanAsked | null => {
  const { id, type, unit, superior, parent, start, end, isPilot, withDrill, compressed } = draft;
  if (!id || !type || !unit || !start || !end) return null;
  const [theme, codeName] = [draft.theme.trim(), draft.codeName.trim()];
  const template = templateOf(draft.template);
  const owners = Object.fromEntries(Object.entries(draft.owners).filter(([, body]) => body !== ''));
  return {
    id,
    draft: {
      exerciseType: type,
      orgUnit: unit,
      ...(isLocal(type) && superior ? { superiorUnit: superior } : {}),
      ...(isLocal(type) && parent ? { parentId: parent } : {}),
      theme: theme || blankTheme,
      ...(codeName ? { codeName } : {}),
      isPilot,
      ...(withDrill === null ? {} : { withDrill }),
    },
    plan: {
      startDate: start,
      endDate: end,
      ...(Object.keys(owners).length > 0 ? { owners } : {}),
      ...(template ? { template } : {}),
      ...(compressed ? { compressed } : {}),
    },
  };
};

/** The id under which this content is sent, and the ids with it. */
export const commandIdFor = (
  commands: Readonly<Record<string, string>>,
  content: object,
): { readonly id: string; readonly commands: Readonly<Record<string, string>> } => {
  const key = JSON.stringify(content);
  const known = commands[key];
  if (known) return { id: known, commands };
  const id = newId();
  return { id, commands: { ...commands, [key]: id } };
};
