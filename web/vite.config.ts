/** How the page is built: into dist/web, for browsers down to Chrome 109 (the last on Windows 7), nothing inline (strict CSP). */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Files fetched on their own that share a module, for it to be one of the shared files. */
const SCREENS = 20;

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: ['chrome109', 'firefox115', 'safari16'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      // libraries mark their modules for servers that render React; there is none here
      onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)),
      // what many screens share comes once, in two files instead of sixty small ones: a browser asks for six at a time
      output: {
        codeSplitting: {
          groups: [
            { name: 'library', test: /node_modules[\\/](?!@mantine[\\/]dates|dayjs)/, minShareCount: SCREENS },
            { name: 'parts', test: /web[\\/](?!pages|main|router)(?!.*date-field)/, minShareCount: SCREENS },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  // `API=http://127.0.0.1:8080 npx vite --config web/vite.config.ts`: the page as it is written, over a running API
  server: {
    proxy: Object.fromEntries(
      ['/api', '/readyz', '/metrics', '/docs', '/openapi.json'].map((path) => [
        path,
        { target: process.env.API ?? 'http://127.0.0.1:8080', changeOrigin: false },
      ]),
    ),
  },
  cacheDir: '../node_modules/.vite',
});
