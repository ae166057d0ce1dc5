// Makes one file of each thread of readiness: hundreds of modules, found and opened one by one, take longer to load than a
// small file takes to be read. What is loaded late stays apart, and so do packages that are loaded by `require`.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { fileBeside, plainData } from './plain-data.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// biome-ignore lint/style/noDefaultExport: Vite takes its configuration from there alone.
export default defineConfig({
  root: here('../..'),
  publicDir: false,
  plugins: [
    plainData(['/eld/src/ngrams/small.js']),
    fileBeside(here('../../dist/readiness/plain-chats/plain-chats.wasm')),
    fileBeside(here('../../dist/readiness/privacy/hint-scan/hint-scan.wasm')),
    fileBeside(here('../../dist/readiness/tokens/tokenisers/llama-2.json')),
  ],
  // Only what is compiled for the machine is left where it was installed.
  ssr: { noExternal: true, external: ['@duckdb/node-api'], target: 'node' },
  build: {
    ssr: true,
    outDir: here('../../dist/readiness/threads'),
    emptyOutDir: true,
    ssrEmitAssets: true,
    target: 'es2022',
    sourcemap: true,
    // Stacks are told by the names in the code.
    minify: false,
    rollupOptions: {
      input: [
        here('../../src/readiness/row-pass/row-pass.worker.ts'),
        here('../../src/readiness/measure/segment.worker.ts'),
      ],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        assetFileNames: '[name][extname]',
        sourcemapExcludeSources: true,
      },
    },
  },
});
