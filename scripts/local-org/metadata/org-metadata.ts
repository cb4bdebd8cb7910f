/**
 * What has been deployed to an org, and the schema made of it. Immutable: a deploy makes a new one out of the old and a
 * package, so that a failed deploy leaves nothing behind.
 */
import { buildSchema, type Slots } from './build-schema.ts';
import { componentKey, type Component } from './component.ts';
import { customFields, picklistValues, type ValueSets } from './custom-fields.ts';
import { customObject, objectKind, recordTypeField } from './custom-objects.ts';
import { flag, list, number, text, type Definition } from './definition.ts';
import { copyDraft, type ObjectDraft } from './drafts.ts';
import type { Schema } from './schema.ts';
import { standardObjects } from './standard-objects/index.ts';
import { customKeyPrefix } from '../database/ids.ts';
import type { OrgDatabase } from '../database/org-database.ts';

/** What must outlive a deploy: slots and key prefixes are given once. Plain JSON. */
export interface SchemaMemory {
  readonly slots: Slots;
  readonly prefixes: { [object: string]: string };
}

/** Standard value sets and the fields that use them (Metadata API Developer Guide, StandardValueSet Names). */
const STANDARD_VALUE_SETS: Record<string, readonly string[]> = {
  leadsource: ['Lead.LeadSource', 'Contact.LeadSource', 'Opportunity.LeadSource', 'Account.AccountSource'],
  leadstatus: ['Lead.Status'],
  industry: ['Account.Industry', 'Lead.Industry'],
  accountrating: ['Account.Rating', 'Lead.Rating'],
  accounttype: ['Account.Type'],
  accountownership: ['Account.Ownership'],
  opportunitystage: ['Opportunity.StageName'],
  opportunitytype: ['Opportunity.Type'],
  casestatus: ['Case.Status'],
  caseorigin: ['Case.Origin'],
  casepriority: ['Case.Priority'],
  casereason: ['Case.Reason'],
  casetype: ['Case.Type'],
  taskstatus: ['Task.Status'],
  taskpriority: ['Task.Priority'],
  tasksubject: ['Task.Subject'],
  tasktype: ['Task.Type'],
  eventsubject: ['Event.Subject'],
  eventtype: ['Event.Type'],
  campaigntype: ['Campaign.Type'],
  campaignstatus: ['Campaign.Status'],
  campaignmemberstatus: ['CampaignMember.Status'],
  salutation: ['Lead.Salutation', 'Contact.Salutation'],
  product2family: ['Product2.Family'],
  orderstatus: ['Order.Status'],
  contractstatus: ['Contract.Status'],
  quotestatus: ['Quote.Status'],
  assetstatus: ['Asset.Status'],
};

export class OrgMetadata {
  readonly components: ReadonlyMap<string, Component>;
  readonly memory: SchemaMemory;
  readonly schema: Schema;

  constructor(components: ReadonlyMap<string, Component>, memory: SchemaMemory) {
    this.components = components;
    this.memory = { slots: structuredClone(memory.slots), prefixes: { ...memory.prefixes } };
    this.schema = new SchemaMaker(components, this.memory).make();
  }

  /** An org with nothing but the standard objects. */
  static empty(): OrgMetadata {
    return new OrgMetadata(new Map(), { slots: {}, prefixes: {} });
  }

  /** Reads what `saveMetadata` kept. Each worker does so when the schema version has changed. */
  static load(database: OrgDatabase): OrgMetadata {
    const memory = database.meta('schemaMemory');
    const components = new Map<string, Component>();
    for (const stored of database.components.list()) {
      const { type, fullName, path, apiVersion, files } = stored;
      components.set(componentKey(type, fullName), {
        type,
        fullName,
        path,
        apiVersion,
        files,
        definition: (stored.definition ?? {}) as Definition,
      });
    }
    return new OrgMetadata(
      components,
      memory === undefined ? { slots: {}, prefixes: {} } : (JSON.parse(memory) as SchemaMemory),
    );
  }

  component(type: string, fullName: string): Component | undefined {
    return this.components.get(componentKey(type, fullName));
  }

  ofType(type: string): Component[] {
    return [...this.components.values()].filter((component) => component.type === type);
  }

