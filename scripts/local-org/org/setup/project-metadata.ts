/**
 * What a deploy writes into rows: classes and triggers, permission sets and profiles, custom metadata, record types, queues,
 * sites with their guests, credentials. Rows are the truth that queries, permissions and Apex share.
 */
import type { Component } from '../../metadata/component.ts';
import { flag, list, nested, text, texts, type Definition } from '../../metadata/definition.ts';
import type { OrgMetadata } from '../../metadata/org-metadata.ts';
import { apiVersionOf } from '../../metadata/org-metadata.ts';
import { Decimal } from '../../library/core/decimal.ts';
import { ApexBlob } from '../../library/core/apex-blob.ts';
import { valueFromJson } from '../engine/field-json.ts';
import type { PlainRow, Rows } from '../engine/rows.ts';
import type { CredentialBook } from '../callouts/credential-book.ts';
import { projectCredential } from './project-credentials.ts';
import { projectPermissions } from './project-permissions.ts';
import { projectSite } from './project-site.ts';

export interface SetupWorld {
  readonly rows: Rows;
  readonly credentials: CredentialBook;
  readonly metadata: OrgMetadata;
  readonly administratorId: string;
  readonly orgDomain: string;
}

/** Roles before groups, classes and custom permissions before the permission sets that name them, those before profiles and sites. */
const ORDER = [
  'Role',
  'ApexClass',
  'ApexTrigger',
  'ApexPage',
  'ApexComponent',
  'StaticResource',
  'RecordType',
  'CustomPermission',
  'ExternalCredential',
  'NamedCredential',
  'Queue',
  'Group',
  'EmailTemplate',
  'CustomMetadata',
  'PermissionSet',
  'PermissionSetGroup',
  'Profile',
  'CustomSite',
  'PlatformEventSubscriberConfig',
];

export function projectMetadata(world: SetupWorld, components: readonly Component[]): void {
  for (const type of ORDER) for (const component of components) if (component.type === type) project(world, component);
}

export function removeProjected(world: SetupWorld, type: string, fullName: string): void {
  const [objectName, key, value] = rowOf(type, fullName);
  if (objectName === undefined) return;
  const found = world.rows
    .where(objectName, key!, [value])
    .filter((row) => type !== 'RecordType' || row.SobjectType === fullName.split('.')[0]);
  world.rows.delete(
    objectName,
    found.map((row) => String(row.Id)),
  );
}

function rowOf(type: string, fullName: string): [string | undefined, string?, string?] {
  switch (type) {
    case 'ApexClass':
    case 'ApexTrigger':
    case 'ApexPage':
    case 'ApexComponent':
    case 'StaticResource':
    case 'PermissionSet':
      return [type, 'Name', fullName];
    case 'CustomPermission':
      return [type, 'DeveloperName', fullName];
    case 'RecordType':
      return [type, 'DeveloperName', fullName.slice(fullName.indexOf('.') + 1)];
    case 'CustomMetadata':
      return [`${fullName.split('.')[0]}__mdt`, 'DeveloperName', fullName.slice(fullName.indexOf('.') + 1)];
    case 'Queue':
    case 'Group':
      return ['Group', 'DeveloperName', fullName];
    default:
      return [undefined];
  }
}

function project(world: SetupWorld, component: Component): void {
  switch (component.type) {
    case 'ApexClass':
    case 'ApexTrigger':
    case 'ApexPage':
    case 'ApexComponent':
      return projectCode(world, component);
    case 'StaticResource':
      return projectResource(world, component);
    case 'RecordType':
      return projectRecordType(world, component);
    case 'CustomPermission':
      return void upsert(world.rows, 'CustomPermission', 'DeveloperName', component.fullName, {
        MasterLabel: text(component.definition, 'label') ?? component.fullName,
        Description: text(component.definition, 'description') ?? null,
      });
    case 'CustomMetadata':
      return projectCustomMetadata(world, component);
    case 'Role':
      return projectRole(world, component);
    case 'Queue':
    case 'Group':
      return projectGroup(world, component);
    case 'EmailTemplate':
      return projectEmailTemplate(world, component);
    case 'ExternalCredential':
    case 'NamedCredential':
      return projectCredential(world, component);
    case 'PermissionSet':
    case 'PermissionSetGroup':
    case 'Profile':
      return projectPermissions(world, component);
    case 'CustomSite':
      return projectSite(world, component);
    case 'PlatformEventSubscriberConfig':
      return projectSubscriberConfig(world, component);
  }
}

/** Updates the row that has the key, or inserts it; answers its id. */
export function upsert(rows: Rows, object: string, key: string, value: string, values: PlainRow): string {
  const [row] = rows.where(object, key, [value]);
  if (row === undefined) return rows.insert(object, { ...values, [key]: value });
  rows.update(object, String(row.Id), values);
  return String(row.Id);
}

function contentOf(component: Component): Uint8Array {
  return [...component.files].find(([path]) => !path.endsWith('-meta.xml'))?.[1] ?? new Uint8Array();
}

function projectCode(world: SetupWorld, component: Component): void {
  const body = Buffer.from(contentOf(component)).toString('utf8');
  const isMarkup = component.type === 'ApexPage' || component.type === 'ApexComponent';
  const values: PlainRow = {
    ApiVersion: Decimal.parse(apiVersionOf(component).toFixed(1))!,
    Status: text(component.definition, 'status') ?? 'Active',
    IsValid: true,
    LengthWithoutComments: body.length,
    ...(isMarkup
      ? { Markup: body, MasterLabel: text(component.definition, 'label') ?? component.fullName }
      : { Body: body }),
  };
  upsert(world.rows, component.type, 'Name', component.fullName, {
    ...values,
    ...(component.type === 'ApexTrigger' ? triggerUsage(body) : {}),
  });
}

