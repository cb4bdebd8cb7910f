/** The compiler: text → tree → symbols → checked tree → JavaScript. The only file of apex/ that others import, types aside. */
export { checkProgram } from './check/program.ts';
export type { CheckedProgram, CheckedUnit, SourceFile } from './check/unit.ts';
export {
  parseAnonymous,
  parseCompilationUnit,
  parseQuery,
  parseSearch,
  parseSignatures,
  parseTrigger,
} from './parser/index.ts';
export { Source } from './source.ts';
export type { CompileError } from './symbols/compile-error.ts';
export { declareLibrary, Library } from './symbols/library.ts';
export type { Signature } from './symbols/library.ts';
export type { FieldShape, ObjectShape, SchemaProvider } from './symbols/schema-provider.ts';
export { ApexSyntaxError } from './syntax-error.ts';
export { emitUnit } from './emit/index.ts';
export type { ClassInfo, EmittedMethod, EmittedUnit, MethodInfo } from './emit/index.ts';
