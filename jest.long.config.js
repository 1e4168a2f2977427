/** The suites that take minutes: faults, replay, large data. Everything else is as in the usual run. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['**/*.long.ts'],
};
