import type { Expression, LocalVariableDeclaration, Statement } from '../../../../scripts/local-org/apex/ast.ts';
import { typeName } from '../../../../scripts/local-org/apex/symbols/types.ts';
import { check, errorsIn } from './check.ts';

/** What the checker writes on the tree for the emitter. */
function statements(text: string, others: Record<string, string> = {}): Statement[] {
  const { units, errors } = check({
    'A.cls': `public class A { public Integer n; void f(SObject so, Account a, Decimal d) { ${text} } }`,
    ...others,
  });
  expect(errors).toEqual([]);
  const { ast } = units[0]!;
  const method =
    ast.kind === 'ClassDeclaration' ? ast.members.find((member) => member.kind === 'MethodDeclaration') : undefined;
  return method?.kind === 'MethodDeclaration' ? method.body!.statements : [];
}

function initializer(text: string): Expression {
  const [statement] = statements(text).slice(-1);
  return (statement as LocalVariableDeclaration).declarators[0]!.initializer!;
}

const show = (node: Expression): string =>
  `${node.resultType === undefined ? '-' : typeName(node.resultType)}${node.convertTo === undefined ? '' : ` → ${typeName(node.convertTo)}`}`;

test.each([
  ['Long x = 1;', 'Integer → Long'],
  ['Decimal x = 1;', 'Integer → Decimal'],
  ['Datetime x = Date.today();', 'Date → Datetime'],
  ["Id x = '001000000000000AAA';", 'String → Id'],
  ['Object x = 1;', 'Integer'],
  ['String x = a.Id;', 'Id'],
  ['Account x = [SELECT Id FROM Account];', 'Account'],
  ['List<Account> x = [SELECT Id FROM Account];', 'List<Account>'],
  ['Integer x = [SELECT COUNT() FROM Account];', 'Integer'],
  ["Account x = Database.query('SELECT Id FROM Account');", 'List<SObject> → Account'],
  ['List<AggregateResult> x = [SELECT COUNT(Id) total, Name FROM Account GROUP BY Name];', 'List<AggregateResult>'],
  ['String x = [SELECT Name FROM Account].Name;', 'String'],
  ['Schema.SObjectField x = Account.Name;', 'Schema.SObjectField'],
  ['Schema.SObjectType x = Account.SObjectType;', 'Schema.SObjectType'],
  ['Schema.DescribeFieldResult x = Schema.SObjectType.Account.fields.Name;', 'Schema.DescribeFieldResult'],
  ['Limits__c x = Limits__c.getInstance();', 'Limits__c'],
  ['Map<String, Route__mdt> x = Route__mdt.getAll();', 'Map<String,Route__mdt>'],
  ['String x = Label.Greeting;', 'String'],
  ['PageReference x = Page.Start;', 'System.PageReference'],
  ['Account x = a.clone(false, true);', 'Account'],
  ['Map<Id, Account> x = new Map<Id, Account>([SELECT Id FROM Account]);', 'Map<Id,Account>'],
])('types %s', (text, expected) => {
  expect(show(initializer(text))).toBe(expected);
});

test('converts both sides of arithmetic to the wider type', () => {
  const node = initializer('Decimal x = d * 2 + n;');
  if (node.kind !== 'BinaryExpression' || node.left.kind !== 'BinaryExpression') throw new Error(node.kind);
  expect(typeName(node.operandType!)).toBe('Decimal');
  expect(show(node.right)).toBe('Integer → Decimal');
  expect(show(node.left.right)).toBe('Integer → Decimal');
});

test('converts arguments to the parameters of the chosen overload', () => {
  const node = initializer('Long x = Math.max(1, 2L);');
  if (node.kind !== 'MethodCall') throw new Error(node.kind);
  expect(node.call).toMatchObject({ receiver: 'static', method: { name: 'max' } });
  expect(node.arguments.map(show)).toEqual(['Integer → Long', 'Long']);
});

test('binds names to locals, fields, records and tokens', () => {
  const bindings = ['n', 'this.n', 'a.Name', 'a.Owner.Name', 'A', 'Account.Name', 'd'].map((text) => {
    const node = initializer(text === 'A' ? 'Type x = A.class;' : `Object x = ${text};`);
    return 'binding' in node ? node.binding?.kind : node.kind;
  });
  expect(bindings).toEqual([
    'field',
    'field',
    'sobject-field',
    'sobject-field',
    'ClassLiteral',
    'field-token',
    'local',
  ]);
});

test('gives every variable of a method its own JavaScript name', () => {
  const names = statements(
    'for (Integer i = 0; i < 1; i++) { } for (Integer i = 0; i < 1; i++) { } Integer default_x;',
  ).map((statement) =>
    statement.kind === 'ForStatement' && !Array.isArray(statement.initializer)
      ? statement.initializer.declarators[0]!.local!.jsName
      : undefined,
  );
  expect(names.slice(0, 2)).toEqual(['i', 'i$2']);
});

test('says how a loop runs over a query', () => {
  const loops = statements(
    'for (Account x : [SELECT Id FROM Account]) { } for (List<Account> x : [SELECT Id FROM Account]) { } for (Account x : new List<Account>()) { }',
  );
  expect(loops.map((loop) => (loop.kind === 'ForEachStatement' ? loop.over : undefined))).toEqual([
    'records',
    'chunks',
    'list',
  ]);
});

test("takes a field's addError for the record's", () => {
  const [statement] = statements("a.Name.addError('no');");
  expect(statement).toMatchObject({
    expression: { call: { receiver: 'sobject-field', object: 'Account', field: 'Name' } },
  });
});

test('refuses the clause that API 67 dropped', () => {
  const text = 'List<Account> l = [SELECT Id FROM Account WITH SECURITY_ENFORCED];';
  expect(errorsIn(text, 66)).toEqual([]);
  expect(errorsIn(text, 67)).toHaveLength(1);
});
