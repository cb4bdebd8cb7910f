/**
 * The metadata types the org takes, and what it does with each. A type that is not here is refused by name.
 *
 * `strategy` says what a deploy does beyond keeping the files: `object` and `child` make the schema, `code` is compiled,
 * `record` becomes rows that SOQL sees, `opaque` is checked for shape and kept (nothing in the org acts on it).
 * A table, hence longer than others may be.
 */
export type Strategy = 'object' | 'child' | 'code' | 'labels' | 'record' | 'opaque';

export interface MetadataType {
  readonly name: string;
  /** Folder in a package. */
  readonly directory: string;
  /** Without the dot; undefined for bundles (a folder per component). */
  readonly suffix?: string;
  readonly strategy: Strategy;
  /** The content stands in its own file beside `…-meta.xml`. */
  readonly hasContent?: boolean;
  readonly isBundle?: boolean;
  readonly isInFolder?: boolean;
  /** Children: the tag inside the parent's XML, and the folder in source format. */
  readonly parent?: string;
  readonly tag?: string;
}

const row = (
  name: string,
  directory: string,
  suffix: string,
  strategy: Strategy,
  more: Partial<MetadataType> = {},
): MetadataType => ({ name, directory, suffix, strategy, ...more });
const opaque = (name: string, directory: string, suffix: string, more: Partial<MetadataType> = {}) =>
  row(name, directory, suffix, 'opaque', more);
const child = (name: string, tag: string, suffix: string, directory = tag): MetadataType =>
  row(name, directory, suffix, 'child', { parent: 'CustomObject', tag });

