process.env.HUB_TEST_RUN = 'long';

/** The suites that take minutes: faults, large data, and the second shape of suites that run in both. Everything else is as in the usual run. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['**/*.long.ts', '**/*.shapes.test.ts'],
};
