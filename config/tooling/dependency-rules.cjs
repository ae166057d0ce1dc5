// Who may know whom. Each rule has a name that says what it holds; test/architecture.spec.ts sees each one fail once.
// TypeScript is read by the swc parser, because this version of the tool does not know TypeScript 6; swc counts
// `import type` like any import, which is what these rules want. (Types written as `import('...').X` it does not see:
// test/tidy.spec.ts forbids those.)

const capability = '(readiness|lock-in|economics|evaluation|training|rollout)';

// A file whose name has no middle suffix. Migrations are history and the page has its own rules; main.ts is the process.
const pure = {
  path: '/[^/.]+\\.ts$',
  pathNot: ['^src/main\\.ts$', '^src/migrations/', '^src/dashboard/web/', '^test/'],
};
const withMiddleSuffix = '^src/.+\\.[a-z]+\\.ts$';
const adapter = '\\.(sql|client)\\.ts$';
// Every room may log and count: nothing is decided by it, and a test hands in a log that keeps what it is told.
const telemetry = '^src/platform/telemetry/(log|metrics)\\.client\\.ts$';
// `.kernel.ts` is compiled to WebAssembly by a compiler of its own, and nothing of it is imported.
const entry = '^src/(main\\.ts|terminal/.+\\.command\\.ts|.+\\.(worker|kernel)\\.ts)$';

/** A rule that lets a room import the rooms named and nothing else of src. */
function mayKnow(name, room, rooms, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: { path: `^src/(?!(${[room, ...rooms].join('|')})/)` },
  };
}

/** A rule that forbids an import outright. */
function mustNotKnow(name, from, to, comment) {
  return { name, comment, severity: 'error', from, to };
}

const shape = [
  mustNotKnow(
    'no-cycles',
    {},
    { circular: true },
    'Two files that need each other are one idea in the wrong cut, or a decision one floor too high. Move it down or hand the fact in. Type imports count.',
  ),
  mustNotKnow(
    'no-orphans',
    { path: entry },
    { path: '^src/', pathNot: [entry, '^src/migrations/', '^src/dashboard/web/'], reachable: false },
    'Nothing that starts (main, a terminal command, a worker) ever reaches this file: it is dead, or it is missing from its list or its module.',
  ),
  mustNotKnow(
    'no-unresolvable',
    {},
    { couldNotResolve: true },
    'An import that leads nowhere escapes every other rule. Correct the path or install the package.',
  ),
  mustNotKnow(
    'product-knows-no-test',
    { path: '^src/' },
    { path: '^test/' },
    'Builders and fakes live in test/ and are not part of the build.',
  ),
  mustNotKnow(
    'product-needs-no-dev-package',
    { path: '^src/', pathNot: '^src/dashboard/web/' },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    'What the running service imports must be declared under dependencies, or it breaks where only those are installed.',
  ),
];

