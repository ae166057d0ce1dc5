// The profile that this process scores by, with its digest: two profiles of one version that differ are two.
import { digestOf } from '../kernel/digest.js';
import type { Profile } from './score/profile.js';

export class ProfileShelf {
  readonly digest: string;

  constructor(readonly profile: Profile) {
    this.digest = digestOf(profile);
  }
}
