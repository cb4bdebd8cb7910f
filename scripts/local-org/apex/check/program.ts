/** Checks a whole program: all units against each other, the library and the schema. */
import type { AnonymousBlock, AnonymousMember, CompilationUnit, TriggerDeclaration, TypeDeclaration } from '../ast.ts';
import { parseAnonymous, parseCompilationUnit, parseTrigger } from '../parser/index.ts';
import { Source } from '../source.ts';
import type { CompileError } from '../symbols/compile-error.ts';
import { ErrorList } from '../symbols/compile-error.ts';
import {
  checkHeaders,
  declareClass,
  declareInnerTypes,
  declareMemberList,
  declareMembers,
  resolveHeaders,
} from '../symbols/declare.ts';
import type { DeclarationHost } from '../symbols/declare.ts';
import type { Library } from '../symbols/library.ts';
import type { TypeScope } from '../symbols/resolve-type.ts';
import type { SchemaProvider } from '../symbols/schema-provider.ts';
import type { ClassSymbol } from '../symbols/types.ts';
import { ApexSyntaxError } from '../syntax-error.ts';
import { checkBodies, checkScript } from './bodies.ts';
import { checkClassRules } from './class-rules.ts';
import type { Context } from './context.ts';
import { newMember } from './context.ts';
import { checkOnlyOne, checkTypeModifiers } from './modifiers.ts';
import { checkTrigger } from './triggers.ts';
import type { CheckedProgram, CheckedUnit, SourceFile } from './unit.ts';

/** A unit on its way through the passes. */
interface Draft {
  readonly file: SourceFile;
  readonly source: Source;
  readonly ast: CompilationUnit;
  readonly errors: ErrorList;
  readonly host: DeclarationHost;
  readonly symbol: ClassSymbol;
  readonly used: Set<ClassSymbol>;
  triggerObject?: string;
}

/**
 * A file that does not parse is in `errors` only. `base` is a program checked earlier, whose classes this one may use
 * (an anonymous block against what is deployed).
 */
export function checkProgram(
  files: readonly SourceFile[],
  library: Library,
  schema: SchemaProvider,
  base?: CheckedProgram,
): CheckedProgram {
  const syntaxErrors: CompileError[] = [];
  const classes = new Map(base?.classes);
  const drafts: Draft[] = [];
  for (const file of files) {
    const draft = parseFile(file, syntaxErrors);
    if (draft === undefined) continue;
    drafts.push(draft);
    if (file.kind === 'class') addClass(draft, classes, base);
  }
  const scope: TypeScope = { library, classes, schema };
  for (const draft of drafts) resolveHeaders(draft.symbol, scope, draft.host);
  const circular = drafts.flatMap((draft) => checkHeaders(draft.symbol, draft.errors));
  for (const symbol of circular) symbol.superclass = undefined;
  for (const draft of drafts) declareDraftMembers(draft, scope);
  for (const draft of drafts) checkDraft(draft, scope, library, schema);
  reportDependents(drafts);
  const units = drafts.map(finishUnit);
  return { units, errors: [...syntaxErrors, ...units.flatMap(({ errors }) => errors)], classes };
}

/** A newer text of a class that the base has takes its place; two of one name in one program do not. */
function addClass(draft: Draft, classes: Map<string, ClassSymbol>, base: CheckedProgram | undefined): void {
  const key = draft.symbol.name.toLowerCase();
  const other = classes.get(key);
  if (other === undefined || other === base?.classes.get(key)) classes.set(key, draft.symbol);
  else draft.errors.report((draft.ast as TypeDeclaration).name.start, `Type name already in use: ${draft.symbol.name}`);
}

function parseFile(file: SourceFile, syntaxErrors: CompileError[]): Draft | undefined {
  const source = new Source(file.path, file.text);
  try {
    const ast =
      file.kind === 'class'
        ? parseCompilationUnit(source)
        : file.kind === 'trigger'
          ? parseTrigger(source)
          : parseAnonymous(source);
    const errors = new ErrorList(source);
    const host: DeclarationHost = { namespace: '', origin: 'program', apiVersion: file.apiVersion, errors };
    const symbol = isScriptTree(ast) ? scriptSymbol(ast, host) : declareClass(ast, undefined, host);
    return { file, source, ast, errors, host, symbol, used: new Set() };
  } catch (error) {
    if (!(error instanceof ApexSyntaxError)) throw error;
    syntaxErrors.push({ file: file.path, line: error.line, column: error.column, message: error.message });
    return undefined;
  }
}

