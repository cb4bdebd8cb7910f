import { checkComponents } from '../../../scripts/local-org/metadata/check-components.ts';
import { OrgMetadata } from '../../../scripts/local-org/metadata/org-metadata.ts';
import { readPackage } from '../../../scripts/local-org/metadata/read-package.ts';
import { readSourceDirectories } from '../../../scripts/local-org/metadata/read-source.ts';

const SHOP = 'tests/fixtures/projects/tiny-shop/force-app';
const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

function packageOf(members: Record<string, string[]>, files: Record<string, string>): Map<string, Uint8Array> {
  const types = Object.entries(members).map(
    ([name, names]) =>
      `<types>${names.map((each) => `<members>${each}</members>`).join('')}<name>${name}</name></types>`,
  );
  return new Map([
    ['package.xml', bytes(`<Package>${types.join('')}<version>67.0</version></Package>`)],
    ...Object.entries(files).map(([path, text]) => [path, bytes(text)] as const),
  ]);
}

/** Problems of a package deployed to an org that has the shop, as `Type#name line:column message`. */
function problemsOf(members: Record<string, string[]>, files: Record<string, string>): string[] {
  const before = OrgMetadata.empty().with(readSourceDirectories([SHOP]).components);
  const set = readPackage(packageOf(members, files));
  const problems = [...set.problems, ...checkComponents(set.components, before.with(set.components))];
  return problems.map(
    ({ type, fullName, line, column, message }) => `${type}#${fullName} ${line}:${column} ${message}`,
  );
}

describe('source folders', () => {
  const set = readSourceDirectories([SHOP]);
  const { schema } = OrgMetadata.empty().with(set.components);
  const shop = schema.object('shop__C')!;

  it('are read into components, except what .forceignore names', () => {
    expect(set.problems).toEqual([]);
    expect(set.components.map(({ type, fullName }) => `${type}#${fullName}`).sort()).toEqual([
      'ApexClass#Shop',
      'CustomField#Lead.Shop__c',
      'CustomField#Rate__mdt.Percent__c',
      'CustomField#Shop__c.Kind__c',
      'CustomField#Shop__c.Opens_At__c',
      'CustomField#Shop__c.Place__c',
      'CustomLabels#CustomLabels',
      'CustomMetadata#Rate.High',
      'CustomObject#Rate__mdt',
      'CustomObject#Shop__c',
      'FieldSet#Shop__c.Short',
      'LightningComponentBundle#shopCard',
      'PermissionSet#Shop_Keeper',
      'RecordType#Shop__c.Chain',
      'ValidationRule#Shop__c.Opens_Early',
    ]);
  });

  it('make objects with their system fields, parts and shares', () => {
    expect(shop).toMatchObject({
      label: 'Shop',
      labelPlural: 'Shops',
      keyPrefix: 'a00',
      kind: 'custom',
      sharingModel: 'Private',
    });
    expect(shop.fieldByName.get('name')).toMatchObject({
      isAutoNumber: true,
      displayFormat: 'S-{0000}',
      isCreateable: false,
    });
    expect(
      ['ownerid', 'recordtypeid', 'systemmodstamp', 'place__latitude__s', 'place__longitude__s'].filter(
        (name) => !shop.fieldByName.has(name),
      ),
    ).toEqual([]);
    expect(shop.recordTypes).toEqual([{ developerName: 'Chain', label: 'Chain Store', isActive: true }]);
    expect(shop.validationRules.map((rule) => rule.name)).toEqual(['Opens_Early']);
    expect(shop.fieldSets.get('short')).toEqual(['Kind__c']);
    expect(schema.object('Shop__Share')?.fieldByName.get('parentid')?.referenceTo).toEqual(['Shop__c']);
  });

  it('make picklists with values, labels and a default', () => {
    const kind = shop.fieldByName.get('kind__c')!;

    expect(kind).toMatchObject({ type: 'PICKLIST', isRestrictedPicklist: true, isRequired: true });
    expect(kind.picklistValues.map(({ value, label, isDefault }) => [value, label, isDefault])).toEqual([
      ['Bakery', 'Baker’s', true],
      ['Books', 'Books', false],
    ]);
  });

  it('add fields to standard objects, and lists of children to their targets', () => {
    expect(schema.object('Lead')!.fieldByName.get('shop__c')).toMatchObject({
      relationshipName: 'Shop__r',
      childRelationshipName: 'Leads__r',
      isCustom: true,
    });
    expect(shop.childRelationships).toContainEqual({
      name: 'Leads__r',
      childObject: 'Lead',
      field: 'Shop__c',
      isCascadeDelete: false,
    });
  });

  it('give labels', () => {
    expect(schema.label('WELCOME')).toBe('Good morning & welcome');
  });
});

