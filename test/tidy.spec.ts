// Style as a test: each rule holds on the whole project, and each is shown to fail on a planted bad sample.
import * as rules from './tidy-rules.js';
import { readSources, type SourceText } from './tidy-sources.js';

interface Case {
  readonly sentence: string;
  readonly rule: rules.Rule;
  /** Texts with exactly one fault between them. */
  readonly bad: readonly SourceText[];
  /** Texts that come close and are right. */
  readonly good?: readonly SourceText[];
}

const at = (path: string, text = ''): SourceText => ({ path, text });
const lines = (count: number) => Array.from({ length: count }, (_, index) => `  use(${index});`).join('\n');
const manyFiles = (folder: string) => Array.from({ length: 26 }, (_, index) => at(`${folder}/file-${index}.ts`));

const cases: readonly Case[] = [
  {
    sentence: 'files are named in kebab-case, with a middle suffix from the closed list or none',
    rule: rules.namesAreKebabCaseWithKnownSuffixes,
    bad: [at('src/projects/project.repository.ts')],
    good: [at('src/projects/project-store.sql.spec.ts'), at('test/fakes/project-store.fake.ts')],
  },
  {
    sentence: 'fakes live in test/fakes',
    rule: rules.namesAreKebabCaseWithKnownSuffixes,
    bad: [at('src/projects/project-store.fake.ts')],
  },
  {
    sentence: 'no file or folder has a name that says nothing',
    rule: rules.noNameSaysNothing,
    bad: [at('src/kernel/date-utils.ts')],
    good: [at('src/economics/price-index.ts')],
  },
  {
    sentence: 'no file is longer than 300 lines',
    rule: rules.filesAreShort,
    bad: [at('src/kernel/long.ts', lines(301))],
    good: [at('src/kernel/long.ts', lines(300))],
  },
  {
    sentence: 'no function is longer than 50 lines',
    rule: rules.functionsAreShort,
    bad: [at('src/kernel/long.ts', `export const go = () => {\n${lines(49)}\n};`)],
    good: [at('src/kernel/long.ts', `export const go = () => {\n${lines(48)}\n};`)],
  },
  {
    sentence: 'no function takes more than three parameters, and no constructor more than six',
    rule: rules.parametersAreFew,
    bad: [at('src/kernel/wide.ts', 'export function go(a: A, b: A, c: A, d: A) {}')],
    good: [
      at('src/x/x.controller.ts', 'class X { get(@Param() a: A, @Query() b: A, @Headers() c: A, @Req() d: A) {} }'),
    ],
  },
  {
    sentence: 'no folder holds more than 25 files, but for those that hold a list',
    rule: rules.foldersAreSmall,
    bad: manyFiles('src/projects'),
    good: manyFiles('src/readiness/checks'),
  },
  {
    sentence: 'everything exported has a name',
    rule: rules.exportsHaveNames,
    bad: [at('src/kernel/nameless.ts', 'export default function go() {}')],
  },
  {
    sentence: 'everything exported has a name, also where a value is exported',
    rule: rules.exportsHaveNames,
    bad: [at('src/kernel/nameless.ts', 'const go = 1;\nexport default go;')],
  },
  ...[
    'Date.now()',
    'new Date()',
    'Math.random()',
    'randomBytes(8)',
    'randomUUID()',
    'process.pid',
    "fetch('https://a.example')",
    'setTimeout(go, 1)',
    'console.log(1)',
  ].map((use) => ({
    sentence: `pure files are functions of their input, so they do not use ${use}`,
    rule: rules.pureFilesAreFunctionsOfTheirInput,
    bad: [at('src/kernel/impure.ts', `export const go = () => ${use};`)],
    good: [at('src/x/clock.client.ts', `export const go = () => ${use};`), at('src/kernel/a.ts', 'new Date(now);')],
  })),
  {
    sentence: 'only the loader of the configuration, the keeper of vendor keys and the terminal read the environment',
    rule: rules.oneFileReadsTheEnvironment,
    bad: [at('src/gateway/forward.service.ts', 'const key = process.env.KEY;')],
    good: [at('src/platform/config/load-configuration.client.ts', 'process.env.PORT;')],
  },
  {
    sentence: 'no text leaves work to somebody else',
    rule: rules.nothingIsParked,
    bad: [at('config/default.yaml', `port: 1 # TO${'DO'} choose`)],
    good: [at('src/kernel/a.ts', 'const toDoList = []; // todos are fine')],
  },
  {
    sentence: 'no text names a place outside the project',
    rule: rules.noWordOfTheWorkshop,
    bad: [at('README.md', `see /wo${'rk'}/main`)],
    good: [at('README.md', 'see https://a.example/framework/work/one')],
  },
  {
    sentence: 'each list names every file of its folder',
    rule: rules.listsEqualTheirFolders,
    bad: [at('src/readiness/checks/format/format-checks.ts'), at('src/readiness/checks/format/rows-parse.ts')],
    good: [
      at('src/readiness/checks/format/format-checks.ts', "import { a } from './rows-parse.js';"),
      at('src/readiness/checks/format/rows-parse.ts'),
      at('src/readiness/checks/format/rows-parse.spec.ts'),
      at('src/rollout/guardrails/all-guardrails.ts', "import { a } from './errors-stay-low.js';"),
      at('src/rollout/guardrails/errors-stay-low.ts'),
      at('src/rollout/guardrails/guardrail.ts'),
    ],
  },
  {
    sentence: 'each list names only files of its folder',
    rule: rules.listsEqualTheirFolders,
    bad: [at('src/rollout/all-guardrails.ts', "import { a } from './guardrails/errors-stay-low.js';")],
  },
  {
    sentence: 'questions end with a question mark',
    rule: rules.questionsAsk,
    bad: [at('src/readiness/checks/a.ts', "export const check = { question: 'Are the rows unique.' };")],
    good: [at('src/readiness/checks/a.ts', "export const check = { question: 'Are the rows unique?' };")],
  },
  {
    sentence: 'types are imported at the top of the file',
    rule: rules.typesAreImportedInTheOpen,
    bad: [at('src/kernel/a.ts', "export type A = import('./b.js').B;")],
  },
  {
    sentence: 'the lifecycle takes only types from the capabilities',
    rule: rules.lifecycleTakesOnlyTypesFromCapabilities,
    bad: [at('src/lifecycle/facts.ts', "import { type A, judge } from '../evaluation/judge.js';")],
    good: [
      at('src/lifecycle/facts.ts', "import { type A } from '../evaluation/judge.js';"),
      at('src/lifecycle/gates.ts', "import type { A } from '../rollout/plan.js';\nimport { b } from '../kernel/b.js';"),
    ],
  },
  {
    sentence: 'the page and the server do not import each other',
    rule: rules.thePageAndTheServerAreStrangers,
    bad: [at('src/dashboard/web/page.tsx', "import type { A } from '../../projects/project.js';")],
    good: [at('src/dashboard/web/page.tsx', "import { card } from './card.js';\nimport { render } from 'preact';")],
  },
  {
    sentence: 'every test runs',
    rule: rules.testsRunAndUseFakes,
    bad: [at('src/kernel/a.spec.ts', `it.on${'ly'}('passes', () => {});`)],
    good: [at('src/kernel/a.spec.ts', "it.each([1])('passes', () => {});")],
  },
  {
    sentence: 'tests use fakes, not mocks, but for telemetry',
    rule: rules.testsRunAndUseFakes,
    bad: [at('src/kernel/a.spec.ts', 'const spy = jest.fn();')],
    good: [at('src/platform/telemetry/a.spec.ts', 'const spy = jest.fn();')],
  },
];

describe('the project is tidy', () => {
  const sources = readSources();

  it('and there is something to look at', () => {
    expect(sources.map((source) => source.path)).toEqual(
      expect.arrayContaining(['package.json', 'src/kernel/verdict.ts']),
    );
  });

  describe.each(cases)('$sentence', ({ rule, bad, good }) => {
    it('holds', () => {
      expect(rule(sources)).toEqual([]);
    });

    it('can fail', () => {
      expect(rule(bad)).toHaveLength(1);
    });

    it('knows what is right', () => {
      expect(rule(good ?? [])).toEqual([]);
    });
  });

  it('and no rule is written but not asked', () => {
    const written = Object.values(rules).filter((value): value is rules.Rule => typeof value === 'function');
    const asked = new Set(cases.map((one) => one.rule));
    expect(written.filter((rule) => !asked.has(rule))).toEqual([]);
  });
});
