/** A Site comes with a guest: a profile named after it and the one user that callers without a session are. */
import type { Component } from '../../metadata/component.ts';
import { flag, text } from '../../metadata/definition.ts';
import { createProfile } from './bootstrap.ts';
import { upsert, type SetupWorld } from './project-metadata.ts';

export function projectSite(world: SetupWorld, { fullName, definition }: Component): void {
  const { rows } = world;
  const label = text(definition, 'masterLabel') ?? fullName;
  const guestUserId = guestUser(world, fullName, label);
  const defaultOwner = text(definition, 'siteGuestRecordDefaultOwner');
  const [owner] = defaultOwner === undefined ? [] : rows.where('User', 'Username', [defaultOwner]);
  const [existing] = rows.where('Site', 'Name', [fullName]);
  upsert(rows, 'Site', 'Name', fullName, {
    MasterLabel: label,
    UrlPathPrefix: text(definition, 'urlPathPrefix') ?? null,
    Status: flag(definition, 'active') ? 'Active' : 'Inactive',
    SiteType: text(definition, 'siteType') ?? 'Visualforce',
    GuestUserId: guestUserId,
    AdminId: existing?.AdminId ?? world.administratorId,
    // A redeploy sets the default owner again: to the file's, or to nobody chosen (reference/platform.md §5.1).
    GuestRecordDefaultOwnerId: owner?.Id ?? world.administratorId,
  });
}

function guestUser(world: SetupWorld, siteName: string, label: string): string {
  const { rows } = world;
  const username = `${siteName.toLowerCase()}@${world.orgDomain}`;
  const [known] = rows.where('User', 'Username', [username]);
  if (known !== undefined) return String(known.Id);
  const profileName = `${label} Profile`;
  const [license] = rows.where('UserLicense', 'Name', ['Guest User License']);
  const [profile] = rows.where('Profile', 'Name', [profileName]);
  const profileId =
    profile === undefined
      ? createProfile(
          rows,
          {
            name: profileName,
            license: 'Guest User License',
            userType: 'Guest',
            permissions: [],
            standardObjects: 'none',
          },
          String(license?.Id ?? ''),
        )
      : String(profile.Id);
  return rows.insert('User', {
    Username: username,
    LastName: `${label} Site Guest User`,
    Alias: 'guest',
    Email: username,
    ProfileId: profileId,
    UserType: 'Guest',
    IsActive: true,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    CommunityNickname: siteName,
  });
}