describe('slots', () => {
  it('stay as they are when fields come, and close up when one goes', () => {
    const first = OrgMetadata.empty().with(readSourceDirectories([SHOP]).components);
    const more = first.with([
      { ...first.component('CustomField', 'Shop__c.Opens_At__c')!, fullName: 'Shop__c.Alarm__c' },
    ]);
    const less = more.with([], [{ type: 'CustomField', fullName: 'Shop__c.Kind__c' }]);
    const slotOf = (metadata: OrgMetadata, name: string): number | undefined =>
      metadata.schema.object('Shop__c')!.fieldByName.get(name)?.index;

    expect(slotOf(more, 'opens_at__c')).toBe(slotOf(first, 'opens_at__c'));
    expect(slotOf(more, 'alarm__c')).toBe(first.schema.object('Shop__c')!.fields.length);
    expect(less.schema.object('Shop__c')!.fields.map((field) => field.index)).toEqual(
      less.schema.object('Shop__c')!.fields.map((_, at) => at),
    );
  });

  it('keep an object’s key prefix', () => {
    const first = OrgMetadata.empty().with(readSourceDirectories([SHOP]).components);
    const again = first.with([{ ...first.component('CustomObject', 'Shop__c')!, fullName: 'Another__c' }]);

    expect(again.schema.object('Shop__c')!.keyPrefix).toBe('a00');
    expect(again.schema.object('Another__c')!.keyPrefix).toBe('a01');
  });
});

