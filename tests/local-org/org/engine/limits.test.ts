import { LimitCounters } from '../../../../scripts/local-org/org/engine/limits.ts';

const raise = (message: string): never => {
  throw new Error(message);
};

describe('governor limits', () => {
  it.each([
    ['Queries', 100, 'Too many SOQL queries: 101'],
    ['DmlStatements', 150, 'Too many DML statements: 151'],
    ['DmlRows', 10_000, 'Too many DML rows: 10001'],
    ['QueryRows', 50_000, 'Too many query rows: 50001'],
    ['Callouts', 100, 'Too many callouts: 101'],
    ['QueueableJobs', 50, 'Too many queueable jobs added to the queue: 51'],
  ] as const)('%s: %i and no more', (name, maximum, message) => {
    const limits = new LimitCounters('sync', raise);
    limits.add(name, maximum);
    expect(() => limits.add(name)).toThrow(message);
  });

  it('gives asynchronous work twice the queries and one job', () => {
    const limits = new LimitCounters('async', raise);
    expect(limits.maximum('Queries')).toBe(200);
    expect(limits.maximum('QueueableJobs')).toBe(1);
  });

  it('goes back to where it was before a save was tried', () => {
    const limits = new LimitCounters('sync', raise);
    limits.add('Queries', 3);
    const before = limits.snapshot();
    limits.add('Queries', 5);
    limits.restore(before);
    expect(limits.get('Queries')).toBe(3);
  });
});
