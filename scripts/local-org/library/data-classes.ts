/**
 * Classes that only hold data: their fields are those of their signature files, empty until somebody sets them.
 * Metadata's are built by programs and by tests of callbacks; what would deploy them refuses.
 */
import { ApexObject } from './core/apex-object.ts';
import { ApexList } from './core/apex-list.ts';
import { libraryType } from './core/library-types.ts';
import { argument } from './arguments.ts';
import { signatureText } from './signatures.ts';

type DataClass = new () => Record<string, unknown>;

function dataClass(fullName: string, superclass: DataClass = ApexObject as unknown as DataClass): DataClass {
  const fields = [...signatureText(fullName).matchAll(/^ {2}global [\w.<>, ]+? (\w+);$/gm)].map((match) => match[1]!);
  return class extends superclass {
    constructor() {
      super();
      for (const field of fields) this[field] = null;
    }
  };
}

export const Metadata_Metadata = dataClass('Metadata.Metadata');
export const Metadata_CustomMetadataValue = dataClass('Metadata.CustomMetadataValue');
export const Metadata_DeployResult = dataClass('Metadata.DeployResult');
export const Metadata_DeployDetails = dataClass('Metadata.DeployDetails');
export const Metadata_DeployMessage = dataClass('Metadata.DeployMessage');

export class Metadata_CustomMetadata extends dataClass('Metadata.CustomMetadata', Metadata_Metadata) {
  constructor() {
    super();
    this['values'] = new ApexList(libraryType('Metadata.CustomMetadataValue'));
  }
}

export class Metadata_DeployCallbackContext extends ApexObject {
  getCallbackJobId(): string | null {
    return null;
  }
}

export class Metadata_DeployContainer extends ApexObject {
  private readonly components = new ApexList(libraryType('Metadata.Metadata'));

  addMetadata(component: unknown): void {
    this.components.add(argument(component, 1));
  }

  getMetadata(): ApexList {
    return this.components;
  }

  removeMetadata(component: unknown): boolean {
    const at = this.components.items.indexOf(component);
    if (at >= 0) this.components.remove(at);
    return at >= 0;
  }
}

export class EventBus_ChangeEventHeader extends dataClass('EventBus.ChangeEventHeader') {}
for (const [, name] of signatureText('EventBus.ChangeEventHeader').matchAll(/ get(\w+)\(\)/g)) {
  const prototype = EventBus_ChangeEventHeader.prototype;
  prototype[`get${name}`] = function (this: Record<string, unknown>): unknown {
    return this[name!];
  };
  prototype[`set${name}`] = function (this: Record<string, unknown>, value: unknown): void {
    this[name!] = value;
  };
}

export class VisualEditor_DataRow {
  private readonly label: string | null;
  private readonly value: unknown;
  private readonly isChosen: boolean;

  constructor(label: string | null, value: unknown, isChosen: boolean | null = false) {
    this.label = label;
    this.value = value;
    this.isChosen = isChosen === true;
  }

  clone(): VisualEditor_DataRow {
    return new VisualEditor_DataRow(this.label, this.value, this.isChosen);
  }

  compareTo(other: VisualEditor_DataRow): number {
    return (this.label ?? '') < (other.label ?? '') ? -1 : this.label === other.label ? 0 : 1;
  }

  getLabel(): string | null {
    return this.label;
  }

  getValue(): unknown {
    return this.value;
  }

  isSelected(): boolean {
    return this.isChosen;
  }
}

export class VisualEditor_DynamicPickListRows {
  private readonly rows: ApexList;
  private isComplete: boolean;

  constructor(rows: ApexList | null = null, isComplete: boolean | null = false) {
    this.rows = new ApexList(libraryType('VisualEditor.DataRow'), [...(rows?.items ?? [])]);
    this.isComplete = isComplete === true;
  }

  addRow(row: VisualEditor_DataRow | null): void {
    this.rows.add(row);
  }

  addAllRows(rows: ApexList | null): void {
    this.rows.addAll(rows);
  }

  containsAllRows(): boolean {
    return this.isComplete;
  }

  setContainsAllRows(isComplete: boolean | null): void {
    this.isComplete = argument(isComplete, 1);
  }

  get(index: number | null): unknown {
    return this.rows.get(index);
  }

  getDataRows(): ApexList {
    return this.rows;
  }

  size(): number {
    return this.rows.size();
  }

  sort(): void {
    this.rows.sort();
  }
}

/** The root of a program's lists of choices. */
export class VisualEditor_DynamicPickList extends ApexObject {
  getLabel(value: unknown): string | null {
    return value === null ? null : String(value);
  }

  isValid(_value: unknown): boolean {
    return true;
  }
}
