/** How the page is built: into dist/web, for browsers down to Chrome 109 (the last on Windows 7), nothing inline (strict CSP). */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

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
