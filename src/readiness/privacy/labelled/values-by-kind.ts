// One value of each kind by number. Some are hard on purpose: a card with a wrong check digit, a name that stands on no
// list, a telephone number without a word beside it.
import {
  accountNumber,
  digitBody,
  grouped,
  hexBody,
  keyBlock,
  keyBody,
  sequence,
  signedToken,
  withLuhn,
} from './made-values.js';

const pick = (values: readonly string[], seed: number) => values[seed % values.length] ?? '';

const firstNames = [
  'Emma',
  'Lukas',
  'Chiara',
  'Ahmed',
  'Yuki',
  'Priya',
  'Olivia',
  'Jürgen',
  'Zofia',
  'Tarkan',
  'Marisol',
  'Bjarne',
];
const lastNames = [
  'Sorenson',
  'Krämer',
  'Bellini',
  'Haddad',
  'Tanaka',
  'Raghavan',
  'Whitlock',
  'Oberhauser',
  'Wójcik',
  'Demir',
  'Quiroga',
  'Halvorsen',
];

function person(seed: number): string {
  return `${pick(firstNames, seed)} ${pick(lastNames, seed * 5 + 1)}`;
}

function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}

function email(seed: number): string {
  const host = pick(['example.org', 'mail.example.com', 'post.example.de', 'correo.example.es'], seed);
  return `${plainName(pick(firstNames, seed))}.${plainName(pick(lastNames, seed + 3))}${seed % 3 === 0 ? seed : ''}@${host}`;
}

function card(seed: number): string {
  const begin = pick(['4', '51', '2221', '37', '6011', '3528'], seed);
  const length = begin === '37' ? 15 : 16;
  const right = withLuhn(begin + digitBody(length - begin.length - 1, seed + 11));
  // Every eighth is mistyped in its last digit.
  const number = seed % 8 === 7 ? right.slice(0, -1) + ((Number(right.at(-1)) + 1) % 10) : right;
  return seed % 2 === 0
    ? number
    : grouped(number, length === 15 ? [4, 6, 5] : [4, 4, 4, 4], seed % 4 === 1 ? ' ' : '-');
}

function iban(seed: number): string {
  const [country, body] = [
    ['DE', digitBody(18, seed)],
    ['GB', `WEST${digitBody(14, seed)}`],
    ['FR', digitBody(23, seed)],
    ['NL', `ABNA${digitBody(10, seed)}`],
    ['ES', digitBody(20, seed)],
  ][seed % 5] as [string, string];
  const account = accountNumber(country, body);
  return seed % 2 === 0 ? account : grouped(account, [4, 4, 4, 4, 4, 4, 4], ' ');
}

function phone(seed: number): string {
  const body = digitBody(8, seed + 3);
  const [left, right] = [body.slice(0, 4), body.slice(4)];
  return pick(
    [
      `+49 170 ${left}${right}`,
      `+1-415-555-${right}`,
      `(212) 555-${right}`,
      `020 7946 ${right}`,
      `+33 6 ${grouped(body, [2, 2, 2, 2], ' ')}`,
      `0171 ${left}${right.slice(0, 3)}`,
      `+81-90-${left}-${right}`,
      `600 ${body.slice(0, 3)} ${body.slice(3, 6)}`,
    ],
    seed,
  );
}

function address(seed: number): string {
  const number = 3 + ((seed * 17) % 240);
  return pick(
    [
      `${number} Maple Street`,
      `Lindenstraße ${number}`,
      `${number} rue de la Fontaine`,
      `Calle Mayor ${number}`,
      `${number} Old Mill Road, Apt. 4`,
      `P.O. Box ${number}`,
      `Via Garibaldi ${number}`,
      `${number} Kingsway Crescent`,
      `Keizersgracht ${number}`,
      `Flat 2, Rosebank House, ${number}`,
    ],
    seed,
  );
}

function ip(seed: number): string {
  const next = sequence(seed + 5);
  const octet = () => 1 + next(253);
  return seed % 4 === 3
    ? `2001:db8:${hexBody(4, seed)}::${hexBody(3, seed + 1)}1`
    : `${20 + (octet() % 150)}.${octet()}.${octet()}.${octet()}`;
}

function dni(seed: number): string {
  const number = digitBody(8, seed + 2);
  return number + ('TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] ?? '');
}

function cpf(seed: number): string {
  const check = (body: string) => {
    const sum = [...body].reduce((total, unit, place) => total + Number(unit) * (body.length + 1 - place), 0);
    return String(((sum * 10) % 11) % 10);
  };
  const nine = digitBody(9, seed + 4);
  const ten = nine + check(nine);
  const eleven = ten + check(ten);
  return `${grouped(eleven.slice(0, 9), [3, 3, 3], '.')}-${eleven.slice(9)}`;
}

/** Kinds are those of the detectors. */
export const valueMakers: Readonly<Record<string, (seed: number) => string>> = {
  person,
  email,
  card,
  iban,
  phone,
  ip,
  'street-address': address,
  'us-ssn': (seed) => `${200 + ((seed * 13) % 400)}-${10 + (seed % 80)}-${1000 + ((seed * 37) % 8999)}`,
  'uk-nino': (seed) => `AB ${grouped(digitBody(6, seed + 1), [2, 2, 2], ' ')} C`,
  'es-dni': dni,
  'br-cpf': cpf,
  'date-of-birth': (seed) =>
    pick(
      [
        `${1 + (seed % 27)}/0${1 + (seed % 9)}/19${50 + (seed % 49)}`,
        `${1 + (seed % 27)} March 19${50 + (seed % 49)}`,
        `19${50 + (seed % 49)}-04-1${seed % 9}`,
      ],
      seed,
    ),
  passport: (seed) => pick(['C', 'X', ''], seed) + digitBody(8, seed + 9).replace(/^0/, '1'),
  'driving-licence': (seed) => `D${digitBody(7, seed + 6)}`,
  'health-id': (seed) => grouped(digitBody(10, seed + 8), [3, 3, 4], seed % 2 === 0 ? ' ' : ''),
  'openai-key': (seed) => ['sk', 'proj', keyBody(40, seed)].join('-'),
  'anthropic-key': (seed) => ['sk', 'ant', 'api03', keyBody(60, seed)].join('-'),
  'aws-key': (seed) => `${'AKI'}A${keyBody(16, seed).toUpperCase()}`,
  'github-token': (seed) => ['ghp', keyBody(36, seed)].join('_'),
  'gitlab-token': (seed) => ['glpat', keyBody(20, seed)].join('-'),
  'slack-token': (seed) => ['xoxb', digitBody(11, seed + 1), keyBody(24, seed)].join('-'),
  'stripe-key': (seed) => ['sk', 'live', keyBody(24, seed)].join('_'),
  'google-key': (seed) => `${'AIz'}a${keyBody(35, seed)}`,
  'npm-token': (seed) => ['npm', keyBody(36, seed)].join('_'),
  jwt: signedToken,
  'private-key': keyBlock,
  'connection-string': (seed) => `postgres://app:${keyBody(12, seed)}@`,
  'generic-secret': (seed) => (seed % 2 === 0 ? hexBody(32, seed) : keyBody(32, seed)),
};
