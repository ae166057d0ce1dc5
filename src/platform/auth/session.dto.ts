import { Matches } from 'class-validator';

export class BeginSessionDto {
  /** An API token. @example 'owd_01kc0000000000000000000000_…' */
  @Matches(/^owd_[0-9a-z_]{20,200}$/, { message: 'must be a token of the form owd_…' })
  token: string;
}
