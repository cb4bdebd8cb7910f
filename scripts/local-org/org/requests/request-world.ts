/** What every kind of request needs: the session's user, and the place in code that it counts as. */
import type { CallSite } from '../../library/host.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import type { RunningUser } from '../engine/transaction.ts';
import { ApiError, type Session } from '../local-org.ts';

/** Requests of the APIs run in user mode. */
export const API_SITE: CallSite = { className: '', apiVersion: 67, sharing: 'with', isTrigger: false, isTest: false };

export function userOf(engine: OrgEngine, session: Session): RunningUser {
  const user = engine.users.byId(session.userId);
  if (user === undefined || !user.isActive) throw new ApiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
  return user;
}