function isScriptTree(ast: CompilationUnit): ast is TriggerDeclaration | AnonymousBlock {
  return ast.kind === 'TriggerDeclaration' || ast.kind === 'AnonymousBlock';
}

/** A trigger and an anonymous block hold methods and types like a class. */
function scriptSymbol(ast: TriggerDeclaration | AnonymousBlock, host: DeclarationHost): ClassSymbol {
  const symbol: ClassSymbol = {
    kind: 'class',
    name: ast.kind === 'TriggerDeclaration' ? ast.name.name : 'AnonymousBlock',
    namespace: '',
    origin: 'program',
    typeParameters: [],
    interfaces: [],
    visibility: 'private',
    isAbstract: false,
    isVirtual: false,
    sharing: ast.kind === 'TriggerDeclaration' ? 'without' : 'with',
    apiVersion: host.apiVersion,
    isTest: false,
    fields: new Map(),
    methods: new Map(),
    constructors: [],
    inner: new Map(),
    enumConstants: [],
    declaration: ast,
    annotations: new Map(),
  };
  declareInnerTypes(symbol, scriptBody(ast), host);
  return symbol;
}

function scriptBody(ast: TriggerDeclaration | AnonymousBlock): readonly AnonymousMember[] {
  return ast.body;
}

function declareDraftMembers(draft: Draft, scope: TypeScope): void {
  declareMembers(draft.symbol, scope, draft.host);
  if (isScriptTree(draft.ast))
    declareMemberList(draft.symbol, scriptBody(draft.ast), { ...scope, within: draft.symbol }, draft.host);
}

function checkDraft(draft: Draft, scope: TypeScope, library: Library, schema: SchemaProvider): void {
  const { ast, symbol } = draft;
  if (ast.kind === 'TriggerDeclaration') {
    draft.triggerObject = checkTrigger(ast, schema, draft.errors);
    if (draft.triggerObject === undefined) return;
  }
  const context: Context = {
    library,
    schema,
    classes: scope.classes,
    source: draft.source,
    errors: draft.errors,
    apiVersion: draft.file.apiVersion,
    triggerObject: draft.triggerObject,
    queryTypes: new WeakMap(),
    used: draft.used,
    owner: symbol,
    typeScope: scope,
    member: newMember(ast.kind === 'TriggerDeclaration' ? 'trigger' : 'method', true, undefined),
  };
  if (isScriptTree(ast)) {
    for (const member of ast.body)
      if (member.kind === 'ClassDeclaration' || member.kind === 'InterfaceDeclaration')
        checkClassRules(context, member);
    checkScript(context, symbol, ast.body);
  } else {
    checkTypeModifiers(context, ast, undefined);
    if (ast.kind === 'ClassDeclaration') checkOnlyOne(context, ast);
    checkClassRules(context, ast);
    checkBodies(context, ast);
  }
  draft.used.delete(symbol);
}

/** A unit that needs a broken one is broken, too; Salesforce says which and why. */
function reportDependents(all: readonly Draft[]): void {
  const bySymbol = new Map(all.map((draft) => [draft.symbol, draft]));
  const firstError = new Map<Draft, CompileError>();
  for (const draft of all) if (draft.errors.errors.length > 0) firstError.set(draft, draft.errors.errors[0]!);
  for (const draft of all) {
    if (firstError.has(draft)) continue;
    for (const symbol of draft.used) {
      const needed = bySymbol.get(symbol);
      const error = needed === undefined ? undefined : firstError.get(needed);
      if (error === undefined) continue;
      draft.errors.report(
        nameStart(draft.ast),
        `Dependent class is invalid and needs recompilation:\n Class ${symbol.name} : ${error.message}`,
      );
      break;
    }
  }
}

function nameStart(ast: CompilationUnit): number {
  return ast.kind === 'AnonymousBlock' ? 0 : ast.name.start;
}

function finishUnit(draft: Draft): CheckedUnit {
  const { file, ast, source, symbol } = draft;
  const errors = [...draft.errors.errors].sort((a, b) => a.line - b.line || a.column - b.column);
  return {
    path: file.path,
    name: symbol.name,
    kind: file.kind,
    apiVersion: file.apiVersion,
    ast,
    source,
    symbol,
    triggerObject: draft.triggerObject,
    triggerEvents: ast.kind === 'TriggerDeclaration' ? ast.events.map(({ name }) => name) : undefined,
    dependencies: [...draft.used].map(({ name }) => name),
    errors,
  };
}
