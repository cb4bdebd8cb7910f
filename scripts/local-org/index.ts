/** The only door for code outside this folder: an org with its HTTP doors, an org without, and a test run over source folders. */
export { startLocalOrg, type LocalOrgOptions, type RunningLocalOrg } from './start.ts';
export { startEngine, type EngineOptions, type LocalOrg } from './org/start-engine.ts';
export { runSourceTests, type SourceTestReport } from './org/tests/run-source-tests.ts';
