/** A component of metadata on its way into the org. */
import type { Definition } from './definition.ts';
import type { XmlElement } from './xml.ts';

export interface Component {
  readonly type: string;
  /** `Lead.Phone2__c`, `Sync_System.Default_Lead_Platform`, `BridgeLeadTrigger`. */
  readonly fullName: string;
  /** Where it stands in the package: `objects/Lead.object`, `classes/A.cls`. */
  readonly path: string;
  readonly apiVersion: number | null;
  /** Its XML (or its -meta.xml) as data; empty for bundles. */
  readonly definition: Definition;
  /** The same with positions, while the package is being deployed. */
  readonly element?: XmlElement;
  /** Text of the file that `element` came from. */
  readonly xmlText?: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface ComponentProblem {
  readonly type: string;
  readonly fullName: string;
  readonly path: string;
  readonly message: string;
  readonly severity: 'Error' | 'Warning';
  readonly line?: number;
  readonly column?: number;
}

export interface Deletion {
  readonly type: string;
  readonly fullName: string;
  readonly when: 'pre' | 'post';
  readonly path: string;
}

export interface ComponentSet {
  readonly components: readonly Component[];
  readonly problems: readonly ComponentProblem[];
  readonly deletions: readonly Deletion[];
  /** Members of package.xml by type, `*` included; empty for source folders. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly apiVersion: number;
}

export function componentKey(type: string, fullName: string): string {
  return `${type}#${fullName.toLowerCase()}`;
}
