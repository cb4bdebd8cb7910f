/**
 * A table: users and what they may do (Object Reference; notation in parse-table.ts).
 */
export const peopleObjects = `
User 005 "User" "Users" ReadWrite create update delete trigger setup
  Id id "User ID"
  AboutMe textarea(1000) nofilter
  AccountId ref Account as Account child Users "Account ID"
  Address address ro
  Alias text(8) required
  BadgeText text(255)
  BannerPhotoUrl url(1024)
  City text(40)
  CommunityNickname text(40) unique "Nickname"
  CompanyName text(80)
  ContactId ref Contact as Contact child Users "Contact ID"
  Country text(80)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DefaultGroupNotificationFrequency picklist(255) : P|D|W|N*
  DelegatedApproverId ref Group,User as DelegatedApprover child DelegatedUsers "Delegated Approver ID"
  Department text(80)
  DigestFrequency picklist(255) : D|W|N*
  Division text(80)
  Email email(128) required idlookup
  EmailEncodingKey picklist(255) required "Email Encoding" : UTF-8|ISO-8859-1|Shift_JIS|ISO-2022-JP|EUC-JP|ks_c_5601-1987|Big5|GB2312
  EmailPreferencesAutoBcc boolean
  EmailPreferencesAutoBccStayInTouch boolean
  EmailPreferencesStayInTouchReminder boolean
  EmployeeNumber text(20)
  EndDay text(255)
  Extension text(40)
  Fax phone(40)
  FederationIdentifier text(512)
  FirstName text(40)
  ForecastEnabled boolean
  FullPhotoUrl url(1024) ro
  GeocodeAccuracy picklist(40) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  HasUserVerifiedEmail boolean
  HasUserVerifiedPhone boolean
  IndividualId ref Individual as Individual "Individual ID"
  IsActive boolean default true "Active"
  IsExtIndicatorVisible boolean
  IsPortalEnabled boolean
  IsProfilePhotoActive boolean ro
  JigsawImportLimitOverride integer
  LanguageLocaleKey picklist(255) required "Language" : en_US|de|fr|es|ja|nl_NL|it|pt_BR
  LastLoginDate datetime ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastName text(80) required
  LastPasswordChangeDate datetime ro
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Latitude number(18,15)
  LocaleSidKey picklist(255) required "Locale" : en_US|en_GB|de_DE|fr_FR|es_ES|ja_JP|en_CA|en_AU|nl_NL
  Longitude number(18,15)
  ManagerId ref User as Manager "Manager ID"
  MediumBannerPhotoUrl url(1024)
  MediumPhotoUrl url(1024)
  MobilePhone phone(40)
  Name text(255) name ro "Full Name"
  NumberOfFailedLogins integer ro
  OfflinePdaTrialExpirationDate datetime
  OfflineTrialExpirationDate datetime
  OutOfOfficeMessage text(255)
  PasswordExpirationDate datetime
  Phone phone(40)
  PortalRole text(255)
  PostalCode text(20) "Zip/Postal Code"
  ProfileId ref Profile as Profile child Users required "Profile ID"
  ReceivesAdminInfoEmails boolean
  ReceivesInfoEmails boolean
  SenderEmail email(128)
  SenderName text(80)
  Signature textarea(1333) nofilter
  SmallBannerPhotoUrl url(1024)
  SmallPhotoUrl url(1024) ro
  StartDay text(255)
  State text(80) "State/Province"
  StayInTouchNote text(255)
  StayInTouchSignature text(255)
  StayInTouchSubject text(255)
  Street textarea(255)
  SuAccessExpirationDate date
  SystemModstamp datetime system
  TimeZoneSidKey picklist(40) required "Time Zone"
  Title text(80)
  UserPermissionsCallCenterAutoLogin boolean
  UserPermissionsInteractionUser boolean
  UserPermissionsJigsawProspectingUser boolean
  UserPermissionsKnowledgeUser boolean
  UserPermissionsMarketingUser boolean
  UserPermissionsOfflineUser boolean
  UserPermissionsSFContentUser boolean
  UserPermissionsSiteforceContributorUser boolean
  UserPermissionsSiteforcePublisherUser boolean
  UserPermissionsSupportUser boolean
  UserPermissionsWorkDotComUserFeature boolean
  UserPreferencesActivityRemindersPopup boolean
  UserPreferencesApexPagesDeveloperMode boolean
  UserPreferencesDisableAllFeedsEmail boolean
  UserPreferencesEventRemindersCheckboxDefault boolean
  UserPreferencesHideS1BrowserUI boolean
  UserPreferencesLightningExperiencePreferred boolean
  UserPreferencesShowEmailToExternalUsers boolean
  UserPreferencesShowEmailToGuestUsers boolean
  UserPreferencesTaskRemindersCheckboxDefault boolean
  UserPreferencesUserDebugModePref boolean
  UserRoleId ref UserRole as UserRole child Users "Role ID"
  UserType picklist(255) ro : Standard|PowerPartner|PowerCustomerSuccess|CustomerSuccess|Guest|CspLitePortal|CsnOnly|SelfService
  Username text(80) required unique idlookup

UserRole 00E "Role" "Roles" ReadWrite create update delete setup
  Id id "User Role ID"
  CaseAccessForAccountOwner text(255)
  ContactAccessForAccountOwner text(255)
  DeveloperName text(80)
  ForecastUserId ref User as ForecastUser "Forecast User ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MayForecastManagerShare boolean
  Name text(80) name required
  OpportunityAccessForAccountOwner text(255)
  ParentRoleId ref UserRole as ParentRole "Parent Role ID"
  PortalAccountId ref Account as PortalAccount "Portal Account ID"
  PortalAccountOwnerId ref User as PortalAccountOwner "Portal Account Owner ID"
  PortalRole text(255)
  PortalType picklist(40)
  RollupDescription textarea(255)
  SystemModstamp datetime system

Profile 00e "Profile" "Profiles" ReadWrite visible
  Id id "Profile ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  IsSsoEnabled boolean ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Name text(255) name
  PermissionsActivateOrder boolean ro
  PermissionsApiEnabled boolean ro
  PermissionsAssignPermissionSets boolean ro
  PermissionsAuthorApex boolean ro
  PermissionsBulkApiHardDelete boolean ro
  PermissionsConvertLeads boolean ro
  PermissionsCustomizeApplication boolean ro
  PermissionsEditBillingInfo boolean ro
  PermissionsEditEvent boolean ro
  PermissionsEditPublicTemplates boolean ro
  PermissionsEditTask boolean ro
  PermissionsEmailMass boolean ro
  PermissionsEmailSingle boolean ro
  PermissionsExportReport boolean ro
  PermissionsImportLeads boolean ro
  PermissionsLightningExperienceUser boolean ro
  PermissionsManageCustomPermissions boolean ro
  PermissionsManageCustomReportTypes boolean ro
  PermissionsManageDataIntegrations boolean ro
  PermissionsManageInternalUsers boolean ro
  PermissionsManageNamedCredentials boolean ro
  PermissionsManagePasswordPolicies boolean ro
  PermissionsManageProfilesPermissionsets boolean ro
  PermissionsManageSharing boolean ro
  PermissionsManageUsers boolean ro
  PermissionsModifyAllData boolean ro
  PermissionsModifyMetadata boolean ro
  PermissionsPasswordNeverExpires boolean ro
  PermissionsResetPasswords boolean ro
  PermissionsRunReports boolean ro
  PermissionsSubmitMacrosAllowed boolean ro
  PermissionsTransferAnyEntity boolean ro
  PermissionsTransferAnyLead boolean ro
  PermissionsViewAllData boolean ro
  PermissionsViewAllUsers boolean ro
  PermissionsViewEncryptedData boolean ro
  PermissionsViewRoles boolean ro
  PermissionsViewSetup boolean ro
  SystemModstamp datetime system
  UserLicenseId ref UserLicense as UserLicense ro "User License ID"
  UserType picklist(40) ro

UserLicense 100 "User License" "User Licenses" ReadWrite visible
  Id id "User License ID"
  CreatedDate datetime system
  LastModifiedDate datetime system
  LicenseDefinitionKey text(255) ro
  MasterLabel text(80) ro
  MonthlyLoginsEntitlement integer ro
  MonthlyLoginsUsed integer ro
  Name text(255) name ro
  Status picklist(40) ro
  SystemModstamp datetime system
  TotalLicenses integer ro
  UsedLicenses integer ro
  UsedLicensesLastUpdated datetime ro

UserShare 0N5 "User Share" "User Shares" ReadWrite create update delete
  Id id "User Share ID"
  IsActive boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  RowCause picklist(40) : Owner|Manual*|Rule|Team|Territory|ImplicitChild|ImplicitParent
  UserAccessLevel text(255)
  UserId ref User as User child Shares "User ID"
  UserOrGroupId ref Group,User as UserOrGroup "User Or Group ID"

UserPreference 03u "User Preference" "User Preferences" ReadWrite create update delete trigger setup
  Id id "User Preference ID"
  Preference text(255)
  SystemModstamp datetime system
  UserId ref User as User child UserPreferences "User ID"
  Value text(255)

UserRecordAccess 0U0 "User Record Access" "User Record Accesses" ReadWrite
  Id id "User Record Access ID"
  HasAllAccess boolean ro
  HasDeleteAccess boolean ro
  HasEditAccess boolean ro
  HasReadAccess boolean ro
  HasTransferAccess boolean ro
  MaxAccessLevel text(255) ro
  RecordId text(255) ro "Record ID"
  UserId ref User as User ro "User ID"

Group 00G "Group" "Groups" ReadWrite create update delete setup
  Id id "Group ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description text(255)
  DeveloperName text(80)
  DoesIncludeBosses boolean
  DoesSendEmailToMembers boolean
  Email email(80)
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Name text(40) name required
  OwnerId ref Group,User as Owner notnull "Owner ID"
  RelatedId ref User,UserRole as Related ro "Related ID"
  SystemModstamp datetime system
  Type picklist(255) : Regular|Role|RoleAndSubordinates|RoleAndSubordinatesInternal|Organization|Queue|AllCustomerPortal

GroupMember 011 "Group Member" "Group Members" ReadWrite create update delete setup
  Id id "Group Member ID"
  GroupId ref Group as Group child GroupMembers cascade required createonly "Group ID"
  SystemModstamp datetime system
  UserOrGroupId ref Group,User as UserOrGroup required createonly "User Or Group ID"

QueueSobject 03g "Queue Sobject" "Queue Sobjects" ReadWrite create update delete setup
  Id id "Queue Sobject ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  QueueId ref Group as Queue child QueueSobjects cascade required createonly "Queue ID"
  SobjectType picklist(40) required
  SystemModstamp datetime system

PermissionSet 0PS "Permission Set" "Permission Sets" ReadWrite create update delete setup
  Id id "Permission Set ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  HasActivationRequired boolean
  IsCustom boolean
  IsOwnedByProfile boolean ro
  Label text(80) required
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LicenseId ref * as License "License ID"
  Name text(80) name required
  NamespacePrefix text(15) ro
  PermissionSetGroupId ref PermissionSetGroup as PermissionSetGroup ro "Permission Set Group ID"
  PermissionsActivateOrder boolean
  PermissionsApiEnabled boolean
  PermissionsAssignPermissionSets boolean
  PermissionsAuthorApex boolean
  PermissionsBulkApiHardDelete boolean
  PermissionsConvertLeads boolean
  PermissionsCustomizeApplication boolean
  PermissionsEditBillingInfo boolean
  PermissionsEditEvent boolean
  PermissionsEditPublicTemplates boolean
  PermissionsEditTask boolean
  PermissionsEmailMass boolean
  PermissionsEmailSingle boolean
  PermissionsExportReport boolean
  PermissionsImportLeads boolean
  PermissionsInstallPackaging boolean
  PermissionsLightningExperienceUser boolean
  PermissionsManageCustomPermissions boolean
  PermissionsManageCustomReportTypes boolean
  PermissionsManageDataIntegrations boolean
  PermissionsManageInternalUsers boolean
  PermissionsManageNamedCredentials boolean
  PermissionsManagePasswordPolicies boolean
  PermissionsManageProfilesPermissionsets boolean
  PermissionsManageSharing boolean
  PermissionsManageUsers boolean
  PermissionsModifyAllData boolean
  PermissionsModifyMetadata boolean
  PermissionsPasswordNeverExpires boolean
  PermissionsResetPasswords boolean
  PermissionsRunReports boolean
  PermissionsSubmitMacrosAllowed boolean
  PermissionsTransferAnyEntity boolean
  PermissionsTransferAnyLead boolean
  PermissionsViewAllData boolean
  PermissionsViewAllUsers boolean
  PermissionsViewEncryptedData boolean
  PermissionsViewRoles boolean
  PermissionsViewSetup boolean
  ProfileId ref Profile as Profile ro "Profile ID"
  PsgCount integer
  SystemModstamp datetime system
  Type picklist(255) ro : Regular|Standard|Session|Group|Profile

PermissionSetAssignment 0Pa "Permission Set Assignment" "Permission Set Assignments" ReadWrite create update delete setup
  Id id "Permission Set Assignment ID"
  AssigneeId ref User as Assignee child PermissionSetAssignments required createonly "Assignee ID"
  ExpirationDate datetime
  IsActive boolean ro
  IsRevoked boolean ro
  PermissionSetGroupId ref PermissionSetGroup as PermissionSetGroup child Assignments createonly "Permission Set Group ID"
  PermissionSetId ref PermissionSet as PermissionSet child Assignments cascade createonly "Permission Set ID"
  SystemModstamp datetime system

PermissionSetGroup 0PG "Permission Set Group" "Permission Set Groups" ReadWrite create update delete setup
  Id id "Permission Set Group ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  DeveloperName text(80) name required
  HasActivationRequired boolean
  Language picklist(40)
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) required
  NamespacePrefix text(15)
  Status picklist(255) : Updated|Outdated|Updating|Failed
  SystemModstamp datetime system

PermissionSetGroupComponent 0PM "Permission Set Group Component" "Permission Set Group Components" ReadWrite create update delete setup
  Id id "Permission Set Group Component ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  PermissionSetGroupId ref PermissionSetGroup as PermissionSetGroup child PermissionSetGroupComponents cascade required "Permission Set Group ID"
  PermissionSetId ref PermissionSet as PermissionSet child PermissionSetGroupComponents required "Permission Set ID"
  SystemModstamp datetime system

PermissionSetLicense 0PL "Permission Set License" "Permission Set Licenses" ReadWrite visible
  Id id "Permission Set License ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DeveloperName text(80) ro
  ExpirationDate date ro
  IsAvailableForIntegrations boolean ro
  IsSupplementLicense boolean ro
  Language picklist(40) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LicenseExpirationPolicy text(255) ro
  MasterLabel text(80) ro
  MaximumPermissionsActivateOrder boolean ro
  MaximumPermissionsApiEnabled boolean ro
  MaximumPermissionsAssignPermissionSets boolean ro
  MaximumPermissionsAuthorApex boolean ro
  MaximumPermissionsBulkApiHardDelete boolean ro
  MaximumPermissionsConvertLeads boolean ro
  MaximumPermissionsCustomizeApplication boolean ro
  MaximumPermissionsEditBillingInfo boolean ro
  MaximumPermissionsEditEvent boolean ro
  MaximumPermissionsEditPublicTemplates boolean ro
  MaximumPermissionsEditTask boolean ro
  MaximumPermissionsEmailMass boolean ro
  MaximumPermissionsEmailSingle boolean ro
  MaximumPermissionsExportReport boolean ro
  MaximumPermissionsImportLeads boolean ro
  MaximumPermissionsInstallPackaging boolean ro
  MaximumPermissionsLightningExperienceUser boolean ro
  MaximumPermissionsManageCustomPermissions boolean ro
  MaximumPermissionsManageCustomReportTypes boolean ro
  MaximumPermissionsManageDataIntegrations boolean ro
  MaximumPermissionsManageInternalUsers boolean ro
  MaximumPermissionsManageNamedCredentials boolean ro
  MaximumPermissionsManagePasswordPolicies boolean ro
  MaximumPermissionsManageProfilesPermissionsets boolean ro
  MaximumPermissionsManageSharing boolean ro
  MaximumPermissionsManageUsers boolean ro
  MaximumPermissionsModifyAllData boolean ro
  MaximumPermissionsModifyMetadata boolean ro
  MaximumPermissionsPasswordNeverExpires boolean ro
  MaximumPermissionsResetPasswords boolean ro
  MaximumPermissionsRunReports boolean ro
  MaximumPermissionsSubmitMacrosAllowed boolean ro
  MaximumPermissionsTransferAnyEntity boolean ro
  MaximumPermissionsTransferAnyLead boolean ro
  MaximumPermissionsViewAllData boolean ro
  MaximumPermissionsViewAllUsers boolean ro
  MaximumPermissionsViewEncryptedData boolean ro
  MaximumPermissionsViewRoles boolean ro
  MaximumPermissionsViewSetup boolean ro
  MigratableLicenses integer ro
  PermissionSetLicenseKey text(255) ro
  Status picklist(40) ro
  SystemModstamp datetime system
  TotalLicenses integer ro
  UsedLicenses integer ro

PermissionSetLicenseAssign 2LA "Permission Set License Assign" "Permission Set License Assigns" ReadWrite create update delete trigger setup
  Id id "Permission Set License Assign ID"
  IsDeleted boolean system "Deleted"
  AssigneeId ref User as Assignee child PermissionSetLicenseAssignments "Assignee ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  PermissionSetLicenseId ref PermissionSetLicense as PermissionSetLicense child PermissionSetLicenseAssignments "Permission Set License ID"
  SystemModstamp datetime system

ObjectPermissions 110 "Object Permissions" "Object Permissionses" ReadWrite create update delete setup
  Id id "Object Permissions ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  ParentId ref PermissionSet as Parent child ObjectPerms cascade required "Parent ID"
  PermissionsCreate boolean
  PermissionsDelete boolean
  PermissionsEdit boolean
  PermissionsModifyAllRecords boolean
  PermissionsRead boolean
  PermissionsViewAllFields boolean
  PermissionsViewAllRecords boolean
  SobjectType picklist(40) required
  SystemModstamp datetime system

FieldPermissions 01k "Field Permissions" "Field Permissionses" ReadWrite create update delete setup
  Id id "Field Permissions ID"
  Field text(255) required
  ParentId ref PermissionSet as Parent child FieldPerms cascade required "Parent ID"
  PermissionsEdit boolean
  PermissionsRead boolean
  SobjectType picklist(40) required
  SystemModstamp datetime system

SetupEntityAccess 0J0 "Setup Entity Access" "Setup Entity Accesses" ReadWrite create update delete setup
  Id id "Setup Entity Access ID"
  ParentId ref PermissionSet as Parent child SetupEntityAccessItems cascade required "Parent ID"
  SetupEntityId ref ApexClass,ApexPage,CustomPermission,ConnectedApplication,NamedCredential as SetupEntity child SetupEntityAccessItems required "Setup Entity ID"
  SetupEntityType picklist(255) ro
  SystemModstamp datetime system

CustomPermission 0CP "Custom Permission" "Custom Permissions" ReadWrite setup
  Id id "Custom Permission ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) ro nofilter
  DeveloperName text(80) name ro
  ExternalClientApplicationId text(18) ro "External Client Application ID"
  IsLicensed boolean ro
  IsProtected boolean ro
  Language picklist(40) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) ro
  NamespacePrefix text(15) ro
  SystemModstamp datetime system

Network 0DB "Network" "Networks" ReadWrite setup
  Id id "Network ID"
  AllowedExtensions text(255) ro
  CaseCommentEmailTemplateId ref EmailTemplate as CaseCommentEmailTemplate ro "Case Comment Email Template ID"
  ChangePasswordEmailTemplateId ref EmailTemplate as ChangePasswordEmailTemplate ro "Change Password Email Template ID"
  ChgEmailVerNewEmailTemplateId ref EmailTemplate as ChgEmailVerNewEmailTemplate ro "Chg Email Ver New Email Template ID"
  ChgEmailVerOldEmailTemplateId ref EmailTemplate as ChgEmailVerOldEmailTemplate ro "Chg Email Ver Old Email Template ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) ro nofilter
  DeviceActEmailTemplateId ref EmailTemplate as DeviceActEmailTemplate ro "Device Act Email Template ID"
  EmailFooterLogoId ref Document as EmailFooterLogo ro "Email Footer Logo ID"
  EmailFooterText text(255) ro
  EmailSenderAddress text(255) ro
  EmailSenderName text(255) ro
  FirstActivationDate date ro
  ForgotPasswordEmailTemplateId ref EmailTemplate as ForgotPasswordEmailTemplate ro "Forgot Password Email Template ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LockoutEmailTemplateId ref EmailTemplate as LockoutEmailTemplate ro "Lockout Email Template ID"
  MaxFileSizeKb integer ro
  Name text(255) name ro
  NewSenderAddress text(255) ro
  OptionsActionOverrideEnabled boolean ro
  OptionsAllowInternalUserLogin boolean ro
  OptionsAllowMembersToFlag boolean ro
  OptionsApexCDNCachingEnabled boolean ro
  OptionsCWBannerState boolean ro
  OptionsDirectMessagesEnabled boolean ro
  OptionsDisableWorkspaceInfo boolean ro
  OptionsEinsteinAnswersEnabled boolean ro
  OptionsEinsteinAnswersKAEnabled boolean ro
  OptionsEinsteinAnswersQAEnabled boolean ro
  OptionsEinsteinAnswersSnippetEnabled boolean ro
  OptionsEnableTalkingAboutStats boolean ro
  OptionsEnableTopicAssignmentRules boolean ro
  OptionsExperienceBundleBasedSnaOverrideEnabled boolean ro
  OptionsGatherCustomerSentimentData boolean ro
  OptionsGuestChatterEnabled boolean ro
  OptionsGuestFileAccessEnabled boolean ro
  OptionsGuestMemberVisibility boolean ro
  OptionsImageOptimizationCDNEnabled boolean ro
  OptionsInvitationsEnabled boolean ro
  OptionsKnowledgeableEnabled boolean ro
  OptionsMemberVisibility boolean ro
  OptionsMobileImageOptimizationEnabled boolean ro
  OptionsNetworkSentimentAnalysis boolean ro
  OptionsNicknameDisplayEnabled boolean ro
  OptionsPrivateMessagesEnabled boolean ro
  OptionsProfileBasedLayoutsForKnowledgeSearchEnabled boolean ro
  OptionsRecognitionBadgingEnabled boolean ro
  OptionsReputationEnabled boolean ro
  OptionsReputationRecordConversationsDisabled boolean ro
  OptionsSelfRegistrationEnabled boolean ro
  OptionsSendWelcomeEmail boolean ro
  OptionsShowAllNetworkSettings boolean ro
  OptionsSiteAsContainerEnabled boolean ro
  OptionsThreadedDiscussionsEnabled boolean ro
  OptionsTopicFilteringForKnowledgeSearchEnabled boolean ro
  OptionsTopicSuggestionsEnabled boolean ro
  OptionsUpDownVoteEnabled boolean ro
  SelfRegMicroBatchSubErrorEmailTemplateId ref EmailTemplate as SelfRegMicroBatchSubErrorEmailTemplate ro "Self Reg Micro Batch Sub Error Email Template ID"
  SelfRegProfileId ref Profile as SelfRegProfile ro "Self Reg Profile ID"
  Status picklist(40) ro
  SystemModstamp datetime system
  UrlPathPrefix text(255) ro
  VerificationEmailTemplateId ref EmailTemplate as VerificationEmailTemplate ro "Verification Email Template ID"
  WelcomeEmailTemplateId ref EmailTemplate as WelcomeEmailTemplate ro "Welcome Email Template ID"

NetworkMember 0DO "Network Member" "Network Members" ReadWrite create update delete trigger setup
  Id id "Network Member ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DefaultGroupNotificationFrequency text(255)
  DigestFrequency text(255)
  LastChatterActivityDate date
  MemberId ref User as Member child NetworkMemberUsers "Member ID"
  NetworkId ref Network as Network child NetworkMembers "Network ID"
  PreferencesDisCommentAfterLikeEmail boolean
  PreferencesDisMentionsCommentEmail boolean
  PreferencesDisProfPostCommentEmail boolean
  PreferencesDisableAllFeedsEmail boolean
  PreferencesDisableBestAnswerEmail boolean
  PreferencesDisableBookmarkEmail boolean
  PreferencesDisableChangeCommentEmail boolean
  PreferencesDisableDirectMessageEmail boolean
  PreferencesDisableEndorsementEmail boolean
  PreferencesDisableFollowersEmail boolean
  PreferencesDisableItemFlaggedEmail boolean
  PreferencesDisableLaterCommentEmail boolean
  PreferencesDisableLikeEmail boolean
  PreferencesDisableMentionsPostEmail boolean
  PreferencesDisableMessageEmail boolean
  PreferencesDisablePendingReviewEmail boolean
  PreferencesDisableProfilePostEmail boolean
  PreferencesDisableSharePostEmail boolean
  ReputationPoints number(18,2)
  SystemModstamp datetime system

LoginHistory 0Ya "Login History" "Login Histories" ReadWrite
  Id id "Login History ID"
  ApiType picklist(40) ro
  ApiVersion text(255) ro
  Application text(255) ro
  AuthMethodReference text(255) ro
  AuthenticationServiceId ref * as AuthenticationService ro "Authentication Service ID"
  Browser text(255) ro
  CipherSuite text(255) ro
  ClientVersion text(255) ro
  CountryIso text(255) ro
  ForwardedForIp text(255) ro
  LoginGeoId text(18) ro "Login Geo ID"
  LoginSubType picklist(40) ro
  LoginTime datetime ro
  LoginType picklist(40) ro
  LoginUrl url(1024) ro
  NetworkId ref Network as Network ro "Network ID"
  OptionsIsGet boolean ro
  OptionsIsPost boolean ro
  Platform text(255) ro
  SourceIp text(255) ro
  Status picklist(40) ro
  TlsProtocol text(255) ro
  UserId ref User as User ro "User ID"

AuthSession 0Ak "Auth Session" "Auth Sessions" ReadWrite
  Id id "Auth Session ID"
  CreatedDate datetime system
  IsAssociatedWithJwtAccessToken boolean ro
  IsCurrent boolean ro
  LastModifiedDate datetime system
  LoginGeoId text(18) ro "Login Geo ID"
  LoginHistoryId ref LoginHistory as LoginHistory ro "Login History ID"
  LoginType picklist(40) ro
  LogoutUrl url(1024) ro
  NumSecondsValid integer ro
  ParentId ref AuthSession as Parent ro "Parent ID"
  SessionSecurityLevel text(255) ro
  SessionType picklist(40) ro
  SourceIp text(255) ro
  UserType picklist(40) ro
  UsersId ref User as Users ro "Users ID"

Name - "Name" "Names" ReadWrite
  Id id "Name ID"
  Name text(255) name ro
  FirstName text(40) ro
  LastName text(80) ro
  Type picklist(40) ro
  Alias text(8) ro
  Username text(80) ro
  Email email(80) ro
  Phone phone(40) ro
  Title text(80) ro
  IsActive boolean ro
  UserRoleId ref UserRole as UserRole ro
  ProfileId ref Profile as Profile ro

AggregateResult - "Aggregate Result" "Aggregate Results" ReadWrite
`;
