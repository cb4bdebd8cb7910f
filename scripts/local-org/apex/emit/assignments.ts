/** Assignments: to variables, fields, properties, record fields and list elements, plain and compound. */
import type { AssignmentExpression, Expression, PostfixExpression, UnaryExpression } from '../ast.ts';
import { unsupported } from '../../unsupported.ts';
import { isNeverNull } from '../lower/never-null.ts';
import type { FieldSymbol, Type } from '../symbols/types.ts';
import { callsAccessor, fieldTarget, isGeneral, readField, readStatic, recordIndex } from './access.ts';
import type { Emission } from './emission.ts';
import { emitExpression, stringLiteral } from './expressions.ts';
import { classVariable, fieldKey, isPrimitive, isScript, setterName, staticVariable } from './names.ts';
import { arithmetic, concatenation } from './operators.ts';

/** A place that can be read and written, its parts evaluated once. */
interface Place {
  readonly read: string;
  write(value: string): string;
  /** Evaluates the parts, to be put before: empty where there are none. */
  readonly prepare: string;
}

function placeOf(emission: Emission, node: Expression, isReused: boolean): Place {
  if (node.kind === 'ParenthesizedExpression') return placeOf(emission, node.expression, isReused);
  if (node.kind === 'ArrayAccess') return elementPlace(emission, node, isReused);
  if (node.kind !== 'Name' && node.kind !== 'FieldAccess') return unsupported(`an assignment to ${node.kind}`);
  const { binding } = node;
  const access = node.kind === 'FieldAccess' ? node : undefined;
  switch (binding?.kind) {
    case 'local': {
      const { jsName } = binding.local;
      return { read: jsName, write: (value) => `${jsName} = ${value}`, prepare: '' };
    }
    case 'static-field':
      return staticPlace(emission, binding.field);
    case 'field':
      if (isScript(binding.field.owner)) return staticPlace(emission, binding.field);
      return fieldPlace(emission, binding.field, keep(emission, fieldTarget(emission, access), isReused));
    case 'sobject-field': {
      const target = keep(emission, fieldTarget(emission, access), isReused);
      return binding.isRelationship
        ? parentPlace(binding.field, target)
        : recordPlace(recordIndex(emission, binding), isGeneral(binding), target);
    }
    default:
      return unsupported(`an assignment to ${binding?.kind ?? node.kind}`);
  }
}

interface Kept {
  readonly name: string;
  readonly prepare: string;
}

/** Where a part is needed twice it goes into a temporary. */
function keep(emission: Emission, text: string, isReused: boolean): Kept {
  if (!isReused || text === 'this') return { name: text, prepare: '' };
  const name = emission.temporary();
  return { name, prepare: `${name} = ${text}` };
}

function staticPlace(emission: Emission, field: FieldSymbol): Place {
  const read = readStatic(emission, field);
  if (field.owner.origin === 'library') return { read, write: (value) => `${read} = ${value}`, prepare: '' };
  const write = callsAccessor(emission, field)
    ? (value: string) => `${classVariable(field.owner)}.${setterName(field)}(${value})`
    : (value: string) => `${staticVariable(field)} = ${value}`;
  return { read, write: (value) => emission.afterInitializing(field.owner, write(value)), prepare: '' };
}

function fieldPlace(emission: Emission, field: FieldSymbol, { name, prepare }: Kept): Place {
  const read = readField(emission, field, name);
  if (callsAccessor(emission, field))
    return { read, write: (value) => `${name}.${setterName(field)}(${value})`, prepare };
  const key = field.owner.origin === 'library' ? field.name : fieldKey(field);
  return { read, write: (value) => `${name}.${key} = ${value}`, prepare };
}

function recordPlace(index: string, isNamed: boolean, { name, prepare }: Kept): Place {
  const [read, write] = isNamed ? ['$snamed', '$ssetNamed'] : ['$sget', '$sset'];
  return { read: `${read}(${name}, ${index})`, write: (value) => `${write}(${name}, ${index}, ${value})`, prepare };
}

function parentPlace(relationship: string, { name, prepare }: Kept): Place {
  const quoted = stringLiteral(relationship);
  return { read: `$related(${name}, ${quoted})`, write: (value) => `${name}.setParent(${quoted}, ${value})`, prepare };
}

