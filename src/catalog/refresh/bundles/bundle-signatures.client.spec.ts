import { generateKeyPairSync } from 'node:crypto';
import { aCatalogRow } from '../../../../test/builders/a-reading.js';
import { loadConfiguration } from '../../../platform/config/load-configuration.client.js';
import { presentCatalog } from '../present-catalog.js';
import { bundleReader, writeBundle } from '../readers/read-bundle.js';
import { BundleSignatures } from './bundle-signatures.client.js';

function aKeyPair() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

const [ours, theirs] = [aKeyPair(), aKeyPair()];
const present = presentCatalog([aCatalogRow({ model: 'one', field: 'price/standard/input', value: '2.5' })]);

function signatures(environment: Record<string, string>): BundleSignatures {
  return new BundleSignatures(loadConfiguration(environment).configuration);
}

const signer = signatures({ OPENWARD_CATALOG_BUNDLE_SIGNING_KEY: ours.privateKey });
const reader = signatures({ OPENWARD_CATALOG_BUNDLE_PUBLIC_KEYS: ours.publicKey });
const signed = writeBundle(present, (text) => signer.sign(text));
const notSigned = { code: 'bad-request', detail: expect.stringContaining('catalog.bundlePublicKeys') };

describe('a bundle that is signed', () => {
  it('is let in where the key is trusted, and read like one that is not signed', () => {
    expect(reader.checked(signed)).toBe(signed);
    expect(bundleReader.read(signed)).toEqual(bundleReader.read(writeBundle(present)));
  });

  it('always is the same text, and says which key signed it', () => {
    expect(writeBundle(present, (text) => signer.sign(text))).toBe(signed);
    expect(signed).toMatch(/"signature":\{"ed25519":"[A-Za-z0-9+/]{86}==","keyId":"[0-9a-f]{16}"\}/);
  });

  it('is refused where another key is trusted', () => {
    const other = signatures({ OPENWARD_CATALOG_BUNDLE_PUBLIC_KEYS: theirs.publicKey });
    expect(other.checked(signed)).toMatchObject(notSigned);
    const both = signatures({ OPENWARD_CATALOG_BUNDLE_PUBLIC_KEYS: `${theirs.publicKey},${ours.publicKey}` });
    expect(both.checked(signed)).toBe(signed);
  });

  it('is refused when its content is another than was signed, with the digest changed to fit', () => {
    const dearer = presentCatalog([aCatalogRow({ model: 'one', field: 'price/standard/input', value: '0.5' })]);
    const forged = writeBundle(dearer, () => JSON.parse(signed).signature);
    expect(bundleReader.read(forged)).toMatchObject({ faults: [] });
    expect(reader.checked(forged)).toMatchObject(notSigned);
    const kept = signed.replace('"2.5"', '"0.5"');
    expect(bundleReader.read(kept)).toMatchObject({ code: 'bad-request' });
  });
});

describe('a bundle that nobody signed', () => {
  it('is made without a key, let in where no key is trusted, and refused where one is', () => {
    const plain = writeBundle(present, (text) => reader.sign(text));
    expect(plain).not.toContain('signature');
    expect(signer.checked(plain)).toBe(plain);
    expect(reader.checked(plain)).toMatchObject(notSigned);
  });

  it.each(['', 'null', '{}', '{"sha256":"1","signature":{"keyId":"x"}}'])('is refused like %j where one is', (text) => {
    expect(reader.checked(text)).toMatchObject(notSigned);
  });
});

describe('the keys', () => {
  it('are taken as PEM too, and refused where they are none, without the private one being shown', () => {
    const pem = `-----BEGIN PUBLIC KEY-----\n${ours.publicKey}\n-----END PUBLIC KEY-----\n`;
    expect(signatures({ OPENWARD_CATALOG_BUNDLE_PUBLIC_KEYS: pem }).checked(signed)).toBe(signed);
    expect(() => signatures({ OPENWARD_CATALOG_BUNDLE_PUBLIC_KEYS: 'no-key' })).toThrow('bundlePublicKeys');
    const wrong = () => signatures({ OPENWARD_CATALOG_BUNDLE_SIGNING_KEY: 'hush-hush' });
    expect(wrong).toThrow('bundleSigningKey');
    expect(wrong).not.toThrow('hush-hush');
  });
});
