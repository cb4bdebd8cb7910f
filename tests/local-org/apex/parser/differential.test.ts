import { ApexParserFactory } from '@apexdevtools/apex-parser';
import { parseAnonymous } from '../../../../scripts/local-org/apex/parser/index.ts';
import { Source } from '../../../../scripts/local-org/apex/source.ts';

// Each text as it is, and with each of its tokens left out: the ANTLR grammar must accept and refuse the same.
const TEXTS = [
  'Map<Id, List<A>> b = new Map<Id, List<A>>{ c => d };',
  'for (Integer i = 0; i < a.size(); i++) { b += (String) c[i]; }',
  "if (a?.b == 'c' || !(d instanceof E)) { return; } else throw new F('g');",
  'try { insert as user a; } catch (DmlException e) { b(e); } finally { c(); }',
  'switch on a { when 1, 2 { b(); } when else { c(); } }',
  'List<A> a = [SELECT Id, B.C FROM A WHERE D IN :e AND (F > 1 OR G = null) ORDER BY H LIMIT 5];',
];

function variants(text: string): string[] {
  const tokens = text.match(/'[^']*'|\w+|\?\.|=>|==|\+=|\+\+|\|\||[^\s\w]/g) ?? [];
  return [text, ...tokens.map((_, left) => tokens.filter((__, index) => index !== left).join(' '))];
}

function accepts(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}

describe('the parser and the ANTLR grammar', () => {
  it.each(TEXTS)('agree on what may be left out of: %s', (text) => {
    const differing = variants(text).filter((variant) => {
      const ours = accepts(() => parseAnonymous(new Source('test', variant)));
      return ours !== accepts(() => ApexParserFactory.createParser(variant, true).anonymousUnit());
    });
    expect(differing).toEqual([]);
  });
});
