/** Apex REST: which class answers a path, who may call it, how its method gets its arguments, and how failures look. */
import { ApexBlob } from '../../library/core/apex-blob.ts';
import { ApexException } from '../../library/core/apex-exception.ts';
import { System_JSON } from '../../library/system/JSON.ts';
import {
  System_RestContext,
  System_RestRequest,
  System_RestResponse,
  isAllowedStatusCode,
} from '../../library/system/rest.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import type { RunningUser } from '../engine/transaction.ts';
import { ApiError, type ApexRestRequest, type ApexRestResponse, type Session } from '../local-org.ts';
import { UnsupportedError } from '../../unsupported.ts';
import { userOf } from './request-world.ts';

type RestClass = ReturnType<OrgEngine['image']['program']['restClasses']>[number];

const JSON_TYPE = ['Content-Type', 'application/json;charset=UTF-8'] as const;

export function answerApexRest(engine: OrgEngine, session: Session, request: ApexRestRequest): ApexRestResponse {
  try {
    return call(engine, session, request);
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(error.status, error.errorCode, error.message);
    const apex = engine.image.program.asApexError(error);
    if (apex instanceof ApexException) return errorAnswer(500, 'APEX_ERROR', `${engine.describeException(apex)}`);
    if (error instanceof UnsupportedError) return errorAnswer(501, error.code, error.message);
    throw error;
  }
}

function errorAnswer(statusCode: number, errorCode: string, message: string): ApexRestResponse {
  return { statusCode, headers: [JSON_TYPE], body: Buffer.from(JSON.stringify([{ errorCode, message }])) };
}

function call(engine: OrgEngine, session: Session, request: ApexRestRequest): ApexRestResponse {
  const user = userOf(engine, session);
  const restClass = matchingClass(engine.image.program.restClasses(), request.path);
  if (restClass === undefined) throw new ApiError(404, 'NOT_FOUND', `Could not find a match for URL ${request.path}`);
  refuseWithoutAccess(engine, user, restClass);
  // HEAD runs the GET method; the server leaves the body out (the allowed verbs name it beside GET).
  const verb = request.method === 'HEAD' ? 'get' : request.method.toLowerCase();
  const method = restClass.methods.find(({ annotations }) => `http${verb}` in annotations);
  if (method === undefined)
    throw new ApiError(
      405,
      'METHOD_NOT_ALLOWED',
      `HTTP Method '${request.method}' not allowed. Allowed are ${allowed(restClass)}`,
    );
  const { program } = engine.image;
  return engine.runTransaction(
    { kind: 'apex-rest', user, sessionToken: session.token ?? null, sitePrefix: session.sitePrefix ?? null },
    () => {
      const hasParameters = method.parameters.length > 0;
      const context = restRequest(request, restClass, hasParameters);
      System_RestContext.request = context;
      System_RestContext.response = new System_RestResponse();
      const args = hasParameters ? argumentsOf(engine, method, request) : [];
      const result = program.invokeStatic(restClass.name, method.jsName, args);
      return responseOf(System_RestContext.response ?? new System_RestResponse(), method.returnType, result);
    },
  );
}

/** An exact mapping wins, then the longest with a wildcard (Apex Developer Guide, "RestResource Annotation"). Case matters. */
function matchingClass(classes: readonly RestClass[], path: string): RestClass | undefined {
  const exact = classes.find(({ urlMapping }) => urlMapping === path);
  if (exact !== undefined) return exact;
  const matching = classes.filter(({ urlMapping }) => urlMapping.includes('*') && pattern(urlMapping).test(path));
  return matching.sort((a, b) => b.urlMapping.length - a.urlMapping.length)[0];
}

function pattern(mapping: string): RegExp {
  const source = mapping
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`);
}

function refuseWithoutAccess(engine: OrgEngine, user: RunningUser, restClass: RestClass): void {
  const topLevel = restClass.name.split('.')[0]!;
  const id = engine.classIdOf(topLevel);
  if (id !== undefined && engine.permissions.canRunClass(user, id)) return;
  throw new ApiError(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${topLevel}`);
}

function allowed(restClass: RestClass): string {
  const verbs = restClass.methods.flatMap(({ annotations }) =>
    Object.keys(annotations)
      .filter((name) => name.startsWith('http'))
      .map((name) => name.slice(4).toUpperCase()),
  );
  return [...new Set([...verbs, ...(verbs.includes('GET') ? ['HEAD'] : [])])].sort().join(',');
}

function restRequest(request: ApexRestRequest, restClass: RestClass, hasParameters: boolean): System_RestRequest {
  const context = new System_RestRequest();
  context.httpMethod = request.method;
  context.requestURI = request.path;
  context.resourcePath = `/services/apexrest${restClass.urlMapping}`;
  context.remoteAddress = request.remoteAddress;
  // A method with parameters has taken the body (reference/platform.md §3).
  context.requestBody = hasParameters ? null : new ApexBlob(request.body);
  for (const [name, value] of request.headers) context.addHeader(name, value);
  for (const [name, value] of request.parameters) context.addParameter(name, value);
  return context;
}

function argumentsOf(engine: OrgEngine, method: RestClass['methods'][number], request: ApexRestRequest): unknown[] {
  const text = Buffer.from(request.body).toString('utf8');
  let json: Record<string, unknown>;
  try {
    json = text.trim() === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  } catch (error) {
    throw new ApiError(400, 'JSON_PARSER_ERROR', (error as Error).message);
  }
  const names = method.parameterNames;
  const unknown = Object.keys(json).find((key) => !names.some((name) => name.toLowerCase() === key.toLowerCase()));
  if (unknown !== undefined)
    throw new ApiError(400, 'JSON_PARSER_ERROR', `Unexpected parameter encountered during deserialization: ${unknown}`);
  return names.map((name, at) => {
    const key = Object.keys(json).find((each) => each.toLowerCase() === name.toLowerCase());
    if (key === undefined || json[key] === null) return null;
    const type = engine.image.program.typeByName(method.parameters[at]!, engine.schema);
    return argument(JSON.stringify(json[key]), type ?? null);
  });
}

/** A value that does not fit its parameter never reaches Apex. */
function argument(text: string, type: Parameters<typeof System_JSON.deserialize>[1]): unknown {
  try {
    return System_JSON.deserialize(text, type);
  } catch (error) {
    if (error instanceof ApexException) throw new ApiError(400, 'JSON_PARSER_ERROR', String(error.getMessage()));
    throw error;
  }
}

function responseOf(response: System_RestResponse, returnType: string, result: unknown): ApexRestResponse {
  const statusCode = response.statusCode ?? 200;
  if (!isAllowedStatusCode(statusCode))
    throw new ApiError(500, 'APEX_ERROR', `System.RestException: Invalid status code: ${statusCode}`);
  const headers: Array<readonly [string, string]> = [];
  for (const name of response.headers.keySet() as Iterable<unknown>)
    headers.push([String(name), String(response.headers.get(name) ?? '')]);
  const isVoid = returnType.toLowerCase() === 'void';
  const body = isVoid
    ? (response.responseBody?.bytes ?? new Uint8Array())
    : Buffer.from(String(System_JSON.serialize(result)));
  if (!headers.some(([name]) => name.toLowerCase() === 'content-type') && body.length > 0) headers.push(JSON_TYPE);
  return { statusCode, headers, body };
}
