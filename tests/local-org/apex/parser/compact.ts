import type { Node } from '../../../../scripts/local-org/apex/ast.ts';

const SILENT = new Set(['kind', 'start', 'end', 'operatorStart', 'doc']);

type Value = Node | readonly Value[] | string | number | boolean | undefined;
type Printer = (node: Record<string, Value>) => string;

/** Trees that tables can hold on one line: what is common is written like Lisp, all else as `Kind{field value …}`. */
export function compact(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(compact).join(' ')}]`;
  if (typeof value !== 'object') return String(value);
  const node = value as unknown as Record<string, Value>;
  const kind = node['kind'] as string;
  return PRINTERS[kind]?.(node) ?? generic(kind, node);
}

function generic(kind: string, node: Record<string, Value>): string {
  const fields = Object.entries(node).filter(([key, value]) => !SILENT.has(key) && !isEmpty(value));
  return `${kind}{${fields.map(([key, value]) => `${key} ${compact(value)}`).join(' ')}}`;
}

function isEmpty(value: Value): boolean {
  return value === undefined || value === false || value === 0 || (Array.isArray(value) && value.length === 0);
}

const list = (value: Value): string => (value as readonly Value[]).map((item) => ` ${compact(item)}`).join('');
const dotted = (value: Value): string => (value as readonly Value[]).map(compact).join('.');

const PRINTERS: Readonly<Record<string, Printer>> = {
  Identifier: (node) => compact(node['name']),
  Name: (node) => compact(node['name']),
  Modifier: (node) => compact(node['name']),
  Literal: (node) => (node['type'] === 'String' ? JSON.stringify(node['value']) : `${node['value']}:${node['type']}`),
  ThisExpression: () => 'this',
  SuperExpression: () => 'super',
  TypeReference: (node) => {
    const inner = (node['typeArguments'] as Value[]).map(compact).join(',');
    return dotted(node['names']) + (inner && `<${inner}>`) + '[]'.repeat(node['arrayDepth'] as number);
  },
  FieldAccess: (node) => `(${node['safe'] ? '?.' : '.'} ${compact(node['target'])} ${compact(node['name'])})`,
  MethodCall: (node) => {
    const target = node['target'] === undefined ? '' : `${compact(node['target'])}${node['safe'] ? '?.' : '.'}`;
    return `(call ${target}${compact(node['name'])}${list(node['arguments'])})`;
  },
  ConstructorCall: (node) => `(call ${node['target'] as string}${list(node['arguments'])})`,
  ArrayAccess: (node) => `(at ${compact(node['target'])} ${compact(node['index'])})`,
  NewObject: (node) => `(new ${compact(node['type'])}${list(node['arguments'])}${list(node['fields'])})`,
  NewArray: (node) => `(array ${compact(node['type'])} ${compact(node['size'])})`,
  NewListInitializer: (node) => `(new ${compact(node['type'])} {${list(node['elements'])} })`,
  NewMapInitializer: (node) => `(new ${compact(node['type'])} {${list(node['entries'])} })`,
  MapEntry: (node) => `${compact(node['key'])}=>${compact(node['value'])}`,
  FieldInitializer: (node) => `${compact(node['name'])}=${compact(node['value'])}`,
  CastExpression: (node) => `(cast ${compact(node['type'])} ${compact(node['operand'])})`,
  InstanceOfExpression: (node) => `(instanceof ${compact(node['operand'])} ${compact(node['type'])})`,
  UnaryExpression: (node) => `(${node['operator'] as string} ${compact(node['operand'])})`,
  PostfixExpression: (node) => `(post${node['operator'] as string} ${compact(node['operand'])})`,
  BinaryExpression: (node) => `(${node['operator'] as string} ${compact(node['left'])} ${compact(node['right'])})`,
  AssignmentExpression: (node) =>
    `(${node['operator'] as string} ${compact(node['target'])} ${compact(node['value'])})`,
  TernaryExpression: (node) =>
    `(? ${compact(node['condition'])} ${compact(node['consequent'])} ${compact(node['alternate'])})`,
  ParenthesizedExpression: (node) => `<${compact(node['expression'])}>`,
  ClassLiteral: (node) => `(class ${compact(node['type'])})`,
  SoqlExpression: (node) => compact(node['query']),
  SoslExpression: (node) => compact(node['search']),
  ExpressionStatement: (node) => `${compact(node['expression'])};`,
  Block: (node) => `{${list(node['statements'])} }`,
  VariableDeclarator: (node) =>
    compact(node['name']) + (node['initializer'] === undefined ? '' : `=${compact(node['initializer'])}`),
  Parameter: (node) => `${compact(node['type'])} ${compact(node['name'])}`,
  SoqlFieldPath: (node) => dotted(node['names']),
  SoqlSelectField: (node) => compact(node['path']) + alias(node),
  SoqlSelectFunction: (node) => compact(node['call']) + alias(node),
  SoqlSubquery: (node) => `(${compact(node['query'])})${alias(node)}`,
  SoqlFunctionCall: (node) => `${compact(node['name'])}(${(node['arguments'] as Value[]).map(compact).join(', ')})`,
  SoqlFrom: (node) => compact(node['path']) + alias(node),
  SoqlLiteral: (node) => {
    const n = node['n'] === undefined ? '' : `:${String(node['n'])}`;
    return node['type'] === 'String'
      ? JSON.stringify(node['value'])
      : `${node['value'] as string}${n}:${node['type'] as string}`;
  },
  SoqlBind: (node) => `:${compact(node['expression'])}`,
  SoqlList: (node) => `[${(node['values'] as Value[]).map(compact).join(' ')}]`,
  SoqlSemiJoin: (node) => `(${compact(node['query'])})`,
  SoqlComparison: (node) => `(${node['operator'] as string} ${compact(node['left'])} ${compact(node['right'])})`,
  SoqlLogical: (node) => `(${node['operator'] as string}${list(node['operands'])})`,
  SoqlNot: (node) => `(not ${compact(node['operand'])})`,
};

function alias(node: Record<string, Value>): string {
  return node['alias'] === undefined ? '' : ` as ${compact(node['alias'])}`;
}
