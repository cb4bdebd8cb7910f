/** The ConnectApi namespace: who the org is. Chatter is not there, and says in a test what it says on the platform. */
import { ApexObject } from '../core/apex-object.ts';
import { host } from '../host.ts';
import { libraryException } from '../more-exceptions.ts';
import { unsupported } from '../../unsupported.ts';

export class ConnectApi_OrganizationSettings extends ApexObject {
  name: string | null = null;
  orgId: string | null = null;
}

export const ConnectApi_Organization = {
  getSettings(): ConnectApi_OrganizationSettings {
    const settings = new ConnectApi_OrganizationSettings();
    settings.name = host().organization.name;
    settings.orgId = host().organization.id;
    return settings;
  },
};

export class ConnectApi_FollowingPage extends ApexObject {
  total: number | null = null;
}

export const ConnectApi_ChatterUsers = {
  getFollowings(): never {
    if (!host().isRunningTest) return unsupported('ConnectApi.ChatterUsers');
    throw new (libraryException('System.UnsupportedOperationException'))(
      'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
    );
  },
};
