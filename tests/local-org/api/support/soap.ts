/** SOAP calls as the CLI sends them: the token in the body, no Authorization header. */
import type { Doors } from './doors.ts';

export async function soap(doors: Doors, path: string, body: string, token = doors.token): Promise<string> {
  const envelope =
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">' +
    `<soapenv:Header><SessionHeader><sessionId>${token}</sessionId></SessionHeader></soapenv:Header>` +
    `<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
  const { body: text } = await doors.call<string>('POST', path, envelope, {
    token: null,
    headers: { 'content-type': 'text/xml', soapaction: '""' },
  });
  return text;
}

/** The text of the first element of a name. */
export function textOf(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xml)?.[1];
}
