/**
 * The syntax tree of Apex (API 67): what was written, before anything is known about what it means.
 *
 * Every node has a `kind`, and `start`/`end` offsets into the source text (`end` exclusive; lines come from `Source`).
 * Names keep their spelling; Apex compares them without case, so whoever looks one up lower-cases it.
 * A chain `a.b.c` is always FieldAccess over Name: only the checker can tell a type, a namespace, and a variable apart.
 * SOQL and SOSL are at the bottom. This file is a table of types, hence longer than others.
 */
import type {
  Binding,
  CallTarget,
  ClassSymbol,
  FieldSymbol,
  LocalSymbol,
  MethodSymbol,
  Type,
} from './symbols/types.ts';

export interface NodeBase {
  start: number;
  end: number;
}

/**
 * What the checker adds to an expression. In a unit without errors every expression has `resultType`
 * (a qualifier that is a type or a namespace has only its `binding`; a void call has the type `void`).
 */
export interface ExpressionBase extends NodeBase {
  /** Static type of the value before `convertTo` is applied. (`type` is taken: it is what was written.) */
  resultType?: Type;
  /** Set where the context needs another representation of the value: Integer → Long → Double → Decimal, String → Id. */
  convertTo?: Type;
}

export interface Identifier extends NodeBase {
  kind: 'Identifier';
  name: string;
}

/** `Map<Id, List<Account>>[]`: arguments belong to the last name. `arrayDepth` counts `[]`. */
export interface TypeReference extends NodeBase {
  kind: 'TypeReference';
  names: Identifier[];
  typeArguments: TypeReference[];
  arrayDepth: number;
  /** Checker: the type it names. */
  resolved?: Type;
}

// ---------------------------------------------------------------------------------------------- Compilation units

export type CompilationUnit = TypeDeclaration | TriggerDeclaration | AnonymousBlock;

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

/** Lower-cased; `testmethod` and `webservice` are modifiers too. */
export type ModifierName =
  | 'global'
  | 'public'
  | 'protected'
  | 'private'
  | 'static'
  | 'final'
  | 'abstract'
  | 'virtual'
  | 'override'
  | 'transient'
  | 'testmethod'
  | 'webservice'
  | 'with sharing'
  | 'without sharing'
  | 'inherited sharing';

export interface Modifier extends NodeBase {
  kind: 'Modifier';
  name: ModifierName;
}

/** `@future(callout=true)`, `@SuppressWarnings('PMD')`: a bare value is a parameter without a name. */
export interface Annotation extends NodeBase {
  kind: 'Annotation';
  name: Identifier;
  parameters: AnnotationParameter[];
}

export interface AnnotationParameter extends NodeBase {
  kind: 'AnnotationParameter';
  name: Identifier | undefined;
  value: Expression;
}

export interface Declaration extends NodeBase {
  modifiers: Modifier[];
  annotations: Annotation[];
  /** Offsets of the `/** … *\/` comment right before it. */
  doc: { start: number; end: number } | undefined;
}

export interface ClassDeclaration extends Declaration {
  kind: 'ClassDeclaration';
  name: Identifier;
  /** Only library signatures have them: `class List<T>`. */
  typeParameters: Identifier[];
  superclass: TypeReference | undefined;
  interfaces: TypeReference[];
  members: Member[];
  /** Checker. */
  symbol?: ClassSymbol;
}

export interface InterfaceDeclaration extends Declaration {
  kind: 'InterfaceDeclaration';
  name: Identifier;
  typeParameters: Identifier[];
  /** What it extends. */
  interfaces: TypeReference[];
  members: Member[];
  /** Checker. */
  symbol?: ClassSymbol;
}

export interface EnumDeclaration extends Declaration {
  kind: 'EnumDeclaration';
  name: Identifier;
  constants: Identifier[];
  /** Checker. */
  symbol?: ClassSymbol;
}

export type TriggerEventName =
  | 'before insert'
  | 'before update'
  | 'before delete'
  | 'after insert'
  | 'after update'
  | 'after delete'
  | 'after undelete';

