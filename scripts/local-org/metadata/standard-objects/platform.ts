/**
 * A table: the org, its programs, jobs, sites and other set-up (Object Reference; notation in parse-table.ts).
 */
export const platformObjects = `
Organization 00D "Organization" "Organizations" ReadWrite visible
  Id id "Organization ID"
  Address address ro
  City text(40) ro
  ComplianceBccEmail email(80) ro
  Country text(80) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DefaultAccountAccess text(255) ro
  DefaultCalendarAccess text(255) ro
  DefaultCampaignAccess text(255) ro
  DefaultCaseAccess text(255) ro
  DefaultContactAccess text(255) ro
  DefaultLeadAccess text(255) ro
  DefaultLocaleSidKey picklist(40) ro
  DefaultOpportunityAccess text(255) ro
  DefaultPricebookAccess text(255) ro
  DelegatedAuthenticationServiceUrl url(1024) ro
  Fax phone(40) ro
  FiscalYearStartMonth integer ro
  GeocodeAccuracy picklist(40) ro : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  InstanceName text(255) ro
  IsReadOnly boolean ro
  IsSandbox boolean ro
  LanguageLocaleKey text(255) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Latitude number(18,15) ro
  Longitude number(18,15) ro
  MonthlyPageViewsEntitlement integer ro
  MonthlyPageViewsUsed integer ro
  Name text(80) name ro
  NamespacePrefix text(15) ro
  NumKnowledgeService integer ro
  OrganizationType picklist(255) ro : Team Edition|Professional Edition|Enterprise Edition|Developer Edition|Unlimited Edition
  Phone phone(40) ro
  PostalCode text(20) ro "Zip/Postal Code"
  PreferencesAutoSelectIndividualOnMerge boolean ro
  PreferencesConsentManagementEnabled boolean ro
  PreferencesEmailSenderIdCompliance boolean ro
  PreferencesLightningLoginEnabled boolean ro
  PreferencesOnlyLLPermUserAllowed boolean ro
  PreferencesRequireOpportunityProducts boolean ro
  PreferencesTerminateOldestSession boolean ro
  PreferencesTransactionSecurityPolicy boolean ro
  PrimaryContact text(255) ro
  ReceivesAdminInfoEmails boolean ro
  ReceivesInfoEmails boolean ro
  SignupCountryIsoCode text(255) ro
  State text(80) ro "State/Province"
  Street textarea(255) ro
  SystemModstamp datetime system
  TimeZoneSidKey picklist(40) ro
  TrialExpirationDate datetime ro
  UiSkin text(255) ro
  UsesStartDateAsFiscalYearName boolean ro
  WebToCaseDefaultOrigin text(255) ro

RecordType 012 "Record Type" "Record Types" ReadWrite visible
  Id id "Record Type ID"
  BusinessProcessId text(18) "Business Process ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  DeveloperName text(80)
  IsActive boolean
  IsPersonType boolean ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Name text(80) name
  NamespacePrefix text(15) ro
  SobjectType text(40)
  SystemModstamp datetime system

AsyncApexJob 707 "Async Apex Job" "Async Apex Jobs" ReadWrite
  Id id "Async Apex Job ID"
  ApexClassId ref ApexClass as ApexClass ro "Apex Class ID"
  CompletedDate datetime ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  CronTriggerId ref CronTrigger as CronTrigger ro "Cron Trigger ID"
  ExtendedStatus text(255) ro
  JobItemsProcessed integer ro
  JobType picklist(255) ro : Future|SharingRecalculation|ScheduledApex|BatchApex|BatchApexWorker|TestRequest|TestWorker|ApexToken|Queueable
  LastProcessed text(255) ro
  LastProcessedOffset integer ro
  MethodName text(255) ro
  NumberOfErrors integer ro
  ParentJobId ref AsyncApexJob as ParentJob ro "Parent Job ID"
  Status picklist(255) ro : Queued|Processing|Aborted|Completed|Failed|Preparing|Holding
  TotalJobItems integer ro

CronTrigger 08e "Cron Trigger" "Cron Triggers" Private
  Id id "Cron Trigger ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  CronExpression text(255) ro
  CronJobDetailId ref CronJobDetail as CronJobDetail ro "Cron Job Detail ID"
  EndTime datetime ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  NextFireTime datetime ro
  OwnerId ref Group,User as Owner notnull ro "Owner ID"
  PreviousFireTime datetime ro
  StartTime datetime ro
  State picklist(255) ro "State/Province" : WAITING|ACQUIRED|EXECUTING|COMPLETE|ERROR|DELETED|PAUSED|BLOCKED|PAUSED_BLOCKED
  TimeZoneSidKey picklist(40) ro
  TimesTriggered integer ro

CronJobDetail 08a "Cron Job Detail" "Cron Job Details" ReadWrite
  Id id "Cron Job Detail ID"
  JobType picklist(40) ro
  Name text(255) name ro

ApexClass 01p "Apex Class" "Apex Classes" ReadWrite visible
  Id id "Apex Class ID"
  ApiVersion number(18,1)
  Body textarea(100000) nofilter
  BodyCrc number(18,2)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsValid boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LengthWithoutComments integer
  Name text(255) name
  NamespacePrefix text(15) ro
  Status picklist(255) : Inactive|Active|Deleted
  SystemModstamp datetime system

ApexTrigger 01q "Apex Trigger" "Apex Triggers" ReadWrite visible
  Id id "Apex Trigger ID"
  ApiVersion number(18,1)
  Body textarea(100000) nofilter
  BodyCrc number(18,2)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsValid boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LengthWithoutComments integer
  Name text(255) name
  NamespacePrefix text(15) ro
  Status picklist(255) : Inactive|Active|Deleted
  SystemModstamp datetime system
  TableEnumOrId text(255) "Table Enum Or ID"
  UsageAfterDelete boolean
  UsageAfterInsert boolean
  UsageAfterUndelete boolean ro
  UsageAfterUpdate boolean ro
  UsageBeforeDelete boolean ro
  UsageBeforeInsert boolean ro
  UsageBeforeUpdate boolean ro
  UsageIsBulk boolean ro

ApexPage 066 "Apex Page" "Apex Pages" ReadWrite visible
  Id id "Apex Page ID"
  ApiVersion number(18,1) ro
  ControllerKey text(255) ro
  ControllerType picklist(40) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) ro nofilter
  IsAvailableInTouch boolean ro
  IsConfirmationTokenRequired boolean ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Markup textarea(1000000) ro nofilter
  MasterLabel text(80) ro
  Name text(255) name ro
  NamespacePrefix text(15) ro
  SystemModstamp datetime system

ApexComponent 099 "Apex Component" "Apex Components" ReadWrite visible
  Id id "Apex Component ID"
  ApiVersion number(18,1) ro
  ControllerKey text(255) ro
  ControllerType picklist(40) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) ro nofilter
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Markup textarea(1000000) ro nofilter
  MasterLabel text(80) ro
  Name text(255) name ro
  NamespacePrefix text(15) ro
  SystemModstamp datetime system

ApexLog 07L "Apex Log" "Apex Logs" ReadWrite
  Id id "Apex Log ID"
  Application text(255) ro
  DurationMilliseconds integer ro
  LastModifiedDate datetime system
  Location text(255) ro
  LogLength integer ro
  LogUserId ref User as LogUser ro "Log User ID"
  Operation text(255) ro
  Request text(255) ro
  RequestIdentifier text(255) ro
  StartTime datetime ro
  Status picklist(40) ro
  SystemModstamp datetime system

ApexTestResult 07M "Apex Test Result" "Apex Test Results" ReadWrite
  Id id "Apex Test Result ID"
  ApexClassId ref ApexClass as ApexClass ro "Apex Class ID"
  ApexLogId ref ApexLog as ApexLog ro "Apex Log ID"
  ApexTestRunResultId ref ApexTestRunResult as ApexTestRunResult ro "Apex Test Run Result ID"
  AsyncApexJobId ref AsyncApexJob as AsyncApexJob ro "Async Apex Job ID"
  IsTestSetup boolean ro
  Message text(4000) ro
  MethodName text(255) ro
  Outcome picklist(255) ro : Pass|Fail|CompileFail|Skip
  QueueItemId ref ApexTestQueueItem as QueueItem ro "Queue Item ID"
  RunTime integer ro
  StackTrace text(4000) ro
  SystemModstamp datetime system
  TestName text(255) ro
  TestNamespace text(255) ro
  TestTimestamp datetime ro

ApexTestQueueItem 709 "Apex Test Queue Item" "Apex Test Queue Items" ReadWrite
  Id id "Apex Test Queue Item ID"
  ApexClassId ref ApexClass as ApexClass ro "Apex Class ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  ExtendedStatus picklist(40) ro
  ParentJobId ref AsyncApexJob as ParentJob ro "Parent Job ID"
  ShouldSkipCodeCoverage boolean ro
  Status picklist(255) ro : Holding|Queued|Preparing|Processing|Aborted|Completed|Failed
  SystemModstamp datetime system
  TestRunResultId ref ApexTestRunResult as TestRunResult ro "Test Run Result ID"

ApexTestRunResult 05m "Apex Test Run Result" "Apex Test Run Results" ReadWrite
  Id id "Apex Test Run Result ID"
  IsDeleted boolean system "Deleted"
  AsyncApexJobId ref AsyncApexJob as AsyncApexJob ro "Async Apex Job ID"
  ClassesCompleted integer ro
  ClassesEnqueued integer ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  EndTime datetime ro
  IsAllTests boolean ro
  JobName text(255) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MethodsCompleted integer ro
  MethodsEnqueued integer ro
  MethodsFailed integer ro
  Source text(255) ro
  StartTime datetime ro
  Status picklist(40) ro
  SystemModstamp datetime system
  TestSetupTime integer ro
  TestTime integer ro
  UserId ref User as User ro "User ID"

StaticResource 081 "Static Resource" "Static Resources" ReadWrite visible
  Id id "Static Resource ID"
  Body base64 nofilter
  BodyLength integer ro
  CacheControl text(255)
  ContentType picklist(40)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Name text(255) name
  NamespacePrefix text(15) ro
  SystemModstamp datetime system

Site 0DM "Site" "Sites" ReadWrite visible
  Id id "Site ID"
  AdminId ref User as Admin child UserSites ro "Admin ID"
  AnalyticsTrackingCode text(255) ro
  ArchiveStatus picklist(40) ro
  ArchivedById ref User as ArchivedBy ro "Archived By ID"
  ArchivedDate datetime ro
  ClickjackProtectionLevel text(255) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DailyBandwidthLimit integer ro
  DailyBandwidthUsed integer ro
  DailyRequestTimeLimit integer ro
  DailyRequestTimeUsed integer ro
  Description textarea(32000) ro nofilter
  GuestRecordDefaultOwnerId ref User as GuestRecordDefaultOwner ro "Guest Record Default Owner ID"
  GuestUserId ref User as GuestUser ro "Guest User ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) ro
  MonthlyPageViewsEntitlement integer ro
  Name text(80) name ro
  OptionsAllowGuestPaymentsApi boolean ro
  OptionsAllowGuestSupportApi boolean ro
  OptionsAllowHomePage boolean ro
  OptionsAllowStandardAnswersPages boolean ro
  OptionsAllowStandardIdeasPages boolean ro
  OptionsAllowStandardLookups boolean ro
  OptionsAllowStandardPortalPages boolean ro
  OptionsAllowStandardSearch boolean ro
  OptionsBrowserXssProtection boolean ro
  OptionsCachePublicVfPagesInProxies boolean ro
  OptionsContentSniffingProtection boolean ro
  OptionsCookieConsent boolean ro
  OptionsEnableFeeds boolean ro
  OptionsHasStoredPathPrefix boolean ro
  OptionsIsSiteConsentBannerIntegrationEnabled boolean ro
  OptionsIsSiteConsentBannerIntegrationMigrated boolean ro
  OptionsIsSiteDataCloudIntegrationEnabled boolean ro
  OptionsIsSiteDataCloudIntegrationMigrated boolean ro
  OptionsIsSiteGAIntegrationEnabled boolean ro
  OptionsIsSiteGAIntegrationMigrated boolean ro
  OptionsIsSiteGAIntegrationMigratedV2 boolean ro
  OptionsIsSiteGRecaptchaIntegrationEnabled boolean ro
  OptionsIsSlashSRemovedSite boolean ro
  OptionsRedirectToCustomDomain boolean ro
  OptionsReferrerPolicyOriginWhenCrossOrigin boolean ro
  OptionsUseGuestUserLanguage boolean ro
  SiteType picklist(255) ro : ChatterNetwork|Siteforce|Visualforce|User
  Status picklist(255) ro : Active|InMaintenance|Inactive
  Subdomain text(80) ro
  SystemModstamp datetime system
  UrlPathPrefix text(40) ro

Domain 0I4 "Domain" "Domains" ReadWrite setup
  Id id "Domain ID"
  CnameTarget text(255) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Domain text(255) name ro
  DomainType picklist(40) ro
  HttpsOption text(255) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  OptionsHstsPreload boolean ro
  SystemModstamp datetime system

DomainSite 0Jf "Domain Site" "Domain Sites" ReadWrite setup
  Id id "Domain Site ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DomainId ref Domain as Domain child DomainSites ro "Domain ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  PathPrefix text(255) ro
  SiteId ref Site as Site child SiteDomainPaths ro "Site ID"
  SystemModstamp datetime system

NamedCredential 0XA "Named Credential" "Named Credentials" ReadWrite visible
  Id id "Named Credential ID"
  IsDeleted boolean system "Deleted"
  AuthProviderId text(18) ro "Auth Provider ID"
  AuthTokenEndpointUrl url(1024) ro
  CalloutOptionsAllowMergeFieldsInBody boolean ro
  CalloutOptionsAllowMergeFieldsInHeader boolean ro
  CalloutOptionsGenerateAuthorizationHeader boolean ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) ro nofilter
  DeveloperName text(80) name ro
  Endpoint text(255) ro
  JwtAudience text(255) ro
  JwtFormulaSubject text(255) ro
  JwtIssuer text(255) ro
  JwtTextSubject text(255) ro
  JwtValidityPeriodSeconds integer ro
  Language picklist(40) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) ro
  NamespacePrefix text(15) ro
  PrincipalType picklist(40) ro
  SystemModstamp datetime system

EventBusSubscriber 0LS "Event Bus Subscriber" "Event Bus Subscribers" ReadWrite visible
  Id id "Event Bus Subscriber ID"
  ExternalId text(255) ro "External ID"
  IsPartitioned boolean ro
  LastError text(255) ro
  Name text(255) name ro
  Position integer ro
  Retries integer ro
  Status picklist(255) ro : Running|Error|Suspended|Expired
  Tip integer ro
  Topic text(255) ro
  Type picklist(40) ro

EntityDefinition 4ie "Entity Definition" "Entity Definitions" ReadWrite visible
  Id id "Entity Definition ID"
  DefaultCompactLayoutId text(255) ro "Default Compact Layout ID"
  DefaultImplementation text(255) ro
  DeploymentStatus picklist(40) ro
  DetailUrl url(1024) ro
  DeveloperName text(80) name ro
  DurableId text(255) ro "Durable ID"
  EditDefinitionUrl url(1024) ro
  EditUrl url(1024) ro
  ExtendedBy text(255) ro
  ExtendsInterfaces text(255) ro
  ExternalSharingModel text(255) ro
  HasSubtypes boolean ro
  HelpSettingPageName text(255) ro
  HelpSettingPageUrl url(1024) ro
  ImplementedBy text(255) ro
  ImplementsInterfaces text(255) ro
  InternalSharingModel text(255) ro
  IsApexTriggerable boolean ro
  IsAutoActivityCaptureEnabled boolean ro
  IsCompactLayoutable boolean ro
  IsCustomSetting boolean ro
  IsCustomizable boolean ro
  IsDeprecatedAndHidden boolean ro
  IsEverCreatable boolean ro
  IsEverDeletable boolean ro
  IsEverUpdatable boolean ro
  IsFeedEnabled boolean ro
  IsIdEnabled boolean ro
  IsInterface boolean ro
  IsLayoutable boolean ro
  IsMruEnabled boolean ro
  IsProcessEnabled boolean ro
  IsQueryable boolean ro
  IsReplicateable boolean ro
  IsRetrieveable boolean ro
  IsSearchLayoutable boolean ro
  IsSearchable boolean ro
  IsSubtype boolean ro
  IsTriggerable boolean ro
  IsWorkflowEnabled boolean ro
  KeyPrefix text(255) ro
  Label text(255) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) ro
  NamespacePrefix text(15) ro
  NewUrl url(1024) ro
  PluralLabel text(255) ro
  PublisherId text(255) ro "Publisher ID"
  QualifiedApiName text(255) ro
  RunningUserEntityAccessId text(255) ro "Running User Entity Access ID"

FieldDefinition 4fe "Field Definition" "Field Definitions" ReadWrite visible
  Id id "Field Definition ID"
  BusinessOwnerId ref User as BusinessOwner ro "Business Owner ID"
  BusinessStatus picklist(40) ro
  ComplianceGroup text(255) ro
  ControllingFieldDefinitionId text(255) ro "Controlling Field Definition ID"
  DataType picklist(40) ro
  Description textarea(32000) ro nofilter
  DeveloperName text(80) ro
  DurableId text(255) ro "Durable ID"
  EntityDefinitionId nameref EntityDefinition as EntityDefinition child Fields ro "Entity Definition ID"
  ExtraTypeInfo text(255) ro
  IsAiPredictionField boolean ro
  IsApiFilterable boolean ro
  IsApiGroupable boolean ro
  IsApiSortable boolean ro
  IsCalculated boolean ro
  IsCompactLayoutable boolean ro
  IsCompound boolean ro
  IsFieldHistoryTracked boolean ro
  IsHighScaleNumber boolean ro
  IsHtmlFormatted boolean ro
  IsIndexed boolean ro
  IsListFilterable boolean ro
  IsListSortable boolean ro
  IsListVisible boolean ro
  IsNameField boolean ro
  IsNillable boolean ro
  IsPolymorphicForeignKey boolean ro
  IsSearchPrefilterable boolean ro
  IsWorkflowFilterable boolean ro
  Label text(255) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Length integer ro
  MasterLabel text(80) ro
  NamespacePrefix text(15) ro
  Precision integer ro
  PublisherId text(255) ro "Publisher ID"
  QualifiedApiName text(255) ro
  ReferenceTargetField text(255) ro
  RelationshipName text(255) ro
  RunningUserFieldAccessId text(255) ro "Running User Field Access ID"
  Scale integer ro
  SecurityClassification text(255) ro
  ServiceDataTypeId text(255) ro "Service Data Type ID"
  ValueTypeId text(255) ro "Value Type ID"

ProcessInstance 04g "Process Instance" "Process Instances" ReadWrite
  Id id "Process Instance ID"
  IsDeleted boolean system "Deleted"
  CompletedDate datetime ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  ElapsedTimeInDays number(18,2) ro
  ElapsedTimeInHours number(18,2) ro
  ElapsedTimeInMinutes number(18,2) ro
  LastActorId ref User as LastActor ro "Last Actor ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  ProcessDefinitionId ref ProcessDefinition as ProcessDefinition ro "Process Definition ID"
  Status picklist(40) ro
  SubmittedById ref User as SubmittedBy ro "Submitted By ID"
  SystemModstamp datetime system
  TargetObjectId ref * as TargetObject child ProcessInstances ro "Target Object ID"

ProcessInstanceStep 04h "Process Instance Step" "Process Instance Steps" ReadWrite
  Id id "Process Instance Step ID"
  ActorId ref Group,User as Actor ro "Actor ID"
  Comments textarea(4000) ro nofilter
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  ElapsedTimeInDays number(18,2) ro
  ElapsedTimeInHours number(18,2) ro
  ElapsedTimeInMinutes number(18,2) ro
  OriginalActorId ref Group,User as OriginalActor ro "Original Actor ID"
  ProcessInstanceId ref ProcessInstance as ProcessInstance child Steps ro "Process Instance ID"
  StepNodeId text(18) ro "Step Node ID"
  StepStatus picklist(40) ro
  SystemModstamp datetime system

ProcessInstanceWorkitem 04i "Process Instance Workitem" "Process Instance Workitems" ReadWrite
  Id id "Process Instance Workitem ID"
  IsDeleted boolean system "Deleted"
  ActorId ref Group,User as Actor ro "Actor ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  ElapsedTimeInDays number(18,2) ro
  ElapsedTimeInHours number(18,2) ro
  ElapsedTimeInMinutes number(18,2) ro
  OriginalActorId ref Group,User as OriginalActor ro "Original Actor ID"
  ProcessInstanceId ref ProcessInstance as ProcessInstance child Workitems ro "Process Instance ID"
  SystemModstamp datetime system

ProcessDefinition 04a "Process Definition" "Process Definitions" ReadWrite visible
  Id id "Process Definition ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) ro nofilter
  DeveloperName text(80) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LockType picklist(40) ro
  Name text(255) name ro
  State text(80) ro "State/Province"
  SystemModstamp datetime system
  TableEnumOrId text(255) ro "Table Enum Or ID"
  Type picklist(40) ro

AppMenuItem 0DS "App Menu Item" "App Menu Items" ReadWrite visible
  Id id "App Menu Item ID"
  IsDeleted boolean system "Deleted"
  ApplicationId ref * as Application ro "Application ID"
  CanvasAccessMethod text(255) ro
  CanvasEnabled boolean ro
  CanvasOptions text(255) ro
  CanvasReferenceId text(255) ro "Canvas Reference ID"
  CanvasSelectedLocations text(255) ro
  CanvasUrl url(1024) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) ro nofilter
  IconUrl url(1024) ro
  InfoUrl url(1024) ro
  IsAccessible boolean ro
  IsRegisteredDeviceOnly boolean ro
  IsUsingAdminAuthorization boolean ro
  IsVisible boolean ro
  Label text(255) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LogoUrl url(1024) ro
  MobileAppBinaryId text(255) ro "Mobile App Binary ID"
  MobileAppInstallUrl url(1024) ro
  MobileAppInstalledDate datetime ro
  MobileAppInstalledVersion text(255) ro
  MobileAppVer text(255) ro
  MobileDeviceType picklist(40) ro
  MobileMinOsVer text(255) ro
  MobilePlatform text(255) ro
  MobileStartUrl url(1024) ro
  Name text(255) name ro
  NamespacePrefix text(15) ro
  SortOrder integer ro
  StartUrl url(1024) ro
  SystemModstamp datetime system
  Type picklist(40) ro
  UserSortOrder integer ro

UserAppMenuItem 0DV "User App Menu Item" "User App Menu Items" ReadWrite visible
  Id id "User App Menu Item ID"
  AppMenuItemId text(255) ro "App Menu Item ID"
  ApplicationId ref * as Application ro "Application ID"
  Description textarea(32000) ro nofilter
  IconUrl url(1024) ro
  InfoUrl url(1024) ro
  IsUsingAdminAuthorization boolean ro
  IsVisible boolean ro
  Label text(255) ro
  LogoUrl url(1024) ro
  MobileStartUrl url(1024) ro
  Name text(255) name ro
  SortOrder integer ro
  StartUrl url(1024) ro
  Type picklist(40) ro
  UserSortOrder integer ro

ListView 00B "List View" "List Views" ReadWrite visible
  Id id "List View ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DeveloperName text(80) ro
  IsSoqlCompatible boolean ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Name text(255) name ro
  NamespacePrefix text(15) ro
  SobjectType picklist(40) ro
  SystemModstamp datetime system

FlowDefinitionView 3dd "Flow Definition View" "Flow Definition Views" ReadWrite visible
  Id id "Flow Definition View ID"
  ActiveVersionId text(255) ro "Active Version ID"
  ApiName text(255) ro
  ApiVersion integer ro
  AreMetricsLoggedToDataCloud boolean ro
  Builder text(255) ro
  CapacityCategory picklist(40) ro
  Description textarea(32000) ro nofilter
  DurableId text(255) ro "Durable ID"
  Environments text(255) ro
  HasAsyncAfterCommitPath boolean ro
  InstalledPackageName text(255) ro
  IsActive boolean ro
  IsOutOfDate boolean ro
  IsOverridable boolean ro
  IsSwingFlow boolean ro
  IsTemplate boolean ro
  Label text(255) ro
  LastModifiedBy text(255) ro
  LastModifiedDate datetime system
  LatestVersionId text(255) ro "Latest Version ID"
  ManageableState text(255) ro
  NamespacePrefix text(15) ro
  OverriddenById text(255) ro "Overridden By ID"
  OverriddenFlowId text(255) ro "Overridden Flow ID"
  ProcessType picklist(40) ro
  RecordTriggerType picklist(40) ro
  SourceTemplateId text(255) ro "Source Template ID"
  SupportedEnvironments text(255) ro
  TriggerObjectOrEventId nameref EntityDefinition as TriggerObjectOrEvent ro "Trigger Object Or Event ID"
  TriggerObjectOrEventLabel text(255) ro
  TriggerOrder integer ro
  TriggerType picklist(40) ro
  VersionNumber integer ro

FlowVersionView 3dv "Flow Version View" "Flow Version Views" ReadWrite visible
  Id id "Flow Version View ID"
  ApiVersion integer ro
  ApiVersionRuntime number(18,1) ro
  Description textarea(32000) ro nofilter
  DurableId text(255) ro "Durable ID"
  FlowDefinitionViewId nameref FlowDefinitionView as FlowDefinitionView child Versions ro "Flow Definition View ID"
  IsTemplate boolean ro
  Label text(255) ro
  LastModifiedDate datetime system
  ProcessType picklist(40) ro
  RunInMode picklist(40) ro
  Status picklist(40) ro : Active|Draft|Obsolete|InvalidDraft
  VersionNumber integer ro

Report 00O "Report" "Reports" ReadWrite
  Id id "Report ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description text(255) ro
  DeveloperName text(80) ro
  FolderName text(256) ro
  Format picklist(40) ro : Tabular|Summary|Matrix|MultiBlock
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastRunDate datetime ro
  LastViewedDate datetime ro
  Name text(80) name
  NamespacePrefix text(15) ro
  OwnerId ref Folder,Organization,User as Owner ro "Owner ID"
  SystemModstamp datetime system

AssignmentRule 01Q "Assignment Rule" "Assignment Rules" ReadWrite
  Id id "Assignment Rule ID"
  Active boolean ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Name text(120) name
  SobjectType picklist(40)
  SystemModstamp datetime system

SetupAuditTrail 0Ym "Setup Audit Trail" "Setup Audit Trails" ReadWrite
  Id id "Setup Audit Trail ID"
  Action text(255) ro
  CreatedByContext text(255) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedByIssuer text(255) ro
  CreatedDate datetime system
  DelegateUser text(255) ro
  Display text(255) ro
  ResponsibleNamespacePrefix text(255) ro
  Section text(255) ro

ExternalDataSource 0XC "External Data Source" "External Data Sources" ReadWrite visible
  Id id "External Data Source ID"
  IsDeleted boolean system "Deleted"
  AuthProviderId text(18) ro "Auth Provider ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  CustomConfiguration text(255) ro
  DeveloperName text(80) ro
  Endpoint text(255) ro
  IsWritable boolean ro
  Language picklist(40) ro
  LargeIconId ref StaticResource as LargeIcon ro "Large Icon ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) ro
  NamedCredentialId ref NamedCredential as NamedCredential ro "Named Credential ID"
  NamespacePrefix text(15) ro
  PrincipalType picklist(40) ro
  Protocol text(255) ro
  Repository text(255) ro
  SmallIconId ref StaticResource as SmallIcon ro "Small Icon ID"
  SystemModstamp datetime system
  Type picklist(40) ro

ConnectedApplication 0H4 "Connected Application" "Connected Applications" ReadWrite visible
  Id id "Connected Application ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MobileSessionTimeout text(255) ro
  MobileStartUrl url(1024) ro
  Name text(255) name ro
  NamedUserUvidTimeout text(255) ro
  OptionsAllowAdminApprovedUsersOnly boolean ro
  OptionsAllowExpiredUvidJWT boolean ro
  OptionsAppIssueJwtTokenEnabled boolean ro
  OptionsCodeCredentialGuestEnabled boolean ro
  OptionsFullContentPushNotifications boolean ro
  OptionsHasSessionLevelPolicy boolean ro
  OptionsIsInternal boolean ro
  OptionsRefreshTokenValidityMetric boolean ro
  OptionsTokenExchangeManageBitEnabled boolean ro
  PinLength text(255) ro
  RefreshTokenValidityPeriod integer ro
  StartUrl url(1024) ro
  SystemModstamp datetime system
  UvidTimeout text(255) ro

AuraDefinitionBundle 0Ab "Aura Definition Bundle" "Aura Definition Bundles" ReadWrite visible
  Id id "Aura Definition Bundle ID"
  IsDeleted boolean system "Deleted"
  ApiVersion number(18,1) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) ro nofilter
  DeveloperName text(80) ro
  Language picklist(40) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) ro
  NamespacePrefix text(15) ro
  SystemModstamp datetime system

Period 026 "Period" "Periods" ReadWrite visible
  Id id "Period ID"
  EndDate date ro
  FiscalYearSettingsId ref FiscalYearSettings as FiscalYearSettings child Periods ro "Fiscal Year Settings ID"
  FullyQualifiedLabel text(255) ro
  IsForecastPeriod boolean ro
  Number integer ro
  PeriodLabel text(255) ro
  QuarterLabel text(255) ro
  StartDate date ro
  SystemModstamp datetime system
  Type picklist(40) ro

FiscalYearSettings 022 "Fiscal Year Settings" "Fiscal Year Settingses" ReadWrite visible
  Id id "Fiscal Year Settings ID"
  Description textarea(32000) ro nofilter
  EndDate date ro
  IsStandardYear boolean ro
  Name text(255) name ro
  PeriodId ref Period as Period ro "Period ID"
  PeriodLabelScheme text(255) ro
  PeriodPrefix text(255) ro
  QuarterLabelScheme text(255) ro
  QuarterPrefix text(255) ro
  StartDate date ro
  SystemModstamp datetime system
  WeekLabelScheme text(255) ro
  WeekStartDay integer ro
  YearType picklist(40) ro

CurrencyType 01L "Currency Type" "Currency Types" ReadWrite visible
  Id id "Currency Type ID"
  ConversionRate number(18,2) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DecimalPlaces integer ro
  IsActive boolean ro
  IsCorporate boolean ro
  IsoCode text(255) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  SystemModstamp datetime system

TabDefinition 01r "Tab Definition" "Tab Definitions" ReadWrite visible
  Id id "Tab Definition ID"
  DurableId text(255) ro "Durable ID"
  IsAvailableInAloha boolean ro
  IsAvailableInDesktop boolean ro
  IsAvailableInLightning boolean ro
  IsAvailableInMobile boolean ro
  IsCustom boolean ro
  Label text(255) ro
  MobileUrl url(1024) ro
  Name text(255) name ro
  SobjectName text(255) ro
  Url url(1024) ro

ApexEmailNotification 06j "Apex Email Notification" "Apex Email Notifications" ReadWrite
  Id id "Apex Email Notification ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Email email(80)
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  SystemModstamp datetime system
  UserId ref User as User "User ID"

FlowInterview 0Fo "Flow Interview" "Flow Interviews" Private
  Id id "Flow Interview ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  CurrentElement text(255) ro
  CurrentFlowVersion text(255) ro
  EngineType picklist(40) ro
  Error text(255) ro
  FlowVersionViewId text(255) ro "Flow Version View ID"
  Guid text(255) ro
  InterviewLabel text(255) ro
  InterviewStatus picklist(40) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterFlowVersion text(255) ro
  Name text(255) name ro
  OwnerId ref Group,User as Owner notnull ro "Owner ID"
  PauseLabel text(255) ro
  SerializedView text(255) ro
  SystemModstamp datetime system
  WasPausedFromScreen boolean ro

CustomNotificationType 0ML "Custom Notification Type" "Custom Notification Types" ReadWrite visible
  Id id "Custom Notification Type ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  CustomNotifTypeName text(255) ro
  Description textarea(32000) ro nofilter
  Desktop boolean ro
  DeveloperName text(80) ro
  IsSlack boolean ro
  Language picklist(40) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) ro
  Mobile boolean ro
  NamespacePrefix text(15) ro
  SystemModstamp datetime system

PackageLicense 050 "Package License" "Package Licenses" ReadWrite visible
  Id id "Package License ID"
  AllowedLicenses integer ro
  CreatedDate datetime system
  ExpirationDate datetime ro
  IsAvailableForIntegrations boolean ro
  IsProvisioned boolean ro
  LastModifiedDate datetime system
  NamespacePrefix text(15) ro
  Status picklist(40) ro
  SystemModstamp datetime system
  UsedLicenses integer ro

BackgroundOperation 08F "Background Operation" "Background Operations" ReadWrite
  Id id "Background Operation ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Error text(255) ro
  ExecutionGroup text(255) ro
  ExpiresAt datetime ro
  FinishedAt datetime ro
  GroupLeaderId ref BackgroundOperation as GroupLeader child MergedOperations ro "Group Leader ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Name text(255) name ro
  NumFollowers integer ro
  ParentKey text(255) ro
  ProcessAfter datetime ro
  RetryBackoff integer ro
  RetryCount integer ro
  RetryLimit integer ro
  SequenceGroup text(255) ro
  SequenceNumber integer ro
  StartedAt datetime ro
  Status picklist(40) ro
  SubmittedAt datetime ro
  SystemModstamp datetime system
  Timeout integer ro
  Type picklist(40) ro
  WorkerUri text(255) ro

EventLogFile 0AT "Event Log File" "Event Log Files" ReadWrite
  Id id "Event Log File ID"
  IsDeleted boolean system "Deleted"
  ApiVersion number(18,1) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  EventType picklist(40) ro
  Interval text(255) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LogDate datetime ro
  LogFile base64 ro nofilter
  LogFileContentType picklist(40) ro
  LogFileFieldNames text(255) ro
  LogFileFieldTypes text(255) ro
  LogFileLength number(18,2) ro
  Sequence integer ro
  SystemModstamp datetime system

PlatformEventSubscriberConfig 0LX "Platform Event Subscriber Configuration" "Platform Event Subscriber Configurations" ReadWrite create update delete setup
  Id id
  IsDeleted boolean system "Deleted"
  DeveloperName text(80) name required
  Language picklist(40)
  MasterLabel text(80) required
  PlatformEventConsumerId ref ApexTrigger as PlatformEventConsumer required "Platform Event Consumer ID"
  UserId ref User as User "User ID"
  BatchSize integer
  NumPartitions integer
  PartitionKey text(255)
  CreatedDate datetime system
  CreatedById ref User as CreatedBy system "Created By ID"
  LastModifiedDate datetime system
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  SystemModstamp datetime system

BatchApexErrorEvent - "Batch Apex Error Event" "Batch Apex Error Events" ReadWrite create trigger event
  ReplayId text(1000) ro
  CreatedDate datetime system
  CreatedById ref User as CreatedBy system "Created By ID"
  EventUuid text(36) ro
  AsyncApexJobId text(18) "Async Apex Job ID"
  DoesExceedJobScopeMaxLength boolean
  ExceptionType text(255)
  JobScope textarea(40000) nofilter
  Message textarea(5000) nofilter
  Phase text(255)
  RequestId text(255)
  StackTrace textarea(5000) nofilter
`;
