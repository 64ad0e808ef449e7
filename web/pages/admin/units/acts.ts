/** The acts of the keepers: what each asks, and the command it becomes. */
import type { Command } from '../../../client/command.ts';
import { type PaperDraft, paperSent } from '../../../parts/paper-fields.tsx';

export type OrgCommand = Command<'organisation'>;
/** What an act is about. */
export interface Target {
  readonly unit: string;
  readonly label: string;
  readonly body?: string;
  readonly post?: string;
  readonly person?: string;
  readonly delegation?: string;
}
export interface Draft {
  readonly name: string;
  readonly nameEn: string;
  readonly unitId: string;
  readonly parent: string | null;
  readonly code: string | null;
  readonly headPost: string;
  readonly into: string | null;
  readonly title: string;
  readonly postId: string;
  readonly isHead: boolean;
  readonly person: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
  readonly paper: PaperDraft;
}
export type Field = Exclude<keyof Draft, 'nameEn'> | 'ownName' | 'lastDay' | 'effective' | 'window' | 'wholeWindow';

export const ACTS = {
  addUnit: ['unitId', 'name', 'effective', 'paper'],
  renameUnit: ['name', 'effective', 'paper'],
  moveUnit: ['parent', 'effective', 'paper'],
  addBody: ['code', 'ownName', 'headPost', 'effective', 'paper'],
  endBody: ['into', 'effective', 'paper'],
  addPost: ['title', 'postId', 'isHead', 'effective', 'paper'],
  endPost: ['lastDay', 'paper'],
  appoint: ['person', 'window', 'paper'],
  endHolding: ['lastDay', 'reason'],
  delegate: ['person', 'wholeWindow', 'paper'],
  revoke: ['reason'],
} as const satisfies Readonly<Record<string, readonly Field[]>>;
export type ActName = keyof typeof ACTS;

type Code = Extract<OrgCommand, { type: 'AddBody' }>['body'];
const LOWER = { province: 'commune', region: 'commune', district: 'commune', commune: 'workplace' } as const;
export type Level = 'province' | 'region' | 'district' | 'commune' | 'workplace';
const below = (level: Level): Level => (level === 'workplace' ? 'workplace' : LOWER[level]);

/** Null while something required is missing. */
export const commandOf = (act: ActName, target: Target, level: Level, draft: Draft): OrgCommand | null => {
  const { unit, body, post } = target;
  const [name, nameEn, person] = [draft.name.trim(), draft.nameEn.trim(), draft.person.trim()];
  const { from, to } = draft;
  const reason = draft.reason.trim();
  if (act === 'revoke') {
    const { delegation } = target;
    return body && delegation && reason ? { type: 'RevokeDelegation', body, delegation, reason } : null;
  }
  if (act === 'endHolding')
    return body && post && target.person && to && reason
      ? { type: 'EndHolding', body, post, person: target.person, to, reason }
      : null;
  const paper = paperSent(draft.paper);
  if (!paper) return null;
  switch (act) {
    case 'addUnit': {
      const id = draft.unitId.trim();
      if (!id || !name || !nameEn || !from) return null;
      const data = { id, nameVi: name, nameEn, level: below(level), parent: unit };
      return { type: 'AddUnit', unit: data, validFrom: from, paper };
    }
    case 'renameUnit':
      return name && nameEn && from ? { type: 'RenameUnit', unit, nameVi: name, nameEn, effective: from, paper } : null;
    case 'moveUnit':
      return draft.parent && from ? { type: 'MoveUnit', unit, parent: draft.parent, effective: from, paper } : null;
    case 'addBody': {
      if (!draft.code || !from) return null;
      const own = name && nameEn ? { nameVi: name, nameEn } : {};
      const head = draft.headPost.trim() ? { headPost: draft.headPost.trim() } : {};
      return { type: 'AddBody', body: `${unit}.${draft.code}` as Code, ...own, ...head, validFrom: from, paper };
    }
    case 'endBody':
      return body && draft.into && from ? { type: 'EndBody', body, into: draft.into, effective: from, paper } : null;
    case 'addPost': {
      const [title, id] = [draft.title.trim(), draft.postId.trim()];
      return body && title && id && from
        ? { type: 'AddPost', body, post: id, title, isHead: draft.isHead, validFrom: from, paper }
        : null;
    }
    case 'endPost':
      return body && post && to ? { type: 'EndPost', body, post, validTo: to, paper } : null;
    case 'appoint':
      return body && post && person && from
        ? { type: 'AppointHolder', body, post, person, from, ...(to ? { to } : {}), paper }
        : null;
    case 'delegate':
      return body && post && person && from && to
        ? { type: 'DelegatePost', body, post, person, from, to, paper }
        : null;
    default:
      return act satisfies never;
  }
};