describe('packages', () => {
  it('bring only the fields of a standard object whose file has nothing of its own', () => {
    const set = readPackage(
      packageOf(
        { CustomField: ['Lead.Size__c'] },
        {
          'objects/Lead.object':
            '<CustomObject><fields><fullName>Size__c</fullName><label>Size</label><type>Text</type><length>5</length></fields></CustomObject>',
        },
      ),
    );

    expect(set.components.map(({ type, fullName }) => `${type}#${fullName}`)).toEqual(['CustomField#Lead.Size__c']);
  });

  it('may stand in a folder of their own', () => {
    const inner = packageOf(
      { ApexClass: ['A'] },
      {
        'classes/A.cls': 'class A {}',
        'classes/A.cls-meta.xml': '<ApexClass><apiVersion>60.0</apiVersion></ApexClass>',
      },
    );
    const set = readPackage(new Map([...inner].map(([path, content]) => [`zip/${path}`, content])));

    expect(set.components.map(({ type, fullName, path, apiVersion }) => [type, fullName, path, apiVersion])).toEqual([
      ['ApexClass', 'A', 'classes/A.cls', 60],
    ]);
  });

  it('name what they delete', () => {
    const files = packageOf(
      {},
      {
        'destructiveChangesPost.xml':
          '<Package><types><members>Lead.Shop__c</members><name>CustomField</name></types></Package>',
      },
    );

    expect(readPackage(files).deletions).toEqual([
      { type: 'CustomField', fullName: 'Lead.Shop__c', when: 'post', path: 'destructiveChangesPost.xml' },
    ]);
  });

  const field = (body: string): Record<string, string> => ({
    'objects/Lead.object': `<CustomObject>\n  <fields>\n    <fullName>Size__c</fullName>\n    ${body}\n  </fields>\n</CustomObject>`,
  });
  const permissions = (body: string): Record<string, string> => ({
    'permissionsets/P.permissionset': `<PermissionSet>\n<label>P</label>\n${body}\n</PermissionSet>`,
  });

  it.each<[string, Record<string, string[]>, Record<string, string>, string]>([
    [
      'a member that is not in the zip',
      { ApexClass: ['Gone'] },
      {},
      "ApexClass#Gone undefined:undefined An object 'Gone' of type ApexClass was named in package.xml, but was not found in zipped directory",
    ],
    [
      'XML that is not well-formed',
      { PermissionSet: ['P'] },
      { 'permissionsets/P.permissionset': '<PermissionSet><label>P</PermissionSet>' },
      'PermissionSet#P 1:24 Error parsing file: The element type "label" must be terminated by the matching end-tag "</label>".',
    ],
    [
      'a type that it does not know',
      {},
      { 'bots/B.bot': '<Bot/>' },
      'The local org does not know the metadata type of bots/B.bot',
    ],
    [
      'text without a length',
      { CustomField: ['Lead.Size__c'] },
      field('<label>Size</label><type>Text</type>'),
      "CustomField#Lead.Size__c 2:3 Must specify 'length' for a CustomField of type Text",
    ],
    [
      'a lookup to nothing',
      { CustomField: ['Lead.Size__c'] },
      field('<label>Size</label><type>Lookup</type><referenceTo>No__c</referenceTo>'),
      'CustomField#Lead.Size__c 4:43 In field: referenceTo - no CustomObject named No__c found',
    ],
    [
      'a formula over a field that is not there',
      { CustomField: ['Lead.Size__c'] },
      field('<label>Size</label><type>Text</type><formula>Company &amp; Nothing__c</formula>'),
      'Error: Field Nothing__c does not exist. Check spelling.',
    ],
    [
      'permission on a required field',
      { PermissionSet: ['P'] },
      permissions(
        '<fieldPermissions><editable>true</editable><field>Shop__c.Kind__c</field><readable>true</readable></fieldPermissions>',
      ),
      'PermissionSet#P 3:44 You cannot deploy to a required field: Shop__c.Kind__c',
    ],
    [
      'permission on a field that is not there',
      { PermissionSet: ['P'] },
      permissions('<fieldPermissions><field>Lead.No__c</field></fieldPermissions>'),
      'In field: field - no CustomField named Lead.No__c found',
    ],
    [
      'a class that is not there',
      { PermissionSet: ['P'] },
      permissions('<classAccesses><apexClass>No</apexClass></classAccesses>'),
      'In field: apexClass - no ApexClass named No found',
    ],
    [
      'edit without read',
      { PermissionSet: ['P'] },
      permissions('<objectPermissions><allowEdit>true</allowEdit><object>Shop__c</object></objectPermissions>'),
      'Permission Edit Shop__c depends on permission(s): Read Shop__c',
    ],
    [
      'a record of no type',
      { CustomMetadata: ['No.One'] },
      { 'customMetadata/No.One.md': '<CustomMetadata><label>One</label></CustomMetadata>' },
      "Entity of type 'CustomObject' named 'No__mdt' cannot be found",
    ],
    [
      'a layout with a field that is not there',
      { Layout: ['Lead-L'] },
      {
        'layouts/Lead-L.layout':
          '<Layout><layoutSections><layoutColumns><layoutItems><field>No__c</field></layoutItems></layoutColumns></layoutSections></Layout>',
      },
      'In field: field - no CustomField named Lead.No__c found',
    ],
  ])('are refused for %s', (_, members, files, expected) => {
    expect(problemsOf(members, files).join('\n')).toContain(expected);
  });
});
