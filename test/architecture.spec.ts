// Runs the dependency rules on the real tree, on a tree that uses every exception, and on a tree with one planted
// violation per rule: a rule that nobody has seen fail is not known to hold anything.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const repository = resolve(__dirname, '..');
const rulesFile = join(repository, 'config/tooling/dependency-rules.cjs');
const cruiser = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

type Files = Readonly<Record<string, string>>;

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** What the rules report about `<root>/src`. */
function violationsOf(root: string): Promise<Violation[]> {
  const argv = [cruiser, '--config', rulesFile, '--output-type', 'json', 'src'];
  return new Promise((done, fail) => {
    // The exit code counts the violations; only an answer that is no JSON is a failure of the tool.
    execFile(process.execPath, argv, { cwd: root, maxBuffer: 256 * 1024 * 1024 }, (_error, stdout, stderr) => {
      try {
        const answer = JSON.parse(stdout) as {
          summary: { violations: { rule: { name: string }; from: string; to: string }[] };
        };
        done(answer.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })));
      } catch {
        fail(new Error(`the dependency rules did not run: ${stderr}${stdout.slice(0, 2000)}`));
      }
    });
  });
}

function plantTree(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'openward-architecture-'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  const manifest = {
    type: 'module',
    dependencies: { xstate: '*', kysely: '*' },
    devDependencies: { 'fast-check': '*' },
  };
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const takes = (path: string) => `import '${path}';\n`;
const takesType = (path: string) => `import type { A } from '${path}';\nexport type B = A;\n`;

/** For each rule: the file that breaks it, what it says, and any further file it needs. */
const planted: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'no-cycles': ['src/kernel/egg.ts', takesType('./hen.js')],
  'no-orphans': ['src/readiness/never-listed.ts', 'export type A = 1;\n'],
  'no-unresolvable': ['src/kernel/nowhere.ts', takes('./no-such-file.js')],
  'product-knows-no-test': ['src/projects/faked.service.ts', takes('../../test/fakes/some-store.fake.js')],
  'product-needs-no-dev-package': ['src/projects/random.service.ts', takes('fast-check')],
  'pure-imports-pure': ['src/readiness/judge.ts', takesType('./readiness.service.js')],
  'pure-knows-no-npm-package': ['src/economics/break-even.ts', takesType('kysely')],
  'pure-knows-no-node-builtin': ['src/economics/read-prices.ts', takes('node:fs')],
  'only-lifecycle-knows-xstate': ['src/projects/machine-user.service.ts', takes('xstate')],
  'services-know-no-adapters': ['src/training/training.service.ts', takes('./training-store.sql.js')],
  'adapters-stay-in-their-room': ['src/projects/peek.job.ts', takes('../training/training-store.sql.js')],
  'sql-borrows-only-sql': ['src/training/training-store.sql.ts', takes('../vendors/acme/acme.client.js')],
  'kernel-is-the-floor': ['src/kernel/climber.ts', takesType('../catalog/model.js')],
  'migrations-know-only-the-database': ['src/migrations/0001-first.sql.ts', takes('../catalog/model.js')],
  'platform-knows-no-feature': ['src/platform/http/door.filter.ts', takes('../../projects/project.js')],
  'vendors-know-only-platform': ['src/vendors/acme/acme.client.ts', takes('../../catalog/model.js')],
  'catalog-knows-only-vendors': ['src/catalog/model.ts', takesType('../rollout/plan.js')],
  'exchanges-know-only-catalog': ['src/exchanges/exchange.ts', takesType('../rollout/plan.js')],
  'capabilities-are-strangers': ['src/rollout/plan.ts', takesType('../evaluation/score.js')],
  'capabilities-stay-below-lifecycle': ['src/evaluation/score.ts', takesType('../lifecycle/machine.js')],
  'lifecycle-stays-below-projects': ['src/lifecycle/machine.ts', takesType('../projects/project.js')],
  'projects-stay-below-portfolio': ['src/projects/project.ts', takesType('../portfolio/board.js')],
  'portfolio-is-the-roof': ['src/portfolio/board.ts', takesType('../app.module.js')],
  'gateway-sits-on-rollout': ['src/gateway/forward.service.ts', takes('../projects/project.js')],
  'nobody-uses-the-gateway': ['src/portfolio/traffic.service.ts', takes('../gateway/forward.service.js')],
  'nobody-imports-an-entry': ['src/app.module.ts', takes('./terminal/demo.command.js')],
  'dashboard-knows-no-feature': ['src/dashboard/dashboard.module.ts', takes('../portfolio/board.js')],
  'web-imports-only-web': ['src/dashboard/web/page.ts', takesType('../../portfolio/board.js')],
  'server-imports-no-web': ['src/dashboard/dashboard.controller.ts', takes('./web/page.js')],
};

