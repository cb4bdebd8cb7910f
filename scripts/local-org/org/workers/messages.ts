/** What the main thread and the workers say to each other. */
import type { MessagePort } from 'node:worker_threads';
import type { DmlRowResult } from '../../library/host.ts';
import type {
  AnonymousResult,
  ApexRestRequest,
  ApexRestResponse,
  DeployOptions,
  DeployOutcome,
  DmlCall,
  JsonRecord,
  QueryAnswer,
  Session,
  TestRun,
  TestSelection,
} from '../local-org.ts';

export interface WorkerData {
  readonly path: string;
  /** Names this thread to the writer's lock. */
  readonly threadNumber: number;
  readonly clock: SharedArrayBuffer;
  readonly lock: SharedArrayBuffer;
  readonly calloutPort: MessagePort;
  readonly calloutSignal: SharedArrayBuffer;
}

export type Task =
  | {
      readonly kind: 'query';
      readonly session: Session;
      readonly soql: string;
      readonly options: { readonly allRows?: boolean; readonly tooling?: boolean };
    }
  | { readonly kind: 'search'; readonly session: Session; readonly sosl: string }
  | {
      readonly kind: 'retrieve';
      readonly session: Session;
      readonly object: string;
      readonly id: string;
      readonly fields?: readonly string[];
    }
  | { readonly kind: 'dml'; readonly session: Session; readonly call: DmlCall }
  | { readonly kind: 'apex-rest'; readonly session: Session; readonly request: ApexRestRequest }
  | { readonly kind: 'anonymous'; readonly session: Session; readonly code: string }
  | { readonly kind: 'tests'; readonly session: Session; readonly selection: TestSelection }
  | {
      readonly kind: 'deploy';
      readonly session: Session;
      readonly files: ReadonlyMap<string, Uint8Array>;
      readonly options: DeployOptions;
    }
  | { readonly kind: 'job'; readonly sequence: number }
  | { readonly kind: 'schedule'; readonly cronTriggerId: string }
  | { readonly kind: 'events'; readonly trigger: string }
  | { readonly kind: 'warm' };

/** What each kind of task resolves to. */
export interface TaskResults {
  readonly query: QueryAnswer;
  readonly search: readonly JsonRecord[];
  readonly retrieve: JsonRecord;
  readonly dml: readonly DmlRowResult[];
  readonly 'apex-rest': ApexRestResponse;
  readonly anonymous: AnonymousResult;
  readonly tests: TestRun;
  readonly deploy: DeployOutcome;
  readonly job: boolean;
  readonly schedule: boolean;
  readonly events: boolean;
  readonly warm: boolean;
}

export interface ToWorker {
  readonly id: number;
  readonly task: Task;
  readonly baseUrls: { readonly instanceUrl: string; readonly siteUrl: string };
}

export interface ErrorText {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  /** Of an ApiError. */
  readonly status?: number;
  readonly errorCode?: string;
  readonly fields?: readonly string[];
  /** Of an UnsupportedError. */
  readonly feature?: string;
}

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: ErrorText }
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: 'work-added' };
