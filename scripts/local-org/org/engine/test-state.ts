/** What a running test method keeps: the limits outside startTest/stopTest, and whether it may start again. */
import type { LimitCounters } from './limits.ts';
import type { RunningUser } from './transaction.ts';

export class TestState {
  isRunning = false;
  hasStarted = false;
  hasStopped = false;
  /** Counters of the part outside startTest and stopTest, while inside. */
  outerLimits: LimitCounters | undefined;
  runAsDepth = 0;
  user: RunningUser | undefined;
  /** Test.getEventBus().fail(): the next delivery fails. */
  failsEvents = false;
  runsJobs = false;

  begin(): void {
    this.isRunning = true;
    this.hasStarted = false;
    this.hasStopped = false;
    this.outerLimits = undefined;
    this.runAsDepth = 0;
    this.failsEvents = false;
    this.runsJobs = false;
  }

  end(): void {
    this.isRunning = false;
  }
}
