/** A copy of the domain in which every mutant stands beside the original and one of them can be switched on. */
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

export interface Mutant {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly replacement: string;
}

/** Everything that the domain's tests import. */
const COPIED = ['activities', 'api', 'bin', 'db', 'domain', 'examples', 'rehearsal', 'test', 'workflows'];
const quiet = { info: () => {}, debug: () => {}, warn: console.warn, isDebugEnabled: () => false };

/** Copies the repository's sources to `out` and mutates `domain/` there. */
export async function instrument(root: string, out: string): Promise<readonly Mutant[]> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const folder of COPIED) cpSync(join(root, folder), join(out, folder), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(out, file));
  symlinkSync(join(root, 'node_modules'), join(out, 'node_modules'));
  const files = globSync('domain/**/*.ts', { cwd: out }).map((name) => ({
    name: join(out, name),
    mutate: true,
    content: readFileSync(join(out, name), 'utf8'),
  }));
  const made = await new Instrumenter(quiet).instrument(files, { plugins: null, excludedMutations: [], ignorers: [] });
  for (const { name, content } of made.files) writeFileSync(name, content);
  return made.mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
    id,
    file: fileName.slice(out.length + 1),
    line: location.start.line + 1,
    mutator: mutatorName,
    replacement,
  }));
}
