/**
 * A table: the objects of service and of activities (Object Reference; notation in parse-table.ts).
 */
export const serviceObjects = `
Task 00T "Task" "Tasks" Private create update delete undelete trigger
  Id id "Task ID"
  IsDeleted boolean system "Deleted"
  AccountId ref Account as Account ro "Account ID"
  ActivityDate date "Due Date Only"
  CallDisposition text(255)
  CallDurationInSeconds integer
  CallObject text(255)
  CallType picklist(40)
  CompletedDateTime datetime ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  IsArchived boolean ro
  IsClosed boolean ro
  IsHighPriority boolean ro
  IsRecurrence boolean
  IsReminderSet boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  OwnerId ref Group,User as Owner notnull "Assigned To ID"
  Priority picklist(255) : High|Normal*|Low
  RecurrenceActivityId ref Task as RecurrenceActivity child RecurringTasks "Recurrence Activity ID"
  RecurrenceDayOfMonth integer
  RecurrenceDayOfWeekMask integer
  RecurrenceEndDateOnly date
  RecurrenceInstance text(255)
  RecurrenceInterval integer
  RecurrenceMonthOfYear text(255)
  RecurrenceRegeneratedType picklist(40)
  RecurrenceStartDateOnly date
  RecurrenceTimeZoneSidKey picklist(40)
  RecurrenceType picklist(40)
  ReminderDateTime datetime
  Status picklist(255) : Not Started*|In Progress|Completed|Waiting on someone else|Deferred
  Subject combobox(255) name : Call|Email|Send Letter|Send Quote|Other
  SystemModstamp datetime system
  TaskSubtype picklist(255) : Task*|Email|ListEmail|Cadence|Call|LinkedIn
  Type picklist(255) : Call|Meeting|Other
  WhatCount integer
  WhatId ref Account,Opportunity,Campaign,Case,Contract,Order,Asset,Product2,Quote,Solution,WorkOrder as What child Tasks cascade "Related To ID"
  WhoCount integer
  WhoId ref Contact,Lead as Who child Tasks "Name ID"

Event 00U "Event" "Events" Private create update delete undelete trigger
  Id id "Event ID"
  IsDeleted boolean system "Deleted"
  AccountId ref Account as Account ro "Account ID"
  ActivityDate date
  ActivityDateTime datetime
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  DurationInMinutes integer
  EndDate date ro
  EndDateTime datetime
  EventSubtype picklist(255) : Event*
  GroupEventType picklist(40) ro
  IsAllDayEvent boolean
  IsArchived boolean ro
  IsChild boolean ro
  IsGroupEvent boolean
  IsPrivate boolean
  IsRecurrence boolean
  IsRecurrence2 boolean
  IsRecurrence2Exception boolean
  IsRecurrence2Exclusion boolean
  IsReminderSet boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Location text(255)
  OwnerId ref User as Owner notnull "Assigned To ID"
  Recurrence2PatternStartDate datetime
  Recurrence2PatternText text(255)
  Recurrence2PatternTimeZone text(255)
  Recurrence2PatternVersion text(255)
  RecurrenceActivityId ref Event as RecurrenceActivity child RecurringEvents "Recurrence Activity ID"
  RecurrenceDayOfMonth integer
  RecurrenceDayOfWeekMask integer
  RecurrenceEndDateOnly date
  RecurrenceInstance text(255)
  RecurrenceInterval integer
  RecurrenceMonthOfYear text(255)
  RecurrenceStartDateTime datetime
  RecurrenceTimeZoneSidKey picklist(40)
  RecurrenceType picklist(40)
  ReminderDateTime datetime
  ServiceAppointmentId ref ServiceAppointment as ServiceAppointment child Events "Service Appointment ID"
  ShowAs picklist(255) : Busy*|OutOfOffice|Free
  StartDateTime datetime
  Subject combobox(255) name : Call|Email|Meeting|Send Letter/Quote|Other
  SystemModstamp datetime system
  Type picklist(255) : Call|Email|Meeting|Other
  WhatCount integer
  WhatId ref Account,Opportunity,Campaign,Case,Contract,Order,Asset,Product2,Quote,Solution,WorkOrder as What child Events cascade "Related To ID"
  WhoCount integer
  WhoId ref Contact,Lead as Who child Events "Name ID"

TaskStatus 01J "Task Status" "Task Statuses" ReadWrite visible
  Id id "Task Status ID"
  ApiName text(255) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsClosed boolean ro
  IsDefault boolean ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) name ro
  SortOrder integer ro
  SystemModstamp datetime system

TaskPriority 01J "Task Priority" "Task Priorities" ReadWrite visible
  Id id "Task Priority ID"
  ApiName text(255) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsDefault boolean ro
  IsHighPriority boolean ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) ro
  SortOrder integer ro
  SystemModstamp datetime system

Case 500 "Case" "Cases" ReadWriteTransfer create update delete undelete merge trigger
  Id id "Case ID"
  IsDeleted boolean system "Deleted"
  MasterRecordId ref Case as MasterRecord ro "Master Record ID"
  RecordTypeId ref RecordType as RecordType "Record Type ID"
  AccountId ref Account as Account child Cases "Account ID"
  AssetId ref Asset as Asset child Cases "Asset ID"
  AssetWarrantyId text(18) "Asset Warranty ID"
  BusinessHoursId ref BusinessHours as BusinessHours child Cases "Business Hours ID"
  CaseNumber text(30) name auto ro format {00000000}
  ClosedDate datetime ro
  Comments textarea(4000) nofilter "Internal Comments"
  ContactEmail email(80) ro
  ContactFax phone(40) ro
  ContactId ref Contact as Contact child Cases "Contact ID"
  ContactMobile text(255) ro
  ContactPhone phone(40) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  IsClosed boolean ro
  IsClosedOnCreate boolean
  IsEscalated boolean
  Language picklist(40)
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Origin picklist(255) "Case Origin" : Phone|Email|Web
  OwnerId ref Group,User as Owner notnull "Owner ID"
  ParentId ref Case as Parent child Cases "Parent Case ID"
  Priority picklist(255) : High|Medium*|Low
  Reason picklist(255) "Case Reason" : Installation|Equipment Complexity|Performance|Breakdown|Equipment Design|Feedback|Other
  SourceId ref * as Source ro "Source ID"
  Status picklist(255) : New*|Working|Escalated|Closed
  Subject text(255)
  SuppliedCompany text(80)
  SuppliedEmail email(80) "Email Address"
  SuppliedName text(80) "Name"
  SuppliedPhone phone(40)
  SystemModstamp datetime system
  Type picklist(255) "Case Type" : Mechanical|Electrical|Electronic|Structural|Other

CaseComment 00a "Case Comment" "Case Comments" ControlledByParent create update delete undelete trigger
  Id id "Case Comment ID"
  IsDeleted boolean system "Deleted"
  CommentBody textarea(4000) nofilter
  CommentBodyRichtext text(255)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsPublished boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  ParentId ref Case as Parent child CaseComments cascade required "Parent ID"
  SystemModstamp datetime system

CaseTeamMember 0B7 "Case Team Member" "Case Team Members" ReadWrite create update delete trigger
  Id id "Case Team Member ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MemberId ref * as Member "Member ID"
  ParentId ref Case as Parent child TeamMembers "Parent ID"
  SystemModstamp datetime system
  TeamRoleId text(18) "Team Role ID"
  TeamTemplateId text(18) "Team Template ID"
  TeamTemplateMemberId text(18) "Team Template Member ID"

CaseStatus 01J "Case Status" "Case Statuses" ReadWrite visible
  Id id "Case Status ID"
  ApiName text(255) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsClosed boolean ro
  IsDefault boolean ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) name ro
  SortOrder integer ro
  SystemModstamp datetime system

Macro 0JZ "Macro" "Macros" Private create update delete undelete trigger
  Id id "Macro ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  FolderId ref Folder as Folder "Folder ID"
  IsAlohaSupported boolean ro
  IsLightningSupported boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Name text(255) name required
  OwnerId ref Group,User as Owner notnull "Owner ID"
  StartingContext picklist(255)
  SystemModstamp datetime system

MacroShare 0Ja "Macro Share" "Macro Shares" ReadWrite create update delete
  Id id "Macro Share ID"
  IsDeleted boolean system "Deleted"
  AccessLevel text(40) required
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  ParentId ref Macro as Parent child Shares cascade required createonly "Parent ID"
  RowCause picklist(40) : Owner|Manual*|Rule
  UserOrGroupId ref Group,User as UserOrGroup required createonly "User Or Group ID"

CaseShare 01n "Case Share" "Case Shares" ReadWrite create update delete
  Id id "Case Share ID"
  IsDeleted boolean system "Deleted"
  CaseAccessLevel text(255)
  CaseId ref Case as Case child Shares cascade required "Case ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  RowCause picklist(40) : Owner|Manual*|Rule|Team|Territory|ImplicitChild|ImplicitParent
  UserOrGroupId ref Group,User as UserOrGroup required "User Or Group ID"

CaseHistory 017 "Case History" "Case Histories" ReadWrite
  Id id "Case History ID"
  IsDeleted boolean system "Deleted"
  CaseId ref Case as Case child Histories ro "Case ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DataType picklist(40) ro
  Field text(255) ro

CaseArticle 0C8 "Case Article" "Case Articles" ReadWrite create update delete undelete trigger
  Id id "Case Article ID"
  IsDeleted boolean system "Deleted"
  ArticleLanguage picklist(40)
  ArticleVersionNumber integer
  CaseId ref Case as Case child CaseArticles "Case ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsSharedByEmail boolean
  KnowledgeArticleId text(18) "Knowledge Article ID"
  KnowledgeArticleVersionId text(18) "Knowledge Article Version ID"
  SystemModstamp datetime system

Solution 501 "Solution" "Solutions" Private create update delete undelete trigger
  Id id "Solution ID"
  IsDeleted boolean system "Deleted"
  RecordTypeId ref RecordType as RecordType "Record Type ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsHtml boolean
  IsPublished boolean
  IsPublishedInPublicKb boolean
  IsReviewed boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  OwnerId ref User as Owner notnull "Owner ID"
  SolutionName text(255)
  SolutionNote textarea(32000) nofilter
  SolutionNumber text(255) auto format {00000000}
  Status picklist(40)
  SystemModstamp datetime system
  TimesUsed integer

Entitlement 550 "Entitlement" "Entitlements" ReadWrite create update delete undelete trigger
  Id id "Entitlement ID"
  IsDeleted boolean system "Deleted"
  AccountId ref Account as Account child Entitlements "Account ID"
  AssetId ref Asset as Asset child Entitlements "Asset ID"
  AssetWarrantyId text(18) "Asset Warranty ID"
  BusinessHoursId ref BusinessHours as BusinessHours child Entitlements "Business Hours ID"
  CasesPerEntitlement integer
  ContractLineItemId text(18) "Contract Line Item ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  EndDate date
  IsPerIncident boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  LocationId ref Location as Location child AssetWarranties "Location ID"
  Location address ro
  Name text(255) name
  RemainingCases integer
  RemainingWorkOrders integer
  ServiceContractId ref ServiceContract as ServiceContract child Entitlements "Service Contract ID"
  SlaProcessId text(18) "Sla Process ID"
  StartDate date
  Status picklist(40)
  SvcApptBookingWindowsId text(18) "Svc Appt Booking Windows ID"
  SystemModstamp datetime system
  Type picklist(40)
  WorkOrdersPerEntitlement integer

ServiceContract 810 "Service Contract" "Service Contracts" Private create update delete undelete trigger
  Id id "Service Contract ID"
  IsDeleted boolean system "Deleted"
  AccountId ref Account as Account child ServiceContracts "Account ID"
  ActivationDate datetime
  AdditionalDiscount currency(18,2)
  ApprovalStatus picklist(40)
  BillingAddress address ro
  BillingCity text(40)
  BillingCountry text(80)
  BillingGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  BillingLatitude number(18,15)
  BillingLongitude number(18,15)
  BillingPostalCode text(20) "Billing Zip/Postal Code"
  BillingState text(80) "Billing State/Province"
  BillingStreet textarea(255)
  ContactId ref Contact as Contact child ServiceContracts "Contact ID"
  ContractNumber text(255)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  Discount percent(5,2)
  EndDate date
  GrandTotal currency(18,2)
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  LineItemCount integer
  Name text(255) name
  OwnerId ref Group,User as Owner notnull "Owner ID"
  ParentServiceContractId ref ServiceContract as ParentServiceContract "Parent Service Contract ID"
  Pricebook2Id ref Pricebook2 as Pricebook2 child ServiceContracts "Pricebook2 ID"
  RootServiceContractId ref ServiceContract as RootServiceContract "Root Service Contract ID"
  ShippingAddress address ro
  ShippingCity text(40)
  ShippingCountry text(80)
  ShippingGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  ShippingHandling number(18,2)
  ShippingLatitude number(18,15)
  ShippingLongitude number(18,15)
  ShippingPostalCode text(20) "Shipping Zip/Postal Code"
  ShippingState text(80) "Shipping State/Province"
  ShippingStreet textarea(255)
  SpecialTerms textarea(4000) nofilter
  StartDate date
  Status picklist(40)
  Subtotal currency(18,2)
  SystemModstamp datetime system
  Tax currency(18,2)
  Term integer
  TotalPrice currency(18,2)

WorkOrder 0WO "Work Order" "Work Orders" Private create update delete undelete trigger
  Id id "Work Order ID"
  IsDeleted boolean system "Deleted"
  AccountId ref Account as Account child WorkOrders "Account ID"
  Address address ro
  AssetId ref Asset as Asset child WorkOrders "Asset ID"
  AssetWarrantyId text(18) "Asset Warranty ID"
  BusinessHoursId ref BusinessHours as BusinessHours child WorkOrders "Business Hours ID"
  CaseId ref Case as Case child WorkOrders "Case ID"
  City text(40)
  ContactId ref Contact as Contact child WorkOrders "Contact ID"
  Country text(80)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  Discount percent(5,2)
  Duration number(18,2)
  DurationInMinutes number(18,2)
  DurationType picklist(40)
  EndDate datetime
  EntitlementId ref Entitlement as Entitlement child WorkOrders "Entitlement ID"
  GeocodeAccuracy picklist(40) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  GrandTotal currency(18,2)
  IsClosed boolean
  IsGeneratedFromMaintenancePlan boolean
  IsStopped boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Latitude number(18,15)
  LineItemCount integer
  LocationId ref Location as Location child WorkOrders "Location ID"
  Location address ro
  Longitude number(18,15)
  MaintenancePlanId text(18) "Maintenance Plan ID"
  MaintenanceWorkRuleId text(18) "Maintenance Work Rule ID"
  MilestoneStatus picklist(40)
  MinimumCrewSize integer
  OwnerId ref Group,User as Owner notnull "Owner ID"
  ParentWorkOrderId ref WorkOrder as ParentWorkOrder "Parent Work Order ID"
  PostWorkSummary text(255)
  PostalCode text(20) "Zip/Postal Code"
  PreWorkBriefPromptTemplate text(255)
  Pricebook2Id ref Pricebook2 as Pricebook2 child WorkOrders "Pricebook2 ID"
  Priority text(255)
  ProductServiceCampaignId text(18) "Product Service Campaign ID"
  ProductServiceCampaignItemId text(18) "Product Service Campaign Item ID"
  RecommendedCrewSize integer
  ReturnOrderId text(18) "Return Order ID"
  ReturnOrderLineItemId text(18) "Return Order Line Item ID"
  RootWorkOrderId ref WorkOrder as RootWorkOrder "Root Work Order ID"
  ServiceAppointmentCount integer
  ServiceContractId ref ServiceContract as ServiceContract child WorkOrders "Service Contract ID"
  ServiceReportLanguage picklist(40)
  ServiceReportTemplateId text(18) "Service Report Template ID"
  ServiceTerritoryId ref ServiceTerritory as ServiceTerritory child WorkOrders "Service Territory ID"
  SlaExitDate datetime
  SlaStartDate datetime
  StartDate datetime
  State text(80) "State/Province"
  Status picklist(40)
  StatusCategory picklist(40)
  StopStartDate datetime
  Street textarea(255)
  Subject text(255)
  Subtotal currency(18,2)
  SuggestedMaintenanceDate date
  SystemModstamp datetime system
  Tax currency(18,2)
  TotalPrice currency(18,2)
  WorkOrderNumber text(255) name auto format {00000000}
  WorkTypeId text(18) "Work Type ID"

WorkOrderLineItem 1WL "Work Order Line Item" "Work Order Line Items" ReadWrite create update delete undelete trigger
  Id id "Work Order Line Item ID"
  IsDeleted boolean system "Deleted"
  Address address ro
  AssetId ref Asset as Asset child WorkOrderLineItems "Asset ID"
  AssetWarrantyId text(18) "Asset Warranty ID"
  City text(40)
  Country text(80)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  Discount percent(5,2)
  Duration number(18,2)
  DurationInMinutes number(18,2)
  DurationType picklist(40)
  EndDate datetime
  GeocodeAccuracy picklist(40) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  IsClosed boolean
  IsGeneratedFromMaintenancePlan boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Latitude number(18,15)
  LineItemNumber text(255)
  ListPrice currency(18,2)
  LocationId ref Location as Location child WorkOrderLineItems "Location ID"
  Location address ro
  Longitude number(18,15)
  MaintenancePlanId text(18) "Maintenance Plan ID"
  MaintenanceWorkRuleId text(18) "Maintenance Work Rule ID"
  MinimumCrewSize integer
  OrderId ref Order as Order child WorkOrderLineItems "Order ID"
  ParentWorkOrderLineItemId ref WorkOrderLineItem as ParentWorkOrderLineItem "Parent Work Order Line Item ID"
  PostalCode text(20) "Zip/Postal Code"
  PricebookEntryId ref PricebookEntry as PricebookEntry child WorkOrderLineItems "Pricebook Entry ID"
  Priority text(255)
  Product2Id ref Product2 as Product2 child WorkOrderLineItems "Product2 ID"
  ProductServiceCampaignId text(18) "Product Service Campaign ID"
  ProductServiceCampaignItemId text(18) "Product Service Campaign Item ID"
  Quantity number(12,2)
  RecommendedCrewSize integer
  ReturnOrderId text(18) "Return Order ID"
  ReturnOrderLineItemId text(18) "Return Order Line Item ID"
  RootWorkOrderLineItemId ref WorkOrderLineItem as RootWorkOrderLineItem "Root Work Order Line Item ID"
  ServiceAppointmentCount integer
  ServiceReportTemplateId text(18) "Service Report Template ID"
  ServiceTerritoryId ref ServiceTerritory as ServiceTerritory child WorkOrderLineItems "Service Territory ID"
  StartDate datetime
  State text(80) "State/Province"
  Status picklist(40)
  StatusCategory picklist(40)
  Street textarea(255)
  Subject text(255)
  Subtotal currency(18,2)
  SuggestedMaintenanceDate date
  SystemModstamp datetime system
  TotalPrice currency(18,2)
  UnitPrice currency(18,2)
  WorkOrderId ref WorkOrder as WorkOrder child WorkOrderLineItems "Work Order ID"
  WorkTypeId text(18) "Work Type ID"

ServiceResource 0Hn "Service Resource" "Service Resources" Private create update delete undelete trigger
  Id id "Service Resource ID"
  AccountId ref Account as Account child ServiceResources "Account ID"
  AssetId ref Asset as Asset child ServiceResources "Asset ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  IsActive boolean
  IsCapacityBased boolean
  IsOptimizationCapable boolean
  IsPrimary boolean
  LastKnownLatitude number(18,15)
  LastKnownLocation address ro
  LastKnownLocationDate datetime
  LastKnownLongitude number(18,15)
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  LocationId ref Location as Location child ServiceResources "Location ID"
  Location address ro
  Name text(255) name
  OwnerId ref Group,User as Owner notnull "Owner ID"
  RelatedRecordId ref User as RelatedRecord child ServiceResources "Related Record ID"
  ResourceType picklist(40)
  SchedulingConstraintId text(18) "Scheduling Constraint ID"
  ServiceCrewId text(18) "Service Crew ID"
  SystemModstamp datetime system

ServiceTerritory 0Hh "Service Territory" "Service Territories" Private create update delete undelete trigger
  Id id "Service Territory ID"
  IsDeleted boolean system "Deleted"
  Address address ro
  AvgTravelTime integer
  City text(40)
  Country text(80)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  GeocodeAccuracy picklist(40) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  IsActive boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Latitude number(18,15)
  Longitude number(18,15)
  Name text(255) name
  OperatingHoursId text(18) "Operating Hours ID"
  OwnerId ref Group,User as Owner notnull "Owner ID"
  ParentTerritoryId ref ServiceTerritory as ParentTerritory "Parent Territory ID"
  PostalCode text(20) "Zip/Postal Code"
  PricebookId ref Pricebook2 as Pricebook child ServiceTerritories "Pricebook ID"
  SchedulingConstraintId text(18) "Scheduling Constraint ID"
  SelfCheckInUrl url(1024)
  ServiceAppointmentLimitType picklist(40)
  State text(80) "State/Province"
  Street textarea(255)
  SystemModstamp datetime system
  TopLevelTerritoryId ref ServiceTerritory as TopLevelTerritory "Top Level Territory ID"
  TravelModeId text(18) "Travel Mode ID"
  TravelTimeBuffer integer
  TypicalInTerritoryTravelTime number(18,2)

ServiceAppointment 08p "Service Appointment" "Service Appointments" Private create update delete undelete trigger
  Id id "Service Appointment ID"
  IsDeleted boolean system "Deleted"
  AccountId ref Account as Account child ServiceAppointments "Account ID"
  ActualDuration number(18,2)
  ActualEndTime datetime
  ActualStartTime datetime
  AdditionalInformation text(255)
  Address address ro
  AppointmentCategoryId text(18) "Appointment Category ID"
  AppointmentInvitationId text(18) "Appointment Invitation ID"
  AppointmentMode text(255)
  AppointmentNumber text(255) name auto format SA-{0000}
  AppointmentType picklist(40)
  ApptBookingInfoUrl url(1024)
  ArrivalWindowEndTime datetime
  ArrivalWindowStartTime datetime
  AttendeeCount integer
  AttendeeLimit integer
  BundlePolicyId text(18) "Bundle Policy ID"
  CancellationReason text(255)
  CheckedInTime datetime
  City text(40)
  Comments textarea(4000) nofilter
  ContactId ref Contact as Contact child ServiceAppointments "Contact ID"
  Country text(80)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  DueDate datetime
  Duration number(18,2)
  DurationInMinutes number(18,2)
  DurationType picklist(40)
  EarliestStartTime datetime
  Email email(80)
  EngagementChannelTypeId text(18) "Engagement Channel Type ID"
  GeocodeAccuracy picklist(40) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  GroupAppointmentAccessType picklist(40)
  IsAnonymousBooking boolean
  IsBundle boolean
  IsBundleMember boolean
  IsManuallyBundled boolean
  IsOffsiteAppointment boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Latitude number(18,15)
  Longitude number(18,15)
  OwnerId ref Group,User as Owner notnull "Owner ID"
  ParentRecordId ref * as ParentRecord "Parent Record ID"
  ParentRecordStatusCategory picklist(40)
  ParentRecordType picklist(40)
  Phone phone(40)
  PostalCode text(20) "Zip/Postal Code"
  ReceiptOrderId ref Order as ReceiptOrder child ServiceAppointments "Receipt Order ID"
  RelatedBundleId ref ServiceAppointment as RelatedBundle child BundledServiceAppointments "Related Bundle ID"
  SchedEndTime datetime
  SchedStartTime datetime
  ServiceNote text(255)
  ServiceTerritoryId ref ServiceTerritory as ServiceTerritory child ServiceAppointments "Service Territory ID"
  State text(80) "State/Province"
  Status picklist(40)
  StatusCategory picklist(40)
  Street textarea(255)
  Subject text(255)
  SystemModstamp datetime system
  TimeZone text(255)
  Transaction text(255)
  TravelTimeBuffer integer
  WorkTypeId text(18) "Work Type ID"

BusinessHours 01m "Business Hours" "Business Hours" ReadWrite create update delete visible
  Id id "Business Hours ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  FridayEndTime time
  FridayStartTime time
  IsActive boolean
  IsDefault boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastViewedDate datetime ro
  MondayEndTime time
  MondayStartTime time
  Name text(255) name
  SaturdayEndTime time
  SaturdayStartTime time
  SundayEndTime time
  SundayStartTime time
  SystemModstamp datetime system
  ThursdayEndTime time
  ThursdayStartTime time
  TimeZoneSidKey picklist(40)
  TuesdayEndTime time
  TuesdayStartTime time
  WednesdayEndTime time
  WednesdayStartTime time

Holiday 0C0 "Holiday" "Holidays" ReadWrite create update delete visible
  Id id "Holiday ID"
  ActivityDate date
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  EndTimeInMinutes integer
  IsAllDay boolean
  IsRecurrence boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Name text(255) name
  NextOccurrenceDate date
  RecurrenceDayOfMonth integer
  RecurrenceDayOfWeekMask integer
  RecurrenceEndDateOnly date
  RecurrenceInstance text(255)
  RecurrenceInterval integer
  RecurrenceMonthOfYear text(255)
  RecurrenceStartDate date
  RecurrenceType picklist(40)
  StartTimeInMinutes integer
  SystemModstamp datetime system

Idea 087 "Idea" "Ideas" ReadWrite create update delete undelete trigger
  Id id "Idea ID"
  IsDeleted boolean system "Deleted"
  AttachmentBody base64 nofilter
  AttachmentContentType picklist(40)
  AttachmentLength integer
  AttachmentName text(255)
  Body textarea(100000) nofilter
  Categories text(255)
  CommunityId text(18) "Community ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  CreatorFullPhotoUrl url(1024)
  CreatorName text(255)
  CreatorSmallPhotoUrl url(1024)
  IsHtml boolean
  IsMerged boolean
  LastCommentDate datetime
  LastCommentId text(18) "Last Comment ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  NumComments integer
  ParentIdeaId ref Idea as ParentIdea "Parent Idea ID"
  RecordTypeId ref RecordType as RecordType "Record Type ID"
  Status picklist(40)
  SystemModstamp datetime system
  Title text(255)
  VoteScore number(18,2)
  VoteTotal currency(18,2)

Vote 083 "Vote" "Votes" ReadWrite create update delete undelete trigger
  Id id "Vote ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  ParentId ref * as Parent "Parent ID"
  SystemModstamp datetime system
  Type picklist(40)
`;
