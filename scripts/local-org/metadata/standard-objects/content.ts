/**
 * A table: files, feeds, mail and notes (Object Reference; notation in parse-table.ts).
 */
export const contentObjects = `
Note 002 "Note" "Notes" ControlledByParent create update delete undelete trigger
  Id id "Note ID"
  IsDeleted boolean system "Deleted"
  Body textarea(100000) nofilter
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsPrivate boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  OwnerId ref User as Owner notnull "Owner ID"
  ParentId ref * as Parent child Notes cascade required "Parent ID"
  SystemModstamp datetime system
  Title text(80) name required

Attachment 00P "Attachment" "Attachments" ControlledByParent create update delete undelete trigger
  Id id "Attachment ID"
  IsDeleted boolean system "Deleted"
  Body base64 required nofilter
  BodyLength integer ro
  ContentType picklist(40)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  IsPrivate boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Name text(255) name required
  OwnerId ref User as Owner notnull "Owner ID"
  ParentId ref * as Parent child Attachments cascade required "Parent ID"
  SystemModstamp datetime system

Document 015 "Document" "Documents" ReadWrite create update delete undelete trigger
  Id id "Document ID"
  IsDeleted boolean system "Deleted"
  AuthorId ref User as Author "Author ID"
  Body base64 nofilter
  BodyLength integer ro
  ContentType picklist(40)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  DeveloperName text(80)
  FolderId ref * as Folder required "Folder ID"
  IsBodySearchable boolean
  IsInternalUseOnly boolean
  IsPublic boolean
  Keywords text(255)
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Name text(255) name required
  NamespacePrefix text(15)
  SystemModstamp datetime system
  Type picklist(40)
  Url url(1024)

Folder 00l "Folder" "Folders" ReadWrite create update delete visible
  Id id "Folder ID"
  AccessType picklist(40) required
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DeveloperName text(80)
  IsReadonly boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Name text(255) name required
  NamespacePrefix text(15)
  ParentId ref Folder as Parent child SubFolders "Parent ID"
  SystemModstamp datetime system
  Type picklist(40) required

ContentVersion 068 "Content Version" "Content Versions" ControlledByParent create update delete undelete trigger
  Id id "Content Version ID"
  IsDeleted boolean system "Deleted"
  Checksum text(255) ro
  ContentBodyId text(18) "Content Body ID"
  ContentDocumentId ref ContentDocument as ContentDocument child ContentVersions cascade "Content Document ID"
  ContentLocation text(255)
  ContentModifiedById ref User as ContentModifiedBy "Content Modified By ID"
  ContentModifiedDate datetime
  ContentSize integer ro
  ContentUrl url(1024) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  ExternalDataSourceId ref ExternalDataSource as ExternalDataSource "External Data Source ID"
  ExternalDocumentInfo1 text(255)
  ExternalDocumentInfo2 text(255)
  FeaturedContentBoost integer
  FeaturedContentDate date
  FileExtension text(255) ro
  FileType picklist(40) ro
  FirstPublishLocationId ref * as FirstPublishLocation "First Publish Location ID"
  IsAssetEnabled boolean
  IsLatest boolean ro
  IsMajorVersion boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  NegativeRatingCount integer
  NetworkId ref Network as Network "Network ID"
  Origin text(255)
  OwnerId ref User as Owner notnull "Owner ID"
  PathOnClient text(500) required
  PositiveRatingCount integer
  PublishStatus picklist(40)
  RatingCount integer ro
  ReasonForChange text(255)
  SharingOption text(255)
  SharingPrivacy text(255)
  SystemModstamp datetime system
  TagCsv text(255)
  TextPreview text(255) ro
  Title text(255) name
  VersionData base64 nofilter
  VersionDataUrl url(1024)
  VersionNumber text(255) ro

ContentDocument 069 "Content Document" "Content Documents" ControlledByParent create update delete undelete trigger
  Id id "Content Document ID"
  IsDeleted boolean system "Deleted"
  ArchivedById ref User as ArchivedBy "Archived By ID"
  ArchivedDate date
  ContentAssetId text(18) "Content Asset ID"
  ContentModifiedDate datetime
  ContentSize integer
  ContentSizeLong long
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  FileExtension text(255)
  FileType picklist(40)
  IsArchived boolean
  IsInternalOnly boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  LatestPublishedVersionId ref ContentVersion as LatestPublishedVersion "Latest Published Version ID"
  OwnerId ref User as Owner notnull "Owner ID"
  ParentId ref ContentWorkspace as Parent "Parent ID"
  PublishStatus picklist(40)
  SharingOption text(255)
  SharingPrivacy text(255)
  SystemModstamp datetime system
  Title text(255) name

ContentDocumentLink 06A "Content Document Link" "Content Document Links" ControlledByParent create update delete trigger
  Id id "Content Document Link ID"
  IsDeleted boolean system "Deleted"
  ContentDocumentId ref ContentDocument as ContentDocument child ContentDocumentLinks cascade required createonly "Content Document ID"
  LinkedEntityId ref * as LinkedEntity child ContentDocumentLinks required createonly "Linked Entity ID"
  ShareType picklist(255) : V|C|I
  SystemModstamp datetime system
  Visibility picklist(255) : AllUsers|InternalUsers|SharedUsers

ContentWorkspace 058 "Content Workspace" "Content Workspaces" ReadWrite create update delete undelete trigger visible
  Id id "Content Workspace ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DefaultRecordTypeId ref RecordType as DefaultRecordType "Default Record Type ID"
  Description textarea(32000) nofilter
  DeveloperName text(80)
  IsRestrictContentTypes boolean
  IsRestrictLinkedContentTypes boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastWorkspaceActivityDate datetime
  Name text(255) name
  NamespacePrefix text(15)
  RootContentFolderId text(18) "Root Content Folder ID"
  ShouldAddCreatorMembership boolean
  SystemModstamp datetime system
  TagModel text(255)
  WorkspaceImageId text(18) "Workspace Image ID"
  WorkspaceType picklist(40)

ContentDistribution 05D "Content Distribution" "Content Distributions" Private create update delete undelete trigger
  Id id "Content Distribution ID"
  IsDeleted boolean system "Deleted"
  ContentDocumentId ref ContentDocument as ContentDocument child ContentDistributions "Content Document ID"
  ContentDownloadUrl url(1024)
  ContentVersionId ref ContentVersion as ContentVersion "Content Version ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DistributionPublicUrl url(1024)
  ExpiryDate datetime
  FirstViewDate datetime
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastViewDate datetime
  Name text(255) name
  OwnerId ref Group,User as Owner notnull "Owner ID"
  Password text(255)
  PdfDownloadUrl url(1024)
  PreferencesAllowOriginalDownload boolean
  PreferencesAllowPDFDownload boolean
  PreferencesAllowViewInBrowser boolean
  PreferencesExpires boolean
  PreferencesLinkLatestVersion boolean
  PreferencesNotifyOnVisit boolean
  PreferencesNotifyRndtnComplete boolean
  PreferencesPasswordRequired boolean
  RelatedRecordId ref * as RelatedRecord "Related Record ID"
  SystemModstamp datetime system
  ViewCount integer

FeedItem 0D5 "Feed Item" "Feed Items" ReadWrite create update delete undelete trigger
  Id id "Feed Item ID"
  IsDeleted boolean system "Deleted"
  BestCommentId ref FeedComment as BestComment "Best Comment ID"
  Body textarea(100000) required nofilter
  CommentCount integer
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  HasContent boolean
  HasFeedEntity boolean
  HasLink boolean
  HasVerifiedComment boolean
  InsertedById ref User as InsertedBy "Inserted By ID"
  IsClosed boolean
  IsRichText boolean
  LastEditById ref User as LastEditBy "Last Edit By ID"
  LastEditDate datetime
  LastModifiedDate datetime system
  LikeCount integer
  LinkUrl url(1024)
  NetworkScope text(255)
  ParentId ref * as Parent required "Parent ID"
  RelatedRecordId ref * as RelatedRecord "Related Record ID"
  Revision integer
  Status picklist(40)
  SystemModstamp datetime system
  Title text(255)
  Type picklist(255) : TextPost|LinkPost|ContentPost|TrackedChange|PollPost
  Visibility text(255)

FeedComment 0D7 "Feed Comment" "Feed Comments" ReadWrite create update delete undelete trigger
  Id id "Feed Comment ID"
  IsDeleted boolean system "Deleted"
  CommentBody textarea(4000) required nofilter
  CommentType picklist(40)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  FeedItemId ref * as FeedItem cascade required "Feed Item ID"
  HasEntityLinks boolean
  InsertedById ref User as InsertedBy "Inserted By ID"
  IsRichText boolean
  IsVerified boolean
  LastEditById ref User as LastEditBy "Last Edit By ID"
  LastEditDate datetime
  ParentId ref * as Parent "Parent ID"
  RelatedRecordId ref * as RelatedRecord "Related Record ID"
  Revision integer
  Status picklist(40)
  SystemModstamp datetime system
  ThreadChildrenCount integer
  ThreadLastUpdatedDate datetime
  ThreadLevel integer
  ThreadParentId ref FeedComment as ThreadParent child FeedThreadedComments "Thread Parent ID"

EmailMessage 02s "Email Message" "Email Messages" ControlledByParent create update delete undelete trigger
  Id id "Email Message ID"
  IsDeleted boolean system "Deleted"
  ActivityId ref Task as Activity "Activity ID"
  AttachmentIds text(255)
  AutomationType picklist(40)
  BccAddress text(255)
  CcAddress text(255)
  ClientThreadIdentifier text(255)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  EmailTemplateId ref EmailTemplate as EmailTemplate "Email Template ID"
  FirstOpenedDate datetime
  FromAddress text(255)
  FromId ref * as From "From ID"
  FromName text(255)
  HasAttachment boolean
  Headers text(255)
  HtmlBody textarea(131072) nofilter
  Incoming boolean
  IsBounced boolean
  IsClientManaged boolean
  IsExternallyVisible boolean
  IsOpened boolean
  IsTracked boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastOpenedDate datetime
  MessageDate datetime
  MessageIdentifier text(255)
  Name text(255)
  ParentId ref Case as Parent child Emails cascade "Parent ID"
  RelatedToId ref Account,Opportunity,Campaign,Case,Contract,Order,Asset,Product2,Quote,Solution,WorkOrder as RelatedTo child Emails "Related To ID"
  ReplyToEmailMessageId ref EmailMessage as ReplyToEmailMessage "Reply To Email Message ID"
  Source text(255)
  Status picklist(255) : 0|1|2|3|4|5
  Subject text(3000) name
  SystemModstamp datetime system
  TextBody textarea(131072) nofilter
  ThreadIdentifier text(255)
  ToAddress text(255)
  ValidatedFromAddress text(255)

EmailMessageRelation 0MR "Email Message Relation" "Email Message Relations" ReadWrite create update delete undelete trigger
  Id id "Email Message Relation ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  EmailMessageId ref EmailMessage as EmailMessage child EmailMessageRelations "Email Message ID"
  RelationAddress text(255)
  RelationId ref Contact,Lead,User as Relation child EmailMessageRelations "Relation ID"
  RelationObjectType picklist(40)
  RelationType picklist(40)
  SystemModstamp datetime system

EmailTemplate 00X "Email Template" "Email Templates" Private create update delete visible
  Id id "Email Template ID"
  ApiVersion number(18,1)
  Body textarea(100000) nofilter
  BrandTemplateId text(18) "Brand Template ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  DeveloperName text(80) required
  Encoding text(255)
  EnhancedLetterheadId text(18) "Enhanced Letterhead ID"
  FolderId ref * as Folder required "Folder ID"
  FolderName text(255)
  HtmlValue textarea(131072) nofilter
  IsActive boolean
  IsBuilderContent boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastUsedDate datetime ro
  Markup textarea(1000000) nofilter
  Name text(80) name required
  NamespacePrefix text(15)
  OwnerId ref Group,User as Owner notnull "Owner ID"
  RelatedEntityType picklist(40)
  Subject text(230)
  SystemModstamp datetime system
  TemplateStyle text(255)
  TemplateType picklist(40) required
  TimesUsed integer ro
  UiType picklist(40)

OrgWideEmailAddress 0D2 "Org Wide Email Address" "Org Wide Email Addresses" ReadWrite visible
  Id id "Org Wide Email Address ID"
  Address text(255) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DisplayName text(255) ro
  IsAllowAllProfiles boolean ro
  IsVerified boolean ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Purpose text(255) ro
  SystemModstamp datetime system

Topic 0TO "Topic" "Topics" ReadWrite create update delete undelete trigger
  Id id "Topic ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  ManagedTopicType picklist(40)
  Name text(255) name required
  NetworkId ref Network as Network "Network ID"
  SystemModstamp datetime system
  TalkingAbout integer

TopicAssignment 0JA "Topic Assignment" "Topic Assignments" ReadWrite create update delete undelete trigger
  Id id "Topic Assignment ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  EntityId ref * as Entity child TopicAssignments required "Entity ID"
  EntityKeyPrefix text(255)
  EntityType picklist(40)
  NetworkId ref Network as Network "Network ID"
  SystemModstamp datetime system
  TopicId ref Topic as Topic child TopicAssignments cascade required "Topic ID"

CollaborationGroup 0F9 "Collaboration Group" "Collaboration Groups" Private create update delete undelete trigger
  Id id "Collaboration Group ID"
  AnnouncementId text(18) "Announcement ID"
  BannerPhotoUrl url(1024)
  CanHaveGuests boolean
  CollaborationType picklist(40)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  FullPhotoUrl url(1024)
  GroupEmail email(80)
  HasPrivateFieldsAccess boolean
  InformationBody text(255)
  InformationTitle text(255)
  IsArchived boolean
  IsAutoArchiveDisabled boolean
  IsBroadcast boolean
  LastFeedModifiedDate datetime
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  MediumPhotoUrl url(1024)
  MemberCount integer
  Name text(255) name
  NetworkId ref Network as Network child NetworkCollaborationGroups "Network ID"
  OwnerId ref Group,User as Owner notnull "Owner ID"
  SmallPhotoUrl url(1024)
  SystemModstamp datetime system

CollaborationGroupMember 0FB "Collaboration Group Member" "Collaboration Group Members" ReadWrite create update delete undelete trigger
  Id id "Collaboration Group Member ID"
  CollaborationGroupId ref CollaborationGroup as CollaborationGroup child GroupMembers "Collaboration Group ID"
  CollaborationRole text(255)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  LastFeedAccessDate datetime
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MemberId ref User as Member child GroupMemberships "Member ID"
  NetworkId ref Network as Network "Network ID"
  NotificationFrequency text(255)
  SystemModstamp datetime system

EntitySubscription 0E8 "Entity Subscription" "Entity Subscriptions" ReadWrite create update delete undelete trigger
  Id id "Entity Subscription ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  NetworkId ref Network as Network child NetworkEntitySubscriptions "Network ID"
  ParentId ref * as Parent child FeedSubscriptionsForEntity "Parent ID"
  SubscriberId ref User as Subscriber "Subscriber ID"
`;
