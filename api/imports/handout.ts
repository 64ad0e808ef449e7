/** The list of one-time passwords: made again from the import, because they stand nowhere. */
import type { z } from 'zod';
import { badRowsOf, chunksOf, type StoredImport } from '../../db/imports.ts';
import { type ImportPasswords, UserCreation } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import type { Asked } from './kind.ts';
import { passwordOf } from './kinds/users.ts';

/** Users of an import that were made, in the order of the file. */
export const usersMade = async (
  deps: ApiDeps,
  job: StoredImport,
): Promise<z.output<typeof ImportPasswords>['users']> => {
  const refused = await badRowsOf(deps.db, job.id, { phase: 'run', after: 0, limit: job.rows });
  const out = new Set(refused.map(({ row }) => row));
  const users: z.output<typeof ImportPasswords>['users'][number][] = [];
  for await (const chunk of chunksOf(deps.db, job.id, 0, null))
    for (const { row, content } of chunk as readonly Asked[]) {
      // kept by the check
      const { userName, name } = UserCreation.parse(content);
      if (!out.has(row)) users.push({ row, userName, name, password: passwordOf(deps, job, userName) });
    }
  return users;
};
