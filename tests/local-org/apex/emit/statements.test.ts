import { expectBody } from './expect-runs.ts';

describe('statements', () => {
  expectBody(
    'nothing is null in arithmetic',
    'Integer x = null; return x + 1;',
    '! System.NullPointerException: Attempt to de-reference a null object',
  );
  expectBody('null is not greater', 'Integer n; return 5 > n;', 'false');
  expectBody('loops add up', 'Integer s = 0; for (Integer i = 0; i < 10; i++) { s += i; } return s;', '45');
  expectBody(
    'leaves and continues loops',
    'Integer i = 0; do { i++; if (i == 3) continue; } while (i < 5); while (true) { i++; if (i > 9) break; } return i;',
    '10',
  );
  expectBody('increments before and after', "Integer i = 5; Integer j = i++ + ++i; return j + ',' + i;", '12,7');
  expectBody('assigns to elements', 'List<Integer> l = new List<Integer>{1,2}; l[0] += 5; l[1]++; return l;', '(6, 3)');
  expectBody(
    'refuses an index out of bounds',
    'List<Integer> l = new List<Integer>{1}; return l[3];',
    '! System.ListException: List index out of bounds: 3',
  );
  expectBody(
    'refuses to change what is iterated',
    'List<Integer> l = new List<Integer>{1,2}; for (Integer i : l) l.add(i); return l;',
    '! System.FinalException: Cannot modify a collection while it is being iterated.',
  );
  expectBody(
    'lets a loop change what it runs over and leave',
    'List<Integer> l = new List<Integer>{1,2}; for (Integer i : l) { l.add(0, i); break; } return l;',
    '(1, 1, 2)',
  );
  expectBody(
    'lets a map lose keys while its keys are run over',
    "Map<String, Integer> m = new Map<String, Integer>{'a' => 1, 'b' => 2}; for (String k : m.keySet()) m.remove(k); return m.size();",
    '0',
  );
  expectBody(
    'makes no number of nothing',
    'Decimal none; String text; try { Integer.valueOf(text); } catch (NullPointerException e) { return Integer.valueOf(none); } return 1;',
    'null',
  );
  expectBody(
    'runs over sets',
    "Set<String> s = new Set<String>{'x','y'}; String r = ''; for (String e : s) r += e; return r;",
    'xy',
  );
  expectBody(
    'runs over the keys of a map',
    "for (String k : new Map<String,Integer>{'a'=>1}.keySet()) { return k; } return 'none';",
    'a',
  );
  expectBody('divides decimals', 'Decimal d = 1; return d / 3;', '0.333333333333333333333333333333333');
  expectBody(
    'widens in compound assignments',
    "Decimal d = 5; d += 1; d++; d /= 2; Long l = 2; l += 3; Integer i = 5; i -= 2; return d + ' ' + l + ' ' + i;",
    '3.5 5 3',
  );
  expectBody('combines Booleans', 'Boolean b = true; b &= false; return b;', 'false');
  expectBody(
    'refuses a null condition',
    'Boolean b; if (b) return 1; return 2;',
    '! System.NullPointerException: Attempt to de-reference a null object',
  );
  expectBody(
    'catches by type',
    'try { Integer x = 1/0; } catch (MathException e) { return e.getMessage(); } return null;',
    'Divide by 0',
  );
  expectBody(
    'turns a null dereference into an exception',
    'try { Account a; return a.Name; } catch (Exception e) { return e.getTypeName(); } finally { Integer z = 1; }',
    'System.NullPointerException',
  );
  expectBody('lets finally have the last word', 'try { return 1; } finally { return 2; }', '2');
  expectBody(
    'switches on texts with their case',
    "String s = 'B'; switch on s { when 'b' { return 1; } when 'B', 'c' { return 2; } when else { return 3; } }",
    '2',
  );
  expectBody(
    'switches on types of records',
    "SObject o = new Account(); switch on o { when Contact c { return 'c'; } when Account a { return 'a'; } } return null;",
    'a',
  );
  expectBody('stops a chain at null', 'Contact c; return c?.Account?.Name;', 'null');
  expectBody('falls back from null', "Account a; return a?.Name ?? 'none';", 'none');
  expectBody(
    'refuses a wrong cast',
    'Object o = 5; return (String) o;',
    '! System.TypeException: Invalid conversion from runtime type Integer to String',
  );
  expectBody(
    'refuses a cast between objects',
    'SObject o = new Account(); return (Contact) o;',
    '! System.TypeException: Invalid conversion from runtime type Account to Contact',
  );
  expectBody(
    'tells lists by their elements',
    "Object o = new List<Integer>{1}; return (o instanceof List<Integer>) + ',' + (o instanceof List<String>);",
    'true,false',
  );
});
