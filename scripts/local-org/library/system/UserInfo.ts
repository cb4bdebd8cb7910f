/** System.UserInfo: the running user. */
import { host } from '../host.ts';
import { System_TimeZone } from './dates.ts';

export const System_UserInfo = {
  getDefaultCurrency: () => 'USD',
  getFirstName: () => host().user().firstName,
  getLanguage: () => host().user().language,
  getLastName: () => host().user().lastName,
  getLocale: () => host().user().locale,
  getName: () => [host().user().firstName, host().user().lastName].filter((part) => part !== null).join(' '),
  getOrganizationId: () => host().organization.id,
  getOrganizationName: () => host().organization.name,
  getProfileId: () => host().user().profileId || null,
  getSessionId: () => host().sessionId(),
  getTimeZone: () => new System_TimeZone(host().user().timeZone),
  getUiTheme: () => 'Theme4d',
  getUiThemeDisplayed: () => 'Theme4d',
  getUserEmail: () => host().user().email,
  getUserId: () => host().user().id,
  getUserName: () => host().user().username,
  getUserRoleId: () => host().user().roleId,
  getUserType: () => host().user().userType,
  /** The org has no managed packages. */
  hasPackageLicense: () => false,
  isCurrentUserLicensed: () => false,
  isCurrentUserLicensedForPackage: () => false,
  isMultiCurrencyOrganization: () => false,
};
