/** Localities as a tree: found without accents, opened and folded, laid out as the rows that are drawn. */
import type { Schemas } from '../../../client/http.ts';
import { byName, plain } from '../../../words/format.ts';

export type Unit = Schemas['OrgUnit'];
export interface Tree {
  readonly roots: readonly Unit[];
  readonly children: ReadonlyMap<string, readonly Unit[]>;
  readonly byId: ReadonlyMap<string, Unit>;
}
export interface TreeRow {
  readonly unit: Unit;
  readonly depth: number;
  readonly below: number;
  readonly isOpen: boolean;
  /** Place among its sisters, and how many they are; from 1. */
  readonly place: number;
  readonly sisters: number;
  /** The former name by which it was found; null where its own name fits. */
  readonly found: string | null;
}

const LEVELS = ['province', 'region', 'district', 'commune', 'workplace'];
const inOrder = (a: Unit, b: Unit): number =>
  LEVELS.indexOf(a.level.code) - LEVELS.indexOf(b.level.code) || byName(a.name.vi, b.name.vi);

/** A locality whose superior is not in force on that day stands at the top. */
export const treeOf = (units: readonly Unit[]): Tree => {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const sorted = [...units].sort(inOrder);
  const isRoot = ({ parent }: Unit): boolean => parent === null || !byId.has(parent);
  return {
    roots: sorted.filter(isRoot),
    children: Map.groupBy(
      sorted.filter((unit) => !isRoot(unit)),
      ({ parent }) => parent ?? '',
    ),
    byId,
  };
};

/** Superiors from the nearest up. */
export const above = ({ byId }: Tree, id: string): string[] => {
  const found: string[] = [];
  let at = byId.get(id)?.parent ?? null;
  while (at !== null && byId.has(at) && !found.includes(at)) {
    found.push(at);
    at = byId.get(at)?.parent ?? null;
  }
  return found;
};

/** `''` where its own name, code or a body fits; the former name where that fits; null where nothing does. */
const matchOf = (unit: Unit, asked: readonly string[]): string | null => {
  const fits = (text: string): boolean => asked.every((word) => text.includes(word));
  const own = plain([unit.name.vi, unit.name.en, unit.id].join(' '));
  if (fits(own)) return '';
  const former = unit.formerly.find(({ vi, en }) => fits(plain(`${vi} ${en}`)));
  if (former) return former.vi;
  return unit.bodies.some(({ name, body }) => fits(plain(`${name.vi} ${body}`))) ? '' : null;
};

/** Rows in the order drawn. With a search: what fits, under its superiors, all open. */
export const rowsOf = (tree: Tree, open: ReadonlySet<string>, search: string): TreeRow[] => {
  const asked = plain(search).split(/\s+/).filter(Boolean);
  const matches = new Map<string, string>();
  const kept = new Set<string>();
  if (asked.length > 0)
    for (const unit of tree.byId.values()) {
      const match = matchOf(unit, asked);
      if (match === null) continue;
      matches.set(unit.id, match);
      for (const id of [unit.id, ...above(tree, unit.id)]) kept.add(id);
    }
  const isKept = ({ id }: Unit): boolean => asked.length === 0 || kept.has(id);
  const rows: TreeRow[] = [];
  const add = (units: readonly Unit[], depth: number): void => {
    const shown = units.filter(isKept);
    shown.forEach((unit, index) => {
      const children = tree.children.get(unit.id) ?? [];
      const isOpen = asked.length > 0 ? children.some(isKept) : open.has(unit.id);
      rows.push({
        ...{ unit, depth, isOpen, below: children.length, place: index + 1, sisters: shown.length },
        found: matches.get(unit.id) || null,
      });
      if (isOpen) add(children, depth + 1);
    });
  };
  add(tree.roots, 0);
  return rows;
};

/** A name as it stands alone: `phường An Mỹ` → `Phường An Mỹ`. */
export const alone = (name: string): string => name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
