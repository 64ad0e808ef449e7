/** The page of the browser, built by Vite into dist/web when its sources have changed since. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STAMP = 'sources.sha256';
/** What the page is made of; the lock file stands for its libraries. */
const SOURCES = [
  'bin/lib/page.ts',
  'web/**/*.{ts,tsx,css,html,js,svg}',
  'domain/**/*.ts',
  'api/contract/**/*.ts',
  'package-lock.json',
];
const COMPRESSED = '**/*.{js,css,html,svg}';

const sourcesNow = (): string => {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: ROOT, exclude: (name) => name.includes('node_modules') }).sort();
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
};

/** A compressed copy beside each file: an old office PC gets a third of the bytes. */
const compress = (root: string): void => {
  for (const name of globSync(COMPRESSED, { cwd: root })) {
    const file = join(root, name);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
  }
};

const stampOf = (root: string): string | null =>
  existsSync(join(root, STAMP)) ? readFileSync(join(root, STAMP), 'utf8') : null;

/** Puts a finished build in its place; of two processes that built the same, one is kept. */
const settle = (made: string, root: string): void => {
  const old = `${root}.old.${process.pid}`;
  try {
    if (existsSync(root)) renameSync(root, old);
    renameSync(made, root);
  } catch (error) {
    if (stampOf(root) === null) throw error;
    rmSync(made, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
};

export interface PageBuilt {
  readonly root: string;
  /** False when it was current. */
  readonly built: boolean;
}

/**
 * Builds the page unless `dist/web` is made of the same sources. A build that breaks off leaves the earlier one in place.
 * Throws Vite's own error when the sources do not build.
 */
export const buildPage = async (root = join(ROOT, 'dist/web')): Promise<PageBuilt> => {
  const sources = sourcesNow();
  if (stampOf(root) === sources) return { root, built: false };
  const { build } = await import('vite'); // only who builds pays for loading it
  const made = `${root}.new.${process.pid}`;
  mkdirSync(made, { recursive: true });
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production'; // else a build made by the tests would carry React's development half
  try {
    await build({
      configFile: join(ROOT, 'web/vite.config.ts'),
      logLevel: 'error',
      build: { outDir: made, emptyOutDir: true },
    });
    compress(made);
    writeFileSync(join(made, STAMP), sources);
    settle(made, root);
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
    rmSync(made, { recursive: true, force: true });
  }
  return { root, built: true };
};