function triggerUsage(body: string): PlainRow {
  const [, object = '', events = ''] = /\btrigger\s+\w+\s+on\s+(\w+)\s*\(([^)]*)\)/i.exec(body) ?? [];
  const words = events
    .toLowerCase()
    .split(',')
    .map((event) =>
      event
        .trim()
        .split(/\s+/)
        .map((word) => word[0]?.toUpperCase() + word.slice(1))
        .join(''),
    );
  return {
    TableEnumOrId: object,
    ...Object.fromEntries(words.filter((word) => word !== '').map((word) => [`Usage${word}`, true])),
  };
}

function projectResource(world: SetupWorld, component: Component): void {
  const body = contentOf(component);
  upsert(world.rows, 'StaticResource', 'Name', component.fullName, {
    Body: new ApexBlob(body),
    BodyLength: body.length,
    ContentType: text(component.definition, 'contentType') ?? 'text/plain',
    CacheControl: text(component.definition, 'cacheControl') ?? 'Private',
  });
}

function projectRecordType(world: SetupWorld, component: Component): void {
  const [object = '', name = ''] = component.fullName.split('.');
  const values = {
    Name: text(component.definition, 'label') ?? name,
    DeveloperName: name,
    SobjectType: object,
    IsActive: text(component.definition, 'active') !== 'false',
    Description: text(component.definition, 'description') ?? null,
  };
  const row = world.rows.where('RecordType', 'DeveloperName', [name]).find((each) => each.SobjectType === object);
  if (row === undefined) world.rows.insert('RecordType', values);
  else world.rows.update('RecordType', String(row.Id), values);
}

function projectCustomMetadata(world: SetupWorld, component: Component): void {
  const [type = '', name = ''] = component.fullName.split('.');
  const objectName = `${type.replace(/__mdt$/, '')}__mdt`;
  const object = world.metadata.schema.object(objectName);
  if (object === undefined) return;
  const label = text(component.definition, 'label') ?? name;
  const values: PlainRow = {
    MasterLabel: label,
    Label: label,
    QualifiedApiName: name,
    Language: 'en_US',
    IsProtected: flag(component.definition, 'protected'),
  };
  for (const entry of list(component.definition, 'values')) {
    const field = object.fieldByName.get((text(entry, 'field') ?? '').toLowerCase());
    if (field === undefined) continue;
    const typed = nested(entry, 'value');
    values[field.name] = valueFromJson(field, typed === undefined ? text(entry, 'value') : text(typed, 'text'));
  }
  upsert(world.rows, objectName, 'DeveloperName', name, values);
}

function projectRole(world: SetupWorld, component: Component): void {
  const parent = text(component.definition, 'parentRole');
  const [parentRow] = parent === undefined ? [] : world.rows.where('UserRole', 'DeveloperName', [parent]);
  upsert(world.rows, 'UserRole', 'DeveloperName', component.fullName, {
    Name: text(component.definition, 'name') ?? component.fullName,
    ParentRoleId: parentRow?.Id ?? null,
  });
}

function projectGroup(world: SetupWorld, component: Component): void {
  const isQueue = component.type === 'Queue';
  const groupId = upsert(world.rows, 'Group', 'DeveloperName', component.fullName, {
    Name: text(component.definition, 'name') ?? component.fullName,
    Type: isQueue ? 'Queue' : 'Regular',
    Email: text(component.definition, 'email') ?? null,
  });
  if (!isQueue) return;
  const present = new Set(world.rows.where('QueueSobject', 'QueueId', [groupId]).map((row) => row.SobjectType));
  for (const item of list(component.definition, 'queueSobject')) {
    const type = text(item, 'sobjectType');
    if (type !== undefined && !present.has(type))
      world.rows.insert('QueueSobject', { QueueId: groupId, SobjectType: type });
  }
}

function projectEmailTemplate(world: SetupWorld, component: Component): void {
  const name = component.fullName.slice(component.fullName.lastIndexOf('/') + 1);
  upsert(world.rows, 'EmailTemplate', 'DeveloperName', name, {
    Name: text(component.definition, 'name') ?? name,
    Subject: text(component.definition, 'subject') ?? null,
    Body: Buffer.from(contentOf(component)).toString('utf8'),
    IsActive: flag(component.definition, 'available'),
    TemplateType: text(component.definition, 'type') ?? 'text',
    Encoding: text(component.definition, 'encodingKey') ?? 'UTF-8',
  });
}

function projectSubscriberConfig(world: SetupWorld, component: Component): void {
  const { definition } = component;
  const [trigger] = world.rows.where('ApexTrigger', 'Name', [text(definition, 'platformEventConsumer') ?? '']);
  const username = text(definition, 'user');
  const [user] = username === undefined ? [] : world.rows.where('User', 'Username', [username]);
  if (trigger === undefined) return;
  upsert(world.rows, 'PlatformEventSubscriberConfig', 'DeveloperName', component.fullName, {
    MasterLabel: text(definition, 'masterLabel') ?? component.fullName,
    PlatformEventConsumerId: trigger.Id,
    UserId: user?.Id ?? null,
    BatchSize: text(definition, 'batchSize') === undefined ? null : Number(text(definition, 'batchSize')),
  });
}

export function enabledNames(definition: Definition, tag: string, nameTag: string): string[] {
  return list(definition, tag)
    .filter((entry) => text(entry, 'enabled') !== 'false')
    .flatMap((entry) => texts(entry, nameTag));
}