export const METADATA_TYPES: readonly MetadataType[] = [
  row('CustomObject', 'objects', 'object', 'object'),
  child('CustomField', 'fields', 'field'),
  child('ValidationRule', 'validationRules', 'validationRule'),
  child('RecordType', 'recordTypes', 'recordType'),
  child('FieldSet', 'fieldSets', 'fieldSet'),
  child('ListView', 'listViews', 'listView'),
  child('CompactLayout', 'compactLayouts', 'compactLayout'),
  child('WebLink', 'webLinks', 'webLink'),
  child('BusinessProcess', 'businessProcesses', 'businessProcess'),
  child('Index', 'indexes', 'index'),
  child('SharingReason', 'sharingReasons', 'sharingReason'),
  row('ApexClass', 'classes', 'cls', 'code', { hasContent: true }),
  row('ApexTrigger', 'triggers', 'trigger', 'code', { hasContent: true }),
  row('ApexPage', 'pages', 'page', 'record', { hasContent: true }),
  row('ApexComponent', 'components', 'component', 'record', { hasContent: true }),
  row('CustomLabels', 'labels', 'labels', 'labels'),
  row('CustomMetadata', 'customMetadata', 'md', 'record'),
  row('PermissionSet', 'permissionsets', 'permissionset', 'record'),
  row('PermissionSetGroup', 'permissionsetgroups', 'permissionsetgroup', 'record'),
  row('MutingPermissionSet', 'mutingpermissionsets', 'mutingpermissionset', 'opaque'),
  row('Profile', 'profiles', 'profile', 'record'),
  row('CustomPermission', 'customPermissions', 'customPermission', 'record'),
  row('NamedCredential', 'namedCredentials', 'namedCredential', 'record'),
  row('ExternalCredential', 'externalCredentials', 'externalCredential', 'record'),
  row('RemoteSiteSetting', 'remoteSiteSettings', 'remoteSite', 'record'),
  row('CustomSite', 'sites', 'site', 'record'),
  row('StaticResource', 'staticresources', 'resource', 'record', { hasContent: true }),
  row('Queue', 'queues', 'queue', 'record'),
  row('Group', 'groups', 'group', 'record'),
  row('Role', 'roles', 'role', 'record'),
  row('GlobalValueSet', 'globalValueSets', 'globalValueSet', 'object'),
  row('StandardValueSet', 'standardValueSets', 'standardValueSet', 'object'),
  row('PlatformEventSubscriberConfig', 'PlatformEventSubscriberConfigs', 'platformEventSubscriberConfig', 'record'),
  opaque('Layout', 'layouts', 'layout'),
  opaque('CustomTab', 'tabs', 'tab'),
  opaque('CustomApplication', 'applications', 'app'),
  opaque('FlexiPage', 'flexipages', 'flexipage'),
  opaque('QuickAction', 'quickActions', 'quickAction'),
  opaque('PathAssistant', 'pathAssistants', 'pathAssistant'),
  opaque('HomePageLayout', 'homePageLayouts', 'homePageLayout'),
  opaque('HomePageComponent', 'homePageComponents', 'homePageComponent'),
  opaque('CustomPageWebLink', 'weblinks', 'weblink'),
  opaque('CustomObjectTranslation', 'objectTranslations', 'objectTranslation'),
  opaque('CustomFieldTranslation', 'objectTranslations', 'fieldTranslation'),
  opaque('DataWeaveResource', 'dw', 'dwl', { hasContent: true }),
  opaque('Translations', 'translations', 'translation'),
  opaque('GlobalValueSetTranslation', 'globalValueSetTranslations', 'globalValueSetTranslation'),
  opaque('StandardValueSetTranslation', 'standardValueSetTranslations', 'standardValueSetTranslation'),
  opaque('Settings', 'settings', 'settings'),
  opaque('SharingRules', 'sharingRules', 'sharingRules'),
  opaque('AssignmentRules', 'assignmentRules', 'assignmentRules'),
  opaque('AutoResponseRules', 'autoResponseRules', 'autoResponseRules'),
  opaque('EscalationRules', 'escalationRules', 'escalationRules'),
  opaque('MatchingRules', 'matchingRules', 'matchingRule'),
  opaque('DuplicateRule', 'duplicateRules', 'duplicateRule'),
  opaque('Workflow', 'workflows', 'workflow'),
  opaque('Flow', 'flows', 'flow'),
  opaque('FlowDefinition', 'flowDefinitions', 'flowDefinition'),
  opaque('ApprovalProcess', 'approvalProcesses', 'approvalProcess'),
  opaque('CspTrustedSite', 'cspTrustedSites', 'cspTrustedSite'),
  opaque('CorsWhitelistOrigin', 'corsWhitelistOrigins', 'corsWhitelistOrigin'),
  opaque('PlatformCachePartition', 'cachePartitions', 'cachePartition'),
  opaque('PlatformEventChannel', 'platformEventChannels', 'platformEventChannel'),
  opaque('PlatformEventChannelMember', 'platformEventChannelMembers', 'platformEventChannelMember'),
  opaque('ManagedEventSubscription', 'managedEventSubscriptions', 'managedEventSubscription'),
  opaque('ApexTestSuite', 'testSuites', 'testSuite'),
  opaque('ConnectedApp', 'connectedApps', 'connectedApp'),
  opaque('ExternalClientApplication', 'externalClientApps', 'eca'),
  opaque('AuthProvider', 'authproviders', 'authprovider'),
  opaque('Certificate', 'certs', 'crt', { hasContent: true }),
  opaque('ExternalDataSource', 'dataSources', 'dataSource'),
  opaque('ExternalServiceRegistration', 'externalServiceRegistrations', 'externalServiceRegistration'),
  opaque('ReportType', 'reportTypes', 'reportType'),
  opaque('Report', 'reports', 'report', { isInFolder: true }),
  opaque('Dashboard', 'dashboards', 'dashboard', { isInFolder: true }),
  row('EmailTemplate', 'email', 'email', 'record', { isInFolder: true, hasContent: true }),
  opaque('Letterhead', 'letterhead', 'letter'),
  opaque('Document', 'documents', 'document', { isInFolder: true, hasContent: true }),
  opaque('ContentAsset', 'contentassets', 'asset', { hasContent: true }),
  opaque('LightningMessageChannel', 'messageChannels', 'messageChannel'),
  opaque('NotificationTypeConfig', 'notificationTypeConfig', 'config'),
  opaque('CustomNotificationType', 'notificationtypes', 'notiftype'),
  opaque('CustomHelpMenuSection', 'customHelpMenuSections', 'customHelpMenuSection'),
  opaque('Community', 'communities', 'community'),
  opaque('Network', 'networks', 'network'),
  opaque('NavigationMenu', 'navigationMenus', 'navigationMenu'),
  opaque('BrandingSet', 'brandingSets', 'brandingSet'),
  opaque('LightningExperienceTheme', 'lightningExperienceThemes', 'lightningExperienceTheme'),
  opaque('TopicsForObjects', 'topicsForObjects', 'topicsForObjects'),
  opaque('DelegateGroup', 'delegateGroups', 'delegateGroup'),
  opaque('FieldRestrictionRule', 'fieldRestrictionRules', 'rule'),
  opaque('RestrictionRule', 'restrictionRules', 'rule'),
  opaque('Prompt', 'prompts', 'prompt'),
  opaque('FeatureParameterBoolean', 'featureParameters', 'featureParameterBoolean'),
  opaque('FeatureParameterInteger', 'featureParameters', 'featureParameterInteger'),
  opaque('FeatureParameterDate', 'featureParameters', 'featureParameterDate'),
  opaque('IframeWhiteListUrlSettings', 'iframeWhiteListUrlSettings', 'iframeWhiteListUrlSettings'),
  opaque('PermissionSetLicenseDefinition', 'permissionSetLicenseDefinitions', 'permissionSetLicenseDefinition'),
  { name: 'LightningComponentBundle', directory: 'lwc', strategy: 'opaque', isBundle: true },
  { name: 'AuraDefinitionBundle', directory: 'aura', strategy: 'opaque', isBundle: true },
  { name: 'ExperienceBundle', directory: 'experiences', strategy: 'opaque', isBundle: true },
  { name: 'DigitalExperienceBundle', directory: 'digitalExperiences', strategy: 'opaque', isBundle: true },
  { name: 'WaveTemplateBundle', directory: 'waveTemplates', strategy: 'opaque', isBundle: true },
];

const byName = new Map(METADATA_TYPES.map((type) => [type.name, type]));
const bySuffix = new Map<string, MetadataType[]>();
for (const type of METADATA_TYPES)
  if (type.suffix !== undefined) bySuffix.set(type.suffix, [...(bySuffix.get(type.suffix) ?? []), type]);
const byDirectory = new Map(
  METADATA_TYPES.filter((type) => type.parent === undefined).map((type) => [type.directory, type]),
);

export function metadataType(name: string): MetadataType | undefined {
  return byName.get(name);
}

/** `directories`: the folders above the file, to tell types that share a suffix. */
export function typeOfSuffix(suffix: string, directories: readonly string[]): MetadataType | undefined {
  const types = bySuffix.get(suffix) ?? [];
  return types.find((type) => directories.includes(type.directory)) ?? (types.length === 1 ? types[0] : undefined);
}

export function typeOfDirectory(directory: string): MetadataType | undefined {
  return byDirectory.get(directory);
}

export function childTypes(parent: string): readonly MetadataType[] {
  return METADATA_TYPES.filter((type) => type.parent === parent);
}
