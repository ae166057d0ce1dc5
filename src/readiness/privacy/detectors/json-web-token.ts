// Signed tokens (RFC 7519): base64url of a JSON object, which begins with eyJ, a dot, and another. Whoever holds one is
// let in until it expires.
import { byPattern } from './detector.js';

export const jsonWebToken = byPattern({
  kind: 'jwt',
  group: 'secret',
  words: ['eyj'],
  pattern: /(?<![A-Za-z0-9_.-])eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}(?:\.[A-Za-z0-9_-]{8,4000})?/g,
  confidence: 0.95,
});