export interface TriggerEvent extends NodeBase {
  kind: 'TriggerEvent';
  name: TriggerEventName;
}

export interface TriggerDeclaration extends NodeBase {
  kind: 'TriggerDeclaration';
  name: Identifier;
  object: Identifier;
  events: TriggerEvent[];
  body: AnonymousMember[];
  doc: { start: number; end: number } | undefined;
}

/** Triggers and anonymous blocks mix statements with methods and inner types. */
export type AnonymousMember = Statement | MethodDeclaration | PropertyDeclaration | TypeDeclaration;

export interface AnonymousBlock extends NodeBase {
  kind: 'AnonymousBlock';
  body: AnonymousMember[];
}

// ------------------------------------------------------------------------------------------------------- Members

export type Member =
  | FieldDeclaration
  | PropertyDeclaration
  | MethodDeclaration
  | ConstructorDeclaration
  | InitializerBlock
  | TypeDeclaration;

export interface VariableDeclarator extends NodeBase {
  kind: 'VariableDeclarator';
  name: Identifier;
  initializer: Expression | undefined;
  /** Checker: set on a local variable. */
  local?: LocalSymbol;
  /** Checker: set on a field of a class. */
  field?: FieldSymbol;
}

export interface FieldDeclaration extends Declaration {
  kind: 'FieldDeclaration';
  type: TypeReference;
  declarators: VariableDeclarator[];
}

export interface PropertyDeclaration extends Declaration {
  kind: 'PropertyDeclaration';
  type: TypeReference;
  name: Identifier;
  getter: Accessor | undefined;
  setter: Accessor | undefined;
  /** Checker. */
  field?: FieldSymbol;
}

/** `get;` has no body: the property then has a field of its own. */
export interface Accessor extends NodeBase {
  kind: 'Accessor';
  which: 'get' | 'set';
  modifiers: Modifier[];
  body: Block | undefined;
  /** Checker: the setter's `value`. */
  local?: LocalSymbol;
}

export interface MethodDeclaration extends Declaration {
  kind: 'MethodDeclaration';
  /** `void` is a TypeReference named `void`. */
  returnType: TypeReference;
  name: Identifier;
  parameters: Parameter[];
  /** Absent: abstract, interface, or signature file. */
  body: Block | undefined;
  /** Checker. */
  symbol?: MethodSymbol;
}

/** A call of `this(…)` or `super(…)` is an ExpressionStatement over ConstructorCall, first in the body. */
export interface ConstructorDeclaration extends Declaration {
  kind: 'ConstructorDeclaration';
  name: Identifier;
  parameters: Parameter[];
  /** Absent only in signature files. */
  body: Block | undefined;
  /** Checker. */
  symbol?: MethodSymbol;
}

export interface Parameter extends NodeBase {
  kind: 'Parameter';
  modifiers: Modifier[];
  annotations: Annotation[];
  type: TypeReference;
  name: Identifier;
  /** Checker. */
  local?: LocalSymbol;
}

export interface InitializerBlock extends Declaration {
  kind: 'InitializerBlock';
  isStatic: boolean;
  body: Block;
}

// ---------------------------------------------------------------------------------------------------- Statements

export type Statement =
  | Block
  | LocalVariableDeclaration
  | ExpressionStatement
  | IfStatement
  | SwitchStatement
  | ForStatement
  | ForEachStatement
  | WhileStatement
  | DoWhileStatement
  | TryStatement
  | ThrowStatement
  | ReturnStatement
  | BreakStatement
  | ContinueStatement
  | DmlStatement
  | MergeStatement
  | RunAsStatement;

export interface Block extends NodeBase {
  kind: 'Block';
  statements: Statement[];
}

export interface LocalVariableDeclaration extends NodeBase {
  kind: 'LocalVariableDeclaration';
  modifiers: Modifier[];
  annotations: Annotation[];
  type: TypeReference;
  declarators: VariableDeclarator[];
}

