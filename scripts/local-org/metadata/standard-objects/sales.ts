/**
 * A table: the objects of selling: accounts, contacts, leads, opportunities, campaigns, products, orders (Object Reference; notation in parse-table.ts).
 */
export const salesObjects = `
Account 001 "Account" "Accounts" ReadWrite create update delete undelete merge trigger
  Id id "Account ID"
  IsDeleted boolean system "Deleted"
  MasterRecordId ref Account as MasterRecord ro "Master Record ID"
  RecordTypeId ref RecordType as RecordType "Record Type ID"
  AccountNumber text(40)
  AccountSource picklist(255) : Web|Phone Inquiry|Partner Referral|Purchased List|Other
  AnnualRevenue currency(18,0)
  BillingAddress address ro
  BillingCity text(40)
  BillingCountry text(80)
  BillingGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  BillingLatitude number(18,15)
  BillingLongitude number(18,15)
  BillingPostalCode text(20) "Billing Zip/Postal Code"
  BillingState text(80) "Billing State/Province"
  BillingStreet textarea(255)
  ChannelProgramLevelName text(255)
  ChannelProgramName text(255)
  CleanStatus picklist(40) ro : Matched|Different|Acknowledged|NotFound|Inactive|Pending|SelectMatch|Skipped
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter "Account Description"
  DunsNumber text(9)
  EffectiveDate datetime
  EndDate datetime
  Fax phone(40) "Account Fax"
  FirstName text(40)
  HasPrivacyHold boolean
  Industry picklist(255) : Agriculture|Apparel|Banking|Biotechnology|Chemicals|Communications|Construction|Consulting|Education|Electronics|Energy|Engineering|Entertainment|Environmental|Finance|Food & Beverage|Government|Healthcare|Hospitality|Insurance|Machinery|Manufacturing|Media|Not For Profit|Recreation|Retail|Shipping|Technology|Telecommunications|Transportation|Utilities|Other
  IsCustomerPortal boolean ro
  IsActive boolean
  IsExcludedFromRealign boolean
  IsPartner boolean ro
  IsPersonAccount boolean ro
  Jigsaw text(20) "Data.com Key"
  JigsawCompanyId text(20) "Jigsaw Company ID"
  LastActivityDate date ro "Last Activity"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastName text(80)
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  NaicsCode text(8) "NAICS Code"
  NaicsDesc text(120) "NAICS Description"
  Name text(255) name required "Account Name"
  NumberOfEmployees integer "Employees"
  OperatingHoursId text(18) "Operating Hours ID"
  OwnerId ref User as Owner notnull "Owner ID"
  Ownership picklist(255) : Public|Private|Subsidiary|Other
  ParentId ref Account as Parent child ChildAccounts "Parent Account ID"
  Phone phone(40) "Account Phone"
  PhotoUrl url(1024) ro
  Rating picklist(40) "Account Rating" : Hot|Warm|Cold
  Salutation picklist(40) : Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.
  ShippingAddress address ro
  ShippingCity text(40)
  ShippingCountry text(80)
  ShippingGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  ShippingLatitude number(18,15)
  ShippingLongitude number(18,15)
  ShippingPostalCode text(20) "Shipping Zip/Postal Code"
  ShippingState text(80) "Shipping State/Province"
  ShippingStreet textarea(255)
  Sic text(20) "SIC Code"
  SicDesc text(80) "SIC Description"
  Site text(80) "Account Site"
  SourceSystemIdentifier text(255)
  SourceSystemModifiedDate datetime
  SystemModstamp datetime system
  TickerSymbol text(20)
  Tradestyle text(255)
  Type picklist(255) "Account Type" : Prospect|Customer - Direct|Customer - Channel|Channel Partner / Reseller|Installation Partner|Technology Partner|Other
  Website url(255)
  YearStarted text(4)

Contact 003 "Contact" "Contacts" ControlledByParent create update delete undelete merge trigger
  Id id "Contact ID"
  IsDeleted boolean system "Deleted"
  MasterRecordId ref Contact as MasterRecord ro "Master Record ID"
  RecordTypeId ref RecordType as RecordType "Record Type ID"
  AccountId ref Account as Account child Contacts cascade "Account ID"
  AssistantName text(40) "Assistant's Name"
  AssistantPhone phone(40) "Asst. Phone"
  Birthdate date
  CleanStatus picklist(40) ro : Matched|Different|Acknowledged|NotFound|Inactive|Pending|SelectMatch|Skipped
  ContactSource text(255)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Department text(80)
  Description textarea(32000) nofilter "Contact Description"
  DoNotCall boolean
  Email email(80) idlookup
  EmailBouncedDate datetime
  EmailBouncedReason text(255)
  Fax phone(40) "Business Fax"
  FirstName text(40)
  HasOptedOutOfEmail boolean "Email Opt Out"
  HasOptedOutOfFax boolean "Fax Opt Out"
  HasPrivacyHold boolean
  HomePhone phone(40)
  IndividualId ref Individual as Individual child Contacts "Individual ID"
  IsEmailBounced boolean ro
  IsPersonAccount boolean ro
  Jigsaw text(20) "Data.com Key"
  JigsawContactId text(20) "Jigsaw Contact ID"
  LastActivityDate date ro "Last Activity"
  LastCURequestDate datetime
  LastCUUpdateDate datetime
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastName text(80) required
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  LeadSource picklist(255) : Web|Phone Inquiry|Partner Referral|Purchased List|Other
  MailingAddress address ro
  MailingCity text(40)
  MailingCountry text(80)
  MailingGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  MailingLatitude number(18,15)
  MailingLongitude number(18,15)
  MailingPostalCode text(20) "Mailing Zip/Postal Code"
  MailingState text(80) "Mailing State/Province"
  MailingStreet textarea(255)
  MobilePhone phone(40)
  Name text(255) name ro "Full Name"
  OtherAddress address ro
  OtherCity text(40)
  OtherCountry text(80)
  OtherGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  OtherLatitude number(18,15)
  OtherLongitude number(18,15)
  OtherPhone phone(40)
  OtherPostalCode text(20) "Other Zip/Postal Code"
  OtherState text(80) "Other State/Province"
  OtherStreet textarea(255)
  OwnerId ref User as Owner notnull "Owner ID"
  Phone phone(40) "Business Phone"
  PhotoUrl url(1024) ro
  ReportsToId ref Contact as ReportsTo "Reports To ID"
  Salutation picklist(40) : Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.
  SystemModstamp datetime system
  Title text(128)

Lead 00Q "Lead" "Leads" ReadWriteTransfer create update delete undelete merge trigger
  Id id "Lead ID"
  IsDeleted boolean system "Deleted"
  MasterRecordId ref Lead as MasterRecord ro "Master Record ID"
  RecordTypeId ref RecordType as RecordType "Record Type ID"
  Address address ro
  AnnualRevenue currency(18,0)
  BirthDate date
  City text(40)
  CleanStatus picklist(40) ro : Matched|Different|Acknowledged|NotFound|Inactive|Pending|SelectMatch|Skipped
  Company text(255) required
  CompanyDunsNumber text(9)
  ConvertedAccountId ref Account as ConvertedAccount ro "Converted Account ID"
  ConvertedContactId ref Contact as ConvertedContact ro "Converted Contact ID"
  ConvertedDate date ro
  ConvertedOpportunityId ref Opportunity as ConvertedOpportunity ro "Converted Opportunity ID"
  Country text(80)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  DoNotCall boolean
  Email email(80) idlookup
  EmailBouncedDate datetime
  EmailBouncedReason text(255)
  Fax phone(40)
  FirstName text(40)
  GeocodeAccuracy picklist(40) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  HasOptedOutOfEmail boolean "Email Opt Out"
  HasOptedOutOfFax boolean "Fax Opt Out"
  HasPrivacyHold boolean
  IndividualId ref Individual as Individual child Leads "Individual ID"
  Industry picklist(255) : Agriculture|Apparel|Banking|Biotechnology|Chemicals|Communications|Construction|Consulting|Education|Electronics|Energy|Engineering|Entertainment|Environmental|Finance|Food & Beverage|Government|Healthcare|Hospitality|Insurance|Machinery|Manufacturing|Media|Not For Profit|Recreation|Retail|Shipping|Technology|Telecommunications|Transportation|Utilities|Other
  IsConverted boolean ro "Converted"
  IsUnreadByOwner boolean "Unread By Owner"
  Jigsaw text(20) "Data.com Key"
  JigsawContactId text(20) "Jigsaw Contact ID"
  LastActivityDate date ro "Last Activity"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastName text(80) required
  LastReferencedDate datetime ro
  LastTransferDate date ro
  LastViewedDate datetime ro
  Latitude number(18,15)
  LeadSource picklist(255) : Web|Phone Inquiry|Partner Referral|Purchased List|Other
  Longitude number(18,15)
  MobilePhone phone(40)
  Name text(255) name ro "Full Name"
  NumberOfEmployees integer "No. of Employees"
  OwnerId ref Group,User as Owner notnull "Owner ID"
  Phone phone(40)
  PhotoUrl url(1024) ro
  PostalCode text(20) "Zip/Postal Code"
  Rating picklist(40) : Hot|Warm|Cold
  Salutation picklist(40) : Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.
  State text(80) "State/Province"
  Status picklist(255) : Open - Not Contacted*|Working - Contacted|Closed - Converted|Closed - Not Converted
  Street textarea(255)
  SystemModstamp datetime system
  Title text(128)
  Website url(255)

Opportunity 006 "Opportunity" "Opportunities" ReadWrite create update delete undelete trigger
  Id id "Opportunity ID"
  IsDeleted boolean system "Deleted"
  RecordTypeId ref RecordType as RecordType "Record Type ID"
  AccountId ref Account as Account child Opportunities cascade "Account ID"
  Amount currency(18,2)
  CampaignId ref Campaign as Campaign child Opportunities "Campaign ID"
  CloseDate date required
  ContactId ref Contact as Contact child Opportunities "Contact ID"
  ContractId ref Contract as Contract child Opportunities "Contract ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  ExpectedRevenue currency(18,2) ro "Expected Amount"
  Fiscal text(255) ro
  FiscalQuarter integer ro
  FiscalYear integer ro
  ForecastCategory picklist(255) ro : Omitted|Pipeline|BestCase|MostLikely|Forecast|Closed
  ForecastCategoryName picklist(255) : Omitted|Pipeline|Best Case|Commit|Closed
  HasOpenActivity boolean ro
  HasOpportunityLineItem boolean ro
  HasOverdueTask boolean ro
  IsClosed boolean ro
  IsExcludedFromTerritory2Filter boolean
  IsPrivate boolean "Private"
  IsSplit boolean
  IsWon boolean ro
  LastActivityDate date ro "Last Activity"
  LastAmountChangedHistoryId ref OpportunityHistory as LastAmountChangedHistory "Last Amount Changed History ID"
  LastCloseDateChangedHistoryId ref OpportunityHistory as LastCloseDateChangedHistory "Last Close Date Changed History ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastStageChangeDate datetime
  LastViewedDate datetime ro
  LeadSource picklist(255) : Web|Phone Inquiry|Partner Referral|Purchased List|Other
  Name text(120) name required
  NextStep text(255)
  OwnerId ref User as Owner notnull "Owner ID"
  Pricebook2Id ref Pricebook2 as Pricebook2 child Opportunities "Pricebook2 ID"
  Probability percent(3,0) "Probability (%)"
  PushCount integer
  StageName picklist(255) required "Stage" : Prospecting|Qualification|Needs Analysis|Value Proposition|Id. Decision Makers|Perception Analysis|Proposal/Price Quote|Negotiation/Review|Closed Won|Closed Lost
  SyncedQuoteId ref Quote as SyncedQuote "Synced Quote ID"
  SystemModstamp datetime system
  TotalOpportunityQuantity number(18,2) "Quantity"
  Type picklist(255) "Opportunity Type" : Existing Customer - Upgrade|Existing Customer - Replacement|Existing Customer - Downgrade|New Customer

OpportunityContactRole 00K "Opportunity Contact Role" "Opportunity Contact Roles" ControlledByParent create update delete trigger
  Id id "Opportunity Contact Role ID"
  IsDeleted boolean system "Deleted"
  ContactId ref Contact as Contact child OpportunityContactRoles cascade required "Contact ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsPrimary boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  OpportunityId ref Opportunity as Opportunity child OpportunityContactRoles cascade required "Opportunity ID"
  Role picklist(255) : Business User|Decision Maker|Economic Buyer|Economic Decision Maker|Evaluator|Executive Sponsor|Influencer|Technical Buyer|Other
  SystemModstamp datetime system

OpportunityLineItem 00k "Opportunity Product" "Opportunity Products" ControlledByParent create update delete trigger
  Id id "Opportunity Line Item ID"
  IsDeleted boolean system "Deleted"
  CanUseQuantitySchedule boolean
  CanUseRevenueSchedule boolean
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  Discount percent(5,2)
  HasQuantitySchedule boolean
  HasRevenueSchedule boolean
  HasSchedule boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  ListPrice currency(18,2) ro
  Name text(255) name ro
  OpportunityId ref Opportunity as Opportunity child OpportunityLineItems cascade required createonly "Opportunity ID"
  PricebookEntryId ref PricebookEntry as PricebookEntry child OpportunityLineItems createonly "Pricebook Entry ID"
  Product2Id ref Product2 as Product2 createonly "Product2 ID"
  ProductCode text(255) ro
  Quantity number(12,2)
  ServiceDate date
  SortOrder integer
  Subtotal currency(18,2) ro
  SystemModstamp datetime system
  TotalPrice currency(18,2)
  UnitPrice currency(18,2)

OpportunityTeamMember 00q "Opportunity Team Member" "Opportunity Team Members" ReadWrite create update delete trigger
  Id id "Opportunity Team Member ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Name text(255) name
  OpportunityAccessLevel text(255)
  OpportunityId ref Opportunity as Opportunity child OpportunityTeamMembers cascade "Opportunity ID"
  PhotoUrl url(1024) ro
  SystemModstamp datetime system
  TeamMemberRole picklist(255) : Account Manager|Channel Manager|Executive Sponsor|Lead Qualifier|Pre-Sales Consultant|Sales Manager|Sales Rep
  Title text(255)
  UserId ref User as User child OpportunityTeams "User ID"

OpportunityHistory 008 "Opportunity History" "Opportunity Histories" ReadWrite
  Id id "Opportunity History ID"
  IsDeleted boolean system "Deleted"
  Amount currency(18,2) ro
  CloseDate date ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  ExpectedRevenue currency(18,2) ro
  ForecastCategory picklist(40) ro
  OpportunityId ref Opportunity as Opportunity child OpportunityHistories ro "Opportunity ID"
  PrevAmount currency(18,2) ro
  PrevCloseDate date ro
  Probability percent(3,0) ro
  StageName text(255) ro
  SystemModstamp datetime system

OpportunityFieldHistory 017 "Opportunity Field History" "Opportunity Field Histories" ReadWrite
  Id id "Opportunity Field History ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DataType picklist(40) ro
  Field text(255) ro
  OpportunityId ref Opportunity as Opportunity child Histories ro "Opportunity ID"

AccountContactRole 02Z "Account Contact Role" "Account Contact Roles" ControlledByParent create update delete undelete trigger
  Id id "Account Contact Role ID"
  IsDeleted boolean system "Deleted"
  AccountId ref Account as Account child AccountContactRoles cascade "Account ID"
  ContactId ref Contact as Contact child AccountContactRoles "Contact ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsPrimary boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Role picklist(255) : Business User|Decision Maker|Economic Buyer|Economic Decision Maker|Evaluator|Executive Sponsor|Influencer|Technical Buyer|Other
  SystemModstamp datetime system

Campaign 701 "Campaign" "Campaigns" FullAccess create update delete undelete trigger
  Id id "Campaign ID"
  IsDeleted boolean system "Deleted"
  RecordTypeId ref RecordType as RecordType "Record Type ID"
  ActualCost currency(18,0)
  AmountAllOpportunities currency(18,2) ro
  AmountWonOpportunities currency(18,2) ro
  BudgetedCost currency(18,0)
  CampaignImageId ref ContentDocument as CampaignImage "Campaign Image ID"
  CampaignMemberRecordTypeId ref RecordType as CampaignMemberRecordType "Campaign Member Record Type ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  EndDate date
  ExpectedResponse percent(10,2)
  ExpectedRevenue currency(18,0)
  HierarchyActualCost currency(18,2)
  HierarchyAmountAllOpportunities currency(18,2)
  HierarchyAmountWonOpportunities currency(18,2)
  HierarchyBudgetedCost currency(18,2)
  HierarchyExpectedRevenue currency(18,2)
  HierarchyNumberOfContacts integer
  HierarchyNumberOfConvertedLeads integer
  HierarchyNumberOfLeads integer
  HierarchyNumberOfOpportunities integer
  HierarchyNumberOfResponses integer
  HierarchyNumberOfWonOpportunities integer
  HierarchyNumberSent number(18,2)
  IsActive boolean "Active"
  LastActivityDate date ro "Last Activity"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Name text(80) name required
  NumberOfContacts integer ro
  NumberOfConvertedLeads integer ro
  NumberOfLeads integer ro
  NumberOfOpportunities integer ro
  NumberOfResponses integer ro
  NumberOfWonOpportunities integer ro
  NumberSent number(18,2)
  OwnerId ref User as Owner notnull "Owner ID"
  ParentId ref Campaign as Parent child ChildCampaigns "Parent ID"
  StartDate date
  Status picklist(255) : Planned*|In Progress|Completed|Aborted
  SystemModstamp datetime system
  Type picklist(255) : Conference|Webinar|Trade Show|Public Relations|Partners|Referral Program|Advertisement|Banner Ads|Direct Mail|Email|Telemarketing|Other

CampaignMember 00v "Campaign Member" "Campaign Members" ControlledByParent create update delete trigger
  Id id "Campaign Member ID"
  IsDeleted boolean system "Deleted"
  RecordTypeId ref RecordType as RecordType createonly "Record Type ID"
  CampaignId ref Campaign as Campaign child CampaignMembers cascade required createonly "Campaign ID"
  City text(40) ro
  CompanyOrAccount text(255) ro
  ContactId ref Contact as Contact child CampaignMembers cascade createonly "Contact ID"
  Country text(80) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) ro nofilter
  DoNotCall boolean ro
  Email email(80) ro
  Fax phone(40) ro
  FirstName text(40) ro
  FirstRespondedDate date ro
  HasOptedOutOfEmail boolean ro "Email Opt Out"
  HasOptedOutOfFax boolean ro "Fax Opt Out"
  HasResponded boolean ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastName text(80) ro
  LeadId ref Lead as Lead child CampaignMembers cascade createonly "Lead ID"
  LeadOrContactId ref Contact,Lead as LeadOrContact ro "Lead Or Contact ID"
  LeadOrContactOwnerId ref Group,User as LeadOrContactOwner ro "Lead Or Contact Owner ID"
  LeadSource picklist(255) ro : Web|Phone Inquiry|Partner Referral|Purchased List|Other
  MobilePhone phone(40) ro
  Name text(255) name ro
  Phone phone(40) ro
  PostalCode text(20) ro "Zip/Postal Code"
  Salutation picklist(40) ro : Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.
  State text(80) ro "State/Province"
  Status picklist(255) : Sent*|Responded
  Street textarea(255) ro
  SystemModstamp datetime system
  Title text(255) ro
  Type picklist(40) ro

CampaignMemberStatus 01Y "Campaign Member Status" "Campaign Member Statuses" ControlledByParent create update delete trigger
  Id id "Campaign Member Status ID"
  IsDeleted boolean system "Deleted"
  CampaignId ref Campaign as Campaign child CampaignMemberStatuses cascade required "Campaign ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  HasResponded boolean
  IsDefault boolean
  Label text(765) name required
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  SortOrder integer
  SystemModstamp datetime system

Product2 01t "Product" "Products" ReadWrite create update delete undelete trigger
  Id id "Product2 ID"
  IsDeleted boolean system "Deleted"
  CanUseQuantitySchedule boolean
  CanUseRevenueSchedule boolean
  AvailabilityDate datetime
  BasedOnId text(18) "Based On ID"
  ConfigureDuringSale text(255)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  DiscontinuedDate datetime
  DisplayUrl url(1024)
  EndOfLifeDate datetime
  ExternalDataSourceId ref ExternalDataSource as ExternalDataSource "External Data Source ID"
  ExternalId text(255) "External ID"
  Family picklist(255) : None
  HelpText text(255)
  IsActive boolean "Active"
  IsArchived boolean ro
  IsAssetizable boolean
  IsSerialized boolean
  IsSoldOnlyWithOtherProds boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Name text(255) name required "Product Name"
  NumberOfQuantityInstallments integer
  NumberOfRevenueInstallments integer
  ProductClass text(255)
  ProductCode text(255)
  QuantityInstallmentPeriod text(255)
  QuantityScheduleType picklist(40)
  QuantityUnitOfMeasure text(255)
  RevenueInstallmentPeriod text(255)
  RevenueScheduleType picklist(40)
  SellerId text(18) "Seller ID"
  SourceProductId ref Product2 as SourceProduct "Source Product ID"
  SpecificationType picklist(40)
  StockKeepingUnit text(180)
  SystemModstamp datetime system
  TransferRecordMode text(255)
  Type picklist(40)
  UsageModelType picklist(40)

Pricebook2 01s "Price Book" "Price Books" ReadWrite create update delete undelete trigger
  Id id "Pricebook2 ID"
  IsDeleted boolean system "Deleted"
  CostBookId text(18) "Cost Book ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  IsActive boolean
  IsArchived boolean ro
  IsStandard boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Name text(255) name required
  SystemModstamp datetime system
  ValidFrom datetime
  ValidTo datetime

PricebookEntry 01u "Price Book Entry" "Price Book Entries" ReadWrite create update delete trigger
  Id id "Pricebook Entry ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsActive boolean
  IsArchived boolean ro
  IsDerived boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Name text(255) name ro
  Pricebook2Id ref Pricebook2 as Pricebook2 child PricebookEntries cascade "Pricebook2 ID"
  Product2Id ref Product2 as Product2 child PricebookEntries cascade required "Product2 ID"
  ProductCode text(255) ro
  ProductSellingModelId text(18) "Product Selling Model ID"
  SystemModstamp datetime system
  UnitPrice currency(18,2) required
  UseStandardPrice boolean

Order 801 "Order" "Orders" ControlledByParent create update delete undelete trigger
  Id id "Order ID"
  IsDeleted boolean system "Deleted"
  RecordTypeId ref RecordType as RecordType "Record Type ID"
  AccountId ref Account as Account child Orders required "Account ID"
  ActivatedById ref User as ActivatedBy "Activated By ID"
  ActivatedDate datetime
  BillToContactId ref Contact as BillToContact "Bill To Contact ID"
  BillingAddress address ro
  BillingCity text(40)
  BillingCountry text(80)
  BillingGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  BillingLatitude number(18,15)
  BillingLongitude number(18,15)
  BillingPostalCode text(20) "Billing Zip/Postal Code"
  BillingState text(80) "Billing State/Province"
  BillingStreet textarea(255)
  CompanyAuthorizedById ref User as CompanyAuthorizedBy "Company Authorized By ID"
  CompanyAuthorizedDate date
  ContractId ref Contract as Contract child Orders "Contract ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  CustomerAuthorizedById ref Contact as CustomerAuthorizedBy "Customer Authorized By ID"
  CustomerAuthorizedDate date
  Description textarea(32000) nofilter
  EffectiveDate date required
  EndDate date
  IsReductionOrder boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Name text(80)
  OpportunityId ref Opportunity as Opportunity child Orders "Opportunity ID"
  OrderNumber text(30) name auto ro format {00000000}
  OrderReferenceNumber text(255)
  OriginalOrderId ref Order as OriginalOrder child Orders "Original Order ID"
  OwnerId ref User as Owner notnull "Owner ID"
  PoDate date
  PoNumber text(255)
  Pricebook2Id ref Pricebook2 as Pricebook2 child Orders "Pricebook2 ID"
  QuoteId ref Quote as Quote child Orders "Quote ID"
  ShipToContactId ref Contact as ShipToContact "Ship To Contact ID"
  ShippingAddress address ro
  ShippingCity text(40)
  ShippingCountry text(80)
  ShippingGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  ShippingLatitude number(18,15)
  ShippingLongitude number(18,15)
  ShippingPostalCode text(20) "Shipping Zip/Postal Code"
  ShippingState text(80) "Shipping State/Province"
  ShippingStreet textarea(255)
  Status picklist(255) required : Draft*|Activated
  StatusCode picklist(255) ro : Draft|Activated|Canceled|Expired
  SystemModstamp datetime system
  TotalAmount currency(18,2) ro
  Type picklist(40)

OrderItem 802 "Order Product" "Order Products" ControlledByParent create update delete undelete trigger
  Id id "Order Item ID"
  IsDeleted boolean system "Deleted"
  AvailableQuantity number(18,2)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  EndDate date
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  ListPrice currency(18,2)
  OrderId ref Order as Order child OrderItems cascade required "Order ID"
  OrderItemNumber text(255) name auto ro format {0000000000}
  OriginalOrderItemId ref OrderItem as OriginalOrderItem child ChildOrderItems "Original Order Item ID"
  PricebookEntryId ref PricebookEntry as PricebookEntry child OrderItems "Pricebook Entry ID"
  Product2Id ref Product2 as Product2 "Product2 ID"
  Quantity number(12,2) required
  QuoteLineItemId ref QuoteLineItem as QuoteLineItem child OrderItems "Quote Line Item ID"
  ServiceDate date
  SystemModstamp datetime system
  TotalPrice currency(18,2)
  UnitPrice currency(18,2) required

Quote 0Q0 "Quote" "Quotes" ControlledByParent create update delete undelete trigger
  Id id "Quote ID"
  IsDeleted boolean system "Deleted"
  AccountId ref Account as Account "Account ID"
  AdditionalAddress address ro
  AdditionalCity text(40)
  AdditionalCountry text(80)
  AdditionalGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  AdditionalLatitude number(18,15)
  AdditionalLongitude number(18,15)
  AdditionalName text(255)
  AdditionalPostalCode text(20)
  AdditionalState text(80)
  AdditionalStreet textarea(255)
  BillingAddress address ro
  BillingCity text(40)
  BillingCountry text(80)
  BillingGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  BillingLatitude number(18,15)
  BillingLongitude number(18,15)
  BillingName text(255)
  BillingPostalCode text(20) "Billing Zip/Postal Code"
  BillingState text(80) "Billing State/Province"
  BillingStreet textarea(255)
  CanCreateQuoteLineItems boolean
  ContactId ref Contact as Contact child Quotes "Contact ID"
  ContractId ref Contract as Contract child Quotes "Contract ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  Discount percent(5,2)
  Email email(80)
  ExpirationDate date
  Fax phone(40)
  GrandTotal currency(18,2) ro
  IsSyncing boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  LineItemCount integer ro
  Name text(255) name required
  OpportunityId ref Opportunity as Opportunity child Quotes cascade required "Opportunity ID"
  OwnerId ref User as Owner notnull "Owner ID"
  Phone phone(40)
  Pricebook2Id ref Pricebook2 as Pricebook2 child Quotes "Pricebook2 ID"
  QuoteNumber text(30) auto ro format {00000000}
  QuoteToAddress address ro
  QuoteToCity text(40) "QuoteTo City"
  QuoteToCountry text(80) "QuoteTo Country"
  QuoteToGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  QuoteToLatitude number(18,15)
  QuoteToLongitude number(18,15)
  QuoteToName text(255)
  QuoteToPostalCode text(20) "QuoteTo Zip/Postal Code"
  QuoteToState text(80) "QuoteTo State/Province"
  QuoteToStreet textarea(255) "QuoteTo Street"
  ShippingAddress address ro
  ShippingCity text(40)
  ShippingCountry text(80)
  ShippingGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  ShippingHandling number(18,2)
  ShippingLatitude number(18,15)
  ShippingLongitude number(18,15)
  ShippingName text(255)
  ShippingPostalCode text(20) "Shipping Zip/Postal Code"
  ShippingState text(80) "Shipping State/Province"
  ShippingStreet textarea(255)
  Status picklist(255) : Draft|Needs Review|In Review|Approved|Rejected|Presented|Accepted|Denied
  Subtotal currency(18,2) ro
  SystemModstamp datetime system
  Tax currency(18,2)
  TotalPrice currency(18,2) ro

QuoteLineItem 0QL "Quote Line Item" "Quote Line Items" ControlledByParent create update delete trigger
  Id id "Quote Line Item ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) nofilter
  Discount percent(5,2)
  HasQuantitySchedule boolean
  HasRevenueSchedule boolean
  HasSchedule boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  LineNumber text(255)
  ListPrice currency(18,2)
  OpportunityLineItemId ref OpportunityLineItem as OpportunityLineItem "Opportunity Line Item ID"
  PricebookEntryId ref PricebookEntry as PricebookEntry child QuoteLineItems "Pricebook Entry ID"
  Product2Id ref Product2 as Product2 "Product2 ID"
  Quantity number(12,2) required
  QuoteId ref Quote as Quote child QuoteLineItems cascade required "Quote ID"
  ServiceDate date
  SortOrder integer
  Subtotal currency(18,2)
  SystemModstamp datetime system
  TotalPrice currency(18,2)
  UnitPrice currency(18,2) required

Contract 800 "Contract" "Contracts" ControlledByParent create update delete undelete trigger
  Id id "Contract ID"
  IsDeleted boolean system "Deleted"
  RecordTypeId ref RecordType as RecordType "Record Type ID"
  AccountId ref Account as Account child Contracts cascade required "Account ID"
  ActivatedById ref User as ActivatedBy child ContractsSigned ro "Activated By ID"
  ActivatedDate datetime ro
  BillingAddress address ro
  BillingCity text(40)
  BillingCountry text(80)
  BillingGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  BillingLatitude number(18,15)
  BillingLongitude number(18,15)
  BillingPostalCode text(20) "Billing Zip/Postal Code"
  BillingState text(80) "Billing State/Province"
  BillingStreet textarea(255)
  CompanySignedDate date
  CompanySignedId ref User as CompanySigned "Company Signed ID"
  ContractNumber text(30) name auto ro format {00000000}
  ContractTerm integer
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  CustomerSignedDate date
  CustomerSignedId ref Contact as CustomerSigned child ContractsSigned "Customer Signed ID"
  CustomerSignedTitle text(255)
  Description textarea(32000) nofilter
  EndDate date ro
  LastActivityDate date ro "Last Activity"
  LastApprovedDate datetime
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Name text(255)
  OwnerExpirationNotice text(255)
  OwnerId ref User as Owner notnull "Owner ID"
  Pricebook2Id ref Pricebook2 as Pricebook2 child Contracts "Pricebook2 ID"
  ShippingAddress address ro
  ShippingCity text(40)
  ShippingCountry text(80)
  ShippingGeocodeAccuracy picklist(255) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  ShippingLatitude number(18,15)
  ShippingLongitude number(18,15)
  ShippingPostalCode text(20) "Shipping Zip/Postal Code"
  ShippingState text(80) "Shipping State/Province"
  ShippingStreet textarea(255)
  SourceOpportunityId ref Opportunity as SourceOpportunity "Source Opportunity ID"
  SpecialTerms textarea(4000) nofilter
  StartDate date
  Status picklist(255) : In Approval Process|Activated|Draft*
  StatusCode picklist(255) ro : Draft|InApproval|Activated|Terminated|Expired
  SystemModstamp datetime system

Asset 02i "Asset" "Assets" ControlledByParent create update delete undelete trigger
  Id id "Asset ID"
  IsDeleted boolean system "Deleted"
  AccountId ref Account as Account child Assets cascade "Account ID"
  Address address ro
  AssetLevel integer
  AssetProvidedById ref Account as AssetProvidedBy "Asset Provided By ID"
  AssetServicedById ref Account as AssetServicedBy "Asset Serviced By ID"
  Availability number(18,2)
  AverageUptimePerDay number(18,2)
  City text(40)
  ConsequenceOfFailure text(255)
  ContactId ref Contact as Contact child Assets "Contact ID"
  Country text(80)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  CurrentAmount currency(18,2)
  CurrentLifecycleEndDate datetime
  CurrentMrr number(18,2)
  CurrentQuantity number(18,2)
  Description textarea(32000) nofilter
  DigitalAssetStatus picklist(40)
  ExternalIdentifier text(255)
  GeocodeAccuracy picklist(40) : Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown
  HasLifecycleManagement boolean
  InstallDate date
  IsCompetitorProduct boolean
  IsInternal boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Latitude number(18,15)
  LifecycleEndDate datetime
  LifecycleStartDate datetime
  LocationId ref Location as Location child Assets "Location ID"
  Location address ro
  Longitude number(18,15)
  ManufactureDate date
  MeanTimeBetweenFailures number(18,2)
  MeanTimeToRepair number(18,2)
  Name text(255) name required
  OwnerId ref User as Owner notnull "Owner ID"
  ParentId ref Asset as Parent child ChildAssets "Parent ID"
  PostalCode text(20) "Zip/Postal Code"
  Price currency(18,2)
  Product2Id ref Product2 as Product2 child Assets "Product2 ID"
  ProductCode text(255)
  ProductDescription textarea(255)
  ProductFamily text(255)
  PurchaseDate date
  Quantity number(12,2)
  Reliability number(18,2)
  RootAssetId ref Asset as RootAsset "Root Asset ID"
  SerialNumber text(255)
  State text(80) "State/Province"
  Status picklist(255) : Shipped|Installed|Registered|Obsolete|Purchased
  StatusReason text(255)
  StockKeepingUnit text(255)
  Street textarea(255)
  SumDowntime number(18,2)
  SumUnplannedDowntime number(18,2)
  SystemModstamp datetime system
  TotalLifecycleAmount currency(18,2)
  UptimeRecordEnd datetime
  UptimeRecordStart datetime
  UsageEndDate date
  Uuid text(255)

ContactPointAddress 8lW "Contact Point Address" "Contact Point Addresses" Private create update delete undelete trigger
  Id id "Contact Point Address ID"
  IsDeleted boolean system "Deleted"
  ActiveFromDate date
  ActiveToDate date
  Address address ro
  AddressType picklist(255) : Shipping|Billing
  BestTimeToContactEndTime time
  BestTimeToContactStartTime time
  BestTimeToContactTimezone picklist(255)
  City text(40)
  ContactPointPhoneId text(18) "Contact Point Phone ID"
  Country text(80)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  GeocodeAccuracy picklist(40)
  IsDefault boolean
  IsPrimary boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Latitude number(18,15)
  Longitude number(18,15)
  Name text(255) name required
  OwnerId ref User as Owner notnull "Owner ID"
  ParentId ref Account,Individual as Parent child ContactPointAddresses "Parent ID"
  PostalCode text(20)
  PreferenceRank integer
  State text(80)
  Street textarea(255)
  SystemModstamp datetime system
  UsageType picklist(255)

Individual 0PK "Individual" "Individuals" Private create update delete undelete trigger
  Id id "Individual ID"
  IsDeleted boolean system "Deleted"
  MasterRecordId ref Individual as MasterRecord ro "Master Record ID"
  BirthDate date
  CanStorePiiElsewhere boolean
  ChildrenCount integer
  ConsumerCreditScore integer
  ConsumerCreditScoreProviderName text(255)
  ConvictionsCount integer
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DeathDate date
  FirstName text(40)
  HasOptedOutGeoTracking boolean
  HasOptedOutProcessing boolean
  HasOptedOutProfiling boolean
  HasOptedOutSolicit boolean
  HasOptedOutTracking boolean
  HasPrivacyHold boolean
  IndividualsAge text(255)
  InfluencerRating integer
  IsHomeOwner boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastName text(80) required
  LastViewedDate datetime ro
  MilitaryService text(255)
  Name text(255) name ro
  Occupation text(255)
  OwnerId ref User as Owner notnull "Owner ID"
  Salutation picklist(40) : Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.
  SendIndividualData boolean
  ShouldForget boolean
  SystemModstamp datetime system
  Website url(255)

LeadStatus 01J "Lead Status Value" "Lead Status Values" ReadWrite visible
  Id id "Lead Status ID"
  ApiName text(255) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsConverted boolean ro
  IsDefault boolean ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) name ro
  SortOrder integer ro
  SystemModstamp datetime system

OpportunityStage 01J "Opportunity Stage" "Opportunity Stages" ReadWrite visible
  Id id "Opportunity Stage ID"
  ApiName text(255) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DefaultProbability number(18,2) ro
  Description textarea(32000) ro nofilter
  ForecastCategory picklist(40) ro
  ForecastCategoryName text(255) ro
  IsActive boolean ro
  IsClosed boolean ro
  IsWon boolean ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) name ro
  SortOrder integer ro
  SystemModstamp datetime system

ContractStatus 01J "Contract Status" "Contract Statuses" ReadWrite visible
  Id id "Contract Status ID"
  ApiName text(255) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsDefault boolean ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) ro
  SortOrder integer ro
  StatusCode text(255) ro
  SystemModstamp datetime system

OrderStatus 01J "Order Status" "Order Statuses" ReadWrite visible
  Id id "Order Status ID"
  ApiName text(255) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  IsDefault boolean ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) ro
  SortOrder integer ro
  StatusCode text(255) ro
  SystemModstamp datetime system

PartnerRole 01J "Partner Role" "Partner Roles" ReadWrite visible
  Id id "Partner Role ID"
  ApiName text(255) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) ro
  ReverseRole text(255) ro
  SortOrder integer ro
  SystemModstamp datetime system

AccountShare 00r "Account Share" "Account Shares" ReadWrite create update delete
  Id id "Account Share ID"
  IsDeleted boolean system "Deleted"
  AccountAccessLevel text(255)
  AccountId ref Account as Account child Shares cascade required createonly "Account ID"
  CaseAccessLevel text(255)
  ContactAccessLevel text(255)
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  OpportunityAccessLevel text(255)
  RowCause picklist(40) : Owner|Manual*|Rule|Team|Territory|ImplicitChild|ImplicitParent
  UserOrGroupId ref Group,User as UserOrGroup required createonly "User Or Group ID"

LeadShare 01o "Lead Share" "Lead Shares" ReadWrite create update delete
  Id id "Lead Share ID"
  IsDeleted boolean system "Deleted"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LeadAccessLevel text(255)
  LeadId ref Lead as Lead child Shares cascade required createonly "Lead ID"
  RowCause picklist(40) : Owner|Manual*|Rule|Team|Territory|ImplicitChild|ImplicitParent
  UserOrGroupId ref Group,User as UserOrGroup required createonly "User Or Group ID"

OpportunityShare 00t "Opportunity Share" "Opportunity Shares" ReadWrite create update delete
  Id id "Opportunity Share ID"
  IsDeleted boolean system "Deleted"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  OpportunityAccessLevel text(255)
  OpportunityId ref Opportunity as Opportunity child Shares cascade required "Opportunity ID"
  RowCause picklist(40) : Owner|Manual*|Rule|Team|Territory|ImplicitChild|ImplicitParent
  UserOrGroupId ref Group,User as UserOrGroup required "User Or Group ID"

ContactShare 03s "Contact Share" "Contact Shares" ReadWrite create update delete
  Id id "Contact Share ID"
  IsDeleted boolean system "Deleted"
  ContactAccessLevel text(255)
  ContactId ref Contact as Contact child Shares cascade required "Contact ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  RowCause picklist(40) : Owner|Manual*|Rule|Team|Territory|ImplicitChild|ImplicitParent
  UserOrGroupId ref Group,User as UserOrGroup required "User Or Group ID"

ContactPointPhone 9Vp "Contact Point Phone" "Contact Point Phones" Private create update delete undelete trigger
  Id id "Contact Point Phone ID"
  IsDeleted boolean system "Deleted"
  ActiveFromDate date
  ActiveToDate date
  AreaCode text(10)
  BestTimeToContactEndTime time
  BestTimeToContactStartTime time
  BestTimeToContactTimezone picklist(255)
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  ExtensionNumber text(10)
  FormattedInternationalPhoneNumber text(20) ro
  FormattedNationalPhoneNumber text(20) ro
  IsBusinessPhone boolean
  IsFaxCapable boolean
  IsPersonalPhone boolean
  IsPrimary boolean
  IsSmsCapable boolean "Is SMS Capable"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Name text(255) name ro
  OwnerId ref User as Owner notnull "Owner ID"
  ParentId ref Account,Individual as Parent child ContactPointPhones "Parent ID"
  PhoneType picklist(255) : Home|Mobile|Other
  PreferenceRank integer
  SystemModstamp datetime system
  TelephoneNumber phone(40) required
  UsageType picklist(40)

ListEmail 0XB "List Email" "List Emails" Private create update delete undelete
  Id id "List Email ID"
  IsDeleted boolean system "Deleted"
  CampaignId ref Campaign as Campaign child ListEmails "Campaign ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  FromAddress email(254) required
  FromName text(121)
  HasAttachment boolean ro
  HtmlBody textarea(384000) nofilter
  IsTracked boolean
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Name text(255) name required
  OwnerId ref User as Owner notnull "Owner ID"
  ScheduledDate datetime
  Status picklist(255) : Draft*|Scheduled|InProgress|Completed|Failed
  Subject text(3000)
  SystemModstamp datetime system
  TextBody textarea(131072) nofilter
  TotalSent integer ro

CampaignShare 08s "Campaign Share" "Campaign Shares" ReadWrite create update delete
  Id id "Campaign Share ID"
  IsDeleted boolean system "Deleted"
  CampaignAccessLevel text(255)
  CampaignId ref Campaign as Campaign child Shares "Campaign ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  RowCause picklist(40) : Owner|Manual*|Rule|Team|Territory|ImplicitChild|ImplicitParent
  UserOrGroupId ref Group,User as UserOrGroup "User Or Group ID"

AccountHistory 017 "Account History" "Account Histories" ReadWrite
  Id id "Account History ID"
  IsDeleted boolean system "Deleted"
  AccountId ref Account as Account child Histories ro "Account ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DataType picklist(40) ro
  Field text(255) ro

LeadHistory 017 "Lead History" "Lead Histories" ReadWrite
  Id id "Lead History ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DataType picklist(40) ro
  Field text(255) ro
  LeadId ref Lead as Lead child Histories ro "Lead ID"

ContactHistory 017 "Contact History" "Contact Histories" ReadWrite
  Id id "Contact History ID"
  IsDeleted boolean system "Deleted"
  ContactId ref Contact as Contact child Histories ro "Contact ID"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DataType picklist(40) ro
  Field text(255) ro

DuplicateRule 0Bm "Duplicate Rule" "Duplicate Rules" ReadWrite visible
  Id id "Duplicate Rule ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DeveloperName text(80) ro
  IsActive boolean ro
  Language picklist(40) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastViewedDate datetime ro
  MasterLabel text(80) ro
  NamespacePrefix text(15) ro
  SobjectSubtype text(255) ro
  SobjectType picklist(40) ro
  SystemModstamp datetime system

DuplicateRecordSet 0GK "Duplicate Record Set" "Duplicate Record Sets" ReadWrite create update delete undelete trigger
  Id id "Duplicate Record Set ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DuplicateRuleId ref DuplicateRule as DuplicateRule child DuplicateRecordSets "Duplicate Rule ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  LastReferencedDate datetime ro
  LastViewedDate datetime ro
  Name text(255) name
  ParentId text(18) "Parent ID"
  RecordCount integer
  SystemModstamp datetime system

DuplicateRecordItem 0GL "Duplicate Record Item" "Duplicate Record Items" ReadWrite create update delete undelete trigger
  Id id "Duplicate Record Item ID"
  IsDeleted boolean system "Deleted"
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  DuplicateRecordSetId ref DuplicateRecordSet as DuplicateRecordSet child DuplicateRecordItems "Duplicate Record Set ID"
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  Name text(255) name
  RecordId ref * as Record child DuplicateRecordItems "Record ID"
  SystemModstamp datetime system

MatchingRule 0JD "Matching Rule" "Matching Rules" ReadWrite visible
  Id id "Matching Rule ID"
  IsDeleted boolean system "Deleted"
  BooleanFilter text(255) ro
  CreatedById ref User as CreatedBy system "Created By ID"
  CreatedDate datetime system
  Description textarea(32000) ro nofilter
  DeveloperName text(80) ro
  Language picklist(40) ro
  LastModifiedById ref User as LastModifiedBy system "Last Modified By ID"
  LastModifiedDate datetime system
  MasterLabel text(80) ro
  MatchEngine text(255) ro
  NamespacePrefix text(15) ro
  RuleStatus picklist(40) ro
  SobjectSubtype text(255) ro
  SobjectType picklist(40) ro
  SystemModstamp datetime system
`;