  /** The org with components added or replaced and others removed (an object takes its fields along). */
  with(
    added: readonly Component[],
    removed: readonly { readonly type: string; readonly fullName: string }[] = [],
  ): OrgMetadata {
    const next = new Map(this.components);
    for (const { type, fullName } of removed) {
      next.delete(componentKey(type, fullName));
      if (type !== 'CustomObject') continue;
      const prefix = `${fullName.toLowerCase()}.`;
      for (const [key, component] of next)
        if (component.fullName.toLowerCase().startsWith(prefix) && component.type !== 'CustomMetadata')
          next.delete(key);
    }
    for (const component of added)
      next.set(
        componentKey(component.type, component.fullName),
        mergeWith(next.get(componentKey(component.type, component.fullName)), component),
      );
    return new OrgMetadata(next, this.memory);
  }
}

/** Labels are deployed one by one though they come in one file; an object's file without properties of its own changes none. */
function mergeWith(before: Component | undefined, after: Component): Component {
  if (before === undefined) return after;
  if (after.type === 'CustomObject' && Object.keys(after.definition).length === 0)
    return { ...after, definition: before.definition };
  if (after.type !== 'CustomLabels') return after;
  const labels = new Map(
    [...list(before.definition, 'labels'), ...list(after.definition, 'labels')].map((label) => [
      text(label, 'fullName'),
      label,
    ]),
  );
  return { ...after, definition: { ...after.definition, labels: [...labels.values()] } };
}

/** Makes a schema of standard objects and components. */
class SchemaMaker {
  private readonly components: readonly Component[];
  private readonly memory: SchemaMemory;
  private readonly objects = new Map<string, ObjectDraft>();
  private readonly valueSets: ValueSets;

  constructor(components: ReadonlyMap<string, Component>, memory: SchemaMemory) {
    this.components = [...components.values()];
    this.memory = memory;
    this.valueSets = this.readValueSets();
  }

  make(): Schema {
    for (const standard of standardObjects()) this.objects.set(standard.name.toLowerCase(), copyDraft(standard));
    const details = this.detailObjects();
    for (const component of this.of('CustomObject')) this.addObject(component, details);
    this.applyStandardValueSets();
    for (const component of this.of('CustomField')) this.addFields(component);
    for (const type of ['ValidationRule', 'RecordType', 'FieldSet', 'SharingReason'])
      for (const component of this.of(type)) this.addPart(component);
    this.typeSummaries();
    return buildSchema([...this.objects.values()], this.memory.slots, {
      labels: this.labels(),
      pages: new Set(this.of('ApexPage').map((page) => page.fullName.toLowerCase())),
    });
  }

  private of(type: string): Component[] {
    return this.components.filter((component) => component.type === type);
  }

  private readValueSets(): ValueSets {
    const sets = new Map<string, { values: ReturnType<typeof picklistValues> }>();
    for (const set of this.of('GlobalValueSet'))
      sets.set(set.fullName.toLowerCase(), { values: picklistValues(set.definition, 'customValue') });
    for (const set of this.of('StandardValueSet'))
      sets.set(set.fullName.toLowerCase(), { values: picklistValues(set.definition, 'standardValue') });
    return sets;
  }

  private applyStandardValueSets(): void {
    for (const [set, paths] of Object.entries(STANDARD_VALUE_SETS)) {
      const values = this.valueSets.get(set)?.values;
      if (values === undefined) continue;
      for (const path of paths) {
        const [object, name] = path.split('.') as [string, string];
        const field = this.objects.get(object.toLowerCase())?.fields.find((candidate) => candidate.name === name);
        if (field !== undefined)
          Object.assign(field, {
            picklistValues: values,
            defaultValue: values.find((value) => value.isDefault)?.value,
          });
      }
    }
  }

  /** Lower-case names of objects with a master-detail field. */
  private detailObjects(): Set<string> {
    const details = this.of('CustomField').filter((field) => text(field.definition, 'type') === 'MasterDetail');
    return new Set(details.map((field) => field.fullName.slice(0, field.fullName.indexOf('.')).toLowerCase()));
  }

