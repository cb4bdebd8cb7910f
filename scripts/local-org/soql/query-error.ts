/** A query that the platform refuses: its code for the APIs, its words for Apex (QueryException), and where it stands. */
export class QueryError extends Error {
  readonly errorCode: string;
  /** Offset in the query's text; undefined where no place is named. */
  readonly offset: number | undefined;
  /** Fields that the running user may not see (user mode), as `Object.Field`. */
  readonly inaccessibleFields: readonly string[];

  constructor(errorCode: string, message: string, offset?: number, inaccessibleFields: readonly string[] = []) {
    super(message);
    this.name = 'QueryError';
    this.errorCode = errorCode;
    this.offset = offset;
    this.inaccessibleFields = inaccessibleFields;
  }
}

export function noSuchColumn(name: string, entity: string, offset: number, inaccessible = false): QueryError {
  return new QueryError(
    'INVALID_FIELD',
    `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
    offset,
    inaccessible ? [`${entity}.${name}`] : [],
  );
}

export function noSuchObject(name: string, offset?: number, inaccessible = false): QueryError {
  return new QueryError(
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
    offset,
    inaccessible ? [name] : [],
  );
}

export function noSuchRelationship(name: string, entity: string, offset: number): QueryError {
  return new QueryError(
    'INVALID_FIELD',
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names. (${entity})`.replace(
      / \(.*\)$/,
      '',
    ),
    offset,
  );
}

/** The APIs' form of a message: the line of the query, a caret, the position, then the message. */
export function withPosition(error: QueryError, text: string): string {
  if (error.offset === undefined) return error.message;
  const start = Math.max(0, error.offset - 30);
  const piece = text.slice(start, error.offset + 30).replace(/\s/g, ' ');
  const lines = text.slice(0, error.offset).split('\n');
  return `\n${piece}\n${' '.repeat(error.offset - start)}^\nERROR at Row:${lines.length}:Column:${lines.at(-1)!.length + 1}\n${error.message}`;
}
