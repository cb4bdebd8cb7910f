/** `/control/…`: tests and the demo look inside the platform, break it, and set its clock. A real platform has no such door. */
import type { Answer, LeadPlatform } from './index.ts';
import type { Fault } from './faults.ts';
import type { Activity, Salesforce } from './send.ts';
import type { WireValue } from './store.ts';

export async function answerControl(platform: LeadPlatform, method: string, url: URL, body: Buffer): Promise<Answer> {
  const input = (body.length === 0 ? {} : JSON.parse(body.toString('utf8'))) as Record<string, unknown>;
  const parameter = (name: string): string | undefined => url.searchParams.get(name) ?? undefined;
  switch (`${method} ${url.pathname.slice('/control/'.length)}`) {
    case 'GET records':
      return { status: 200, body: platform.store.records(parameter('resource') ?? 'Lead') };
    case 'GET record':
      return {
        status: 200,
        body: platform.store.record(parameter('resource') ?? 'Lead', parameter('key') ?? '') ?? null,
      };
    case 'GET calls':
      return { status: 200, body: platform.store.calls(Number(parameter('after') ?? 0)) };
    case 'GET items':
      return { status: 200, body: platform.store.items(Number(parameter('after') ?? 0), parameter('key')) };
    case 'GET faults':
      return { status: 200, body: platform.faults.counts() };
    case 'PUT fault':
      platform.setFault(input as unknown as Fault);
      return { status: 200, body: input };
    case 'PUT clock':
      platform.clockOffsetMilliseconds = Number(input.offsetMilliseconds);
      return { status: 200, body: input };
    case 'PUT salesforce':
      platform.salesforce = input as unknown as Salesforce;
      return { status: 200, body: { baseUrl: platform.salesforce.baseUrl } };
    case 'PUT signing-secrets':
      platform.signingSecrets = input.secrets as string[];
      return { status: 200, body: { count: platform.signingSecrets.length } };
    case 'PUT value': {
      // Drift: a value changes on the platform, and nobody is told.
      const { resource, key, name, value } = input as { resource: string; key: string; name: string; value: WireValue };
      return { status: 200, body: platform.store.write(resource, key, { [name]: value }, undefined) };
    }
    case 'POST send':
      return { status: 200, body: await platform.send(input.activities as Activity[]) };
    default:
      return { status: 404, body: { error: `no control "${method} ${url.pathname}"` } };
  }
}
