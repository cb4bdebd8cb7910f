/** Classes of the System namespace with a handful of members each. */
import type { ApexList } from '../core/apex-list.ts';
import { ApexDouble, toDecimal } from '../core/decimal.ts';
import { IllegalArgumentException, SearchException } from '../core/exceptions.ts';
import { unsupported } from '../../unsupported.ts';
import { argument } from '../arguments.ts';
import { host } from '../host.ts';
import type { CallSite } from '../host.ts';
import type { System_AccessLevel } from './AccessLevel.ts';

const noPackage = (member: string) => (): never =>
  unsupported(`FeatureManagement.${member}: the local org has no packages`);

export const System_FeatureManagement = {
  checkPermission: (name: string | null): boolean => host().hasCustomPermission(argument(name, 1)),
  checkPackageBooleanValue: noPackage('checkPackageBooleanValue'),
  checkPackageDateValue: noPackage('checkPackageDateValue'),
  checkPackageIntegerValue: noPackage('checkPackageIntegerValue'),
  setPackageBooleanValue: noPackage('setPackageBooleanValue'),
  setPackageDateValue: noPackage('setPackageDateValue'),
  setPackageIntegerValue: noPackage('setPackageIntegerValue'),
  changeProtection: noPackage('changeProtection'),
};

export const System_Search = {
  query(site: CallSite, search: string | null, level?: System_AccessLevel | null): ApexList {
    const noBinds = (): never => {
      throw new SearchException('Dynamic SOSL has no binds');
    };
    return host().search(argument(search, 1), noBinds, site, level?.$mode);
  },
};

const EARTH_RADIUS: Record<string, number> = { mi: 3958.7613, km: 6371.0088 };

export class System_Location {
  readonly latitude: ApexDouble;
  readonly longitude: ApexDouble;

  constructor(latitude: number, longitude: number) {
    this.latitude = new ApexDouble(latitude);
    this.longitude = new ApexDouble(longitude);
  }

  static newInstance(latitude: unknown, longitude: unknown): System_Location {
    return new System_Location(toDecimal(latitude).toNumber(), toDecimal(longitude).toNumber());
  }

  /** Also answers as the static method getDistance(first, second, unit). */
  static getDistance(first: System_Location | null, second: System_Location | null, unit: string | null): ApexDouble {
    return argument(first, 1).getDistance(second, unit);
  }

  getLatitude(): ApexDouble {
    return this.latitude;
  }

  getLongitude(): ApexDouble {
    return this.longitude;
  }

  getDistance(other: System_Location | null, unit: string | null): ApexDouble {
    const to = argument(other, 1);
    const radius = EARTH_RADIUS[argument(unit, 2).toLowerCase()];
    if (radius === undefined) throw new IllegalArgumentException(`Invalid unit: ${unit}`);
    const radians = (degrees: ApexDouble): number => (degrees.value * Math.PI) / 180;
    const [a, b] = [radians(this.latitude), radians(to.latitude)];
    const turn = radians(to.longitude) - radians(this.longitude);
    const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(turn / 2) ** 2;
    return new ApexDouble(2 * radius * Math.asin(Math.sqrt(half)));
  }

  toString(): string {
    return `Location[${this.latitude.toString()}, ${this.longitude.toString()}]`;
  }
}

/** A compound address: made by the org from the parts of a record. */
export class System_Address {
  private readonly parts: Readonly<Record<string, unknown>>;

  /** `parts` by the names of the getters: Street, City, State, PostalCode, Country … */
  constructor(parts: Readonly<Record<string, unknown>>) {
    this.parts = parts;
  }

  private part(name: string): unknown {
    return this.parts[name] ?? null;
  }

  /** All parts by name, in alphabetical order, as REST answers list them. Not seen by Apex. */
  partList(): ReadonlyArray<readonly [string, unknown]> {
    return Object.keys(this.parts)
      .sort()
      .map((name) => [name, this.part(name)]);
  }

  getStreet(): unknown {
    return this.part('Street');
  }

  getCity(): unknown {
    return this.part('City');
  }

  getState(): unknown {
    return this.part('State');
  }

  getStateCode(): unknown {
    return this.part('StateCode');
  }

  getPostalCode(): unknown {
    return this.part('PostalCode');
  }

  getCountry(): unknown {
    return this.part('Country');
  }

  getCountryCode(): unknown {
    return this.part('CountryCode');
  }

  getGeocodeAccuracy(): unknown {
    return this.part('GeocodeAccuracy');
  }

  getLatitude(): unknown {
    return this.part('Latitude');
  }

  getLongitude(): unknown {
    return this.part('Longitude');
  }

  getDistance(other: System_Location | null, unit: string | null): ApexDouble | null {
    const [latitude, longitude] = [this.part('Latitude'), this.part('Longitude')];
    if (latitude === null || longitude === null) return null;
    return System_Location.newInstance(latitude, longitude).getDistance(other, unit);
  }
}
