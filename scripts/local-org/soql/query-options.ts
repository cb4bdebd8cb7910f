/** What a query needs to know besides its text. */
import type { SoqlBind } from '../apex/ast.ts';
import type { OrgDatabase } from '../database/index.ts';
import type { FieldDescribe, ObjectDescribe, Schema } from '../metadata/schema.ts';

/** Which rows of an object somebody sees; the org's sharing says it, the planner turns it into SQL. */
export type RowFilter =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'any'; readonly of: readonly RowFilter[] }
  | { readonly kind: 'all'; readonly of: readonly RowFilter[] }
  /** A field (OwnerId, Id …) has one of the values. */
  | { readonly kind: 'field'; readonly field: string; readonly values: readonly unknown[] }
  /** A share row grants the record to one of these users and groups. */
  | {
      readonly kind: 'shared';
      readonly shareObject: string;
      readonly parentField: string;
      readonly userOrGroupIds: readonly string[];
    }
  /** The parent that a lookup names is visible. */
  | { readonly kind: 'parent'; readonly field: string; readonly object: string; readonly filter: RowFilter };

export interface QueryUser {
  readonly id: string;
  readonly timeZone: string;
  /** For $User, $Profile, $UserRole, $Permission in formulas: value of `User.FirstName`, `Permission.Name` …; undefined: unknown name. */
  readonly global?: (name: string) => unknown;
}

export interface QueryOptions {
  readonly database: OrgDatabase;
  readonly schema: Schema;
  /** Value of a bind; `bind.index` numbers those of compiled code, `bind.expression` names those of dynamic queries. */
  readonly binds?: (bind: SoqlBind) => unknown;
  readonly user: QueryUser;
  /** Milliseconds. */
  readonly now: number;
  /** Undefined: sees all rows of the object. */
  readonly rowFilter?: (object: ObjectDescribe) => RowFilter | undefined;
  /** May the user read the object (field undefined) or the field? Undefined: system mode, may read all. */
  readonly canRead?: (object: ObjectDescribe, field: FieldDescribe | undefined) => boolean;
  /** How a refused field is reported; default user-mode. */
  readonly accessErrors?: 'user-mode' | 'security-enforced';
  /** Also rows in the recycle bin (the ALL ROWS of the query itself is seen by the planner). */
  readonly allRows?: boolean;
  readonly apiVersion?: number;
  /** Rows beyond it are refused by the caller; the planner reads one more at most. */
  readonly maximumRows?: number;
}
