import { findSpans } from '../find-spans.js';
import { certainMin } from '../privacy-facts.js';
import { luhnHolds, mod97, verhoeffHolds } from './checksums.js';

/** Certain finds as `kind:value`. */
const certainIn = (text: string) =>
  findSpans(text)
    .filter((span) => span.confidence >= certainMin)
    .map((span) => `${span.detector.kind}:${text.slice(span.start, span.end)}`);

describe('check digits', () => {
  it('hold for numbers that are published as examples', () => {
    expect(luhnHolds('4111111111111111')).toBe(true);
    expect(luhnHolds('4111111111111112')).toBe(false);
    expect(mod97('WEST12345698765432GB82')).toBe(1);
    expect(verhoeffHolds('2363')).toBe(true);
    expect(verhoeffHolds('2364')).toBe(false);
  });
});

describe('detectors', () => {
  it.each([
    ['card 4111 1111 1111 1111 please', 'card:4111 1111 1111 1111'],
    ['my amex is 3782-822463-10005', 'card:3782-822463-10005'],
    ['the account DE89 3704 0044 0532 0130 00 is mine', 'iban:DE89 3704 0044 0532 0130 00'],
    ['gb82west12345698765432', 'iban:gb82west12345698765432'],
    ['SSN: 219-09-9999', 'us-ssn:219-09-9999'],
    ['NINO QQ 12 34 56 C is no real one, AB 12 34 56 C is', 'uk-nino:AB 12 34 56 C'],
    ['DNI 12345678Z', 'es-dni:12345678Z'],
    ['codice RSSMRA85T10A562S', 'it-fiscal-code:RSSMRA85T10A562S'],
    ['numéro 2 55 08 14 168 025 38', 'fr-insee:2 55 08 14 168 025 38'],
    ['rijksregisternummer 85.07.30-033.28', 'be-national-number:85.07.30-033.28'],
    ['PESEL 44051401359', 'pl-pesel:44051401359'],
    ['personnummer 811228-9874', 'nordic-id:811228-9874'],
    ['hetu 131052-308T', 'fi-hetu:131052-308T'],
    ['BSN: 111222333', 'nl-bsn:111222333'],
    ['CPF 529.982.247-25', 'br-cpf:529.982.247-25'],
    ['SIN 130 692 544', 'ca-sin:130 692 544'],
    ['身份证 11010519491231002X', 'cn-resident-id:11010519491231002X'],
    ['주민등록번호 900101-1234567', 'kr-rrn:900101-1234567'],
    ['my passport number is X1234567', 'passport:X1234567'],
    ['NHS number: 943 476 5919', 'health-id:943 476 5919'],
    ['write to jane.doe+news@mail.example.co.uk.', 'email:jane.doe+news@mail.example.co.uk'],
    ['call +44 20 7946 0958 now', 'phone:+44 20 7946 0958'],
    ['tel. 0171 1234567', 'phone:0171 1234567'],
    ['from 203.0.113.42:8080', 'ip:203.0.113.42'],
    ['host 2001:db8:85a3::8a2e:370:7334', 'ip:2001:db8:85a3::8a2e:370:7334'],
    ['born on 12 March 1981', 'date-of-birth:12 March 1981'],
    ['we live at 221 Baker Street', 'street-address:221 Baker Street'],
    ['Hauptstraße 5, bitte', 'street-address:Hauptstraße 5'],
    ['Mr. Ludwig van Hooren called', 'person:Ludwig van Hooren'],
    ['my name is Anja', 'person:Anja'],
  ])('find in "%s"', (text, found) => {
    expect(certainIn(text)).toContain(found);
  });

  it('find a card whose check digit is wrong, with less confidence', () => {
    const [wrong] = findSpans('number 4111 1111 1111 1112');
    expect(wrong?.detector.kind).toBe('card');
    expect(wrong?.confidence).toBeLessThan(certainMin);
    expect(certainIn('my card 4111 1111 1111 1112')).toEqual(['card:4111 1111 1111 1112']);
  });

  it.each([
    'order 1234-56 of 2024-03-12',
    'version 10.2.3.4 was released',
    'we sold 12 345 678 units',
    'a timestamp of 1700000000',
    'meet at 11:34:35 in room 204',
    'use std::vector and a::b',
    'the year 1984 and 50 states',
    'my password is not accepted',
    'the token limit is 4096',
    'id 550e8400-e29b-41d4-a716-446655440000',
    'Thank you for calling Customer Support',
    'card_payment_fee_charged',
  ])('find nothing certain in "%s"', (text) => {
    expect(certainIn(text)).toEqual([]);
  });

  it('tell a key of a provider from random text after a word', () => {
    const provider = ['sk', 'proj', 'Ab3'.repeat(14)].join('-');
    expect(certainIn(`key ${provider}`)).toEqual([`openai-key:${provider}`]);
    const random = 'f3a9c1d7e5b20846f3a9c1d7e5b20846';
    expect(certainIn(`secret = ${random}`)).toEqual([`generic-secret:${random}`]);
    expect(certainIn('secret = your_secret_here_please1')).toEqual([]);
  });

  it('take a private key as a whole, and to the end of the text where its end is cut off', () => {
    const begin = `-----BEGIN ${'PRIVATE'} KEY-----`;
    const [whole] = findSpans(`key:\n${begin}\nMIIabc\n-----END ${'PRIVATE'} KEY-----\nthanks`);
    expect(whole?.detector.kind).toBe('private-key');
    const cut = `${begin}\nMIIEvQIBADANBg`;
    expect(findSpans(cut)[0]).toMatchObject({ start: 0, end: cut.length });
  });
});
