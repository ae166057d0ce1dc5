// Builds the page into dist/dashboard/web, beside the compiled service that serves it.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { statechartLayout } from './statechart-layout.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// biome-ignore lint/style/noDefaultExport: Vite takes its configuration from there alone.
export default defineConfig({
  root: here('../../src/dashboard/web'),
  publicDir: here('../../src/dashboard/web/public'),
  plugins: [react(), statechartLayout(here('../../dist/lifecycle/describe-machine.js'))],
  build: {
    outDir: here('../../dist/dashboard/web'),
    emptyOutDir: true,
    // The policy of the page forbids inline scripts and data: scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:3000', '/p': 'http://127.0.0.1:3000' } },
});