const purity = [
  mustNotKnow(
    'pure-imports-pure',
    pure,
    { path: withMiddleSuffix },
    'A file without a middle suffix decides from what it is given. It may not reach for a service, an adapter or a DTO; move the shape it needs into a pure file.',
  ),
  mustNotKnow(
    'pure-knows-no-npm-package',
    pure,
    { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/xstate/' },
    'Pure files use the language only. If a package is needed, the file needs a suffix that says so.',
  ),
  mustNotKnow(
    'pure-knows-no-node-builtin',
    pure,
    { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    'No files, sockets, timers or processes in a decision. node:crypto is allowed for createHash, which is a function of its input.',
  ),
  mustNotKnow(
    'only-lifecycle-knows-xstate',
    { path: '^src/', pathNot: '^src/lifecycle/' },
    { path: '(^|/)node_modules/xstate/' },
    'The machine is an implementation of the life of a project. Everybody else sees stages, commands and intents.',
  ),
];

const adapters = [
  mustNotKnow(
    'services-know-no-adapters',
    { path: '\\.service\\.ts$' },
    { path: adapter, pathNot: telemetry },
    'A service asks a port (an abstract class in a pure file). Which adapter answers is wired in the .module file.',
  ),
  mustNotKnow(
    'adapters-stay-in-their-room',
    { path: '^src/([^/]+)/', pathNot: ['\\.module\\.ts$', '\\.sql\\.ts$', '^src/terminal/'] },
    { path: `^src/.+${adapter}`, pathNot: ['^src/$1/', telemetry] },
    'Another room uses the port, never the adapter. Only .module files wire adapters of lower rooms, and terminal commands, which are entries.',
  ),
  mustNotKnow(
    'sql-borrows-only-sql',
    { path: '^src/([^/]+)/.+\\.sql\\.ts$' },
    { path: '^src/.+\\.client\\.ts$', pathNot: ['^src/$1/', telemetry] },
    'The one exception to the rule above: an .sql file may call an .sql file of a lower room, since one transaction may have to span both. It does not extend to .client files.',
  ),
];

const floors = [
  mayKnow('kernel-is-the-floor', 'kernel', [], 'The words that every room uses know none of the rooms.'),
  mayKnow(
    'migrations-know-only-the-database',
    'migrations',
    ['kernel', 'platform/database'],
    'A migration is frozen history: it may not change meaning when a feature changes.',
  ),
  mayKnow(
    'platform-knows-no-feature',
    'platform',
    ['kernel', 'migrations'],
    'Configuration, database, HTTP, jobs and telemetry serve every feature and know none.',
  ),
  mayKnow(
    'vendors-know-only-platform',
    'vendors',
    ['kernel', 'platform'],
    'A connector talks to one company and knows nothing of projects.',
  ),
  mayKnow(
    'catalog-knows-only-vendors',
    'catalog',
    ['kernel', 'platform', 'vendors'],
    'Which models exist is known before anybody uses one.',
  ),
  mayKnow(
    'exchanges-know-only-catalog',
    'exchanges',
    ['kernel', 'platform', 'vendors', 'catalog'],
    'What was said between an application and a model is written by the gateway and read by the capabilities; it knows neither.',
  ),
  mustNotKnow(
    'capabilities-are-strangers',
    { path: `^src/${capability}/` },
    { path: `^src/${capability}/`, pathNot: '^src/$1/' },
    'The six capabilities never import each other: a value is handed in, so each can be understood and replaced alone.',
  ),
  mustNotKnow(
    'capabilities-stay-below-lifecycle',
    { path: `^src/${capability}/` },
    { path: `^src/(?!(kernel|platform|vendors|catalog|exchanges|${capability})/)` },
    'A capability measures or acts. It does not know which stage asked.',
  ),
  mustNotKnow(
    'lifecycle-stays-below-projects',
    { path: '^src/lifecycle/' },
    { path: `^src/(?!(lifecycle|kernel|${capability})/)` },
    'The machine judges facts. It may name the shapes of the six capabilities (types only: test/tidy.spec.ts) and nothing else.',
  ),
  mustNotKnow(
    'projects-stay-below-portfolio',
    { path: '^src/projects/' },
    { path: '^src/(portfolio|gateway|dashboard|terminal)/|^src/[^/]+$' },
    'One project knows nothing of all projects, of the traffic door or of the page.',
  ),
  mustNotKnow(
    'portfolio-is-the-roof',
    { path: '^src/portfolio/' },
    { path: '^src/(gateway|dashboard|terminal)/|^src/[^/]+$' },
    'The portfolio may look at everything below it, but not at the doors.',
  ),
];

const doors = [
  mayKnow(
    'gateway-sits-on-rollout',
    'gateway',
    ['rollout', 'exchanges', 'vendors', 'catalog', 'platform', 'kernel'],
    'The hot path reads a traffic plan. It must not be able to step a project.',
  ),
  mustNotKnow(
    'nobody-uses-the-gateway',
    { path: '^src/', pathNot: ['^src/gateway/', '^src/(app\\.module|start-application\\.client)\\.ts$'] },
    { path: '^src/gateway/' },
    'The gateway is a door. Only the application as a whole mounts it; news from it travels through the outbox.',
  ),
  mustNotKnow(
    'nobody-imports-an-entry',
    { path: '^src/', pathNot: '^src/terminal/' },
    { path: '^src/(main\\.ts|terminal/.+)$' },
    'Entries are where a process starts. Whatever two of them share belongs in a room.',
  ),
  mayKnow(
    'dashboard-knows-no-feature',
    'dashboard',
    ['kernel', 'platform'],
    'The server side of the page hands out files; the page asks the API.',
  ),
  mustNotKnow(
    'web-imports-only-web',
    { path: '^src/dashboard/web/' },
    { path: '^src/', pathNot: '^src/dashboard/web/' },
    'The page runs in a browser. It learns shapes from the API description, not from server source.',
  ),
  mustNotKnow(
    'server-imports-no-web',
    { path: '^src/', pathNot: '^src/dashboard/web/' },
    { path: '^src/dashboard/web/' },
    'The page is built apart and served as files.',
  ),
];

module.exports = {
  forbidden: [...shape, ...purity, ...adapters, ...floors, ...doors],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // The swc parser is set up without JSX here: what a .tsx file of the page may import is held by test/tidy.spec.ts.
    exclude: { path: '\\.spec\\.tsx?$|\\.tsx$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
