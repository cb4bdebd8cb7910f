/** What every org is born with: its Organization row, licences, standard profiles, the administrator and the platform's own users. */
import type { PlainRow, Rows } from '../engine/rows.ts';

export interface BirthCertificate {
  readonly organizationId: string;
  readonly administratorId: string;
  readonly automatedProcessId: string;
}

export interface BirthOptions {
  readonly orgName: string;
  readonly administratorUsername: string;
  readonly timeZone: string;
}

interface ProfilePlan {
  readonly name: string;
  readonly license: string;
  readonly userType: string;
  /** System permissions without their prefix. */
  readonly permissions: readonly string[];
  readonly standardObjects: 'none' | 'edit' | 'read';
}

const ADMINISTRATOR_PERMISSIONS = [
  'ModifyAllData',
  'ViewAllData',
  'ViewSetup',
  'AuthorApex',
  'CustomizeApplication',
  'ManageUsers',
  'ApiEnabled',
  'EditTask',
  'EditEvent',
  'ConvertLeads',
  'RunReports',
  'ManageCustomPermissions',
  'ManageNamedCredentials',
  'ViewEncryptedData',
  'ViewAllUsers',
  'ManageSharing',
  'TransferAnyLead',
  'TransferAnyEntity',
  'ResetPasswords',
  'ManageInternalUsers',
  'AssignPermissionSets',
  'ManageProfilesPermissionsets',
  'ModifyMetadata',
  'ViewRoles',
  'EmailSingle',
  'EmailMass',
  'ImportLeads',
];
const STANDARD_USER_PERMISSIONS = [
  'ApiEnabled',
  'EditTask',
  'EditEvent',
  'ConvertLeads',
  'RunReports',
  'ViewSetup',
  'EmailSingle',
];

const PROFILES: readonly ProfilePlan[] = [
  {
    name: 'System Administrator',
    license: 'Salesforce',
    userType: 'Standard',
    permissions: ADMINISTRATOR_PERMISSIONS,
    standardObjects: 'edit',
  },
  {
    name: 'Standard User',
    license: 'Salesforce',
    userType: 'Standard',
    permissions: STANDARD_USER_PERMISSIONS,
    standardObjects: 'edit',
  },
  {
    name: 'Marketing User',
    license: 'Salesforce',
    userType: 'Standard',
    permissions: STANDARD_USER_PERMISSIONS,
    standardObjects: 'edit',
  },
  {
    name: 'Contract Manager',
    license: 'Salesforce',
    userType: 'Standard',
    permissions: STANDARD_USER_PERMISSIONS,
    standardObjects: 'edit',
  },
  {
    name: 'Solution Manager',
    license: 'Salesforce',
    userType: 'Standard',
    permissions: STANDARD_USER_PERMISSIONS,
    standardObjects: 'edit',
  },
  {
    name: 'Read Only',
    license: 'Salesforce',
    userType: 'Standard',
    permissions: ['ApiEnabled', 'RunReports', 'ViewSetup'],
    standardObjects: 'read',
  },
  {
    name: 'Minimum Access - Salesforce',
    license: 'Salesforce',
    userType: 'Standard',
    permissions: [],
    standardObjects: 'none',
  },
  {
    name: 'Salesforce API Only System Integrations',
    license: 'Salesforce Integration',
    userType: 'Standard',
    permissions: ['ApiEnabled'],
    standardObjects: 'none',
  },
  {
    name: 'Analytics Cloud Integration User',
    license: 'Analytics Cloud Integration User',
    userType: 'Standard',
    permissions: ['ViewAllData', 'ApiEnabled'],
    standardObjects: 'read',
  },
  { name: 'Chatter Free User', license: 'Chatter Free', userType: 'CsnOnly', permissions: [], standardObjects: 'none' },
];

const LICENSES: ReadonlyArray<readonly [name: string, key: string]> = [
  ['Salesforce', 'SFDC'],
  ['Salesforce Integration', 'INTEGRATION'],
  ['Guest User License', 'GUEST_USER'],
  ['Chatter Free', 'CSN_USER'],
  ['Analytics Cloud Integration User', 'PID_STRATEGIC_PRM'],
];

