/**
 * Checks the components of a deploy against the org as it would be: shapes, and references to objects, fields, classes
 * and permissions. The words are the Metadata API's; positions are those of the element that is wrong.
 */
import type { Component, ComponentProblem } from './component.ts';
import { fieldProblem } from './custom-fields.ts';
import { objectProblem } from './custom-objects.ts';
import { flag, list, nested, text, texts, type Definition } from './definition.ts';
import { compileFormula, FormulaSyntaxError } from './formula/index.ts';
import type { OrgMetadata } from './org-metadata.ts';
import type { ObjectDescribe, Schema } from './schema.ts';
import { positionOf, type XmlElement } from './xml.ts';

/** Reports a problem; `at`: text of the element that is wrong, to find its place. */
type Report = (message: string, at?: string) => void;

interface Check {
  readonly component: Component;
  readonly definition: Definition;
  readonly metadata: OrgMetadata;
  readonly schema: Schema;
  readonly report: Report;
}

const CHECKS: Readonly<Record<string, (check: Check) => void>> = {
  CustomObject: ({ component, definition, report }) => {
    const problem = Object.keys(definition).length === 0 ? undefined : objectProblem(component.fullName, definition);
    if (problem !== undefined) report(problem);
  },
  CustomField: checkField,
  ValidationRule: checkRule,
  FieldSet: (check) =>
    checkFields(
      check,
      ownerOf(check),
      [...list(check.definition, 'displayedFields'), ...list(check.definition, 'availableFields')].map(
        (item) => text(item, 'field') ?? '',
      ),
      'field',
    ),
  CompactLayout: (check) => checkFields(check, ownerOf(check), texts(check.definition, 'fields'), 'fields'),
  Layout: checkLayout,
  PermissionSet: checkPermissions,
  Profile: checkPermissions,
  CustomMetadata: checkRecord,
  CustomTab: checkTab,
};

export function checkComponents(components: readonly Component[], next: OrgMetadata): ComponentProblem[] {
  const problems: ComponentProblem[] = [];
  for (const component of components) {
    const { type, fullName, path, definition } = component;
    const report: Report = (message, at) =>
      problems.push({ type, fullName, path, message, severity: 'Error', ...placeOf(component, at) });
    CHECKS[type]?.({ component, definition, metadata: next, schema: next.schema, report });
  }
  return problems;
}

function placeOf(component: Component, at: string | undefined): { line?: number; column?: number } {
  if (component.element === undefined || component.xmlText === undefined) return {};
  const element = (at === undefined ? undefined : elementWith(component.element, at)) ?? component.element;
  return positionOf(component.xmlText, element.offset);
}

