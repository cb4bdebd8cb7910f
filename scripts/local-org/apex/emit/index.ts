/** The emitter's door: a checked unit in, plain data with JavaScript out. */
export { emitUnit } from './unit.ts';
export type { ClassInfo, EmittedMethod, EmittedUnit, MethodInfo } from './emitted-unit.ts';
