// Everything, node_modules included, is transformed to CommonJS: NestJS 12 is ESM only and Jest's own
// ESM mode fails as soon as a CommonJS package requires an ESM one.
module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  globalSetup: '<rootDir>/config/tooling/jest-start.cjs',
  globalTeardown: '<rootDir>/config/tooling/jest-stop.cjs',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testRegex: '\\.spec\\.ts$',
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
    // Names an `import` condition only, which a CommonJS require does not see.
    '^eld/small$': '<rootDir>/node_modules/eld/src/entries/static.small.js',
  },
  transform: {
    '\\.[mc]?[jt]s$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // The compiler, which the tidiness test reads source with, is CommonJS already and too big to transform.
  transformIgnorePatterns: ['/node_modules/typescript/'],
  testTimeout: 30000,
};
