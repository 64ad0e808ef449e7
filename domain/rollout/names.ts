/** Ids that come of a plan and of nothing else, so that a repeat makes nothing twice. */
import type { OrgUnitId } from '../people.ts';
import { type EntityId, EntityId as EntityIdSchema } from '../streams.ts';

const LONGEST = 60;

/** 32 bits of FNV-1a: tells apart two long names that begin alike. */
const digest = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
};

/** The file of a commune's exercise in a term, whatever year of it: `tan-thanh-2026-2030`. */
export const exerciseIdOf = (commune: OrgUnitId, firstYear: number, lastYear: number): EntityId => {
  const term = `-${firstYear}-${lastYear}`;
  if (commune.length + term.length <= LONGEST) return EntityIdSchema.parse(commune + term);
  const end = `-${digest(commune)}${term}`;
  return EntityIdSchema.parse(commune.slice(0, LONGEST - end.length).replace(/-+$/, '') + end);
};

/** The plan of a unit for a term: `quang-nam-2026-2030`. */
export const rollOutIdOf = exerciseIdOf;