function elementWith(element: XmlElement, content: string): XmlElement | undefined {
  if (element.children.length === 0) return element.text === content ? element : undefined;
  for (const child of element.children) {
    const found = elementWith(child, content);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The object that a child belongs to; says so where there is none. */
function ownerOf({ component, schema, report }: Check): ObjectDescribe | undefined {
  const name = component.fullName.slice(0, component.fullName.indexOf('.'));
  const object = schema.object(name === 'Activity' ? 'Task' : name);
  if (object === undefined) report(`Entity of type 'CustomObject' named '${name}' cannot be found`);
  return object;
}

function checkField(check: Check): void {
  const { component, definition, schema, report } = check;
  const object = ownerOf(check);
  const name = component.fullName.slice(component.fullName.indexOf('.') + 1);
  if (object === undefined || !name.endsWith('__c')) return;
  const problem = fieldProblem(name, definition);
  if (problem !== undefined) return report(problem);
  const target = text(definition, 'referenceTo');
  if (target !== undefined && schema.object(target) === undefined)
    report(`In field: referenceTo - no CustomObject named ${target} found`, target);
  const valueSet = nested(definition, 'valueSet');
  const set = valueSet === undefined ? undefined : text(valueSet, 'valueSetName');
  if (
    set !== undefined &&
    check.metadata.component('GlobalValueSet', set) === undefined &&
    check.metadata.component('StandardValueSet', set) === undefined
  ) {
    report(`In field: valueSet - no GlobalValueSet named ${set} found`, set);
  }
  checkFormula(check, object, text(definition, 'formula'));
}

function checkRule(check: Check): void {
  const object = ownerOf(check);
  const { definition, report } = check;
  if (text(definition, 'errorMessage') === undefined) report('Required field is missing: errorMessage');
  const shown = text(definition, 'errorDisplayField');
  if (object !== undefined && shown !== undefined) checkFields(check, object, [shown], 'errorDisplayField');
  checkFormula(check, object, text(definition, 'errorConditionFormula'));
}

function checkFormula(
  { schema, report }: Check,
  object: ObjectDescribe | undefined,
  formula: string | undefined,
): void {
  if (object === undefined || formula === undefined) return;
  try {
    for (const path of compileFormula(formula).paths) {
      if (!pathExists(schema, object, path.split('.')))
        report(`Error: Field ${path} does not exist. Check spelling.`, formula);
    }
  } catch (error) {
    if (!(error instanceof FormulaSyntaxError)) throw error;
    report(`Error: ${error.message}`, formula);
  }
}

/** Behind a polymorphic lookup the formula names the target: `Owner:User.Email`. */
function pathExists(schema: Schema, object: ObjectDescribe, names: readonly string[]): boolean {
  const [first = '', ...rest] = names;
  const [name = '', target] = first.split(':');
  if (rest.length === 0)
    return object.fieldByName.has(name.toLowerCase()) || object.parentByName.has(name.toLowerCase());
  const lookup = object.parentByName.get(name.toLowerCase());
  if (lookup === undefined) return false;
  const targets = target === undefined ? lookup.referenceTo : [target];
  return targets.some((each) => {
    const parent = schema.object(each);
    return parent !== undefined && pathExists(schema, parent, rest);
  });
}

/** Names of the user interface that are no fields of the API. */
const UI_FIELDS =
  /^(BillingAddress|ShippingAddress|MailingAddress|OtherAddress|Address|PersonMailingAddress|ACCOUNT|CORE|RECORDTYPE|CREATEDBY|.*\..*)$|Id$/i;

function checkFields(
  { report }: Check,
  object: ObjectDescribe | undefined,
  names: readonly string[],
  tag: string,
): void {
  if (object === undefined) return;
  for (const name of names) {
    // Standard fields go by names of the user interface here (`CREATED_DATE`); custom ones by their own.
    if (!name.endsWith('__c') || UI_FIELDS.test(name) || object.fieldByName.has(name.toLowerCase())) continue;
    report(`In field: ${tag} - no CustomField named ${object.name}.${name} found`, name);
  }
}

function checkLayout(check: Check): void {
  const { component, definition, schema, report } = check;
  const objectName = component.fullName.slice(0, component.fullName.indexOf('-'));
  const object = schema.object(objectName);
  if (object === undefined && /__\w+$/.test(objectName))
    return report(`Parent entity failed to deploy: no CustomObject named ${objectName} found`);
  const items = list(definition, 'layoutSections')
    .flatMap((section) => list(section, 'layoutColumns'))
    .flatMap((column) => list(column, 'layoutItems'));
  checkFields(
    check,
    object,
    items.map((item) => text(item, 'field') ?? ''),
    'field',
  );
}

function checkTab({ component, definition, schema, report }: Check): void {
  if (flag(definition, 'customObject') && schema.object(component.fullName) === undefined)
    report(`Entity of type 'CustomObject' named '${component.fullName}' cannot be found`);
}

function checkPermissions(check: Check): void {
  const { definition, metadata, schema, report } = check;
  for (const item of list(definition, 'objectPermissions')) checkObjectPermission(schema, item, report);
  for (const item of list(definition, 'fieldPermissions')) checkFieldPermission(schema, item, report);
  const named: ReadonlyArray<readonly [list: string, tag: string, type: string]> = [
    ['classAccesses', 'apexClass', 'ApexClass'],
    ['pageAccesses', 'apexPage', 'ApexPage'],
    ['customPermissions', 'name', 'CustomPermission'],
  ];
  for (const [items, tag, type] of named) {
    for (const item of list(definition, items)) {
      const name = text(item, tag) ?? '';
      if (metadata.component(type, name) === undefined)
        report(`In field: ${tag} - no ${type} named ${name} found`, name);
    }
  }
}

function checkObjectPermission(schema: Schema, item: Definition, report: Report): void {
  const name = text(item, 'object') ?? '';
  const object = schema.object(name);
  // Standard objects of features that this org does not have are let through: nothing here acts on them.
  if (object === undefined)
    return /__\w+$/.test(name) ? report(`In field: object - no CustomObject named ${name} found`, name) : undefined;
  const needs: ReadonlyArray<readonly [flag: string, word: string, needed: string, neededWord: string]> = [
    ['allowCreate', 'Create', 'allowRead', 'Read'],
    ['allowEdit', 'Edit', 'allowRead', 'Read'],
    ['allowDelete', 'Delete', 'allowEdit', 'Edit'],
    ['viewAllRecords', 'View All', 'allowRead', 'Read'],
    ['modifyAllRecords', 'Modify All', 'allowDelete', 'Delete'],
  ];
  for (const [right, word, needed, neededWord] of needs) {
    if (flag(item, right) && !flag(item, needed))
      report(`Permission ${word} ${name} depends on permission(s): ${neededWord} ${name}`, name);
  }
}

function checkFieldPermission(schema: Schema, item: Definition, report: Report): void {
  const path = text(item, 'field') ?? '';
  const [objectName = '', fieldName = ''] = path.split('.');
  const object = schema.object(objectName === 'Activity' ? 'Task' : objectName);
  if (object === undefined)
    return /__\w+$/.test(objectName)
      ? report(`In field: field - no CustomObject named ${objectName} found`, path)
      : undefined;
  const field = object.fieldByName.get(fieldName.toLowerCase());
  if (field === undefined)
    return fieldName.endsWith('__c') ? report(`In field: field - no CustomField named ${path} found`, path) : undefined;
  if (field.isCustom && (field.isRequired || field.isMasterDetail))
    report(`You cannot deploy to a required field: ${path}`, path);
}

function checkRecord({ component, definition, schema, report }: Check): void {
  const name = component.fullName.slice(0, component.fullName.indexOf('.'));
  const object = schema.object(`${name.replace(/__mdt$/, '')}__mdt`);
  if (object === undefined) return report(`Entity of type 'CustomObject' named '${name}__mdt' cannot be found`);
  if (text(definition, 'label') === undefined) report('Required field is missing: label');
  for (const item of list(definition, 'values')) {
    const fieldName = text(item, 'field') ?? '';
    const field = object.fieldByName.get(fieldName.toLowerCase());
    if (field === undefined) {
      report(`In field: field - no CustomField named ${object.name}.${fieldName} found`, fieldName);
      continue;
    }
    const value = text(nested(item, 'value') ?? {}, 'text') ?? text(item, 'value') ?? '';
    if (field.length > 0 && value.length > field.length && field.type !== 'REFERENCE')
      report(`${field.label}: data value too large: ${value.slice(0, 40)} (max length=${field.length})`, fieldName);
    if (field.isRestrictedPicklist && value !== '' && !field.picklistValues.some((each) => each.value === value))
      report(`bad value for restricted picklist field: ${value}`, fieldName);
  }
}
