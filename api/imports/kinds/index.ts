/** Every kind of import by its name. A new one is one entry here and one name in `kind.ts`. */
import type { Kind, KindName } from '../kind.ts';
import { bodies, posts } from './bodies.ts';
import { checkIns, counts, orders, quotas } from './drill.ts';
import { indicatorValues } from './indicators.ts';
import { register } from './register.ts';
import { roster } from './roster.ts';
import { communes, units } from './units.ts';
import { users } from './users.ts';

export const KINDS: Readonly<Record<KindName, Kind>> = {
  units,
  communes,
  bodies,
  posts,
  users,
  quotas,
  counts,
  orders,
  roster,
  'check-ins': checkIns,
  register,
  'indicator-values': indicatorValues,
};
