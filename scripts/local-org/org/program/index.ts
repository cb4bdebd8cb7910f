/** Running Apex: emitted units in, a program out. */
export { CodeCache, programHash } from './code-cache.ts';
export { loadProgram, Program } from './program.ts';
export type { ProgramOptions, UnitCoverage } from './program.ts';
