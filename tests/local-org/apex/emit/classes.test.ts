import { expectBody } from './expect-runs.ts';

describe('classes', () => {
  expectBody(
    'overrides and calls super',
    'return new B(3).describe();',
    'B:3:A:init',
    "public virtual class A { protected Integer n; public String tag = 'init'; public A(Integer n) { this.n = n; } public virtual String describe() { return 'A:' + tag; } }",
    "public class B extends A { public B(Integer n) { super(n); } public override String describe() { return 'B:' + n + ':' + super.describe(); } }",
  );
  expectBody(
    'makes inner classes and counts in statics',
    'return Outer.make().name + Outer.count;',
    'in1',
    "public class Outer { public static Integer count = 0; public class Inner { public String name { get; set; } public Inner() { count++; name = 'in'; } } public static Inner make() { return new Inner(); } }",
  );
  expectBody(
    'calls accessors',
    "P q = new P(); q.x = 5; return q.x + ',' + q.dbl + ',' + P.s;",
    '5,10,static',
    "public class P { public Integer x { get { if (x == null) x = 1; return x; } set { x = value; } } public Integer dbl { get { return x * 2; } } public static String s { get { if (s == null) { s = 'static'; } return s; } private set; } }",
  );
  expectBody(
    'increments through accessors',
    'P p = new P(); p.n += 2; p.n++; return p.n;',
    '4',
    'public class P { public Integer n { get { return n == null ? 1 : n; } set; } }',
  );
  expectBody(
    'knows enums',
    "return Sq.K.X.name() + Sq.K.values() + Sq.K.valueOf('y').ordinal();",
    'X(X, Y)1',
    'public class Sq { public enum K { X, Y } }',
  );
  expectBody(
    'switches on enums',
    "Sq.K k = Sq.K.Y; switch on k { when X { return 'x'; } when Y { return 'y'; } } return null;",
    'y',
    'public class Sq { public enum K { X, Y } }',
  );
  expectBody(
    'calls through interfaces',
    'Shape s = new Sq(); return s.area();',
    '9',
    'public interface Shape { Integer area(); }',
    'public class Sq implements Shape { public Integer area() { return 9; } }',
  );
  expectBody(
    'calls methods of other parameter types through interfaces',
    'Runner r = new Accounts(); return r.run(new List<SObject>{ new Account() });',
    '1',
    'public interface Runner { Integer run(List<SObject> records); }',
    'public class Accounts implements Runner { public Integer run(List<Account> records) { return records.size(); } }',
  );
  expectBody(
    'calls static methods through interfaces',
    'Maker m = new Makers(); return m.make();',
    'made',
    'public interface Maker { String make(); }',
    "public class Makers implements Maker { public static String make() { return 'made'; } }",
  );
  expectBody(
    'throws exceptions of its own',
    "try { throw new MyException('boom'); } catch (MyException e) { return e.getMessage() + e.getTypeName() + e; }",
    'boomMyExceptionMyException: boom',
    'public class MyException extends Exception {}',
  );
  expectBody(
    'gives exceptions constructors and fields',
    "try { throw new E.MyException('boom', 7); } catch (E.MyException e) { return e.getMessage() + e.code + e.getTypeName(); }",
    'boom7E.MyException',
    'public class E { public class MyException extends Exception { public Integer code = 1; public MyException(String m, Integer c) { this(m); code = c; } } }',
  );
  expectBody(
    'keeps causes and lines',
    "try { try { Integer i = 1 / 0; } catch (Exception e) { throw new MyException('outer', e); } } catch (Exception e) { return e.getCause().getMessage() + e.getLineNumber(); } return null;",
    'Divide by 01',
    'public class MyException extends Exception {}',
  );
  expectBody(
    'sorts by compareTo',
    "List<V> l = new List<V>{new V(3), new V(1)}; l.sort(); return l[0].n + ',' + l;",
    '1,(V:[n=1], V:[n=3])',
    'public class V implements Comparable { public Integer n; public V(Integer n) { this.n = n; } public Integer compareTo(Object o) { return n - ((V) o).n; } }',
  );
  expectBody(
    "asks a class's equals and hashCode",
    "Set<V> s = new Set<V>{new V(3), new V(3)}; return s.size() + ',' + (new V(1) == new V(1)) + s.contains(new V(3)) + (new V(1) === new V(1));",
    '1,truetruefalse',
    'public class V { public Integer n; public V(Integer n) { this.n = n; } public Boolean equals(Object o) { return n == ((V) o).n; } public override Integer hashCode() { return n; } }',
  );
  expectBody(
    'runs over iterables',
    'Integer s = 0; for (Integer i : new It()) s += i; return s;',
    '3',
    'public class It implements Iterable<Integer> { public Iterator<Integer> iterator() { return new Itr(); } class Itr implements Iterator<Integer> { Integer n = 0; public Boolean hasNext() { return n < 2; } public Integer next() { n++; return n; } } }',
  );
  expectBody(
    'runs static initializers in order',
    'return C1.order;',
    'a1b2',
    "public class C1 { public static String order = ''; static { order += 'a'; } static Integer x = add(1); static { order += 'b'; } static Integer y = add(2); static Integer add(Integer i) { order += i; return i; } }",
  );
  expectBody(
    'calls abstract methods and toString',
    'return ((Base) new Derived()).hi() + new Derived();',
    'derived!d',
    "public abstract class Base { public String hi() { return name() + '!'; } protected abstract String name(); }",
    "public class Derived extends Base { protected override String name() { return 'derived'; } public override String toString() { return 'd'; } }",
  );
  expectBody(
    'makes objects of a type',
    'Object o = T2.class.newInstance(); return ((T2) o).x;',
    '4',
    'public class T2 { public Integer x = 4; }',
  );
  expectBody(
    'ends endless recursion with a limit that nothing catches',
    'return T2.go(5);',
    '! System.LimitException: Maximum stack depth reached: 1001',
    'public class T2 { public static Integer go(Integer n) { try { return go(n + 1); } catch (Exception e) { return 0; } finally { n = 1; } } }',
  );
  expectBody(
    'initializes fields of a subclass before the constructors run',
    'return new Sub().seen;',
    '(base, a)',
    'public virtual class Base1 { public Base1() { note(); } public virtual void note() {} }',
    "public class Sub extends Base1 { public List<String> seen = new List<String>{ 'base' }; public override void note() { seen.add('a'); } }",
  );
  expectBody(
    'initializes the statics of superclasses too',
    'return new Sub().get();',
    '1',
    'public virtual class Base1 { static List<Integer> numbers = new List<Integer>{ 1 }; public Integer get() { return numbers.size(); } }',
    'public class Sub extends Base1 {}',
  );
});
