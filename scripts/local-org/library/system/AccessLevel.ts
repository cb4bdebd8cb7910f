/** System.AccessLevel. */
import { unsupported } from '../../unsupported.ts';
import type { AccessMode } from '../host.ts';

export class System_AccessLevel {
  readonly $mode: AccessMode;

  private constructor(mode: AccessMode) {
    this.$mode = mode;
  }

  static readonly SYSTEM_MODE = new System_AccessLevel('system');
  static readonly USER_MODE = new System_AccessLevel('user');

  /** User mode with a permission set's rights on top. */
  withPermissionSetId(_permissionSetId: string | null): System_AccessLevel {
    return unsupported('System.AccessLevel.withPermissionSetId');
  }

  equals(other: unknown): boolean {
    return other instanceof System_AccessLevel && other.$mode === this.$mode;
  }

  hashCode(): number {
    return this.$mode === 'user' ? 1 : 2;
  }

  toString(): string {
    return `AccessLevel.${this.$mode.toUpperCase()}_MODE`;
  }
}
