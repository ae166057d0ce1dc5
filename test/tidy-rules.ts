// The habits of the house as functions from texts to faults. Each is proven able to fail in tidy.spec.ts.
import { basename, dirname } from 'node:path';
import ts from 'typescript';
import { importsOf, lineOf, nodesOf, type SourceText } from './tidy-sources.js';

export type Rule = (sources: readonly SourceText[]) => string[];

const middleSuffixes = 'service|controller|dto|sql|client|job|module|guard|filter|hook|worker|command|spec|fake|kernel';
const capabilities = /^src\/(readiness|lock-in|economics|evaluation|training|rollout)\//;
const page = 'src/dashboard/web/';
const linesMax = 300;
const functionLinesMax = 50;
const parametersMax = 3;
const injectedMax = 6;
const folderFilesMax = 25;

const isCode = (path: string) => /^(src|test)\/.*\.tsx?$/.test(path) && !path.startsWith('test/golden/');
const isSpec = (path: string) => /\.spec\.tsx?$/.test(path);
const isProduct = (path: string) => isCode(path) && path.startsWith('src/') && !isSpec(path);
const isPage = (path: string) => path.startsWith(page);
const isPure = (path: string) =>
  isProduct(path) && /^[^.]+\.ts$/.test(basename(path)) && !isPage(path) && path !== 'src/main.ts';

function each(applies: (path: string) => boolean, faultsOf: (source: SourceText) => string[]): Rule {
  return (sources) =>
    sources
      .filter((source) => applies(source.path))
      .flatMap((source) => faultsOf(source).map((fault) => `${source.path}${fault}`));
}

function eachNode(applies: (path: string) => boolean, faultOf: (node: ts.Node) => string | null): Rule {
  return each(applies, (source) =>
    nodesOf(source).flatMap((node) => {
      const fault = faultOf(node);
      return fault === null ? [] : [`:${lineOf(source, node)} ${fault}`];
    }),
  );
}