function elementPlace(
  emission: Emission,
  node: Extract<Expression, { kind: 'ArrayAccess' }>,
  isReused: boolean,
): Place {
  const list = keep(emission, emitExpression(emission, node.target), isReused);
  const index = keep(emission, emitExpression(emission, node.index), isReused);
  const prepare = [list.prepare, index.prepare].filter((each) => each !== '').join(', ');
  return {
    read: `$lget(${list.name}, ${index.name})`,
    write: (value) => `$lset(${list.name}, ${index.name}, ${value})`,
    prepare,
  };
}

export function emitAssignment(emission: Emission, node: AssignmentExpression): string {
  if (node.operator !== '=') return emitCompound(emission, node);
  const place = placeOf(emission, node.target, false);
  return `(${place.write(emitExpression(emission, node.value))})`;
}

function emitCompound(emission: Emission, node: AssignmentExpression): string {
  const place = placeOf(emission, node.target, true);
  const operator = node.operator.slice(0, -1);
  const targetType = node.target.resultType;
  const operandType = node.operandType ?? targetType;
  const value = isPrimitive(operandType, 'String')
    ? concatenation(emission, place.read, node.value)
    : combined(emission, node, place.read, operator, operandType);
  const text = place.write(narrow(value, operandType, targetType));
  return place.prepare === '' ? `(${text})` : `(${place.prepare}, ${text})`;
}

function combined(
  emission: Emission,
  node: AssignmentExpression,
  read: string,
  operator: string,
  type: Type | undefined,
): string {
  const left = isNeverNull(node.target, emission.neverNull) ? read : `$n(${read})`;
  const value = emitExpression(emission, node.value);
  const right = isNeverNull(node.value, emission.neverNull) ? value : `$n(${value})`;
  return arithmetic(type, operator, widen(left, node.target.resultType, type), right);
}

const CONVERSIONS: Readonly<Record<string, string>> = {
  Integer: '$toInteger',
  Long: '$toLong',
  Double: '$toDouble',
  Decimal: '$toDecimal',
};

function widen(text: string, from: Type | undefined, to: Type | undefined): string {
  if (from?.kind !== 'primitive' || to?.kind !== 'primitive' || from.name === to.name) return text;
  const conversion = CONVERSIONS[to.name];
  return conversion === undefined ? text : `${conversion}(${text})`;
}

/** The result gets the target's type again. */
function narrow(text: string, from: Type | undefined, to: Type | undefined): string {
  return widen(text, from, to);
}

/** `++` and `--`, before or after their operand. */
export function emitIncrement(
  emission: Emission,
  node: UnaryExpression | PostfixExpression,
  isPrefix: boolean,
): string {
  const place = placeOf(emission, node.operand, true);
  const type = node.operand.resultType;
  const read = isNeverNull(node.operand, emission.neverNull) ? place.read : `$n(${place.read})`;
  const before = place.prepare === '' ? '' : `${place.prepare}, `;
  const operator = node.operator === '++' ? '+' : '-';
  if (isPrefix) {
    const next = emission.temporary();
    return `(${before}${next} = ${arithmetic(type, operator, read, one(emission, type))}, ${place.write(next)}, ${next})`;
  }
  const old = emission.temporary();
  return `(${before}${old} = ${read}, ${place.write(arithmetic(type, operator, old, one(emission, type)))}, ${old})`;
}

function one(emission: Emission, type: Type | undefined): string {
  if (isPrimitive(type, 'Long')) return '1n';
  if (isPrimitive(type, 'Double')) return emission.constant('$double(1)');
  if (isPrimitive(type, 'Decimal')) return emission.constant('$decimal("1")');
  return '1';
}

/** As a statement of its own no value is needed, so nothing is kept. */
export function emitIncrementStatement(emission: Emission, node: UnaryExpression | PostfixExpression): string {
  const place = placeOf(emission, node.operand, true);
  const type = node.operand.resultType;
  const read = isNeverNull(node.operand, emission.neverNull) ? place.read : `$n(${place.read})`;
  const text = place.write(arithmetic(type, node.operator === '++' ? '+' : '-', read, one(emission, type)));
  return place.prepare === '' ? text : `${place.prepare}, ${text}`;
}
