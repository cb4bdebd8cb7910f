/** System.JSONParser: stands at one token of a JSON text. */
import { JSONException } from '../core/exceptions.ts';
import type { ApexEnumValue } from '../core/apex-enum-value.ts';
import type { RuntimeType } from '../core/runtime-type.ts';
import { argument } from '../arguments.ts';
import { constantOf } from '../enums.ts';
import { primitive, typed } from '../json/deserialize.ts';
import { JsonTokenizer } from '../json/tokenizer.ts';
import type { Token } from '../json/tokenizer.ts';
import { readNode } from '../json/tree.ts';
import type { TokenSource } from '../json/tree.ts';

const CLOSING = new Set(['END_OBJECT', 'END_ARRAY']);

export class System_JSONParser {
  private readonly tokens: JsonTokenizer;
  private current: Token | undefined;
  private cleared: Token | undefined;
  /** The field's name at each level that is open. */
  private readonly names: (string | null)[] = [null];

  constructor(text: string) {
    this.tokens = new JsonTokenizer(text);
  }

  private advance(): Token | undefined {
    const token = this.tokens.next();
    this.current = token;
    if (token?.kind === 'FIELD_NAME') this.names[this.names.length - 1] = token.text;
    if (token?.kind === 'START_OBJECT' || token?.kind === 'START_ARRAY') this.names.push(null);
    if (token !== undefined && CLOSING.has(token.kind)) this.names.pop();
    return token;
  }

  private constant(token: Token | undefined): ApexEnumValue | null {
    return token === undefined ? null : constantOf('System.JSONToken', token.kind);
  }

  nextToken(): ApexEnumValue | null {
    return this.constant(this.advance());
  }

  /** Passes over names of fields. */
  nextValue(): ApexEnumValue | null {
    let token = this.advance();
    if (token?.kind === 'FIELD_NAME') token = this.advance();
    return this.constant(token);
  }

  skipChildren(): void {
    if (this.current?.kind !== 'START_OBJECT' && this.current?.kind !== 'START_ARRAY') return;
    const depth = this.names.length - 1;
    while (this.names.length > depth && this.advance() !== undefined);
  }

  clearCurrentToken(): void {
    this.cleared = this.current;
    this.current = undefined;
  }

  getCurrentToken(): ApexEnumValue | null {
    return this.constant(this.current);
  }

  getLastClearedToken(): ApexEnumValue | null {
    return this.constant(this.cleared);
  }

  hasCurrentToken(): boolean {
    return this.current !== undefined;
  }

  /** Of a start, the name it stands under. */
  getCurrentName(): string | null {
    const isStart = this.current?.kind === 'START_OBJECT' || this.current?.kind === 'START_ARRAY';
    return this.names[this.names.length - (isStart ? 2 : 1)] ?? null;
  }

  getText(): string | null {
    return this.current?.text ?? null;
  }

  private valueAs(type: string, kinds: readonly string[]): unknown {
    const { current } = this;
    if (current === undefined || !kinds.includes(current.kind)) {
      throw new JSONException(`Current token (${current?.kind ?? 'null'}) can not be converted to ${type}`);
    }
    return primitive(readNode(this.tokens, current), type);
  }

  getBlobValue(): unknown {
    return this.valueAs('Blob', ['VALUE_STRING']);
  }

  getBooleanValue(): unknown {
    return this.valueAs('Boolean', ['VALUE_TRUE', 'VALUE_FALSE']);
  }

  getDateValue(): unknown {
    return this.valueAs('Date', ['VALUE_STRING']);
  }

  getDateTimeValue(): unknown {
    return this.valueAs('Datetime', ['VALUE_STRING']);
  }

  getTimeValue(): unknown {
    return this.valueAs('Time', ['VALUE_STRING']);
  }

  getIdValue(): unknown {
    return this.valueAs('Id', ['VALUE_STRING']);
  }

  getDecimalValue(): unknown {
    return this.valueAs('Decimal', ['VALUE_NUMBER_INT', 'VALUE_NUMBER_FLOAT']);
  }

  getDoubleValue(): unknown {
    return this.valueAs('Double', ['VALUE_NUMBER_INT', 'VALUE_NUMBER_FLOAT']);
  }

  getIntegerValue(): unknown {
    return this.valueAs('Integer', ['VALUE_NUMBER_INT']);
  }

  getLongValue(): unknown {
    return this.valueAs('Long', ['VALUE_NUMBER_INT']);
  }

  readValueAs(type: RuntimeType | null): unknown {
    return this.read(argument(type, 1), false);
  }

  readValueAsStrict(type: RuntimeType | null): unknown {
    return this.read(argument(type, 1), true);
  }

  /** Leaves the parser at the last token of the value. */
  private read(type: RuntimeType, isStrict: boolean): unknown {
    const first = this.current ?? this.advance();
    if (first === undefined) throw new JSONException('No content to map to Object due to end of input');
    const source: TokenSource = { next: () => this.advance() };
    return typed(readNode(source, first), type, isStrict);
  }
}
