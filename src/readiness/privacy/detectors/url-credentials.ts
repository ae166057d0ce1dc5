// Addresses that carry a user and a password: of databases, queues and anything else behind `scheme://user:password@`.
import { byPattern, type PatternMatch, sign } from './detector.js';

const placeholder = /^(?:\*{2,}|x{3,}|<|\[|\$\{|\{\{|password|passwd|pass|pwd|secret|your)/i;
const databases =
  /^(?:postgres|postgresql|mysql|mariadb|mongodb|redis|rediss|amqp|amqps|mssql|sqlserver|oracle|clickhouse|cockroachdb|jdbc)/i;

function isSecret(isDatabase: boolean): (match: PatternMatch) => number {
  return ({ value }) => {
    const scheme = value.slice(0, value.indexOf(':'));
    const password = value.slice(value.lastIndexOf(':') + 1, -1);
    return databases.test(scheme) !== isDatabase || placeholder.test(password) ? 0 : 0.95;
  };
}

const source = '(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\\s:@/]{0,64}:[^\\s@/:]{1,128}@';
const shared = { group: 'secret', signs: sign.at, words: ['://'] } as const;

export const connectionString = byPattern({
  ...shared,
  kind: 'connection-string',
  pattern: new RegExp(source, 'g'),
  confidence: isSecret(true),
});

export const urlCredentials = byPattern({
  ...shared,
  kind: 'url-credentials',
  pattern: new RegExp(source, 'g'),
  confidence: isSecret(false),
});
