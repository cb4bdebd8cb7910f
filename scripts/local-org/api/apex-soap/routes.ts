/** The Apex SOAP door: executeAnonymous, which `sf apex run` calls. */
import { ApiError } from '../../org/local-org.ts';
import { UnsupportedError, UNSUPPORTED_CODE } from '../../unsupported.ts';
import type { DoorContext, DoorResponse } from '../http.ts';
import type { Route } from '../router.ts';
import type { Sessions } from '../sessions.ts';
import { elements, escapeXml, fault, parseCall, reply } from '../soap.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/08/apex';

export function apexSoapRoutes(sessions: Sessions): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/services/Soap/s/:version/*organization',
      summary: 'Apex SOAP: executeAnonymous.',
      authentication: 'own',
      run: (context) => run(context, sessions),
    },
  ];
}

async function run({ org, request }: DoorContext, sessions: Sessions): Promise<DoorResponse> {
  try {
    const call = parseCall(request);
    if (call.operation !== 'executeAnonymous') throw new UnsupportedError(`the Apex SOAP call ${call.operation}`);
    const session = await sessions.fromToken(call.sessionId);
    const { debugLog, ...result } = await org.executeAnonymous(session, String(call.arguments.apexcode ?? ''));
    const header = `<DebuggingInfo><debugLog>${escapeXml(debugLog)}</debugLog></DebuggingInfo>`;
    return reply(NAMESPACE, 'executeAnonymous', `<result>${elements(result)}</result>`, header);
  } catch (error) {
    if (error instanceof ApiError) return fault(NAMESPACE, error.errorCode, error.message);
    if (error instanceof UnsupportedError) return fault(NAMESPACE, UNSUPPORTED_CODE, error.message);
    throw error;
  }
}
