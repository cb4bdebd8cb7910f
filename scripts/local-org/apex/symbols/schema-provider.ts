/**
 * What the checker asks about an org's objects. The compiler knows no database: whoever compiles supplies this
 * (metadata/ does for an org; a test may do with a literal).
 */
export interface SchemaProvider {
  /** Finds an object by API name, whatever its case; undefined when there is none. */
  object(name: string): ObjectShape | undefined;
  hasLabel(name: string): boolean;
  hasPage(name: string): boolean;
}

export interface ObjectShape {
  /** API name in its declared spelling. */
  readonly name: string;
  readonly kind: 'standard' | 'custom' | 'setting' | 'hierarchy-setting' | 'metadata' | 'event' | 'aggregate' | 'other';
  /** Finds a field by API name, whatever its case (`Phone`, `OwnerId`, `Assigned_Agent__c`). */
  field(name: string): FieldShape | undefined;
  /** Finds a parent relationship by its name (`Owner`, `Assigned_Agent__r`); its field tells the target objects. */
  parent(relationshipName: string): FieldShape | undefined;
  /** Finds a child relationship by its name (`Contacts`, `Leads__r`); the child object's API name. */
  child(relationshipName: string): { readonly name: string; readonly object: string } | undefined;
  hasFieldSet(name: string): boolean;
  /** Allowed in FROM, as a trigger's object, as a DML operand. */
  readonly isQueryable: boolean;
  readonly isTriggerable: boolean;
}

export interface FieldShape {
  readonly name: string;
  /** The Apex type a value of it has: `String`, `Id`, `Decimal`, `Boolean`, `Date`, `Datetime`, `Integer`, `Time`, `Blob` … */
  readonly apexType: string;
  readonly relationshipName?: string;
  readonly referenceTo: readonly string[];
  /** False for formulas, roll-ups, auto-numbers and system fields: a constructor or an assignment may not set it. */
  readonly isWritable: boolean;
  readonly isFilterable: boolean;
  readonly isGroupable: boolean;
  readonly isSortable: boolean;
  readonly isAggregatable: boolean;
  /** Of a share's RowCause only, whose values code names: `Job__Share.RowCause.Recruiter__c`. */
  readonly rowCauses?: readonly string[];
}
