/**
 * One process that holds the instrumented domain and its tests. Told to `measure`, it runs every test once and answers
 * which mutants each reaches; told to `try` a mutant, it runs the given tests until one fails.
 */
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Hits = Record<string, number>;
/** What the instrumented code looks at and fills in; its names are Stryker's. */
interface Switchboard {
  mutantCoverage: { static: Hits; perTest: Record<string, Hits> };
  currentTestId: string | undefined;
  activeMutant: string | undefined;
  hitCount: number | undefined;
  hitLimit: number | undefined;
}
export interface Measured {
  readonly tests: readonly {
    readonly id: string;
    readonly name: string;
    readonly ms: number;
    readonly fault: string;
  }[];
  readonly reached: Switchboard['mutantCoverage'];
}
export type Ask =
  | { readonly kind: 'measure' }
  | { readonly kind: 'try'; readonly id: string; readonly tests: readonly string[]; readonly hitLimit: number };

const [root = '', pattern = 'test/domain/**/*.test.ts'] = process.argv.slice(2);
const shim = new URL('./jest-shim.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: shim, shortCircuit: true } : next(specifier, context),
});
process.chdir(root);
const board: Switchboard = {
  mutantCoverage: { static: {}, perTest: {} },
  currentTestId: undefined,
  activeMutant: undefined,
  hitCount: undefined,
  hitLimit: undefined,
};
Object.assign(globalThis, { __stryker__: board });
const { collected } = (await import(shim)) as typeof import('./jest-shim.ts');
for (const file of globSync(pattern.split(','), { cwd: root }).sort())
  await import(pathToFileURL(join(root, file)).href);

const faultOf = async (run: () => unknown): Promise<string> => {
  try {
    await run();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
};
const measure = async (): Promise<Measured> => {
  const tests: Measured['tests'][number][] = [];
  for (const { id, name, run } of collected) {
    board.currentTestId = id;
    const start = performance.now();
    const fault = await faultOf(run);
    tests.push({ id, name, ms: performance.now() - start, fault });
  }
  board.currentTestId = undefined;
  return { tests, reached: board.mutantCoverage };
};
const isKilled = async ({ id, tests, hitLimit }: Extract<Ask, { kind: 'try' }>): Promise<boolean> => {
  Object.assign(board, { activeMutant: id, hitCount: 0, hitLimit });
  let killed = false;
  for (const test of tests) {
    const run = collected[Number(test)]?.run;
    killed = run !== undefined && (await faultOf(run)) !== '';
    if (killed) break;
  }
  Object.assign(board, { activeMutant: undefined, hitCount: undefined });
  return killed;
};

process.on('message', async (ask: Ask) => {
  process.send?.(ask.kind === 'measure' ? await measure() : await isKilled(ask));
});
process.send?.('ready');
