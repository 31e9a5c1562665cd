// How are the pages built? Into a few static files with hashed names, nothing inline, addresses relative to the page.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  // Tells fhirclient that the browser has fetch and web crypto of its own: no polyfill is bundled.
  define: { FHIRCLIENT_PURE: 'true' },
  build: {
    outDir: here('../../dist/page'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        evidence: here('evidence/index.html'),
        launch: here('evidence/launch.html'),
        worklist: here('worklist/index.html'),
      },
    },
  },
});
