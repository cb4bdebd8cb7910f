import { platformResourceOf } from '../../../../scripts/local-org/api/rest/platform-resources.ts';

describe('resources that only a real org has', () => {
  it.each([
    '/services/data/v67.0/jobs/ingest',
    '/services/data/v67.0/jobs/query/750000000000001',
    '/services/async/67.0/job',
    '/services/data/v67.0/composite/graph',
    '/services/data/v67.0/sobjects/Lead/updated',
    '/services/data/v67.0/ui-api/object-info/Lead',
    '/services/data/v67.0/analytics/reports',
  ])('%s is refused by name', (path) => expect(platformResourceOf(path)).toEqual(expect.any(String)));

  it.each(['/services/data/v67.0/nonsense', '/services/data/v67.0/jobs', '/nowhere'])(
    '%s is unknown everywhere',
    (path) => expect(platformResourceOf(path)).toBeUndefined(),
  );
});
