const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** Tests run on the sources: packages of this repository are mapped to their `src`, so no build is needed. */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // type-graphql and typeorm keep their decorators' metadata on the global scope.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  // Room for a busy machine: no test asserts a time.
  testTimeout: 180_000,
  roots: ['<rootDir>/shared', '<rootDir>/subgraphs', '<rootDir>/gateway', '<rootDir>/infra', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^@hub/(core|contracts|deadlines|files|graphql|persistence|jobs|notify|runtime|sheets|testing)$':
      '<rootDir>/shared/$1/src',
    '^@hub/(organization|dispatch|reports|approvals|dues)$': '<rootDir>/subgraphs/$1/src/subgraph',
    '^@hub/gateway$': '<rootDir>/gateway/src',
    '^@hub/infra/(.*)$': '<rootDir>/infra/$1',
  },
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  maxWorkers: 2,
};
