/**
 * Who a token stands for. Tokens live in the org's settings, so that a restart does not log anybody out
 * (the CLI's auth file holds the administrator's token).
 */
import { randomBytes } from 'node:crypto';
import { ApiError, type LocalOrg, type Session } from '../org/local-org.ts';
import type { DoorRequest } from './http.ts';

const SETTING = 'access-tokens';

export class Sessions {
  readonly #org: LocalOrg;
  #userByToken: Map<string, string> | undefined;

  constructor(org: LocalOrg) {
    this.#org = org;
  }

  /** Makes a token for a user. Its form is the platform's: the CLI checks it. */
  async create(userId: string): Promise<string> {
    const tokens = await this.#load();
    const token = `${this.#org.organizationId.slice(0, 15)}!${randomBytes(24).toString('hex')}`;
    tokens.set(token, userId);
    await this.#org.writeSetting(SETTING, JSON.stringify([...tokens]));
    return token;
  }

  /** The administrator's token: the same over restarts. */
  async administratorToken(): Promise<string> {
    const tokens = await this.#load();
    for (const [token, userId] of tokens) if (userId === this.#org.administrator.userId) return token;
    return this.create(this.#org.administrator.userId);
  }

  /** @throws ApiError 401 INVALID_SESSION_ID, the platform's words. */
  async fromRequest(request: DoorRequest): Promise<Session> {
    const [scheme = '', token = ''] = (request.headers.get('authorization') ?? '').split(' ', 2);
    if (!/^(bearer|oauth)$/i.test(scheme)) throw invalidSession();
    return this.fromToken(token);
  }

  async fromToken(token: string): Promise<Session> {
    const userId = (await this.#load()).get(token);
    if (userId === undefined) throw invalidSession();
    return { userId, kind: 'api', token };
  }

  async #load(): Promise<Map<string, string>> {
    if (this.#userByToken === undefined) {
      const stored = await this.#org.readSetting(SETTING);
      this.#userByToken = new Map(stored === undefined ? [] : (JSON.parse(stored) as Array<[string, string]>));
    }
    return this.#userByToken;
  }
}

export function invalidSession(): ApiError {
  return new ApiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
}
