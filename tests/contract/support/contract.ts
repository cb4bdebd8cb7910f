/** Holds every answer of ours to docs/contract/openapi.yaml: its status, its headers, its media type, its body. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

interface Response {
  readonly $ref?: string;
  readonly headers?: Record<string, { $ref?: string }>;
  readonly content?: Record<string, unknown>;
}

interface Document {
  readonly paths: Record<string, Record<string, { responses?: Record<string, Response> }>>;
  readonly components: { readonly responses: Record<string, Response> };
}

const text = readFileSync(join(__dirname, '../../../docs/contract/openapi.yaml'), 'utf8');
const document = parse(text, { merge: true }) as Document;
// "strict: false": an OpenAPI document has members that are no keywords of JSON Schema.
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document as object, 'openapi');

export interface ContractAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** @throws an error that lists every way in which the answer departs from the contract. */
export function expectContract(method: string, path: string, answer: ContractAnswer): void {
  const [pointer, response] = responseOf(method, path, answer.status);
  const faults = [...headerFaults(pointer, response, answer), ...bodyFaults(pointer, response, answer)];
  if (faults.length > 0)
    throw new Error(
      `${method} ${path} → ${answer.status} departs from the contract:\n${faults.join('\n')}\n${JSON.stringify(answer.body)}`,
    );
}

/** Checks a value against a schema of the document: `OutboundEvent`. */
export function schemaFaults(schema: string, value: unknown): string[] {
  return faultsOf(`#/components/schemas/${schema}`, value);
}

function responseOf(method: string, path: string, status: number): [pointer: string, response: Response] {
  const plain = path.split('?')[0]!;
  const template = Object.keys(document.paths).find((each) =>
    new RegExp(`^${each.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(plain),
  );
  const operation = template === undefined ? undefined : document.paths[template]![method.toLowerCase()];
  // A path or verb that the contract does not have is answered by a problem document all the same.
  if (operation === undefined) return ['#/components/responses/Problem', document.components.responses.Problem!];
  const response = operation.responses?.[String(status)];
  if (response === undefined) throw new Error(`${method} ${path}: the contract has no answer ${status}`);
  if (response.$ref !== undefined)
    return [response.$ref, document.components.responses[response.$ref.split('/').at(-1)!]!];
  return [`#/paths/${escape(template!)}/${method.toLowerCase()}/responses/${status}`, response];
}

function headerFaults(pointer: string, response: Response, { headers }: ContractAnswer): string[] {
  return Object.entries(response.headers ?? {}).flatMap(([name, header]) => {
    const place = header.$ref ?? `${pointer}/headers/${escape(name)}`;
    const value = headers.get(name);
    if (value !== null) return faultsOf(`${place}/schema`, value).map((fault) => `header ${name}: ${fault}`);
    return name === 'X-LeadBridge-Version' ? ['header X-LeadBridge-Version is missing'] : [];
  });
}

function bodyFaults(pointer: string, response: Response, { headers, body }: ContractAnswer): string[] {
  const mediaType = (headers.get('content-type') ?? '').split(';')[0]!.trim();
  if (response.content === undefined) return [];
  if (!(mediaType in response.content))
    return [`media type ${mediaType}, not ${Object.keys(response.content).join(' or ')}`];
  return faultsOf(`${pointer}/content/${escape(mediaType)}/schema`, body);
}

function faultsOf(pointer: string, value: unknown): string[] {
  const validate = ajv.getSchema(`openapi${pointer}`) ?? ajv.compile({ $ref: `openapi${pointer}` });
  if (validate(value) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

function escape(segment: string): string {
  return encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));
}