export interface ExpressionStatement extends NodeBase {
  kind: 'ExpressionStatement';
  expression: Expression;
}

export interface IfStatement extends NodeBase {
  kind: 'IfStatement';
  condition: Expression;
  consequent: Statement;
  alternate: Statement | undefined;
}

export interface SwitchStatement extends NodeBase {
  kind: 'SwitchStatement';
  subject: Expression;
  cases: WhenClause[];
}

export type WhenClause = WhenValues | WhenType | WhenElse;

/** `when 1, 2 {…}`: literals, signed numbers, null, or enum constants (a Name). */
export interface WhenValues extends NodeBase {
  kind: 'WhenValues';
  values: Expression[];
  body: Block;
}

/** `when Account a {…}` */
export interface WhenType extends NodeBase {
  kind: 'WhenType';
  type: TypeReference;
  variable: Identifier;
  body: Block;
  /** Checker. */
  local?: LocalSymbol;
}

export interface WhenElse extends NodeBase {
  kind: 'WhenElse';
  body: Block;
}

export interface ForStatement extends NodeBase {
  kind: 'ForStatement';
  /** A declaration, or the expressions before the first `;` (often one assignment, or none). */
  initializer: LocalVariableDeclaration | Expression[];
  condition: Expression | undefined;
  updates: Expression[];
  body: Statement | undefined;
}

/** Over a collection, or over a SoqlExpression (then `type` may be a record or a List of records). */
export interface ForEachStatement extends NodeBase {
  kind: 'ForEachStatement';
  type: TypeReference;
  variable: Identifier;
  iterable: Expression;
  body: Statement | undefined;
  /** Checker. */
  local?: LocalSymbol;
  /** Checker: `records` and `chunks` run over a query, record by record or in lists of 200. */
  over?: 'list' | 'set' | 'iterable' | 'iterator' | 'records' | 'chunks';
}

export interface WhileStatement extends NodeBase {
  kind: 'WhileStatement';
  condition: Expression;
  body: Statement | undefined;
}

export interface DoWhileStatement extends NodeBase {
  kind: 'DoWhileStatement';
  body: Block;
  condition: Expression;
}

export interface TryStatement extends NodeBase {
  kind: 'TryStatement';
  block: Block;
  catches: CatchClause[];
  finallyBlock: Block | undefined;
}

export interface CatchClause extends NodeBase {
  kind: 'CatchClause';
  type: TypeReference;
  variable: Identifier;
  body: Block;
  /** Checker. */
  local?: LocalSymbol;
}

export interface ThrowStatement extends NodeBase {
  kind: 'ThrowStatement';
  expression: Expression;
}

export interface ReturnStatement extends NodeBase {
  kind: 'ReturnStatement';
  expression: Expression | undefined;
}

export interface BreakStatement extends NodeBase {
  kind: 'BreakStatement';
}

