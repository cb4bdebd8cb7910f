/** Anonymous Apex: compiled against the program, run as the session's user, told with its log. */
import { emitUnit } from '../../apex/index.ts';
import { ApexException } from '../../library/core/apex-exception.ts';
import type { OrgEngine } from '../engine/org-engine.ts';
import type { AnonymousResult, Session } from '../local-org.ts';
import { userOf } from './request-world.ts';

const NOTHING = { line: -1, column: -1, compileProblem: null, exceptionMessage: null, exceptionStackTrace: null };
const API_VERSION = 67;

export function executeAnonymous(engine: OrgEngine, session: Session, code: string): AnonymousResult {
  const user = userOf(engine, session);
  const checked = engine.image.checkAnonymous(code, API_VERSION);
  const [problem] = checked.errors;
  if (problem !== undefined) {
    return {
      ...NOTHING,
      compiled: false,
      success: false,
      line: problem.line,
      column: problem.column,
      compileProblem: problem.message,
      debugLog: '',
    };
  }
  const unit = emitUnit(checked.units.at(-1)!);
  let logLines: readonly string[] = [];
  const log = (): string => debugLog(code, logLines);
  try {
    engine.runTransaction({ kind: 'anonymous', user, sessionToken: session.token ?? null }, (transaction) => {
      logLines = transaction.logLines;
      engine.image.program.runAnonymous(unit);
    });
    return { ...NOTHING, compiled: true, success: true, debugLog: log() };
  } catch (error) {
    const apex = engine.image.program.asApexError(error);
    const isApex = apex instanceof ApexException;
    const message = isApex
      ? `${apex.getTypeName()}: ${apex.getMessage()}`
      : `${(error as Error).name}: ${(error as Error).message}`;
    const stack = isApex ? apex.getStackTraceString() : engine.image.program.stackTraceOf(error);
    const line = isApex ? apex.getLineNumber() : -1;
    return {
      ...NOTHING,
      compiled: true,
      success: false,
      line,
      column: 1,
      exceptionMessage: message,
      exceptionStackTrace: stack,
      debugLog: log(),
    };
  }
}

function debugLog(code: string, lines: readonly string[]): string {
  const echo = code.split('\n').map((line) => `Execute Anonymous: ${line}`);
  return ['67.0 APEX_CODE,DEBUG;APEX_PROFILING,INFO', ...echo, ...lines, ''].join('\n');
}