  private addObject(component: Component, details: ReadonlySet<string>): void {
    const key = component.fullName.toLowerCase();
    const standard = this.objects.get(key);
    if (standard !== undefined) {
      const sharing = text(component.definition, 'sharingModel');
      if (sharing !== undefined) standard.sharingModel = sharing as ObjectDraft['sharingModel'];
      return;
    }
    if (!/__(c|mdt|e)$/i.test(component.fullName)) return;
    const prefix = (this.memory.prefixes[key] ??= this.newPrefix(objectKind(component.fullName, component.definition)));
    this.objects.set(key, customObject(component.fullName, component.definition, prefix, details.has(key)));
  }

  private newPrefix(kind: string): string {
    const letter = kind === 'metadata' ? 'm' : kind === 'event' ? 'e' : 'a';
    return customKeyPrefix(
      letter,
      Object.values(this.memory.prefixes).filter((prefix) => prefix.startsWith(letter)).length,
    );
  }

  private parent(component: Component): ObjectDraft | undefined {
    const name = component.fullName.slice(0, component.fullName.indexOf('.')).toLowerCase();
    // A custom field on Activity is on both its kinds.
    return this.objects.get(name === 'activity' ? 'task' : name);
  }

  private addFields(component: Component): void {
    const object = this.parent(component);
    if (object === undefined) return;
    const name = component.fullName.slice(component.fullName.indexOf('.') + 1);
    const fields = customFields(name, component.definition, this.valueSets) ?? [];
    for (const target of component.fullName.toLowerCase().startsWith('activity.')
      ? [object, this.objects.get('event')!]
      : [object]) {
      for (const field of fields) {
        const at = target.fields.findIndex((candidate) => candidate.name.toLowerCase() === field.name.toLowerCase());
        if (at < 0 && name.endsWith('__c')) target.fields.push(field);
        // The metadata of a standard field carries its picklist and help, nothing that changes its kind.
        else if (at >= 0 && !name.endsWith('__c') && field.picklistValues.length > 0)
          target.fields[at] = { ...target.fields[at]!, picklistValues: field.picklistValues };
      }
    }
  }

  private addPart(component: Component): void {
    const object = this.parent(component);
    if (object === undefined) return;
    const name = component.fullName.slice(component.fullName.indexOf('.') + 1);
    const definition = component.definition;
    if (component.type === 'ValidationRule') {
      object.validationRules.push({
        name,
        isActive: flag(definition, 'active'),
        errorConditionFormula: text(definition, 'errorConditionFormula') ?? '',
        errorMessage: text(definition, 'errorMessage') ?? '',
        errorDisplayField: text(definition, 'errorDisplayField'),
      });
    } else if (component.type === 'RecordType') {
      if (!object.fields.some((field) => field.name === 'RecordTypeId')) object.fields.push(recordTypeField());
      object.recordTypes.push({
        developerName: name,
        label: text(definition, 'label') ?? name,
        isActive: text(definition, 'active') !== 'false',
      });
    } else if (component.type === 'SharingReason') {
      object.sharingReasons = [...(object.sharingReasons ?? []), name];
    } else {
      object.fieldSets.set(
        name.toLowerCase(),
        list(definition, 'displayedFields').map((item) => text(item, 'field') ?? ''),
      );
    }
  }

  /** A roll-up of a field has that field's type. */
  private typeSummaries(): void {
    for (const object of this.objects.values()) {
      for (const field of object.fields) {
        const path = field.summary?.field?.split('.');
        if (path === undefined) continue;
        const source = this.objects
          .get(path[0]!.toLowerCase())
          ?.fields.find((candidate) => candidate.name.toLowerCase() === path[1]!.toLowerCase());
        if (source !== undefined) Object.assign(field, { type: source.type, scale: source.scale, precision: 18 });
      }
    }
  }

  private labels(): Map<string, string> {
    const labels = new Map<string, string>();
    for (const component of this.of('CustomLabels')) {
      for (const label of list(component.definition, 'labels'))
        labels.set((text(label, 'fullName') ?? '').toLowerCase(), text(label, 'value') ?? '');
    }
    return labels;
  }
}

/** API version a class or trigger was saved with. */
export function apiVersionOf(component: Component): number {
  return component.apiVersion ?? number(component.definition, 'apiVersion') ?? 67;
}
