// The contract tests: HTTP and `sf` only, against the local org or the org named by BRIDGE_TARGET_ORG.
module.exports = {
  ...require('./unit.config.cjs'),
  testMatch: ['<rootDir>/tests/contract/**/*.test.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 120000,
  globalSetup: '<rootDir>/tests/contract/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/contract/support/global-teardown.mjs',
};
