/** System.Test: what only tests can do. */
import type { ApexDatetime } from '../core/apex-datetime.ts';
import { ApexList } from '../core/apex-list.ts';
import { ApexObject } from '../core/apex-object.ts';
import { TypeException } from '../core/exceptions.ts';
import { registerLibraryTypes } from '../core/library-types.ts';
import { ID_TYPE } from '../core/runtime-type.ts';
import type { RuntimeType } from '../core/runtime-type.ts';

import { unsupported } from '../../unsupported.ts';
import { argument } from '../arguments.ts';
import { host } from '../host.ts';
import { STANDARD_PRICEBOOK_ID } from '../standard-ids.ts';
import { setMock } from '../http/mocks.ts';
import type { Schema_SObjectType } from '../schema/SObjectType.ts';
import { createStub } from '../stub.ts';
import { loadTestData } from '../test-data.ts';
import { EventBus_TestBroker } from './events.ts';
import { System_ApexPages, setCurrentPage } from './pages.ts';

interface InstallHandler {
  onInstall(context: unknown): void;
}

/** What an install script is told. */
class TestInstallContext extends ApexObject {
  private readonly user: string;
  private readonly organization: string;
  private readonly version: unknown;
  private readonly wasPushed: boolean;

  constructor(user: string, organization: string, version: unknown, wasPushed: boolean) {
    super();
    this.user = user;
    this.organization = organization;
    this.version = version;
    this.wasPushed = wasPushed;
  }

  installerId(): string {
    return this.user;
  }

  isPush(): boolean {
    return this.wasPushed;
  }

  isUpgrade(): boolean {
    return this.version !== null;
  }

  organizationId(): string {
    return this.organization;
  }

  previousVersion(): unknown {
    return this.version;
  }
}
registerLibraryTypes({ 'System.TestInstallContext': TestInstallContext });

export const System_Test = {
  calculatePermissionSetGroup: (_ids: unknown): void => undefined,
  clearApexPageMessages: (): void => System_ApexPages.$clear(),
  createStub,
  enableChangeDataCapture: (): never => unsupported('Test.enableChangeDataCapture'),
  enqueueBatchJobs: (count: number | null): ApexList => {
    host().enqueueBatchJobs(argument(count, 1));
    return new ApexList(ID_TYPE);
  },
  getEventBus: (): EventBus_TestBroker => new EventBus_TestBroker(),
  getFlexQueueOrder: (): never => unsupported('Test.getFlexQueueOrder'),
  getStandardPricebookId: (): string => STANDARD_PRICEBOOK_ID,
  invokeContinuationMethod: (): never => unsupported('Test.invokeContinuationMethod'),
  isRunningTest: (): boolean => host().isRunningTest,
  loadData(type: Schema_SObjectType | null, resource: string | null): ApexList {
    return loadTestData(argument(type, 1).$object, argument(resource, 2));
  },
  setContinuationResponse: (): never => unsupported('Test.setContinuationResponse'),
  setCreatedDate: (id: string | null, at: ApexDatetime | null): void =>
    host().setCreatedDate(argument(id, 1), argument(at, 2)),
  setCurrentPage,
  setCurrentPageReference: setCurrentPage,
  setFixedSearchResults: (ids: ApexList | null): void =>
    host().setFixedSearchResults(argument(ids, 1).items as string[]),
  setMock(type: RuntimeType | null, instance: unknown): void {
    const { name } = argument(type, 1);
    if (!/^(?:HttpCalloutMock|WebServiceMock)$/i.test(name)) throw new TypeException(`Invalid mock type: ${name}`);
    setMock(name, argument(instance, 2));
  },
  setReadOnlyApplicationMode: (): never => unsupported('Test.setReadOnlyApplicationMode'),
  startTest: (): void => host().startTest(),
  stopTest: (): void => host().stopTest(),
  testInstall(handler: InstallHandler | null, version: unknown, isPush: boolean | null = false): void {
    const { organization } = host();
    argument(handler, 1).onInstall(new TestInstallContext(host().user().id, organization.id, version, isPush === true));
  },
  testUninstall(handler: { onUninstall(context: unknown): void } | null): void {
    argument(handler, 1).onUninstall({
      organizationId: () => host().organization.id,
      uninstallerId: () => host().user().id,
    });
  },
  testSandboxPostCopyScript(
    script: { runApexClass(context: unknown): void } | null,
    organizationId: string,
    sandboxId: string,
    name: string,
  ): void {
    argument(script, 1).runApexClass({
      organizationId: () => organizationId,
      sandboxId: () => sandboxId,
      sandboxName: () => name,
    });
  },
};
