import type { FieldShape, ObjectShape, SchemaProvider } from '../../../../scripts/local-org/apex/index.ts';

/** An org of a few objects, written as text: `Name:String`, `Owner>User` for a parent, `Contacts<Contact` for children, `!` for read-only. */
const OBJECTS: Record<string, string> = {
  Account:
    'Name:String AnnualRevenue:Decimal NumberOfEmployees:Integer CreatedDate:Datetime! Owner>User Parent>Account Contacts<Contact',
  Contact: 'Name:String! LastName:String Email:String CreatedDate:Datetime! Account>Account Owner>User Cases<Case',
  Lead: 'Name:String! LastName:String Company:String Email:String Status:String Owner>Group,User',
  Case: 'Subject:String Contact>Contact Account>Account',
  Task: 'Subject:String What>Account,Opportunity Who>Contact,Lead',
  Opportunity: 'Name:String StageName:String CloseDate:Date Amount:Decimal Account>Account',
  User: 'Name:String! Username:String Email:String Alias:String',
  Group: 'Name:String Email:String',
  Region__c: 'Name:String Code__c:String Active__c:Boolean Lead__r>Lead',
  Limits__c: 'Name:String Max__c:Decimal SetupOwner>User',
  Route__mdt: 'DeveloperName:String Label:String Path__c:String',
};

const KINDS: Record<string, ObjectShape['kind']> = {
  Limits__c: 'hierarchy-setting',
  Route__mdt: 'metadata',
  Region__c: 'custom',
};

export function smallSchema(): SchemaProvider {
  const shapes = new Map<string, ObjectShape>();
  for (const [name, text] of Object.entries(OBJECTS)) shapes.set(name.toLowerCase(), objectShape(name, text));
  return {
    object: (name) => shapes.get(name.toLowerCase()),
    hasLabel: (name) => name.toLowerCase() === 'greeting',
    hasPage: (name) => name.toLowerCase() === 'start',
  };
}

function objectShape(name: string, text: string): ObjectShape {
  const fields = new Map<string, FieldShape>([['id', field('Id', 'Id', true)]]);
  const parents = new Map<string, FieldShape>();
  const children = new Map<string, { name: string; object: string }>();
  for (const word of text.split(' ')) {
    const [, own, sign, target] = /^(\w+)([:><])(.*)$/.exec(word)!;
    if (sign === '<') children.set(own!.toLowerCase(), { name: own!, object: target! });
    else if (sign === ':') {
      fields.set(own!.toLowerCase(), field(own!, target!.replace('!', ''), !target!.endsWith('!')));
    } else {
      const id = own!.endsWith('__r') ? own!.replace('__r', '__c') : `${own}Id`;
      const shape = { ...field(id, 'Id', true), relationshipName: own, referenceTo: target!.split(',') };
      fields.set(id.toLowerCase(), shape);
      parents.set(own!.toLowerCase(), shape);
    }
  }
  return {
    name,
    kind: KINDS[name] ?? 'standard',
    field: (each) => fields.get(each.toLowerCase()),
    parent: (each) => parents.get(each.toLowerCase()),
    child: (each) => children.get(each.toLowerCase()),
    hasFieldSet: (each) => each.toLowerCase() === 'short',
    isQueryable: true,
    isTriggerable: true,
  };
}

function field(name: string, apexType: string, isWritable: boolean): FieldShape {
  return {
    name,
    apexType,
    referenceTo: [],
    isWritable,
    isFilterable: true,
    isGroupable: true,
    isSortable: true,
    isAggregatable: true,
  };
}
