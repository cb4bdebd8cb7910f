/** Site, Network, DomainCreator: what the org says of its addresses. */
import { unsupported } from '../../unsupported.ts';
import { host } from '../host.ts';

const hostname = (suffix: string): string => {
  const name = new URL(host().orgBaseUrl()).hostname;
  return name.endsWith('.my.salesforce.com') ? name.replace(/\.my\.salesforce\.com$/, suffix) : name;
};

export const System_DomainCreator = {
  getContentHostname: () => hostname('.file.force.com'),
  getExperienceCloudSitesHostname: () => hostname('.my.site.com'),
  getLightningHostname: () => hostname('.lightning.force.com'),
  getOrgMyDomainHostname: () => hostname('.my.salesforce.com'),
  getSalesforceSitesHostname: () => hostname('.my.salesforce-sites.com'),
  getSetupHostname: () => hostname('.my.salesforce-setup.com'),
  getVisualforceHostname: (packageName: string | null) => hostname(`--${packageName ?? 'c'}.vf.force.com`),
};

/** null outside of a Site. */
const baseUrl = (): string | null => host().siteBaseUrl();
const pathPrefix = (): string | null => {
  const url = baseUrl();
  if (url === null) return null;
  const path = new URL(url).pathname.replace(/\/$/, '');
  return path === '' ? null : path;
};
const notKnown = (member: string) => (): never => unsupported(`Site.${member}`);

export const System_Site = {
  changePassword: notKnown('changePassword'),
  createExternalUser: notKnown('createExternalUser'),
  createPortalUser: notKnown('createPortalUser'),
  forgotPassword: notKnown('forgotPassword'),
  getAdminEmail: notKnown('getAdminEmail'),
  getAdminId: notKnown('getAdminId'),
  getBaseCustomUrl: () => '',
  getBaseInsecureUrl: () => '',
  getBaseRequestUrl: baseUrl,
  getBaseSecureUrl: baseUrl,
  getBaseUrl: () => baseUrl() ?? '',
  getCurrentSiteUrl: () => (baseUrl() === null ? null : `${baseUrl()}/`),
  getCustomWebAddress: () => null,
  getDomain: () => (baseUrl() === null ? null : new URL(baseUrl()!).hostname),
  getErrorDescription: () => '',
  getErrorMessage: () => '',
  getMasterLabel: notKnown('getMasterLabel'),
  getName: () => (baseUrl() === null ? null : notKnown('getName')()),
  getOriginalUrl: () => null,
  getPathPrefix: pathPrefix,
  getPrefix: pathPrefix,
  getSiteId: () => (baseUrl() === null ? null : notKnown('getSiteId')()),
  getSiteType: () => (baseUrl() === null ? null : 'Visualforce'),
  getSiteTypeLabel: () => (baseUrl() === null ? null : 'Visualforce'),
  isLoginEnabled: () => false,
  isRegistrationEnabled: () => false,
  isValidUsername: (username: string | null) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(username ?? ''),
  login: notKnown('login'),
  validatePassword: notKnown('validatePassword'),
};

export class System_Network {
  static communitiesLanding = (): never => unsupported('Network.communitiesLanding');
  static forwardToAuthPage = (): never => unsupported('Network.forwardToAuthPage');
  static getLoginUrl = (): null => null;
  static getLogoutUrl = (): null => null;
  static getNetworkId = (): null => null;
  static getSelfRegUrl = (): null => null;
}
