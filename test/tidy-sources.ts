// What the tidiness rules look at: the project's own text, and the few facts they need of its syntax tree.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import ts from 'typescript';

export interface SourceText {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** As written, e.g. `./plan.js`. */
  readonly specifier: string;
  /** For a relative import, the path of the source file it means, without its extension; else null. */
  readonly target: string | null;
  readonly typesOnly: boolean;
}

const repository = resolve(__dirname, '..');
const places = ['src', 'test', 'config', '.ci', 'docs'];
const rootTexts = /^(package\.json|.*\.md|tsconfig\.json|nest-cli\.json|\.gitignore)$/;
const texts = /(\.(ts|tsx|cjs|mjs|js|json|yaml|yml|md|css|html|sh)|\/run)$/;

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** Every text of ours, in the order of the paths. */
export function readSources(): SourceText[] {
  const top = readdirSync(repository, { withFileTypes: true });
  const folders = top.filter((entry) => entry.isDirectory() && places.includes(entry.name));
  const files = top.filter((entry) => entry.isFile() && rootTexts.test(entry.name)).map((entry) => entry.name);
  const found = folders.flatMap((entry) => walk(join(repository, entry.name))).filter((path) => texts.test(path));
  return [...files, ...found].sort().map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }));
}

const parsed = new WeakMap<SourceText, ts.SourceFile>();

export function syntaxOf(source: SourceText): ts.SourceFile {
  const known = parsed.get(source);
  if (known !== undefined) {
    return known;
  }
  const kind = source.path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const made = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2022, true, kind);
  parsed.set(source, made);
  return made;
}

/** Every node, parents first. */
export function nodesOf(source: SourceText): ts.Node[] {
  const all: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    all.push(node);
    ts.forEachChild(node, visit);
  };
  visit(syntaxOf(source));
  return all;
}

export function lineOf(source: SourceText, node: ts.Node): number {
  return syntaxOf(source).getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

function bringsTypesOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  if (ts.isImportDeclaration(node) ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : node.isTypeOnly) {
    return true;
  }
  const plainImport = ts.isImportDeclaration(node) && node.importClause?.name !== undefined;
  if (plainImport || bindings === undefined || !(ts.isNamedImports(bindings) || ts.isNamedExports(bindings))) {
    return false;
  }
  return bindings.elements.every((element) => element.isTypeOnly);
}

/** Imports and re-exports. */
export function importsOf(source: SourceText): Import[] {
  return syntaxOf(source).statements.flatMap((node) => {
    const names = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    if (!names || node.moduleSpecifier === undefined || !ts.isStringLiteral(node.moduleSpecifier)) {
      return [];
    }
    const specifier = node.moduleSpecifier.text;
    const target = specifier.startsWith('.')
      ? posix.join(dirname(source.path), specifier).replace(/\.(js|jsx|ts|tsx)$/, '')
      : null;
    return [{ specifier, target, typesOnly: bringsTypesOnly(node) }];
  });
}
