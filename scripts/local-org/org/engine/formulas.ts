/** Formulas over the values of one row, outside of queries: defaults, validation rules, formula fields of trigger records. */
import {
  compileFormula,
  evaluateFormula,
  FormulaSyntaxError,
  type CompiledFormula,
  type FormulaContext,
} from '../../metadata/formula/index.ts';
import { ApexDouble, Decimal } from '../../library/core/decimal.ts';
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import { valueFromJson } from './field-json.ts';
import type { OrgEngine } from './org-engine.ts';

type Values = readonly unknown[];

const compiled = new Map<string, CompiledFormula>();

function compile(text: string): CompiledFormula {
  let formula = compiled.get(text);
  if (formula === undefined) compiled.set(text, (formula = compileFormula(text)));
  return formula;
}

/** Literals of metadata are formulas too, except the plain words of picklists. */
export function defaultValue(engine: OrgEngine, object: ObjectDescribe, field: FieldDescribe): unknown {
  const text = field.defaultValue;
  if (text === undefined || text === '') return undefined;
  if (field.type === 'BOOLEAN') return /^true$/i.test(text);
  if (field.type === 'PICKLIST' || field.type === 'MULTIPICKLIST') return text.replace(/^['"]|['"]$/g, '');
  try {
    return coerce(field, evaluateFormula(compile(text), contextOf(engine, object, [], undefined)));
  } catch (error) {
    // A default may also be the bare words of a text.
    if (error instanceof FormulaSyntaxError) return valueFromJson(field, text);
    throw error;
  }
}

export function computeFormulas(engine: OrgEngine, object: ObjectDescribe, values: unknown[]): void {
  for (const field of object.fields) {
    if (field.formula === undefined) continue;
    values[field.index] = coerce(
      field,
      evaluateFormula(compile(field.formula), contextOf(engine, object, values, undefined)),
    );
  }
}

export function ruleFails(
  engine: OrgEngine,
  object: ObjectDescribe,
  formula: string,
  values: Values,
  old: Values | undefined,
): boolean {
  return evaluateFormula(compile(formula), contextOf(engine, object, values, old)) === true;
}

function coerce(field: FieldDescribe, value: unknown): unknown {
  if (value === null || value === undefined) return field.type === 'BOOLEAN' ? false : null;
  if (field.apexType === 'String' || field.apexType === 'Boolean') return value;
  if (field.apexType === 'Integer' && value instanceof Decimal) return value.intValue();
  if (field.apexType === 'Double' && value instanceof Decimal) return new ApexDouble(value.toNumber());
  return typeof value === 'string' ? valueFromJson(field, value) : value;
}

function contextOf(engine: OrgEngine, object: ObjectDescribe, values: Values, old: Values | undefined): FormulaContext {
  const user = engine.hasTransaction ? engine.transaction.user : engine.user(engine.birth.administratorId);
  return {
    value: (path) => valueAt(engine, object, values, path),
    priorValue: (path) => valueAt(engine, object, old ?? values, path),
    isNew: old === undefined,
    field: (path) => fieldAt(engine, object, path),
    global: (name) => globalValue(engine, name),
    now: engine.clock.now(),
    timeZone: user.timeZone,
  };
}

function fieldAt(engine: OrgEngine, object: ObjectDescribe, path: string): FieldDescribe | undefined {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return object.fieldByName.get(first.toLowerCase());
  const lookup = object.parentByName.get(first.replace(/:.*$/, '').toLowerCase());
  const parent = lookup?.referenceTo[0] === undefined ? undefined : engine.schema.object(lookup.referenceTo[0]);
  return parent === undefined ? undefined : fieldAt(engine, parent, rest.join('.'));
}

/** `Status`, `Owner.Email`, `Owner:User.Email`, `Account.Parent.Name`. */
function valueAt(engine: OrgEngine, object: ObjectDescribe, values: Values, path: string): unknown {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    const field = object.fieldByName.get(first.toLowerCase()) ?? object.parentByName.get(first.toLowerCase());
    if (field === undefined) return null;
    if (field.formula === undefined) return values[field.index] ?? null;
    return evaluateFormula(compile(field.formula), contextOf(engine, object, values, undefined));
  }
  const lookup = object.parentByName.get(first.replace(/:.*$/, '').toLowerCase());
  const id = lookup === undefined ? null : values[lookup.index];
  const parent = typeof id === 'string' ? engine.schema.objectByPrefix(id.slice(0, 3)) : undefined;
  const parentValues =
    parent === undefined ? undefined : engine.database.read(parent, [id as string]).get(id as string);
  return parent === undefined || parentValues === undefined
    ? null
    : valueAt(engine, parent, parentValues, rest.join('.'));
}

/** `$User.Id`, `$Profile.Name`, `$UserRole.Name`, `$Organization.Name`, `$Permission.Name`, `$Setup.Setting__c.Field__c`, `$Label.Name`. */
export function globalValue(engine: OrgEngine, name: string): unknown {
  const [root = '', ...rest] = name.replace(/^\$/, '').split('.');
  const user = engine.hasTransaction ? engine.transaction.user : engine.user(engine.birth.administratorId);
  const path = rest.join('.');
  const fieldOf = (object: string, id: string | null): unknown =>
    id === null ? null : (engine.rows.byId(object, id)?.[path] ?? null);
  switch (root.toLowerCase()) {
    case 'user':
      return fieldOf('User', user.id);
    case 'profile':
      return path.toLowerCase() === 'name' ? user.profileName : fieldOf('Profile', user.profileId);
    case 'userrole':
      return fieldOf('UserRole', user.roleId);
    case 'organization':
      return fieldOf('Organization', engine.birth.organizationId);
    case 'permission':
      return engine.permissions.hasCustomPermission(user, path);
    case 'label':
      return engine.schema.label(path) ?? null;
    case 'setup': {
      const record = engine.host.customSetting(rest[0] ?? '', 'instance');
      return record === null ? null : record.get(rest.slice(1).join('.'));
    }
    default:
      return undefined;
  }
}
