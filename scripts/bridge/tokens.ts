/**
 * The access tokens of inbound clients: made here, sent once, kept in Salesforce as a digest only (docs/contract §2).
 * Rotation is create next → both valid → revoke the old.
 */
import type { Connection } from '@salesforce/core';
import { createHash, randomBytes } from 'node:crypto';
import { BridgeError } from './bridge-error.ts';
import { insertOne, query, quote, updateOne, type OrgRecord } from './org-records.ts';

export const SCOPES = ['events:write', 'leads:write', 'leads:read', 'members:write', 'members:read'];

export interface NewToken {
  readonly keyId: string;
  readonly system: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string;
  /** The only copy there is; undefined for a row that stands for an OAuth user. */
  readonly token: string | undefined;
}

export interface TokenRow {
  readonly keyId: string;
  readonly system: string;
  readonly state: string;
  readonly scopes: string;
  readonly notBefore: string | null;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly isOauthUser: boolean;
}

export interface TokenRequest {
  readonly system: string;
  readonly scopes?: readonly string[];
  /** From now; 0 or less makes a token that has expired already (for tests). */
  readonly expiresInDays: number;
  readonly state?: 'Current' | 'Next';
  /** Makes a row for the run-as user of an OAuth client instead of a secret. */
  readonly integrationUsername?: string;
}

/** @throws BridgeError when a scope or the user is unknown. */
export async function createToken(connection: Connection, request: TokenRequest): Promise<NewToken> {
  const scopes = request.scopes ?? SCOPES;
  const unknown = scopes.filter((scope) => !SCOPES.includes(scope));
  if (unknown.length > 0)
    throw new BridgeError('UnknownScopeError', `There is no scope "${unknown.join(', ')}".`, [
      `Scopes are: ${SCOPES.join(', ')}.`,
    ]);
  const organizationId = await organizationIdOf(connection);
  const keyId = randomBytes(6).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + request.expiresInDays * 86_400_000).toISOString();
  const row: OrgRecord = {
    Key_Id__c: keyId,
    System__c: request.system,
    Use__c: 'Inbound',
    Scopes__c: scopes.join(' '),
    Not_Before__c: new Date(Math.min(Date.now(), Date.parse(expiresAt)) - 60_000).toISOString(),
    Expires_At__c: expiresAt,
    State__c: request.state ?? 'Current',
    Organization_Id__c: organizationId,
  };
  if (request.integrationUsername === undefined)
    row.Token_Hash__c = createHash('sha256')
      .update(organizationId + secret)
      .digest('hex');
  else row.Integration_User__c = await userIdOf(connection, request.integrationUsername);
  await insertOne(connection, 'Sync_Access_Token__c', row);
  const token = request.integrationUsername === undefined ? `lbt_${keyId}_${secret}` : undefined;
  return { keyId, system: request.system, scopes, expiresAt, token };
}

export async function listTokens(connection: Connection, system?: string): Promise<TokenRow[]> {
  const where = system === undefined ? '' : ` AND System__c = ${quote(system)}`;
  const rows = await query(
    connection,
    'SELECT Key_Id__c, System__c, State__c, Scopes__c, Not_Before__c, Expires_At__c, Last_Used_At__c, Integration_User__c ' +
      `FROM Sync_Access_Token__c WHERE Use__c = 'Inbound'${where} ORDER BY System__c, CreatedDate`,
  );
  return rows.map((row) => ({
    keyId: row.Key_Id__c as string,
    system: row.System__c as string,
    state: row.State__c as string,
    scopes: (row.Scopes__c as string | null) ?? '',
    notBefore: row.Not_Before__c as string | null,
    expiresAt: row.Expires_At__c as string | null,
    lastUsedAt: row.Last_Used_At__c as string | null,
    isOauthUser: row.Integration_User__c !== null,
  }));
}

/** Revokes a token at once. @throws BridgeError when there is none with this key id. */
export async function revokeToken(connection: Connection, keyId: string): Promise<void> {
  const [row] = await query(connection, `SELECT Id FROM Sync_Access_Token__c WHERE Key_Id__c = ${quote(keyId)}`);
  if (row === undefined)
    throw new BridgeError('NoTokenError', `There is no token with the key id "${keyId}".`, [
      'List the tokens with "sf bridge token list".',
    ]);
  await updateOne(connection, 'Sync_Access_Token__c', row.Id!, {
    State__c: 'Revoked',
    Revoked_At__c: new Date().toISOString(),
  });
}

export interface Rotation {
  /** Made by the first step. */
  readonly created?: NewToken;
  /** Key ids revoked by the second. */
  readonly revoked: readonly string[];
}

/**
 * One step of a rotation: without a next token it makes one, both valid; with one (`finish`), the next becomes current and
 * the others are revoked.
 */
export async function rotateToken(
  connection: Connection,
  system: string,
  finish: boolean,
  expiresInDays: number,
): Promise<Rotation> {
  const rows = await query(
    connection,
    `SELECT Id, Key_Id__c, State__c FROM Sync_Access_Token__c WHERE System__c = ${quote(system)} AND Use__c = 'Inbound' ` +
      "AND Integration_User__c = null AND State__c != 'Revoked'",
  );
  const next = rows.filter((row) => row.State__c === 'Next');
  if (!finish) {
    if (next.length > 0) {
      throw new BridgeError(
        'RotationUnderWayError',
        `${system} has a next token already (key id ${next[0]!.Key_Id__c as string}).`,
        ['Give it to the platform, then run the command with --finish.'],
      );
    }
    return { created: await createToken(connection, { system, expiresInDays, state: 'Next' }), revoked: [] };
  }
  if (next.length === 0)
    throw new BridgeError('NoNextTokenError', `${system} has no next token to change to.`, [
      'Run the command without --finish first.',
    ]);
  await updateOne(connection, 'Sync_Access_Token__c', next[0]!.Id!, { State__c: 'Current' });
  const old = rows.filter((row) => row.State__c === 'Current');
  for (const row of old) await revokeToken(connection, row.Key_Id__c as string);
  return { revoked: old.map((row) => row.Key_Id__c as string) };
}

/** The 18-character id: the org fence and the token's digest are made with it. */
export async function organizationIdOf(connection: Connection): Promise<string> {
  const [row] = await query(connection, 'SELECT Id FROM Organization');
  return row!.Id!;
}

export async function userIdOf(connection: Connection, username: string): Promise<string> {
  const [row] = await query(connection, `SELECT Id FROM User WHERE Username = ${quote(username)} AND IsActive = true`);
  if (row === undefined)
    throw new BridgeError('NoUserError', `There is no active user "${username}".`, [
      'Create the user first, or name another with the flag.',
    ]);
  return row.Id!;
}
