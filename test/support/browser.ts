/** A real browser: CHROMIUM_PATH, one installed on the machine, or the Chromium inside an npm package. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable'] as const;
/** With these, closing one context would end the whole browser. */
const UNWANTED = /^--(single-process|no-zygote|headless)/;

export const startBrowser = async (more: readonly string[] = []): Promise<Browser> => {
  const named = process.env.CHROMIUM_PATH || INSTALLED.find((path) => existsSync(path));
  if (named) return chromium.launch({ executablePath: named, args: ['--no-sandbox', ...more] });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [...packed.args.filter((arg) => !UNWANTED.test(arg)), ...more],
  });
};
