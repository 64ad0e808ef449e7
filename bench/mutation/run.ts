/**
 * `npm run mutate`: how many small faults put into `domain/` its tests notice. Mutants are Stryker's; tests run in one
 * process per core instead of anew for each mutant (Stryker's own runner: 7 s a mutant; this: about 0.1 s).
 * Mutants of constants that are made when a module loads cannot be switched and are left out, as with Stryker's `ignoreStatic`.
 * Tests longer than `--slow` milliseconds (long random sequences) are left out too, so the score is a lower bound.
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Mutant } from './instrument.ts';
import type { Ask, Measured } from './worker.ts';

const { values } = parseArgs({
  options: {
    share: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    tests: { type: 'string', default: 'test/domain/**/*.test.ts' },
    slow: { type: 'string', default: '800' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`Tries small faults in domain/ against its tests and prints the share that is noticed.

npm run mutate -- [--share 0.1] [--only domain/drill] [--slow 800] [--tests 'test/domain/**/*.test.ts']

Survivors are listed in a file; its path is printed. Exit code 1 below 80 %.`);
  process.exit(0);
}
const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUT = join(tmpdir(), `san-sang-mutation-${process.pid}`);
if (!existsSync(join(HERE, 'node_modules')))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: HERE, stdio: 'inherit' });
const { instrument } = await import('./instrument.ts');
mkdirSync(OUT, { recursive: true });
const all = await instrument(fileURLToPath(new URL('../..', import.meta.url)), OUT);

const start = (): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = fork(join(HERE, 'worker.ts'), [OUT, values.tests], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`the tests do not load (exit ${code})`)));
  });
/** Null when no answer comes within `ms`; the process is ended then. */
const ask = <T>(child: ChildProcess, what: Ask, ms: number): Promise<T | null> =>
  new Promise((resolve) => {
    const late = setTimeout(() => {
      child.removeAllListeners();
      child.kill('SIGKILL');
      resolve(null);
    }, ms);
    child.once('message', (answer) => {
      clearTimeout(late);
      resolve(answer as T);
    });
    child.send(what);
  });

const first = await start();
const measured = await ask<Measured>(first, { kind: 'measure' }, 900_000);
first.kill();
if (!measured) throw new Error('the tests took longer than 15 minutes');
const failing = measured.tests.filter(({ fault }) => fault !== '');
for (const { name, fault } of failing)
  console.log(`fails without any mutant, left out: ${name}: ${fault.slice(0, 120)}`);
const slow = Number(values.slow);
const usable = new Map(
  measured.tests.filter(({ fault, ms }) => fault === '' && ms <= slow).map(({ id, ms }) => [id, ms]),
);
const reach = new Map<string, { tests: string[]; hits: number }>();
for (const [test, hits] of Object.entries(measured.reached.perTest))
  for (const [mutant, count] of Object.entries(hits)) {
    const known = reach.get(mutant) ?? { tests: [], hits: 0 };
    known.hits += count;
    if (usable.has(test)) known.tests.push(test);
    reach.set(mutant, known);
  }

/** The same part of the mutants on every run. */
const isChosen = ({ id, file }: Mutant): boolean =>
  file.startsWith(values.only) && ((Number(id) * 2_654_435_761) % 4_294_967_296) / 4_294_967_296 < Number(values.share);
type Fate = 'killed' | 'survived' | 'unreached' | 'static';
const fates = new Map<Mutant, Fate>();
const chosen = all.filter(isChosen);
const queue = chosen.filter((mutant) => {
  if (reach.has(mutant.id)) return true;
  fates.set(mutant, mutant.id in measured.reached.static ? 'static' : 'unreached');
  return false;
});
console.log(`${chosen.length} of ${all.length} mutants, ${queue.length} reached by ${usable.size} tests`);

const work = async (): Promise<void> => {
  let child = await start();
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const { tests, hits } = reach.get(mutant.id) ?? { tests: [], hits: 0 };
    tests.sort((a, b) => (usable.get(a) ?? 0) - (usable.get(b) ?? 0));
    const usual = tests.reduce((sum, test) => sum + (usable.get(test) ?? 0), 0);
    const what = { kind: 'try', id: mutant.id, tests, hitLimit: 1_000 + 100 * hits } as const;
    const killed = await ask<boolean>(child, what, 5_000 + 5 * usual);
    if (killed === null) child = await start();
    fates.set(mutant, killed === false ? 'survived' : 'killed');
    if (fates.size % 500 === 0) console.log(`${fates.size}/${chosen.length}`);
  }
  child.removeAllListeners();
  child.kill();
};
await Promise.all(Array.from({ length: availableParallelism() }, work));

const count = (mutants: readonly Mutant[], fate: Fate): number =>
  mutants.filter((each) => fates.get(each) === fate).length;
const scoreOf = (mutants: readonly Mutant[]): { killed: number; of: number } => {
  const killed = count(mutants, 'killed');
  return { killed, of: killed + count(mutants, 'survived') + count(mutants, 'unreached') };
};
const line = (name: string, mutants: readonly Mutant[]): string => {
  const { killed, of } = scoreOf(mutants);
  const percent = of === 0 ? 'no data' : `${((100 * killed) / of).toFixed(1)} %`;
  return `${name.padEnd(44)} ${percent.padStart(8)}  ${killed}/${of}, unreached ${count(mutants, 'unreached')}, left out ${count(mutants, 'static')}`;
};
for (const [file, mutants] of [...Map.groupBy(chosen, ({ file }) => file)].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(line(file, mutants));
console.log(line('all', chosen));
const survivors = chosen.filter((each) => ['survived', 'unreached'].includes(fates.get(each) ?? ''));
const report = join(OUT, 'survivors.txt');
writeFileSync(
  report,
  survivors
    .map(
      (each) =>
        `${fates.get(each)} ${each.file}:${each.line} ${each.mutator} → ${each.replacement.replace(/\s+/g, ' ').slice(0, 140)}`,
    )
    .join('\n'),
);
console.log(`survivors: ${report}`);
const { killed, of } = scoreOf(chosen);
process.exit(of > 0 && killed / of < 0.8 ? 1 : 0);
