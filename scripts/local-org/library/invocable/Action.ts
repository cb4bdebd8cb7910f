/** Invocable.Action: calls by name. An org without flows answers a flow's name as one that it does not know. */
import { ApexList } from '../core/apex-list.ts';
import { ApexMap } from '../core/apex-map.ts';
import { ANY_TYPE, STRING_TYPE, mapType } from '../core/runtime-type.ts';
import { argument } from '../arguments.ts';
import { host } from '../host.ts';
import { libraryType } from '../types.ts';
import { unsupported } from '../../unsupported.ts';

type JsonValues = (name: string) => unknown;

const PARAMETERS_TYPE = mapType(STRING_TYPE, ANY_TYPE);

class ActionError {
  static $fromJson(value: JsonValues): ActionError {
    return new ActionError(value('code') as string | null, value('message') as string | null);
  }

  private readonly code: string | null;
  private readonly message: string | null;

  constructor(code: string | null, message: string | null) {
    this.code = code;
    this.message = message;
  }

  getCode(): string | null {
    return this.code;
  }

  getMessage(): string | null {
    return this.message;
  }

  $json(): ReadonlyArray<readonly [string, unknown]> {
    return [
      ['message', this.message],
      ['code', this.code],
    ];
  }
}

interface Outcome {
  readonly action: Invocable_Action | null;
  readonly isSuccess: boolean;
  readonly errors: readonly ActionError[];
  readonly output: ApexMap;
}

class ActionResult {
  static $fromJson(value: JsonValues): ActionResult {
    const errors = value('errors');
    const output = value('outputParameters');
    return new ActionResult({
      action: null,
      isSuccess: value('success') === true,
      errors: errors instanceof ApexList ? errors.items.map(errorOf) : [],
      output: output instanceof ApexMap ? output : new ApexMap(STRING_TYPE, ANY_TYPE),
    });
  }

  private readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    this.outcome = outcome;
  }

  getAction(): Invocable_Action | null {
    return this.outcome.action;
  }

  getErrors(): ApexList {
    return new ApexList(libraryType('Invocable.Action.Error'), [...this.outcome.errors]);
  }

  getOutputParameters(): ApexMap {
    return this.outcome.output;
  }

  isSuccess(): boolean {
    return this.outcome.isSuccess;
  }

  $json(): ReadonlyArray<readonly [string, unknown]> {
    return [
      ['success', this.isSuccess()],
      ['outputParameters', this.getOutputParameters()],
      ['errors', this.getErrors()],
    ];
  }
}

function errorOf(value: unknown): ActionError {
  return ActionError.$fromJson((name) => (value as ApexMap).get(name));
}

export class Invocable_Action {
  static readonly Result = ActionResult;
  static readonly Error = ActionError;

  static createCustomAction(
    type: string | null,
    nameOrNamespace: string | null,
    name?: string | null,
  ): Invocable_Action {
    const namespace = name === undefined ? null : nameOrNamespace;
    return new Invocable_Action(argument(type, 1), argument(name ?? nameOrNamespace, 2), namespace, false);
  }

  static createStandardAction(type: string | null): Invocable_Action {
    return new Invocable_Action(argument(type, 1), argument(type, 1), null, true);
  }

  private readonly type: string;
  private readonly name: string;
  private readonly namespace: string | null;
  private readonly isOfPlatform: boolean;
  private invocations = new ApexList(PARAMETERS_TYPE);

  constructor(type: string, name: string, namespace: string | null, isOfPlatform: boolean) {
    this.type = type;
    this.name = name;
    this.namespace = namespace;
    this.isOfPlatform = isOfPlatform;
  }

  addInvocation(): this {
    this.invocations.add(new ApexMap(STRING_TYPE, ANY_TYPE));
    return this;
  }

  clearInvocations(): this {
    this.invocations = new ApexList(PARAMETERS_TYPE);
    return this;
  }

  getInvocations(): ApexList {
    return this.invocations;
  }

  getName(): string {
    return this.name;
  }

  getNamespace(): string | null {
    return this.namespace;
  }

  getType(): string {
    return this.type;
  }

  isStandard(): boolean {
    return this.isOfPlatform;
  }

  setInvocationParameter(name: string | null, value: unknown): this {
    if (this.invocations.isEmpty()) this.addInvocation();
    (this.invocations.items.at(-1) as ApexMap).put(argument(name, 1), value);
    return this;
  }

  setInvocations(invocations: ApexList | null): this {
    this.invocations = argument(invocations, 1);
    return this;
  }

  /** One result for each invocation. The code of the error is not documented. */
  invoke(): ApexList {
    const isFlow = !this.isOfPlatform && this.type.toLowerCase() === 'flow';
    if (!isFlow || host().hasFlow?.(this.name) !== false)
      return unsupported(`invoking the ${this.type} action ${this.name}`);
    const error = new ActionError('INVALID_FLOW', `The flow ${this.name} does not exist or is not active.`);
    const failed = this.invocations.items.map(
      () =>
        new ActionResult({
          action: this,
          isSuccess: false,
          errors: [error],
          output: new ApexMap(STRING_TYPE, ANY_TYPE),
        }),
    );
    return new ApexList(libraryType('Invocable.Action.Result'), failed);
  }
}
