/** The context objects that the platform hands to jobs: plain objects with the methods of their Apex interfaces. */
import { ApexObject } from '../../library/core/apex-object.ts';
import type { ApexException } from '../../library/core/apex-exception.ts';
import { declareType, type RuntimeType } from '../../library/core/runtime-type.ts';
import { enumConstant } from '../../library/enums.ts';

function contextClass(name: string, namespace = 'System'): RuntimeType {
  return declareType({ name, namespace, kind: 'class' });
}

abstract class JobContext extends ApexObject {
  readonly jobId: string;

  constructor(jobId: string, type: RuntimeType) {
    super();
    this.jobId = jobId;
    Object.defineProperty(this, '$type', { value: type });
  }
}

const QUEUEABLE = contextClass('QueueableContext');
export class QueueableJobContext extends JobContext {
  constructor(jobId: string) {
    super(jobId, QUEUEABLE);
  }
  getJobId(): string {
    return this.jobId;
  }
}

const SCHEDULABLE = contextClass('SchedulableContext');
export class SchedulableJobContext extends JobContext {
  constructor(triggerId: string) {
    super(triggerId, SCHEDULABLE);
  }
  getTriggerId(): string {
    return this.jobId;
  }
}

const BATCHABLE = contextClass('BatchableContext', 'Database');
export class BatchableJobContext extends JobContext {
  private readonly childJobId: string;
  constructor(jobId: string, childJobId: string) {
    super(jobId, BATCHABLE);
    this.childJobId = childJobId;
  }
  getJobId(): string {
    return this.jobId;
  }
  getChildJobId(): string {
    return this.childJobId;
  }
}

const FINALIZER = contextClass('FinalizerContext');
export class FinalizerJobContext extends JobContext {
  private readonly requestId: string;
  private readonly error: ApexException | null;
  constructor(jobId: string, requestId: string, error: ApexException | null) {
    super(jobId, FINALIZER);
    this.requestId = requestId;
    this.error = error;
  }
  getAsyncApexJobId(): string {
    return this.jobId;
  }
  getRequestId(): string {
    return this.requestId;
  }
  getException(): ApexException | null {
    return this.error;
  }
  getResult(): unknown {
    return enumConstant('System.ParentJobResult', this.error === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION');
  }
}
