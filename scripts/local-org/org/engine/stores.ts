/** The engine's own tables, opened together. */
import type { Connection } from '../../database/connection.ts';
import { SecretStore } from '../../database/stores/credential-store.ts';
import { EventStore } from '../../database/stores/event-store.ts';
import { JobStore } from '../../database/stores/job-store.ts';
import { RecycleStore } from '../../database/stores/recycle-store.ts';
import { ScheduleStore } from '../../database/stores/schedule-store.ts';
import { SettingsStore } from '../../database/stores/settings-store.ts';

export interface Stores {
  readonly jobs: JobStore;
  readonly schedules: ScheduleStore;
  readonly events: EventStore;
  readonly secrets: SecretStore;
  readonly settings: SettingsStore;
  readonly recycleBin: RecycleStore;
}

/** `create` only where nobody else writes yet: a new file, or a test's memory. */
export function openStores(connection: Connection, create: boolean): Stores {
  if (create)
    for (const store of [JobStore, ScheduleStore, EventStore, SecretStore, SettingsStore, RecycleStore])
      store.create(connection);
  return {
    jobs: new JobStore(connection),
    schedules: new ScheduleStore(connection),
    events: new EventStore(connection),
    secrets: new SecretStore(connection),
    settings: new SettingsStore(connection),
    recycleBin: new RecycleStore(connection),
  };
}