export interface ContinueStatement extends NodeBase {
  kind: 'ContinueStatement';
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';
export type AccessMode = 'user' | 'system';

export interface DmlStatement extends NodeBase {
  kind: 'DmlStatement';
  operation: DmlOperation;
  access: AccessMode | undefined;
  expression: Expression;
  /** `upsert records External__c;` or `Account.External__c` (names joined in order). */
  externalId: Identifier[] | undefined;
  /** Checker: the field of `externalId` in its declared spelling. */
  externalIdField?: string;
}

export interface MergeStatement extends NodeBase {
  kind: 'MergeStatement';
  access: AccessMode | undefined;
  master: Expression;
  duplicates: Expression;
}

export interface RunAsStatement extends NodeBase {
  kind: 'RunAsStatement';
  arguments: Expression[];
  body: Block;
}

// --------------------------------------------------------------------------------------------------- Expressions

export type Expression =
  | Literal
  | ThisExpression
  | SuperExpression
  | Name
  | FieldAccess
  | MethodCall
  | ConstructorCall
  | ArrayAccess
  | NewObject
  | NewArray
  | NewListInitializer
  | NewMapInitializer
  | CastExpression
  | InstanceOfExpression
  | UnaryExpression
  | PostfixExpression
  | BinaryExpression
  | AssignmentExpression
  | TernaryExpression
  | ParenthesizedExpression
  | ClassLiteral
  | SoqlExpression
  | SoslExpression;

export type LiteralType = 'Integer' | 'Long' | 'Double' | 'Decimal' | 'String' | 'Boolean' | 'Null';

/** `value` is the text of a number without its suffix, and the unescaped text of a string. */
export interface Literal extends ExpressionBase {
  kind: 'Literal';
  type: LiteralType;
  value: string;
  /** A string between `'''` marks. */
  multiline: boolean;
}

export interface ThisExpression extends ExpressionBase {
  kind: 'ThisExpression';
}

export interface SuperExpression extends ExpressionBase {
  kind: 'SuperExpression';
}

/** A lone identifier: variable, type, namespace, or enum constant. `Trigger.new` is FieldAccess over Name `Trigger`. */
export interface Name extends ExpressionBase {
  kind: 'Name';
  name: string;
  /** Checker: what it stands for. */
  binding?: Binding;
}

/** `a.b`, or `a?.b` when `safe`. */
export interface FieldAccess extends ExpressionBase {
  kind: 'FieldAccess';
  target: Expression;
  name: Identifier;
  safe: boolean;
  /** Checker: what the whole chain up to here stands for. */
  binding?: Binding;
}

/** `f(x)` has no target. */
export interface MethodCall extends ExpressionBase {
  kind: 'MethodCall';
  target: Expression | undefined;
  name: Identifier;
  safe: boolean;
  arguments: Expression[];
  /** Checker: the method chosen among the overloads; arguments carry their `convertTo`. */
  call?: CallTarget;
}

/** `this(…)` or `super(…)`. */
export interface ConstructorCall extends ExpressionBase {
  kind: 'ConstructorCall';
  target: 'this' | 'super';
  arguments: Expression[];
  /** Checker: absent when the class has only its default constructor. */
  call?: CallTarget;
}

export interface ArrayAccess extends ExpressionBase {
  kind: 'ArrayAccess';
  target: Expression;
  index: Expression;
}

/** `new T(1)`, or `new Account(Name = 'x')`, which has fields instead of arguments. */
export interface NewObject extends ExpressionBase {
  kind: 'NewObject';
  type: TypeReference;
  arguments: Expression[];
  fields: FieldInitializer[];
  /** Checker: absent for records and when the class has only its default constructor. */
  call?: CallTarget;
}

export interface FieldInitializer extends NodeBase {
  kind: 'FieldInitializer';
  name: Identifier;
  value: Expression;
  /** Checker: the field in its declared spelling. */
  field?: string;
}

/** `new Integer[5]`: `type` is the array's (its arrayDepth is at least 1). `new Integer[]{1}` is NewListInitializer. */
export interface NewArray extends ExpressionBase {
  kind: 'NewArray';
  type: TypeReference;
  size: Expression;
}

/** `new List<T>{…}`, `new Set<T>{…}`, `new T[]{…}`. */
export interface NewListInitializer extends ExpressionBase {
  kind: 'NewListInitializer';
  type: TypeReference;
  elements: Expression[];
}

/** `new Map<K, V>{k => v}`; also `new Map<K, V>{}`. */
export interface NewMapInitializer extends ExpressionBase {
  kind: 'NewMapInitializer';
  type: TypeReference;
  entries: MapEntry[];
}

export interface MapEntry extends NodeBase {
  kind: 'MapEntry';
  key: Expression;
  value: Expression;
}

export interface CastExpression extends ExpressionBase {
  kind: 'CastExpression';
  type: TypeReference;
  operand: Expression;
}

export interface InstanceOfExpression extends ExpressionBase {
  kind: 'InstanceOfExpression';
  operand: Expression;
  type: TypeReference;
}

export type UnaryOperator = '+' | '-' | '!' | '~' | '++' | '--';

/** Prefix. */
export interface UnaryExpression extends ExpressionBase {
  kind: 'UnaryExpression';
  operator: UnaryOperator;
  operand: Expression;
  /** Checker: the type the operation is done in. */
  operandType?: Type;
}

export interface PostfixExpression extends ExpressionBase {
  kind: 'PostfixExpression';
  operator: '++' | '--';
  operand: Expression;
  /** Checker: the type the operation is done in. */
  operandType?: Type;
}

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '&'
  | '|'
  | '^'
  | '<<'
  | '>>'
  | '>>>'
  | '&&'
  | '||'
  | '=='
  | '!='
  | '<>'
  | '==='
  | '!=='
  | '<'
  | '>'
  | '<='
  | '>='
  | '??';

export interface BinaryExpression extends ExpressionBase {
  kind: 'BinaryExpression';
  operator: BinaryOperator;
  /** Where the operator stands: Salesforce reports many errors there. */
  operatorStart: number;
  left: Expression;
  right: Expression;
  /**
   * Checker: the type the operation is done in, both operands being converted to it (String for `+` that concatenates,
   * where operands keep their own type; Object where values are compared as objects).
   */
  operandType?: Type;
}

export type AssignmentOperator = '=' | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '>>>=';

export interface AssignmentExpression extends ExpressionBase {
  kind: 'AssignmentExpression';
  operator: AssignmentOperator;
  operatorStart: number;
  target: Expression;
  value: Expression;
  /** Checker, compound operators only: as for a binary operation; the result is then converted to the target's type. */
  operandType?: Type;
}

export interface TernaryExpression extends ExpressionBase {
  kind: 'TernaryExpression';
  condition: Expression;
  consequent: Expression;
  alternate: Expression;
}

/** Kept, because `(a)` is not a statement and `(a ?.b)` ends a safe-navigation chain. */
export interface ParenthesizedExpression extends ExpressionBase {
  kind: 'ParenthesizedExpression';
  expression: Expression;
}

/** `Foo.class`, `List<Account>.class`. */
export interface ClassLiteral extends ExpressionBase {
  kind: 'ClassLiteral';
  type: TypeReference;
}

/** `[SELECT …]` */
export interface SoqlExpression extends ExpressionBase {
  kind: 'SoqlExpression';
  query: SoqlQuery;
  /** Checker: how the result is used. A field access on the query (`[SELECT …].Name`) is `single`. */
  use?: 'list' | 'single' | 'count';
  /** Checker: the object queried in its declared spelling, or `AggregateResult`. */
  object?: string;
}

/** `[FIND …]` */
export interface SoslExpression extends ExpressionBase {
  kind: 'SoslExpression';
  search: SoslQuery;
}

// ---------------------------------------------------------------------------------------------------------- SOQL

export interface SoqlQuery extends NodeBase {
  kind: 'SoqlQuery';
  select: SoqlSelectItem[];
  /** The first is the queried object; others are joined aliases (`FROM Contact c, c.Account a`). */
  from: SoqlFrom[];
  scope: Identifier | undefined;
  where: SoqlCondition | undefined;
  with: SoqlWith | undefined;
  groupBy: SoqlGroupBy | undefined;
  having: SoqlCondition | undefined;
  orderBy: SoqlOrderItem[];
  limit: SoqlNumber | undefined;
  offset: SoqlNumber | undefined;
  for: SoqlForClause[];
  /** `UPDATE TRACKING`, `UPDATE VIEWSTAT`. */
  update: ('tracking' | 'viewstat')[];
  allRows: boolean;
}

export type SoqlForClause = 'update' | 'view' | 'reference';

/** LIMIT and OFFSET take a number or a bind. */
export type SoqlNumber = SoqlLiteral | SoqlBind;

export type SoqlSelectItem = SoqlSelectField | SoqlSelectFunction | SoqlSubquery | SoqlTypeof | SoqlFieldsFunction;

/** `Account.Owner.Name` is three identifiers. */
export interface SoqlFieldPath extends NodeBase {
  kind: 'SoqlFieldPath';
  names: Identifier[];
}

export interface SoqlSelectField extends NodeBase {
  kind: 'SoqlSelectField';
  path: SoqlFieldPath;
  alias: Identifier | undefined;
}

export interface SoqlSelectFunction extends NodeBase {
  kind: 'SoqlSelectFunction';
  call: SoqlFunctionCall;
  alias: Identifier | undefined;
}

/** `COUNT()`, `COUNT_DISTINCT(Id)`, `CALENDAR_YEAR(convertTimezone(CreatedDate))`, `DISTANCE(Loc__c, GEOLOCATION(1, 2), 'mi')`. */
export interface SoqlFunctionCall extends NodeBase {
  kind: 'SoqlFunctionCall';
  name: Identifier;
  arguments: (SoqlFieldPath | SoqlFunctionCall | SoqlLiteral | SoqlBind)[];
}

/** `(SELECT Id FROM Contacts)` in the select list. */
export interface SoqlSubquery extends NodeBase {
  kind: 'SoqlSubquery';
  query: SoqlQuery;
  alias: Identifier | undefined;
}

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END` */
export interface SoqlTypeof extends NodeBase {
  kind: 'SoqlTypeof';
  field: SoqlFieldPath;
  whens: SoqlTypeofWhen[];
  otherwise: SoqlFieldPath[] | undefined;
}

export interface SoqlTypeofWhen extends NodeBase {
  kind: 'SoqlTypeofWhen';
  object: Identifier;
  fields: SoqlFieldPath[];
}

/** `FIELDS(ALL)` */
export interface SoqlFieldsFunction extends NodeBase {
  kind: 'SoqlFieldsFunction';
  group: 'all' | 'standard' | 'custom';
}

export interface SoqlFrom extends NodeBase {
  kind: 'SoqlFrom';
  path: SoqlFieldPath;
  alias: Identifier | undefined;
}

export type SoqlCondition = SoqlLogical | SoqlNot | SoqlComparison;

/** A run of one operator: `a AND b AND c` (SOQL refuses to mix AND with OR without brackets). */
export interface SoqlLogical extends NodeBase {
  kind: 'SoqlLogical';
  operator: 'and' | 'or';
  operands: SoqlCondition[];
}

export interface SoqlNot extends NodeBase {
  kind: 'SoqlNot';
  operand: SoqlCondition;
}

export type SoqlComparisonOperator =
  '=' | '!=' | '<' | '<=' | '>' | '>=' | 'like' | 'in' | 'not in' | 'includes' | 'excludes';

/** `<>` is stored as `!=`. */
export interface SoqlComparison extends NodeBase {
  kind: 'SoqlComparison';
  left: SoqlFieldPath | SoqlFunctionCall;
  operator: SoqlComparisonOperator;
  right: SoqlValue;
}

export type SoqlValue = SoqlLiteral | SoqlBind | SoqlList | SoqlSemiJoin;

export type SoqlLiteralType =
  'String' | 'Number' | 'Boolean' | 'Null' | 'Date' | 'DateTime' | 'Time' | 'Currency' | 'DateFormula';

/**
 * `value` is unescaped for a string (LIKE keeps its escapes of `%` and `_`), upper-cased for a date formula
 * (`LAST_N_DAYS`, with its `n`), and as written otherwise.
 */
export interface SoqlLiteral extends NodeBase {
  kind: 'SoqlLiteral';
  type: SoqlLiteralType;
  value: string;
  /** The number after the colon of `LAST_N_DAYS:7`. */
  n: number | undefined;
}

/** `:expression`. In dynamic SOQL it is a Name or a FieldAccess over one. */
export interface SoqlBind extends NodeBase {
  kind: 'SoqlBind';
  expression: Expression;
  /** Emitter: the number of the bind in source order, which the thunk of host().query takes; absent in dynamic SOQL. */
  index?: number;
}

export interface SoqlList extends NodeBase {
  kind: 'SoqlList';
  values: (SoqlLiteral | SoqlBind)[];
}

/** `IN (SELECT AccountId FROM Contact)` */
export interface SoqlSemiJoin extends NodeBase {
  kind: 'SoqlSemiJoin';
  query: SoqlQuery;
}

export type SoqlWith = SoqlWithAccess | SoqlWithDataCategory | SoqlWithFilter;

export interface SoqlWithAccess extends NodeBase {
  kind: 'SoqlWithAccess';
  mode: 'security_enforced' | 'user_mode' | 'system_mode';
}

export interface SoqlWithDataCategory extends NodeBase {
  kind: 'SoqlWithDataCategory';
  filters: SoqlDataCategoryFilter[];
}

export interface SoqlDataCategoryFilter extends NodeBase {
  kind: 'SoqlDataCategoryFilter';
  group: Identifier;
  selector: 'at' | 'above' | 'below' | 'above_or_below';
  categories: Identifier[];
}

/** `WITH UserId = …` and other filters on what is queried rather than on its rows. */
export interface SoqlWithFilter extends NodeBase {
  kind: 'SoqlWithFilter';
  condition: SoqlCondition;
}

export interface SoqlGroupBy extends NodeBase {
  kind: 'SoqlGroupBy';
  mode: 'plain' | 'rollup' | 'cube';
  items: (SoqlFieldPath | SoqlFunctionCall)[];
}

export interface SoqlOrderItem extends NodeBase {
  kind: 'SoqlOrderItem';
  by: SoqlFieldPath | SoqlFunctionCall;
  descending: boolean;
  nulls: 'first' | 'last' | undefined;
}

// ---------------------------------------------------------------------------------------------------------- SOSL

export interface SoslQuery extends NodeBase {
  kind: 'SoslQuery';
  find: SoqlLiteral | SoqlBind;
  group: 'all' | 'name' | 'email' | 'phone' | 'sidebar';
  returning: SoslReturning[];
  with: SoslWith[];
  limit: SoqlNumber | undefined;
  update: ('tracking' | 'viewstat')[];
}

/** `Account(Id, Name USING ListView=x WHERE … ORDER BY … LIMIT … OFFSET …)` */
export interface SoslReturning extends NodeBase {
  kind: 'SoslReturning';
  object: Identifier;
  fields: SoqlSelectItem[];
  listView: Identifier | undefined;
  where: SoqlCondition | undefined;
  orderBy: SoqlOrderItem[];
  limit: SoqlNumber | undefined;
  offset: SoqlNumber | undefined;
}

/** `WITH DIVISION = 'x'`, `WITH SNIPPET(target_length = 120)`, `WITH HIGHLIGHT`, `WITH USER_MODE`, `WITH DATA CATEGORY …`. */
export interface SoslWith extends NodeBase {
  kind: 'SoslWith';
  /** Lower-cased: division, network, metadata, pricebookid, snippet, highlight, spell_correction, user_mode, system_mode, data category. */
  name: string;
  values: (SoqlLiteral | SoqlBind)[];
  filters: SoqlDataCategoryFilter[];
}

export type Node =
  | CompilationUnit
  | Member
  | Statement
  | Expression
  | WhenClause
  | CatchClause
  | Identifier
  | TypeReference
  | Modifier
  | Annotation
  | AnnotationParameter
  | VariableDeclarator
  | Accessor
  | Parameter
  | TriggerEvent
  | FieldInitializer
  | MapEntry
  | SoqlQuery
  | SoqlSelectItem
  | SoqlFunctionCall
  | SoqlFieldPath
  | SoqlTypeofWhen
  | SoqlFrom
  | SoqlCondition
  | SoqlValue
  | SoqlWith
  | SoqlDataCategoryFilter
  | SoqlGroupBy
  | SoqlOrderItem
  | SoslQuery
  | SoslReturning
  | SoslWith;