export const namesAreKebabCaseWithKnownSuffixes: Rule = each(isCode, ({ path }) => {
  const name = basename(path);
  const known = new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*(\\.(${middleSuffixes}))?(\\.spec)?\\.tsx?$`).test(name);
  const misplacedFake = name.includes('.fake.') && !path.startsWith('test/fakes/');
  return known && !misplacedFake ? [] : [' has a name that is not kebab-case with a suffix of the closed list'];
});

export const noNameSaysNothing: Rule = each(isCode, ({ path }) => {
  const parts = path
    .split('/')
    .slice(1)
    .map((part) => part.replace(/\..*$/, ''));
  const empty = parts.filter(
    (part) => /^(common|misc|index|shared|lib)$/.test(part) || /(^|-)(utils?|helpers?|managers?)$/.test(part),
  );
  return empty.map((part) => ` is called "${part}", which says nothing about what it does`);
});

// Written by a program out of the API's description.
const isGenerated = (path: string) => path === `${page}api/openapi-types.ts`;

export const filesAreShort: Rule = each(
  (path) => isCode(path) && !isGenerated(path),
  ({ text }) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > linesMax ? [` has ${lines} lines, more than ${linesMax}`] : [];
  },
);

const linesOf = (node: ts.Node): number => node.getText().split('\n').length;

export const functionsAreShort: Rule = eachNode(
  (path) => isCode(path) && !isSpec(path),
  (node) =>
    ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && linesOf(node) > functionLinesMax
      ? `has a function of ${linesOf(node)} lines, more than ${functionLinesMax}`
      : null,
);

export const parametersAreFew: Rule = eachNode(isProduct, (node) => {
  if (!ts.isFunctionLike(node) || !('body' in node)) {
    return null;
  }
  // Nest fills decorated parameters by name, so nobody has to know their order.
  const plain = node.parameters.filter((parameter) => (ts.getDecorators(parameter) ?? []).length === 0).length;
  const most = ts.isConstructorDeclaration(node) ? injectedMax : parametersMax;
  return plain > most ? `has ${plain} parameters, more than ${most}: take an options object` : null;
});

const listFolders =
  /\/(checks|indicators|criteria|gates|recipes|exports|evaluators|guardrails|stages|regions)(\/(source|target))?$/;

export const foldersAreSmall: Rule = (sources) => {
  const counts = new Map<string, number>();
  for (const { path } of sources.filter((source) => isProduct(source.path) && !isPage(source.path))) {
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  }
  return [...counts]
    .filter(([folder, count]) => count > folderFilesMax && !listFolders.test(folder))
    .map(([folder, count]) => `${folder} holds ${count} files, more than ${folderFilesMax}`);
};

export const exportsHaveNames: Rule = eachNode(isCode, (node) => {
  const isDefault =
    ts.canHaveModifiers(node) && node.modifiers?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword);
  return isDefault || ts.isExportAssignment(node) ? 'exports by default: give it its name' : null;
});

const impureCalls = /^(fetch|setTimeout|setInterval|setImmediate|queueMicrotask|randomBytes|randomUUID|randomInt)$/;
const impureMembers =
  /^(Date\.now|Math\.random|performance\.now|process\.\w+|console\.\w+|crypto\.(getRandomValues|randomUUID|randomBytes))$/;

export const pureFilesAreFunctionsOfTheirInput: Rule = eachNode(isPure, (node) => {
  if (ts.isCallExpression(node) && impureCalls.test(node.expression.getText())) {
    return `calls ${node.expression.getText()}: take the value or a port as an argument`;
  }
  if (ts.isPropertyAccessExpression(node) && impureMembers.test(node.getText())) {
    return `uses ${node.getText()}: take the value as an argument`;
  }
  const asksTheClock =
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    node.expression.getText() === 'Date' &&
    (node.arguments?.length ?? 0) === 0;
  return asksTheClock ? 'asks the clock by new Date(): take `now` as an argument' : null;
});

// The second one keeps the vendors' keys: it reads the variables that a vendor's settings name, which no list can hold.
const environmentReaders =
  /^src\/(platform\/config\/load-configuration\.client|vendors\/api-keys\.client|terminal\/.+)\.ts$/;

export const oneFileReadsTheEnvironment: Rule = eachNode(
  (path) => isProduct(path) && !isPage(path) && !environmentReaders.test(path),
  (node) =>
    ts.isPropertyAccessExpression(node) && node.getText() === 'process.env'
      ? 'reads process.env: the configuration is loaded once, in platform/config'
      : null,
);

const parked = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`);

export const nothingIsParked: Rule = each(
  () => true,
  ({ text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (parked.test(line) ? [`:${index + 1} leaves work to somebody else`] : [])),
);

const foreign = new RegExp(
  [
    `(^|[^\\w.])/wo${'rk'}/`,
    `\\.\\./sha${'red'}\\b`,
    `registry\\.(npm${'js'}|yarn${'pkg'})`,
    `/artifac${'tory'}/`,
  ].join('|'),
);

export const noWordOfTheWorkshop: Rule = each(
  () => true,
  ({ text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (foreign.test(line) ? [`:${index + 1} names a place outside the project`] : [])),
);

interface ListRule {
  readonly folder: string;
  readonly list: string;
  readonly shape: string;
  /** Files that members share. */
  readonly shared?: readonly string[];
}

/** A list stands beside its folder or in it; the file that says what one of them is (its shape) is no member. */
export const lists: readonly ListRule[] = [
  { folder: 'src/readiness/checks/balance', list: 'balance-checks', shape: 'check' },
  { folder: 'src/readiness/checks/drift', list: 'drift-checks', shape: 'check' },
  { folder: 'src/readiness/checks/duplicates', list: 'duplicate-checks', shape: 'check' },
  { folder: 'src/readiness/checks/feedback', list: 'feedback-checks', shape: 'check' },
  { folder: 'src/readiness/checks/format', list: 'format-checks', shape: 'check' },
  { folder: 'src/readiness/checks/leakage', list: 'leakage-checks', shape: 'check' },
  { folder: 'src/readiness/checks/privacy', list: 'privacy-checks', shape: 'check' },
  { folder: 'src/readiness/checks/quality', list: 'quality-checks', shape: 'check' },
  { folder: 'src/readiness/checks/rights', list: 'rights-checks', shape: 'check' },
  { folder: 'src/readiness/checks/split', list: 'split-checks', shape: 'check' },
  { folder: 'src/readiness/checks/tokens', list: 'token-checks', shape: 'check' },
  { folder: 'src/readiness/checks/volume', list: 'volume-checks', shape: 'check' },
  { folder: 'src/readiness/formats', list: 'all-formats', shape: 'row-format', shared: ['read-row'] },
  { folder: 'src/readiness/curation/actions', list: 'all-actions', shape: 'curation-action' },
  { folder: 'src/readiness/trainers/frameworks', list: 'all-trainers', shape: 'trainer' },
  {
    folder: 'src/readiness/privacy/detectors',
    list: 'all-detectors',
    shape: 'detector',
    shared: ['checksums', 'given-names'],
  },
  {
    folder: 'src/readiness/tokens/templates',
    list: 'all-templates',
    shape: 'chat-template',
    shared: ['headed-turns', 'instruction-turns', 'template-names'],
  },
  { folder: 'src/lock-in/indicators/source', list: 'source-indicators', shape: 'indicator' },
  { folder: 'src/lock-in/indicators/target', list: 'target-indicators', shape: 'indicator' },
  { folder: 'src/lock-in/alerts/rules', list: 'all-alerts', shape: 'alert' },
  { folder: 'src/lock-in/exports', list: 'all-exports', shape: 'export' },
  { folder: 'src/lifecycle/criteria', list: 'all-criteria', shape: 'criterion' },
  { folder: 'src/lifecycle/gates', list: 'all-gates', shape: 'gate' },
  { folder: 'src/training/recipes', list: 'all-recipes', shape: 'recipe' },
  { folder: 'src/training/exports', list: 'all-exports', shape: 'export' },
  { folder: 'src/evaluation/evaluators', list: 'all-evaluators', shape: 'evaluator' },
  { folder: 'src/rollout/guardrails', list: 'all-guardrails', shape: 'guardrail' },
  { folder: 'src/catalog/refresh/quarantine', list: 'all-quarantine-rules', shape: 'quarantine-rule' },
  { folder: 'src/migrations', list: 'all-migrations.sql', shape: 'migration' },
];

const withoutExtension = (path: string) => path.replace(/\.tsx?$/, '');

export const listsEqualTheirFolders: Rule = (sources) =>
  lists.flatMap(({ folder, list, shape, shared = [] }) => {
    const noMembers = [shape, ...shared];
    const places = [`${dirname(folder)}/${list}.ts`, `${folder}/${list}.ts`];
    const found = sources.filter((one) => places.includes(one.path));
    const listed = found
      .flatMap((source) => importsOf(source).flatMap(({ target }) => target ?? []))
      .filter((target) => dirname(target) === folder && !noMembers.includes(basename(target)));
    const present = sources
      .filter(({ path }) => dirname(path) === folder && isProduct(path) && !places.includes(path))
      .map(({ path }) => withoutExtension(path))
      .filter((file) => !noMembers.includes(basename(file)));
    return [
      ...present.filter((file) => !listed.includes(file)).map((file) => `${file}.ts is not in ${list}.ts`),
      ...listed.filter((file) => !present.includes(file)).map((file) => `${list}.ts names ${file}.ts: no such file`),
      ...(found.length > 1 ? [`${list}.ts stands beside its folder and in it`] : []),
    ];
  });

function endOfText(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) {
    return node.text;
  }
  return ts.isTemplateExpression(node) ? (node.templateSpans.at(-1)?.literal.text ?? '') : null;
}

export const questionsAsk: Rule = eachNode(isProduct, (node) => {
  const asks = ts.isPropertyAssignment(node) && node.name.getText() === 'question';
  const end = asks ? endOfText(node.initializer) : null;
  return end === null || end.trimEnd().endsWith('?') ? null : 'has a question that does not end with a question mark';
});

export const typesAreImportedInTheOpen: Rule = eachNode(isProduct, (node) =>
  ts.isImportTypeNode(node) ? 'hides an import inside a type: the dependency rules cannot see it' : null,
);

export const lifecycleTakesOnlyTypesFromCapabilities: Rule = each(
  (path) => isProduct(path) && path.startsWith('src/lifecycle/'),
  (source) =>
    importsOf(source)
      .filter(({ target, typesOnly }) => target !== null && capabilities.test(target) && !typesOnly)
      .map(({ specifier }) => ` takes a value from ${specifier}: facts are handed to the lifecycle`),
);

export const thePageAndTheServerAreStrangers: Rule = each(isProduct, (source) =>
  importsOf(source)
    .filter(({ target }) => target?.startsWith('src/') && isPage(target) !== isPage(source.path))
    .map(({ specifier }) => ` imports ${specifier} across the wall between page and server`),
);

export const testsRunAndUseFakes: Rule = eachNode(isSpec, (node) => {
  const name = ts.isPropertyAccessExpression(node) ? node.getText() : '';
  if (/^(it|test|describe)\.(only|skip|todo|failing)$/.test(name)) {
    return `is not run in full: ${name}`;
  }
  const mocks = /^jest\.(mock|fn|spyOn|doMock)$/.test(name);
  const atTheTelemetryEdge = node.getSourceFile().fileName.includes('/telemetry/');
  return mocks && !atTheTelemetryEdge ? `uses ${name}: write a fake that keeps the port's contract` : null;
});
