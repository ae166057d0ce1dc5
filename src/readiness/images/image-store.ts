// Where pictures are kept: once for each project and digest, whoever shows them.
import type { ImageFacts, ImageMediaType } from '../rows/image-facts.js';

export interface LookedAtImage extends ImageFacts {
  /** Sixteen hex digits, one bit for each step in brightness along nine by eight points; null: it does not decode. */
  readonly dHash: string | null;
}

export interface StoredImage {
  readonly mediaType: ImageMediaType;
  readonly bytes: Uint8Array;
  readonly facts: LookedAtImage;
}

export abstract class ImageStore {
  /** Null: not delivered. */
  abstract find(projectId: string, sha256: string): Promise<StoredImage | null>;
}
