/** The code of every refusal: no real org answers it, so nobody mistakes a gap of ours for the platform's word. */
export const UNSUPPORTED_CODE = 'LOCAL_ORG_UNSUPPORTED';

/** Something a real org can do and this one cannot (yet). Never caught by Apex code. */
export class UnsupportedError extends Error {
  readonly code = UNSUPPORTED_CODE;
  readonly feature: string;

  constructor(feature: string) {
    super(`The local org does not support ${feature}. See docs/local-org/SUPPORT.md.`);
    this.name = 'UnsupportedError';
    this.feature = feature;
  }
}

/** Refuses loudly: a silent empty success would be a lie about the platform. */
export function unsupported(feature: string): never {
  throw new UnsupportedError(feature);
}
