// Everything that is looked for, most certain first: where two finds overlap with equal confidence the earlier one stands.
import { card } from './card.js';
import { dateOfBirth } from './date-of-birth.js';
import type { Detector } from './detector.js';
import { documentIds } from './document-ids.js';
import { email } from './email.js';
import { genericSecret } from './generic-secret.js';
import { iban } from './iban.js';
import { ipAddresses } from './ip-address.js';
import { jsonWebToken } from './json-web-token.js';
import { europeanIds } from './national-ids-europe.js';
import { worldIds } from './national-ids-world.js';
import { persons } from './person.js';
import { phones } from './phone.js';
import { privateKey } from './private-key.js';
import { providerKeys } from './provider-keys.js';
import { specialCategories } from './special-categories.js';
import { streetAddresses } from './street-address.js';
import { connectionString, urlCredentials } from './url-credentials.js';
import { usSsn } from './us-ssn.js';

export const allDetectors: readonly Detector[] = [
  privateKey,
  ...providerKeys,
  jsonWebToken,
  connectionString,
  urlCredentials,
  genericSecret,
  iban,
  card,
  usSsn,
  ...europeanIds,
  ...worldIds,
  ...documentIds,
  email,
  ...ipAddresses,
  ...phones,
  dateOfBirth,
  ...streetAddresses,
  ...persons,
  ...specialCategories,
];