/** Objects that the standard profiles may edit. */
const STANDARD_OBJECTS = [
  'Account',
  'Contact',
  'Lead',
  'Opportunity',
  'Case',
  'Campaign',
  'Contract',
  'Order',
  'Product2',
  'Pricebook2',
  'Asset',
  'Solution',
  'Idea',
  'Document',
  'ContentVersion',
  'Individual',
  // They follow their parents on the platform; the standard profiles reach all of those.
  'Task',
  'Event',
  'Note',
  'Attachment',
  'CampaignMember',
  'OpportunityLineItem',
  'OpportunityContactRole',
  'PricebookEntry',
  'OrderItem',
  'CaseComment',
  'FeedItem',
  'EmailMessage',
  'ContentDocumentLink',
  'ContentDocument',
  'AccountContactRelation',
  'Quote',
  'QuoteLineItem',
];

export function createDefaultData(rows: Rows, options: BirthOptions): BirthCertificate {
  const organizationId = rows.insert('Organization', organization(options));
  const licenses = new Map(
    LICENSES.map(([name, key]) => [
      name,
      rows.insert('UserLicense', {
        Name: name,
        MasterLabel: name,
        LicenseDefinitionKey: key,
        Status: 'Active',
        TotalLicenses: 100,
        UsedLicenses: 1,
      }),
    ]),
  );
  const profiles = new Map(PROFILES.map((plan) => [plan.name, createProfile(rows, plan, licenses.get(plan.license)!)]));
  const common = {
    TimeZoneSidKey: options.timeZone,
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    IsActive: true,
  };
  const administratorId = rows.insert('User', {
    ...common,
    Username: options.administratorUsername,
    FirstName: 'User',
    LastName: 'User',
    Alias: 'UUser',
    Email: options.administratorUsername,
    CommunityNickname: 'User',
    ProfileId: profiles.get('System Administrator')!,
    UserType: 'Standard',
    UserPermissionsMarketingUser: true,
  });
  const domain = organizationId.toLowerCase();
  const automatedProcessId = rows.insert('User', {
    ...common,
    Username: `autoproc@${domain}`,
    LastName: 'Automated Process',
    Alias: 'autoproc',
    Email: `autoproc@${domain}`,
    UserType: 'AutomatedProcess',
  });
  const integrationId = rows.insert('User', {
    ...common,
    Username: `integration@${domain}`,
    FirstName: 'Integration',
    LastName: 'User',
    Alias: 'integ',
    Email: `integration@${domain}`,
    ProfileId: profiles.get('Analytics Cloud Integration User')!,
    UserType: 'Standard',
  });
  for (const [name, assignee] of [
    ['System Administrator', administratorId],
    ['Analytics Cloud Integration User', integrationId],
  ] as const) {
    const [owned] = rows.where('PermissionSet', 'ProfileId', [profiles.get(name)!]);
    rows.insert('PermissionSetAssignment', { AssigneeId: assignee, PermissionSetId: owned!.Id });
  }
  rows.insert('Group', { Name: 'All Internal Users', DeveloperName: 'AllInternalUsers', Type: 'Organization' });
  return { organizationId, administratorId, automatedProcessId };
}

function organization(options: BirthOptions): PlainRow {
  return {
    Name: options.orgName,
    OrganizationType: 'Developer Edition',
    InstanceName: 'LOCAL1',
    IsSandbox: false,
    LanguageLocaleKey: 'en_US',
    DefaultLocaleSidKey: 'en_US',
    TimeZoneSidKey: options.timeZone,
    FiscalYearStartMonth: 1,
    PrimaryContact: 'User User',
    Country: 'US',
  };
}

/** A profile and the permission set that it owns, which holds what it grants. */
export function createProfile(rows: Rows, plan: ProfilePlan, licenseId: string): string {
  const grants = Object.fromEntries(plan.permissions.map((name) => [`Permissions${name}`, true]));
  const profileId = rows.insert('Profile', {
    Name: plan.name,
    UserLicenseId: licenseId,
    UserType: plan.userType,
    ...grants,
  });
  const parentId = rows.insert('PermissionSet', {
    Name: `X${profileId}`,
    Label: profileId,
    ProfileId: profileId,
    LicenseId: licenseId,
    IsOwnedByProfile: true,
    IsCustom: false,
    Type: 'Profile',
    ...grants,
  });
  if (plan.standardObjects === 'none') return profileId;
  const edit = plan.standardObjects === 'edit';
  for (const object of STANDARD_OBJECTS) {
    rows.insert('ObjectPermissions', {
      ParentId: parentId,
      SobjectType: object,
      PermissionsRead: true,
      PermissionsCreate: edit,
      PermissionsEdit: edit,
      PermissionsDelete: edit,
      PermissionsViewAllRecords: false,
      PermissionsModifyAllRecords: false,
    });
  }
  return profileId;
}
