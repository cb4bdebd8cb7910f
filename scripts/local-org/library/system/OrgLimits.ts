/** System.OrgLimits: the allocations of a Developer Edition. The local org counts none of them, so none is ever used. */
import { ApexList } from '../core/apex-list.ts';
import { ApexMap } from '../core/apex-map.ts';
import { STRING_TYPE } from '../core/runtime-type.ts';
import { libraryType } from '../types.ts';

const ALLOCATIONS: Record<string, number> = {
  DailyApiRequests: 15_000,
  DailyAsyncApexExecutions: 250_000,
  DailyAsyncApexTests: 500,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryJobs: 10_000,
  DailyDurableStreamingApiEvents: 10_000,
  DailyStreamingApiEvents: 10_000,
  DataStorageMB: 5,
  FileStorageMB: 20,
  HourlyPublishedPlatformEvents: 50_000,
  HourlyPublishedStandardVolumePlatformEvents: 1000,
  HourlyTimeBasedWorkflow: 50,
  MassEmail: 10,
  PermissionSets: 1500,
  SingleEmail: 15,
  StreamingApiConcurrentClients: 20,
};

export class System_OrgLimit {
  private readonly name: string;
  private readonly limit: number;

  constructor(name: string, limit: number) {
    this.name = name;
    this.limit = limit;
  }

  getLimit(): number {
    return this.limit;
  }

  getName(): string {
    return this.name;
  }

  getValue(): number {
    return 0;
  }

  toString(): string {
    return `OrgLimit[${this.name}: 0 of ${this.limit}]`;
  }
}

const all = (): System_OrgLimit[] =>
  Object.entries(ALLOCATIONS).map(([name, limit]) => new System_OrgLimit(name, limit));

export const System_OrgLimits = {
  getAll: (): ApexList => new ApexList(libraryType('System.OrgLimit'), all()),
  getMap(): ApexMap {
    const map = new ApexMap(STRING_TYPE, libraryType('System.OrgLimit'));
    for (const limit of all()) map.put(limit.getName(), limit);
    return map;
  },
};
