// Jest compiles what it imports, but not what a worker thread loads: this compiles a thread's entry and all that it
// imports into a folder of its own, and gives the entry's address.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const sourceRoot = resolve(__dirname, '../../src');
/** Made by the build, not here. */
const builtFiles = [
  'readiness/plain-chats/plain-chats.wasm',
  'readiness/privacy/hint-scan/hint-scan.wasm',
  'readiness/tokens/tokenisers/llama-2.json',
];
const importForm = /(?:from |import |import\()['"](\.[^'"]+)\.js['"]/g;

/** @param entry below src, without its ending. Remove the folder `root` when the tests are done. */
export function compileWorker(entry: string): { readonly entry: URL; readonly root: string } {
  const root = mkdtempSync(join(tmpdir(), 'openward-worker-'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  symlinkSync(resolve(sourceRoot, '../node_modules'), join(root, 'node_modules'));
  for (const file of builtFiles) {
    cpSync(resolve(sourceRoot, '../dist', file), join(root, file));
  }
  const waiting = [join(sourceRoot, `${entry}.ts`)];
  const compiled = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (!compiled.has(file)) {
      compiled.add(file);
      waiting.push(...compileFile(file, join(root, relative(sourceRoot, file).replace(/\.ts$/, '.js'))));
    }
  }
  return { entry: pathToFileURL(join(root, `${entry}.js`)), root };
}

/** Compiles one file; returns the files that it imports. */
function compileFile(source: string, target: string): readonly string[] {
  const { code } = transformSync(readFileSync(source, 'utf8'), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
    module: { type: 'es6' },
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
  return [...code.matchAll(importForm)].map((found) => resolve(dirname(source), `${found[1]}.ts`));
}
