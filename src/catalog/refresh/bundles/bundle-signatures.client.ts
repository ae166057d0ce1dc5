// Who vouches for a bundle: signs those that leave, where there is a key for it, and lets in only those that one of the trusted
// keys has signed, where any is named. Ed25519 (RFC 8032): the same bundle always gets the same signature.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sha256Hex } from '../../../kernel/digest.js';
import { type Refusal, refusal } from '../../../kernel/refusal.js';
import { Configuration } from '../../../platform/config/configuration.dto.js';
import { type BundleSignature, signatureIn, signedText } from '../readers/read-bundle.js';

const keyIdDigits = 16;

interface NamedKey {
  readonly keyId: string;
  readonly key: KeyObject;
}

/** The base64 within a PEM block, or that stands alone, as bytes. */
function derOf(told: string): Buffer {
  return Buffer.from(told.replace(/-----[A-Z ]+-----/g, '').replace(/\s+/g, ''), 'base64');
}

/** A key is named by the beginning of the SHA-256 of its public half (SPKI, DER). */
function named(key: KeyObject): NamedKey {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return { keyId: sha256Hex(half.export({ format: 'der', type: 'spki' })).slice(0, keyIdDigits), key };
}

@Injectable()
export class BundleSignatures {
  private readonly own: NamedKey | null;
  private readonly trusted: readonly NamedKey[];

  constructor({ catalog }: Configuration) {
    const { bundleSigningKey, bundlePublicKeys } = catalog;
    this.own =
      bundleSigningKey === null
        ? null
        : named(createPrivateKey({ key: derOf(bundleSigningKey), format: 'der', type: 'pkcs8' }));
    this.trusted = bundlePublicKeys.map((told) =>
      named(createPublicKey({ key: derOf(told), format: 'der', type: 'spki' })),
    );
  }

  /** Null where there is no key to sign with. */
  sign(text: string): BundleSignature | null {
    if (this.own === null) {
      return null;
    }
    const { keyId, key } = this.own;
    return { keyId, ed25519: sign(null, Buffer.from(text), key).toString('base64') };
  }

  /** The bundle again. Refuses with `bad-request` one that no trusted key has signed, where any key is trusted. */
  checked(bundle: string): string | Refusal {
    return this.trusted.length === 0 || this.isVouchedFor(bundle)
      ? bundle
      : refusal('bad-request', 'The bundle is not signed by a key that catalog.bundlePublicKeys names.');
  }

  private isVouchedFor(bundle: string): boolean {
    const signed = signatureIn(bundle);
    const by = this.trusted.find(({ keyId }) => keyId === signed?.signature.keyId);
    if (signed === null || by === undefined) {
      return false;
    }
    return verify(
      null,
      Buffer.from(signedText(signed.sha256)),
      by.key,
      Buffer.from(signed.signature.ed25519, 'base64'),
    );
  }
}
