/** `npm run build`: the one thing that is built ahead, the workflow bundle; the server's TypeScript runs as it is. */
import { fileURLToPath } from 'node:url';
import { workflowBundle } from '../activities/index.ts';
import { runCli } from './lib/cli.ts';

await runCli(
  {
    name: 'build',
    vi: 'Dựng trước gói quy trình vào dist/ (máy chủ chạy thẳng TypeScript, không cần dựng).',
    en: 'Builds the workflow bundle into dist/ (the server runs TypeScript as it is).',
  },
  async ({ print }) => {
    const path = await workflowBundle({ cacheDir: fileURLToPath(new URL('../dist', import.meta.url)) });
    print({ bundle: path }, path);
    return 0;
  },
);
