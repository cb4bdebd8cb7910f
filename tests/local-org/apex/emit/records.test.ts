import { expectBody } from './expect-runs.ts';

describe('records', () => {
  expectBody(
    'reads and writes fields',
    "Account a = new Account(Name='x'); a.AnnualRevenue = 5; return a;",
    'Account:{Name=x, AnnualRevenue=5}',
  );
  expectBody(
    'reads over a parent',
    "Contact c = new Contact(Account = new Account(Name='p')); return c.Account.Name;",
    'p',
  );
  expectBody('gives null over a missing parent', 'Contact c = new Contact(); return c.Account.Name;', 'null');
  expectBody('reads an unset checkbox as false', 'return new Contact().DoNotCall;', 'false');
  expectBody(
    'compares by value',
    "Account a = new Account(Name = 'x'); Account b = a.clone(); b.Name += 'y'; return a.Name + b.Name + (a == b) + (a == new Account(Name='x'));",
    'xxyfalsetrue',
  );
  expectBody(
    'puts and gets by name',
    "SObject o = new Account(); o.put('name', 'z'); return o.get('Name') + '' + ((Account) o).Name + o.getPopulatedFieldsAsMap();",
    'zz{Name=z}',
  );
  expectBody(
    'refuses a value of another type',
    "SObject o = new Account(); o.put('AnnualRevenue', 'z'); return 1;",
    '! System.SObjectException: Illegal assignment from String to Decimal',
  );
  expectBody(
    'refuses a field that is not there',
    "SObject o = new Account(); return o.get('Nope');",
    '! System.SObjectException: Invalid field Nope for Account',
  );
  expectBody(
    'makes maps by id',
    "return new Map<Id, Account>(new List<Account>{new Account(Id='001000000000001')}).keySet();",
    '{001000000000001AAA}',
  );
});
