/** The page as people meet it: a real browser, the built page, real accounts and PostgreSQL, the sample season. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Accounts } from '../../accounts/index.ts';
import { ensureSampleAccounts, SAMPLE_PASSWORD } from '../../accounts/sample.ts';
import { buildApp } from '../../api/app.ts';
import type { ApiDeps } from '../../api/deps.ts';
import type { Db } from '../../db/connect.ts';
import type { EventStore } from '../../db/event-store.ts';
import { StreamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import { createCommitter, loadSeason, NOW } from '../api/support.ts';
import { openAccounts } from '../support/accounts.ts';
import { startBrowser } from '../support/browser.ts';
import { signInCookies } from '../support/cookies.ts';
import type { Command } from '../support/domain.ts';
import { actorNamed } from '../support/header-actors.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export interface Site {
  readonly url: string;
  readonly db: Db;
  readonly store: EventStore;
  readonly accounts: Accounts;
  readonly clock: { now: Instant };
  /** Somebody else's command, behind the page's back. Throws when it is refused. */
  done(who: string, stream: string, command: Command): Promise<number>;
  /** A browser window of its own, signed in as a sample user, or with nobody for null. */
  open(user: string | null, options?: BrowserContextOptions): Promise<Window>;
  close(): Promise<void>;
}

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the console, and every request that left for another server. */
  readonly faults: string[];
  /** Opens an address and waits for its heading. */
  goto(path: string): Promise<void>;
  /** Findings of axe as `rule: element`, none when clean. */
  axe(): Promise<string[]>;
  /** Pixels by which the page is wider than its window. */
  overflow(): Promise<number>;
}

export const WIDE = { viewport: { width: 1440, height: 900 } } as const;
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const createWindow = (page: Page, context: BrowserContext, url: string): Window => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // a refusal that the page explains is logged by the browser all the same
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url()))
      faults.push(`outside: ${request.url()}`);
  });
  return {
    ...{ page, context, faults },
    goto: async (path) => {
      await page.goto(url + path);
      await page.locator('h1').first().waitFor();
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    },
    axe: async () => {
      await page.addScriptTag({ path: AXE });
      return page.evaluate(async (runOnly) => {
        const { axe } = window as unknown as { axe: { run(o: object): Promise<{ violations: Found[] }> } };
        interface Found {
          id: string;
          nodes: { target: string[] }[];
        }
        const { violations } = await axe.run({ runOnly });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
      }, RULES);
    },
    overflow: () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  };
};

/** As a browser is given them. */
const signIn = async (url: string, user: string) =>
  (await signInCookies(url, user, SAMPLE_PASSWORD)).map(({ name, value }) => ({
    ...{ name, value, url, httpOnly: true, sameSite: 'Strict' as const },
  }));

export interface SiteOptions {
  /** The season to its end instead of 31 May 2022. */
  readonly whole?: boolean;
  /** The season as planned until this instant: no delays of the sample. */
  readonly until?: Instant;
  /** No data at all. */
  readonly empty?: boolean;
  readonly deps?: Partial<ApiDeps>;
}

export const pageRoot = async (): Promise<string> => {
  const script = fileURLToPath(new URL('./build-page.ts', import.meta.url));
  return (await promisify(execFile)(process.execPath, [script])).stdout.trim();
};

export const openSite = async ({ whole = false, until, empty = false, deps = {} }: SiteOptions = {}): Promise<Site> => {
  const clock = { now: NOW };
  const [root, opened] = await Promise.all([
    pageRoot(),
    openAccounts({ clock: () => clock.now, sample: () => 'tam-ky-2022' }),
  ]);
  const { db, store, accounts } = opened;
  if (!empty) await loadSeason({ store, clock }, until ?? whole);
  await ensureSampleAccounts(accounts, { onlyThisMachine: true });
  const commit = createCommitter(store);
  const app = await buildApp({
    ...{ db, store, accounts, identify: accounts.identify, send: commit, pageRoot: root },
    status: async () => ({ kind: 'unknown' }),
    clock: () => clock.now,
    readiness: async () => ({ ok: true, parts: [] }),
    version: '0.0.0-test',
    ...deps,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`; // it listens on TCP
  const browser: Browser = await startBrowser();
  return {
    ...{ url, db, store, accounts, clock },
    done: async (who, stream, command) => {
      const result = await commit({
        stream: StreamId.parse(stream),
        commandId: randomUUID(),
        command,
        at: clock.now,
        by: actorNamed(who),
        origin: 'person',
      });
      if (result.kind !== 'accepted') throw new Error(`${command.type}: ${JSON.stringify(result)}`);
      return result.version;
    },
    open: async (user, options = WIDE) => {
      // axe is brought in by the test; zone and language are those of somebody far away
      const context = await browser.newContext({ bypassCSP: true, timezoneId: 'America/New_York', ...options });
      context.setDefaultTimeout(30_000);
      if (user) await context.addCookies(await signIn(url, user));
      return createWindow(await context.newPage(), context, url);
    },
    close: async () => {
      await browser.close();
      await app.close();
      await opened.close();
    },
  };
};
