/** Loads users as running users: their details for UserInfo, their profile, whether they are a Site's guest. */
import type { RunningUser } from './transaction.ts';
import type { PlainRow, Rows } from './rows.ts';

export class UserDirectory {
  private readonly rows: Rows;
  private readonly cache = new Map<string, RunningUser>();
  private revision = -1;

  constructor(rows: Rows) {
    this.rows = rows;
  }

  forget(): void {
    this.cache.clear();
  }

  byId(id: string): RunningUser | undefined {
    if (this.revision !== this.rows.setupRevision) {
      this.cache.clear();
      this.revision = this.rows.setupRevision;
    }
    let user = this.cache.get(id);
    if (user === undefined) {
      const row = this.rows.byId('User', id);
      if (row === undefined) return undefined;
      this.cache.set(id, (user = this.toUser(row)));
    }
    return user;
  }

  byUsername(username: string): RunningUser | undefined {
    const [row] = this.rows.where('User', 'Username', [username]);
    return row === undefined ? undefined : this.byId(String(row.Id));
  }

  private toUser(row: PlainRow): RunningUser {
    const profile = row.ProfileId === null ? undefined : this.rows.byId('Profile', String(row.ProfileId));
    const userType = text(row.UserType) ?? 'Standard';
    return {
      id: String(row.Id),
      username: text(row.Username) ?? '',
      firstName: text(row.FirstName),
      lastName: text(row.LastName) ?? '',
      email: text(row.Email) ?? '',
      profileId: text(row.ProfileId) ?? '',
      profileName: text(profile?.Name) ?? '',
      roleId: text(row.UserRoleId),
      userType,
      timeZone: text(row.TimeZoneSidKey) ?? 'America/Los_Angeles',
      locale: text(row.LocaleSidKey) ?? 'en_US',
      language: text(row.LanguageLocaleKey) ?? 'en_US',
      isGuest: userType === 'Guest',
      isActive: row.IsActive === true,
    };
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
