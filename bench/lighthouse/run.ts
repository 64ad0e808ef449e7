/**
 * `npm run lighthouse`: performance, accessibility and best practices of the three homes and the sign-in, of a running
 * product with the sample. Fails below 95. A package of its own (176 MB); the browser is that of the tests.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startBrowser } from '../../test/support/browser.ts';
import { cookieHeader, signInCookies } from '../../test/support/cookies.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    password: { type: 'string', default: 'san-sang-2022' },
    runs: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`Lighthouse on the homes of a running product with the sample data; exit code 1 below 95.

npm run lighthouse -- [--url http://127.0.0.1:8080] [--password …] [--runs 3] [--json]

Each page is loaded --runs times and the median counts: a single run tells of the machine's other work as well.
Without --url the address is that of the product running on DATA_DIR (.data).`);
  process.exit(0);
}
const running = (): string => {
  const file = join(process.env.DATA_DIR || '.data', 'running.json');
  if (!existsSync(file)) {
    console.error('Chưa có sản phẩm đang chạy: npm start, hoặc --url. / Nothing is running: npm start, or --url.');
    process.exit(3);
  }
  return (JSON.parse(readFileSync(file, 'utf8')) as { http: string }).http;
};
const base = values.url ?? running();

if (!existsSync(join(HERE, 'node_modules')))
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: HERE, stdio: ['ignore', 'ignore', 'inherit'] });

interface Result {
  readonly lhr: {
    readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
    readonly audits: Readonly<
      Record<
        string,
        { readonly id: string; readonly title: string; readonly score: number | null; readonly displayValue?: string }
      >
    >;
  };
}
type Lighthouse = (url: string, flags: object, config?: object) => Promise<Result | undefined>;
const entry = new URL('./node_modules/lighthouse/core/index.js', import.meta.url).href;
const { default: lighthouse, desktopConfig } = (await import(entry)) as {
  default: Lighthouse;
  desktopConfig: object;
};

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

const WANTED = ['performance', 'accessibility', 'best-practices'] as const;
const LEAST = 95;
const runs = Math.max(1, Number.parseInt(values.runs, 10) || 1);

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;

const port = await freePort();
const browser = await startBrowser([`--remote-debugging-port=${port}`]);
const rows: Record<string, string | number>[] = [];
try {
  for (const user of [null, 'tham-muu', 'y-te', 'lanh-dao']) {
    const headers = user ? { Cookie: cookieHeader(await signInCookies(base, user, values.password)) } : {};
    const found: Result['lhr'][] = [];
    for (let run = 0; run < runs; run++) {
      const result = await lighthouse(
        `${base}/`,
        { port, logLevel: 'error', onlyCategories: [...WANTED], extraHeaders: headers },
        desktopConfig,
      );
      if (!result) throw new Error('Lighthouse gave no result');
      found.push(result.lhr);
    }
    const points = (name: string) => found.map(({ categories }) => Math.round(100 * (categories[name]?.score ?? 0)));
    rows.push({ home: user ?? 'sign-in', ...Object.fromEntries(WANTED.map((name) => [name, median(points(name))])) });
    console.error(`  ${user ?? 'sign-in'}: performance ${points('performance').join(' ')}`);
    for (const { id, title, score, displayValue = '' } of Object.values(found.at(-1)?.audits ?? {}))
      if (score !== null && score < 0.9)
        console.error(`  ${user ?? 'sign-in'}: ${id} ${score} ${title} ${displayValue}`);
  }
} finally {
  await browser.close();
}
if (values.json) console.log(JSON.stringify(rows));
else console.table(rows);
process.exitCode = rows.every((row) => WANTED.every((name) => Number(row[name]) >= LEAST)) ? 0 : 1;
