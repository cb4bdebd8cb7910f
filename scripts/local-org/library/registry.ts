/** All classes of the library that are implemented, by full name: what emitted code finds behind `System.String`. */
import { declareType } from './core/runtime-type.ts';
import { libraryType } from './core/library-types.ts';
import { libraryEnum } from './enums.ts';
import { librarySignatures } from './signatures.ts';
import * as dataClasses from './data-classes.ts';
import { declaredExceptions } from './more-exceptions.ts';
import { defineProperties } from './properties.ts';
import * as controllers from './apexpages/controllers.ts';
import * as partitions from './cache/partitions.ts';
import * as chatter from './connectapi/ChatterUsers.ts';
import * as options from './database/options.ts';
import * as locators from './database/query-locator.ts';
import * as results from './database/results.ts';
import * as dom from './dom/Document.ts';
import * as invocable from './invocable/Action.ts';
import * as email from './messaging/email.ts';
import * as inbound from './messaging/inbound.ts';
import { DescribedField, Schema_PicklistEntry } from './schema/DescribeFieldResult.ts';
import * as describes from './schema/DescribeSObjectResult.ts';
import * as fieldSets from './schema/FieldSet.ts';
import { RecordTypeDetails } from './schema/RecordTypeInfo.ts';
import * as fields from './schema/SObjectField.ts';
import * as objects from './schema/SObjectType.ts';
import * as accessLevel from './system/AccessLevel.ts';
import * as assert from './system/Assert.ts';
import * as blob from './system/Blob.ts';
import * as crypto from './system/Crypto.ts';
import * as database from './system/Database.ts';
import * as encoding from './system/EncodingUtil.ts';
import * as http from './system/Http.ts';
import * as httpRequest from './system/HttpRequest.ts';
import * as httpResponse from './system/HttpResponse.ts';
import * as id from './system/Id.ts';
import * as json from './system/JSON.ts';
import * as jsonGenerator from './system/JSONGenerator.ts';
import * as jsonParser from './system/JSONParser.ts';
import * as limits from './system/Limits.ts';
import * as math from './system/Math.ts';
import * as object from './system/Object.ts';
import * as orgLimits from './system/OrgLimits.ts';
import * as request from './system/Request.ts';
import * as schema from './system/Schema.ts';
import * as security from './system/Security.ts';
import * as string from './system/String.ts';
import * as system from './system/System.ts';
import * as test from './system/Test.ts';
import * as type from './system/Type.ts';
import * as uuid from './system/UUID.ts';
import * as url from './system/Url.ts';
import * as userInfo from './system/UserInfo.ts';
import * as version from './system/Version.ts';
import * as webService from './system/WebServiceCallout.ts';
import * as asynchronous from './system/async.ts';
import * as calloutMocks from './system/callout-mocks.ts';
import * as customConfig from './system/custom-config.ts';
import * as dates from './system/dates.ts';
import * as events from './system/events.ts';
import * as numbers from './system/numbers.ts';
import * as pages from './system/pages.ts';
import * as regex from './system/regex.ts';
import * as rest from './system/rest.ts';
import * as sites from './system/sites.ts';
import * as small from './system/small.ts';

const modules: readonly Record<string, unknown>[] = [
  controllers,
  chatter,
  dataClasses,
  orgLimits,
  partitions,
  options,
  locators,
  results,
  dom,
  invocable,
  email,
  inbound,
  describes,
  fieldSets,
  fields,
  objects,
  accessLevel,
  assert,
  blob,
  crypto,
  database,
  encoding,
  http,
  httpRequest,
  httpResponse,
  id,
  json,
  jsonGenerator,
  jsonParser,
  limits,
  math,
  object,
  request,
  schema,
  security,
  string,
  system,
  test,
  type,
  uuid,
  url,
  userInfo,
  version,
  webService,
  asynchronous,
  calloutMocks,
  customConfig,
  dates,
  events,
  numbers,
  pages,
  regex,
  rest,
  sites,
  small,
];

