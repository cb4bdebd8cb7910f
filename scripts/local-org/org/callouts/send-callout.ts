/** A callout of a running transaction: what forbids it, where it goes, how long it may take. */
import type { CalloutRequest, CalloutResponse } from '../../library/host.ts';
import { unsupported } from '../../unsupported.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import { planCallout } from './callout-plan.ts';

/** All callouts of a transaction together (Apex Developer Guide, "Callout Limits and Limitations"). */
const MAXIMUM_CUMULATIVE_MILLISECONDS = 120_000;

export function beginCallout(engine: OrgEngine): void {
  const { transaction } = engine;
  transaction.limits.add('Callouts');
  if (transaction.triggerDepth > 0 && transaction.kind !== 'event-trigger')
    throw engine.exception('System.CalloutException', 'Callout from triggers are currently not supported.');
  if (!transaction.allowsCallouts) {
    const text =
      transaction.kind === 'schedulable'
        ? 'Callout from scheduled Apex not supported.'
        : `Callout not allowed from this ${transaction.kind === 'future' ? 'future method' : 'job'}. Please enable callout by annotating the method or implementing Database.AllowsCallouts.`;
    throw engine.exception('System.CalloutException', text);
  }
  if (
    transaction.hasUncommittedWork ||
    (transaction.savepoints.size > 0 && engine.data.isWriting && !engine.tests.isRunning)
  ) {
    throw engine.exception(
      'System.CalloutException',
      'You have uncommitted work pending. Please commit or rollback before calling out',
    );
  }
}

export function sendCallout(engine: OrgEngine, request: CalloutRequest): CalloutResponse {
  const { transaction } = engine;
  const plan = planCallout(request, engine.credentials, {
    remoteSites: engine.image.remoteSites(),
    mayUsePrincipal: (credential, principal) => mayUsePrincipal(engine, credential, principal),
  });
  if ('refusal' in plan) throw engine.exception('System.CalloutException', plan.refusal);
  const left = MAXIMUM_CUMULATIVE_MILLISECONDS - transaction.calloutMilliseconds;
  if (left <= 0)
    throw engine.exception('System.CalloutException', 'Exceeded maximum time allotted for callout (120000 ms)');
  const send = engine.options.transport ?? unsupported('callouts from this process');
  // Row locks are given up: the called server may write to this org.
  engine.data.commit();
  const begun = performance.now();
  const outcome = send({ ...plan.request, timeoutMilliseconds: Math.min(plan.request.timeoutMilliseconds, left) });
  transaction.calloutMilliseconds += performance.now() - begun;
  if ('failure' in outcome) throw engine.exception('System.CalloutException', outcome.failure);
  return outcome.response;
}

/** The principal is granted by a permission set or profile; administrators are not exempt. */
function mayUsePrincipal(engine: OrgEngine, credential: string, principal: string): boolean {
  return engine.permissions.of(engine.transaction.user).hasEntity(principalId(credential, principal));
}

/** How SetupEntityAccess names a principal in this org: `<external credential>-<principal>`, as permission sets do. */
export function principalId(credential: string, principal: string): string {
  return `${credential}-${principal}`.toLowerCase();
}
