// Jest compiles what it imports, but not what a worker thread loads: this compiles the thread's entry and all that it
// imports into a folder of its own, and gives the entry's address.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const sourceRoot = resolve(__dirname, '../../src');

/** Remove the folder `root` when the tests are done. */
export function compileStudentWorker(): { readonly entry: URL; readonly root: string } {
  const root = mkdtempSync(join(tmpdir(), 'student-worker-'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  const waiting = [join(sourceRoot, 'training/train-student.worker.ts')];
  const compiled = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (!compiled.has(file)) {
      compiled.add(file);
      waiting.push(...compileFile(file, join(root, relative(sourceRoot, file).replace(/\.ts$/, '.js'))));
    }
  }
  return { entry: pathToFileURL(join(root, 'training/train-student.worker.js')), root };
}

/** Compiles one file; returns the files that it imports. */
function compileFile(source: string, target: string): readonly string[] {
  const { code } = transformSync(readFileSync(source, 'utf8'), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
  const imports = [...code.matchAll(/from '(\.[^']+)\.js'|from "(\.[^"]+)\.js"/g)];
  return imports.map((found) => resolve(dirname(source), `${found[1] ?? found[2]}.ts`));
}
