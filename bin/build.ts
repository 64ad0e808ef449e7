/** `npm run build`: what is built ahead, the workflow bundle and the page; the server's TypeScript runs as it is. */
import { fileURLToPath } from 'node:url';
import { workflowBundle } from '../activities/index.ts';
import { runCli } from './lib/cli.ts';
import { buildPage } from './lib/page.ts';

await runCli(
  {
    name: 'build',
    vi: 'Dựng trước gói quy trình và trang web vào dist/ (máy chủ chạy thẳng TypeScript, không cần dựng).',
    en: 'Builds the workflow bundle and the page into dist/ (the server runs TypeScript as it is).',
  },
  async ({ print }) => {
    const path = await workflowBundle({ cacheDir: fileURLToPath(new URL('../dist', import.meta.url)) });
    const { root } = await buildPage();
    print({ bundle: path, page: root }, `${path}\n${root}`);
    return 0;
  },
);