/** Classes whose behaviour has another name in JavaScript. */
const RENAMED: Record<string, unknown> = {
  'Schema.DescribeFieldResult': DescribedField,
  'Schema.DescribeSObjectResult': describes.DescribedObject,
  'Schema.PicklistEntry': Schema_PicklistEntry,
  'Schema.RecordTypeInfo': RecordTypeDetails,
  'System.Url': url.System_Url,
  'System.URL': url.System_Url,
};

const WITH_PROPERTIES = [
  DescribedField,
  describes.DescribedObject,
  describes.Schema_ChildRelationship,
  Schema_PicklistEntry,
  RecordTypeDetails,
  fieldSets.Schema_FieldSet,
  fieldSets.Schema_FieldSetMember,
];

const WITH_SMALL_PROPERTIES = [
  results.Database_Error,
  results.Database_SaveResult,
  results.Database_DeleteResult,
  results.Database_UndeleteResult,
  results.Database_EmptyRecycleBinResult,
  results.Database_UpsertResult,
  results.Database_MergeResult,
  results.Database_LeadConvertResult,
  options.Database_LeadConvert,
  email.Messaging_SendEmailResult,
  email.Messaging_SendEmailError,
];

let classes: Readonly<Record<string, unknown>> | undefined;

/** The library by full name, the same object each time: `System.String`, `Database.DMLOptions.EmailHeader`. */
export function libraryClasses(): Readonly<Record<string, unknown>> {
  return (classes ??= collect());
}

function collect(): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { namespace, name, text } of librarySignatures()) {
    const fullName = `${namespace}.${name}`;
    if (/\bglobal enum\b/.test(text)) found[fullName] = libraryEnum(fullName);
  }
  for (const exported of modules) {
    for (const [name, value] of Object.entries(exported)) {
      const match = /^([A-Z]\w*?)_(\w+)$/.exec(name);
      if (match !== null) found[`${match[1]}.${match[2]}`] = value;
    }
  }
  Object.assign(found, Object.fromEntries(declaredExceptions()), RENAMED);
  addInner(found);
  giveTypes(found);
  for (const described of WITH_PROPERTIES) defineProperties(described);
  for (const result of WITH_SMALL_PROPERTIES) defineProperties(result, true);
  return found;
}

/** Classes within classes are static members of them. */
function addInner(found: Record<string, unknown>): void {
  for (const { namespace, name, text } of librarySignatures()) {
    const fullName = `${namespace}.${name}`;
    for (const [, inner] of text.matchAll(/^ {2}global (?:virtual |abstract )?class (\w+)/gm)) {
      const member = (found[fullName] as Record<string, unknown> | undefined)?.[inner!];
      if (member !== undefined) found[`${fullName}.${inner}`] = member;
    }
  }
}

/** Puts on each class the type that tells what it implements: `new StaticResourceCalloutMock() instanceof HttpCalloutMock`. */
function giveTypes(found: Record<string, unknown>): void {
  for (const { namespace, name, text } of librarySignatures()) {
    const jsClass = found[`${namespace}.${name}`];
    if (typeof jsClass !== 'function' || Object.hasOwn(jsClass.prototype as object, '$type')) continue;
    const names = /\bclass \w+(?:<[^>]*>)?(?: extends [\w.]+)? implements ([\w., ]+)/.exec(text)?.[1]?.split(',') ?? [];
    const declared = declareType({
      name,
      namespace,
      kind: 'class',
      interfaces: () => names.map((each) => libraryType(each.includes('.') ? each.trim() : `System.${each.trim()}`)),
      jsClass: () => jsClass,
      create: () => Reflect.construct(jsClass, []) as unknown,
    });
    Object.defineProperty(jsClass.prototype, '$type', { value: declared });
  }
}

export { librarySignatures } from './signatures.ts';