const companions: Files = {
  'src/main.ts': 'export const started = true;\n',
  'src/terminal/demo.command.ts': 'export type A = 1;\n',
  'src/kernel/hen.ts': takesType('./egg.js'),
  'src/readiness/readiness.service.ts': 'export type A = 1;\n',
  'test/fakes/some-store.fake.ts': 'export type A = 1;\n',
};

/** Everything that the rules allow although a nearby rule could be read to forbid it. */
const allowed: Files = {
  'src/main.ts': takes('./app.module.js') + takes('./platform/config/load.client.js'),
  'src/app.module.ts': takes('./gateway/gateway.module.js') + takes('./projects/projects.module.js'),
  'src/terminal/demo.command.ts': takes('../projects/project-store.sql.js') + takes('../vendors/acme/acme.client.js'),
  'src/training/train.worker.ts': takes('../kernel/word.js'),
  'src/kernel/word.ts': "import { createHash } from 'node:crypto';\nexport const word = () => createHash('sha256');\n",
  'src/kernel/word.spec.ts': takes('../projects/project.js') + takes('../../test/builders/a-project.js'),
  'src/platform/config/load.client.ts': takes('node:fs'),
  'src/platform/database/database.sql.ts': takes('kysely') + takes('../../migrations/all-migrations.sql.js'),
  'src/migrations/all-migrations.sql.ts': takes('./0001-first.sql.js'),
  'src/migrations/0001-first.sql.ts': takes('kysely'),
  'src/vendors/acme/acme.client.ts': takes('../../kernel/word.js'),
  'src/rollout/plan.ts': takesType('../kernel/word.js'),
  'src/lifecycle/machine.ts': takes('xstate') + takesType('../rollout/plan.js'),
  'src/projects/project.ts': takesType('../lifecycle/machine.js'),
  'src/projects/project-store.sql.ts': takes('../platform/database/database.sql.js') + takes('./project.js'),
  'src/projects/projects.module.ts': takes('./project-store.sql.js') + takes('../vendors/acme/acme.client.js'),
  'src/gateway/gateway.module.ts':
    takes('../rollout/plan.js') + takes('../exchanges/exchange.js') + takes('./a.service.js'),
  'src/gateway/a.service.ts': takes('../platform/telemetry/log.client.js'),
  'src/platform/telemetry/log.client.ts': takes('node:fs'),
  'src/exchanges/exchange.ts': takesType('../kernel/word.js'),
  'src/dashboard/web/main.tsx': takes('./page.js'),
  'src/dashboard/web/page.tsx': 'export const page = <p>hello</p>;\n',
  'src/dashboard/web/client.ts': 'export type A = 1;\n',
};

describe('the dependency rules', () => {
  const trees: string[] = [];
  let real: Violation[] = [];
  let broken: Violation[] = [];
  let exceptions: Violation[] = [];

  beforeAll(async () => {
    trees.push(plantTree({ ...companions, ...Object.fromEntries(Object.values(planted)) }), plantTree(allowed));
    [real = [], broken = [], exceptions = []] = await Promise.all([repository, ...trees].map(violationsOf));
  }, 60_000);

  afterAll(() => {
    for (const tree of trees) {
      rmSync(tree, { recursive: true, force: true });
    }
  });

  it('hold on the real tree', () => {
    expect(real.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`)).toEqual([]);
  });

  it('let through every exception that they name', () => {
    expect(exceptions).toEqual([]);
  });

  it.each(Object.entries(planted))('%s is reported where it is broken', (rule, [path]) => {
    expect(broken.filter((one) => one.rule === rule).map((one) => one.from)).toContain(path);
  });

  it('are each seen to fail here', () => {
    const rules = createRequire(rulesFile)(rulesFile) as { forbidden: { name: string; severity: string }[] };
    expect(Object.keys(planted).sort()).toEqual([...new Set(rules.forbidden.map((rule) => rule.name))].sort());
    expect(rules.forbidden.filter((rule) => rule.severity !== 'error')).toEqual([]);
  });
});
