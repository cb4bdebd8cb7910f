/**
 * What an engine runs: the deployed metadata, the schema made of it, and the compiled program. An image never changes;
 * a deploy makes another one.
 */
import {
  checkProgram,
  declareLibrary,
  emitUnit,
  type CheckedProgram,
  type CompileError,
  type Library,
  type SourceFile,
} from '../../apex/index.ts';
import { libraryClasses } from '../../library/registry.ts';
import { librarySignatures } from '../../library/signatures.ts';
import { apiVersionOf, type OrgMetadata } from '../../metadata/org-metadata.ts';
import type { Component } from '../../metadata/component.ts';
import { schemaProvider } from '../../metadata/schema-provider.ts';
import type { ObjectDescribe, Schema } from '../../metadata/schema.ts';
import { text } from '../../metadata/definition.ts';
import { loadProgram, programHash, type CodeCache, type Program } from '../program/index.ts';
import type { EmittedUnit } from '../../apex/emit/index.ts';
import type { TriggerOperation, TriggerTiming } from '../dml/save-services.ts';

export interface ImageOptions {
  /** The program as a deploy has checked it already. */
  readonly checked?: CheckedProgram;
  readonly cache?: CodeCache;
}

let library: Library | undefined;

function sharedLibrary(): Library {
  return (library ??= declareLibrary(librarySignatures()));
}

export class OrgImage {
  readonly metadata: OrgMetadata;
  readonly schema: Schema;
  readonly program: Program;
  /** Asked now and then while Apex runs: the engine that uses the image puts its limit check here. */
  onTick: () => void = () => undefined;
  private readonly triggers = new Map<string, string[]>();
  private checkedProgram: CheckedProgram | undefined;

  /** Units with errors, and those that need them, are left out of the program: the rest stays usable. */
  constructor(metadata: OrgMetadata, options: ImageOptions = {}) {
    this.metadata = metadata;
    this.schema = metadata.schema;
    this.checkedProgram = options.checked;
    const units = this.emittedUnits(options.cache);
    this.program = loadProgram(units, {
      codeCache: options.cache,
      schema: metadata.schema,
      library: libraryClasses(),
      onTick: () => this.onTick(),
    });
    for (const unit of units) {
      if (unit.kind === 'trigger' && isActive(metadata, unit.name))
        this.addTrigger(unit.name, unit.triggerObject ?? '', unit.triggerEvents ?? []);
    }
  }

  /** What the checker knows: made anew where the units came from the cache. */
  get checked(): CheckedProgram {
    return (this.checkedProgram ??= checkMetadata(this.metadata));
  }

  /** A program without errors is kept under a hash of all that it was made of. */
  private emittedUnits(cache: CodeCache | undefined): readonly EmittedUnit[] {
    const hash = cache === undefined ? '' : hashOf(this.metadata);
    const known = this.checkedProgram === undefined ? cache?.readUnits(hash) : undefined;
    if (known !== undefined) return known;
    const units = usableUnits(this.checked).map(emitUnit);
    if (this.checked.errors.length === 0) cache?.writeUnits(hash, units);
    return units;
  }

  get errors(): readonly CompileError[] {
    return this.checked.errors;
  }

  triggersFor(object: ObjectDescribe, timing: TriggerTiming, operation: TriggerOperation): readonly string[] {
    return this.triggers.get(`${object.name} ${timing} ${operation}`.toLowerCase()) ?? [];
  }

  /** Triggers that listen to platform events: name and event object. */
  eventTriggers(): Array<{ readonly trigger: string; readonly object: ObjectDescribe }> {
    const events = this.schema.objects.filter((object) => object.kind === 'event');
    return events.flatMap((object) =>
      this.triggersFor(object, 'after', 'insert').map((trigger) => ({ trigger, object })),
    );
  }

  /** Compiles an anonymous block against the program. */
  checkAnonymous(code: string, apiVersion: number): CheckedProgram {
    const file: SourceFile = { path: 'AnonymousBlock', text: code, apiVersion, kind: 'anonymous' };
    return checkProgram([file], sharedLibrary(), schemaProvider(this.schema), this.checked);
  }

  /** Base URLs of active remote site settings. */
  remoteSites(): string[] {
    return this.metadata
      .ofType('RemoteSiteSetting')
      .filter(({ definition }) => text(definition, 'isActive') !== 'false')
      .map(({ definition }) => text(definition, 'url') ?? '');
  }

  apiVersionOfClass(name: string): number {
    const component = this.metadata.component('ApexClass', name);
    return component === undefined ? 67 : apiVersionOf(component);
  }

  private addTrigger(name: string, object: string, events: readonly string[]): void {
    for (const event of events) {
      const key = `${object} ${event}`.toLowerCase();
      this.triggers.set(key, [...(this.triggers.get(key) ?? []), name].sort());
    }
  }
}

function hashOf(metadata: OrgMetadata): string {
  const files = [...metadata.ofType('ApexClass'), ...metadata.ofType('ApexTrigger')].map(sourceFile);
  const schema = metadata.schema.objects.map(
    (object) =>
      `${object.name}:${object.fields.map((field) => `${field.name} ${field.apexType} ${field.isCreateable} ${field.relationshipName}`).join()}`,
  );
  const library = librarySignatures().map((signature) => signature.text);
  return programHash(files, [...schema, ...library].join('\n'));
}

export function checkMetadata(metadata: OrgMetadata): CheckedProgram {
  const files = [...metadata.ofType('ApexClass'), ...metadata.ofType('ApexTrigger')].map(sourceFile);
  return checkProgram(files, sharedLibrary(), schemaProvider(metadata.schema));
}

function sourceFile(component: Component): SourceFile {
  const kind = component.type === 'ApexTrigger' ? 'trigger' : 'class';
  const suffix = kind === 'trigger' ? '.trigger' : '.cls';
  const path = [...component.files.keys()].find((name) => name.endsWith(suffix)) ?? component.path;
  const content = component.files.get(path);
  return {
    path,
    text:
      content === undefined
        ? ''
        : Buffer.from(content)
            .toString('utf8')
            .replace(/^\uFEFF/, ''),
    apiVersion: apiVersionOf(component),
    kind,
  };
}

/** Units that compile and whose dependencies compile. */
function usableUnits(checked: CheckedProgram): CheckedProgram['units'] {
  const broken = new Set(checked.units.filter((unit) => unit.errors.length > 0).map((unit) => unit.name.toLowerCase()));
  const known = new Set(checked.units.map((unit) => unit.name.toLowerCase()));
  for (let grew = true; grew;) {
    grew = false;
    for (const unit of checked.units) {
      const key = unit.name.toLowerCase();
      if (
        broken.has(key) ||
        !unit.dependencies.some((name) => broken.has(name.toLowerCase()) && known.has(name.toLowerCase()))
      )
        continue;
      broken.add(key);
      grew = true;
    }
  }
  return checked.units.filter((unit) => !broken.has(unit.name.toLowerCase()));
}

function isActive(metadata: OrgMetadata, trigger: string): boolean {
  const component = metadata.component('ApexTrigger', trigger);
  return component === undefined || (text(component.definition, 'status') ?? 'Active') !== 'Inactive';
}
