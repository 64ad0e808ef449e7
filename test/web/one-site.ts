/** One site for a file of tests and one window at a time, which is closed after each test. */
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { openSite, type Site, type SiteOptions, type Window } from './support.ts';

export interface OneSite {
  /** Only within a test: it is opened before the first. */
  readonly site: () => Site;
  readonly open: Site['open'];
}

export const useOneSite = (options: SiteOptions = {}): OneSite => {
  let opened: Site | null = null;
  let window: Window | null = null;
  const site = (): Site => {
    if (!opened) throw new Error('the site is opened before the first test');
    return opened;
  };
  beforeAll(async () => {
    opened = await openSite(options);
  }, 180_000);
  afterAll(() => opened?.close());
  afterEach(async () => {
    await window?.context.close();
    window = null;
  });
  return {
    site,
    open: async (...given) => {
      window = await site().open(...given);
      return window;
    },
  };
};
