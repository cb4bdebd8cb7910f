/** /composite and /composite/batch: several REST calls in one, later ones naming results of earlier ones. */
import { ApiError } from '../../org/local-org.ts';
import { UNSUPPORTED_CODE, unsupported, UnsupportedError } from '../../unsupported.ts';
import { errorAnswer, json, jsonBody, type DoorContext, type DoorRequest, type DoorResponse } from '../http.ts';

interface SubRequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId?: string;
  readonly body?: unknown;
  readonly richInput?: unknown;
}

type Dispatch = (context: DoorContext, request: DoorRequest) => Promise<DoorResponse>;

/** REST API Developer Guide, "Composite". */
const MAXIMUM_SUBREQUESTS = 25;

export function compositeWith(dispatch: Dispatch) {
  return async (context: DoorContext): Promise<DoorResponse> => {
    const body = jsonBody(context.request) as { allOrNone?: boolean; compositeRequest?: SubRequest[] };
    const { compositeRequest: subRequests } = body;
    if (!Array.isArray(subRequests))
      throw new ApiError(400, 'INVALID_INPUT', 'The "compositeRequest" array is required.');
    checkSubRequests(subRequests);
    if (body.allOrNone === true && subRequests.length > 1) unsupported('allOrNone over several composite subrequests');
    const results = new Map<string, unknown>();
    const compositeResponse = [];
    for (const sub of subRequests) {
      const answer = await performResolved(dispatch, context, sub, results);
      const value = parse(answer);
      if (answer.status < 300) results.set(sub.referenceId ?? '', value);
      compositeResponse.push({
        body: value,
        httpHeaders: {},
        httpStatusCode: answer.status,
        referenceId: sub.referenceId,
      });
    }
    return json(200, { compositeResponse });
  };
}

function checkSubRequests(subRequests: readonly SubRequest[]): void {
  if (subRequests.length > MAXIMUM_SUBREQUESTS) {
    throw new ApiError(
      400,
      'LIMIT_EXCEEDED',
      `The request can't contain more than ${MAXIMUM_SUBREQUESTS} subrequests. It contains ${subRequests.length}.`,
    );
  }
  const seen = new Set<string>();
  for (const { method, url, referenceId } of subRequests) {
    if (typeof method !== 'string' || typeof url !== 'string' || typeof referenceId !== 'string')
      throw new ApiError(400, 'INVALID_INPUT', 'Each subrequest needs "method", "url" and "referenceId".');
    if (seen.has(referenceId))
      throw new ApiError(400, 'INVALID_INPUT', `The referenceId "${referenceId}" is used more than once.`);
    seen.add(referenceId);
  }
}

/** A reference to a result that is not there fails its own subrequest, and those that need it. */
async function performResolved(
  dispatch: Dispatch,
  context: DoorContext,
  sub: SubRequest,
  results: ReadonlyMap<string, unknown>,
): Promise<DoorResponse> {
  let resolved: SubRequest;
  try {
    resolved = resolveReferences(sub, results);
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(error);
    throw error;
  }
  return perform(dispatch, context, resolved, 'body');
}

export function batchWith(dispatch: Dispatch) {
  return async (context: DoorContext): Promise<DoorResponse> => {
    const body = jsonBody(context.request) as { batchRequests?: SubRequest[]; haltOnError?: boolean };
    if (!Array.isArray(body.batchRequests))
      throw new ApiError(400, 'INVALID_INPUT', 'The "batchRequests" array is required.');
    const results = [];
    let hasErrors = false;
    for (const sub of body.batchRequests) {
      if (hasErrors && body.haltOnError === true) {
        results.push({
          statusCode: 412,
          result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
        });
        continue;
      }
      const url = sub.url.startsWith('/') ? sub.url : `/services/data/${sub.url}`;
      const answer = await perform(dispatch, context, { ...sub, url }, 'richInput');
      hasErrors ||= answer.status >= 400;
      results.push({ statusCode: answer.status, result: parse(answer) });
    }
    return json(200, { hasErrors, results });
  };
}

async function perform(
  dispatch: Dispatch,
  context: DoorContext,
  sub: SubRequest,
  bodyName: 'body' | 'richInput',
): Promise<DoorResponse> {
  const [path = '', query = ''] = sub.url.split('?', 2);
  const value = sub[bodyName];
  try {
    return await dispatch(context, {
      ...context.request,
      method: sub.method.toUpperCase(),
      path,
      query: new URLSearchParams(query),
      body: Buffer.from(value === undefined ? '' : JSON.stringify(value)),
    });
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(error);
    if (error instanceof UnsupportedError) return errorAnswer(new ApiError(501, UNSUPPORTED_CODE, error.message));
    throw error;
  }
}

function parse(answer: DoorResponse): unknown {
  return typeof answer.body === 'string' && answer.body !== '' ? JSON.parse(answer.body) : null;
}

/** `@{reference.path}` in URLs and bodies (REST API Developer Guide, "Composite"). */
function resolveReferences(sub: SubRequest, results: ReadonlyMap<string, unknown>): SubRequest {
  const text = JSON.stringify({ url: sub.url, body: sub.body });
  const resolved = text.replace(/@\{([^.}]+)\.([^}]+)\}/g, (whole, reference: string, path: string) => {
    let value = results.get(reference);
    for (const part of path.split(/[.[\]]+/).filter((p) => p !== ''))
      value = (value as Record<string, unknown> | undefined)?.[part];
    if (value === undefined) {
      throw new ApiError(
        400,
        'PROCESSING_HALTED',
        `Invalid reference specified. No value for ${whole.slice(2, -1)} found in ${reference}`,
      );
    }
    return JSON.stringify(String(value)).slice(1, -1);
  });
  return { ...sub, ...(JSON.parse(resolved) as { url: string; body?: unknown }) };
}
