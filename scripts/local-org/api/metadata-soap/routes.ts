/** The Metadata door: deploys over SOAP (the CLI's default) and over REST. */
import { unzipSync } from 'fflate';
import { ApiError, type DeployOptions, type Session } from '../../org/local-org.ts';
import { UnsupportedError, UNSUPPORTED_CODE } from '../../unsupported.ts';
import { json, type DoorContext, type DoorResponse } from '../http.ts';
import type { Route } from '../router.ts';
import type { Sessions } from '../sessions.ts';
import { element, fault, parseCall, reply, type SoapCall } from '../soap.ts';
import { deployResult, type Deployments } from './deployments.ts';
import { deployRequestPart } from './multipart.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
/** Long enough for an ordinary deploy to be done at the first poll, short enough for a progress line. */
const FIRST_POLL_MILLISECONDS = 3000;

export function metadataRoutes(deployments: Deployments, sessions: Sessions): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/services/Soap/m/:version',
      summary: 'Metadata SOAP: deploy, checkDeployStatus, cancelDeploy, deployRecentValidation.',
      authentication: 'own',
      run: (context) => soap(context, deployments, sessions),
    },
    {
      method: 'POST',
      path: '/services/data/:version/metadata/deployRequest',
      summary: 'Starts a deploy (REST).',
      run: (context) => startRest(context, deployments),
    },
    {
      method: 'GET',
      path: '/services/data/:version/metadata/deployRequest/:id',
      summary: 'Shows the state of a deploy (REST).',
      run: (context) => pollRest(context, deployments),
    },
  ];
}

async function soap(context: DoorContext, deployments: Deployments, sessions: Sessions): Promise<DoorResponse> {
  try {
    const call = parseCall(context.request);
    const session = await sessions.fromToken(call.sessionId);
    return await perform(call, session, deployments);
  } catch (error) {
    if (error instanceof ApiError) return fault(NAMESPACE, error.errorCode, error.message);
    if (error instanceof UnsupportedError) return fault(NAMESPACE, UNSUPPORTED_CODE, error.message);
    throw error;
  }
}

async function perform(call: SoapCall, session: Session, deployments: Deployments): Promise<DoorResponse> {
  switch (call.operation) {
    case 'deploy': {
      const files = unzip(Buffer.from(String(call.arguments.ZipFile ?? ''), 'base64'));
      const { id } = deployments.start(session, files, soapOptions(call.arguments.DeployOptions));
      return reply(NAMESPACE, 'deploy', element('result', { done: false, id, state: 'Queued' }));
    }
    case 'checkDeployStatus': {
      const deployment = known(deployments, String(call.arguments.asyncProcessId));
      await deployments.settle(deployment, FIRST_POLL_MILLISECONDS);
      return reply(NAMESPACE, 'checkDeployStatus', element('result', deployResult(deployment)));
    }
    case 'cancelDeploy':
      return reply(NAMESPACE, 'cancelDeploy', element('result', cancel(deployments, call.arguments)));
    case 'deployRecentValidation': {
      const validated = known(deployments, String(call.arguments.validationId));
      const { id } = deployments.start(session, validated.files, {
        ...validated.options,
        checkOnly: false,
        testLevel: 'NoTestRun',
      });
      return reply(NAMESPACE, 'deployRecentValidation', element('result', id));
    }
    default:
      throw new UnsupportedError(`the Metadata API call ${call.operation}`);
  }
}

/** Only a deploy that waits for another can be called off: one that runs is a single transaction, over in seconds. */
function cancel(deployments: Deployments, { id, String: text }: SoapCall['arguments']): Record<string, unknown> {
  const deployment = known(deployments, String(id ?? text));
  if (deployment.outcome !== undefined) throw new ApiError(400, 'INVALID_ID_FIELD', 'Deployment already completed');
  if (!deployments.cancel(deployment)) throw new UnsupportedError('cancelling a deploy that runs already');
  return { done: true, id: deployment.id };
}

function known(deployments: Deployments, id: string) {
  const deployment = deployments.find(id);
  if (deployment === undefined)
    throw new ApiError(404, 'INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: no deploy ${id} is known here`);
  return deployment;
}

async function startRest({ org, session, request }: DoorContext, deployments: Deployments): Promise<DoorResponse> {
  const { zip, options, validatedDeployRequestId } = deployRequestPart(request);
  if (validatedDeployRequestId !== undefined) {
    const validated = known(deployments, validatedDeployRequestId);
    return json(201, {
      id: deployments.start(session, validated.files, {
        ...validated.options,
        checkOnly: false,
        testLevel: 'NoTestRun',
      }).id,
    });
  }
  const deployment = deployments.start(session, unzip(zip!), normalise(options));
  void org;
  return json(201, {
    id: deployment.id,
    deployOptions: options,
    deployResult: { id: deployment.id, status: 'Pending', done: false, success: false },
  });
}

async function pollRest({ parameters }: DoorContext, deployments: Deployments): Promise<DoorResponse> {
  const deployment = known(deployments, parameters.id!);
  await deployments.settle(deployment, FIRST_POLL_MILLISECONDS);
  return json(200, { id: deployment.id, deployOptions: deployment.options, deployResult: deployResult(deployment) });
}

/** Unpacks a package; `--metadata-dir` puts it into a folder of its own, which is taken off. */
function unzip(zip: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(zip);
  } catch {
    throw new ApiError(400, 'INVALID_ZIP', 'The deploy holds no readable zip file.');
  }
  const files = Object.entries(entries).filter(([path]) => !path.endsWith('/'));
  const manifest = files.find(([path]) => /(^|\/)package\.xml$/.test(path))?.[0] ?? '';
  const folder = manifest.slice(0, manifest.length - 'package.xml'.length);
  return new Map(files.map(([path, bytes]) => [path.startsWith(folder) ? path.slice(folder.length) : path, bytes]));
}

function soapOptions(value: unknown): DeployOptions {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const runTests = raw.runTests === undefined ? [] : [raw.runTests].flat().map(String);
  const flags = Object.fromEntries(
    Object.entries(raw).map(([name, text]) => [name, text === 'true' ? true : text === 'false' ? false : text]),
  );
  return normalise({ ...flags, runTests });
}

function normalise(options: Partial<DeployOptions>): DeployOptions {
  return {
    checkOnly: options.checkOnly ?? false,
    rollbackOnError: options.rollbackOnError ?? true,
    testLevel: options.testLevel ?? 'NoTestRun',
    runTests: options.runTests ?? [],
    ignoreWarnings: options.ignoreWarnings ?? false,
    purgeOnDelete: options.purgeOnDelete ?? false,
  };
}
