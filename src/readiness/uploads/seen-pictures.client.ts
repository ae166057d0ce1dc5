// The pictures of one upload: looked at once, found again by name or digest, handed on for keeping with the rows.
import type { InlinePicture } from '../formats/row-format.js';
import type { LookedAtImage } from '../images/image-store.js';
import { lookAtImage, toStore } from '../images/look-at-image.client.js';
import type { ImageRef, Message, RowContent } from '../rows/example.js';
import type { ShownReference, UploadPart } from './upload-reader.js';

export class SeenPictures {
  private readonly byDigest = new Map<string, LookedAtImage>();
  private readonly byName = new Map<string, LookedAtImage>();
  private readonly unused = new Set<string>();
  private fresh: UploadPart['pictures'][number][] = [];

  /** @param name how rows refer to it: a path, or `data:…` for one that stood in a row */
  async add(name: string, bytes: Uint8Array): Promise<void> {
    const facts = await lookAtImage(bytes);
    const known = this.byDigest.get(facts.sha256);
    if (known === undefined) {
      this.byDigest.set(facts.sha256, facts);
      this.fresh.push({ ref: name, facts, stored: toStore(facts, bytes) });
    }
    if (!name.startsWith('data:')) {
      this.byName.set(name, known ?? facts);
      this.unused.add(name);
    }
  }

  /** Pictures that stood in a row. */
  async addInline(pictures: readonly InlinePicture[]): Promise<void> {
    for (const { sha256, mediaType, base64 } of pictures) {
      if (!this.byDigest.has(sha256)) {
        await this.add(`data:${mediaType}`, Buffer.from(base64, 'base64'));
      }
    }
  }

  /** Those not handed on yet. */
  takeFresh(): UploadPart['pictures'] {
    const taken = this.fresh;
    this.fresh = [];
    return taken;
  }

  /** Names that no row has referred to so far. */
  unusedNames(): string[] {
    return [...this.unused];
  }

  /**
   * The content with the digests of the pictures that were delivered, and what each of its references came to.
   * @param folder of the file in which the rows stand; names are looked for from there first
   */
  resolve(content: RowContent, folder: string): { content: RowContent; references: ShownReference[] } {
    if (!content.messages.some((message) => message.images !== undefined)) {
      return { content, references: [] };
    }
    const references: ShownReference[] = [];
    const resolved = (message: Message): Message => {
      if (message.images === undefined) {
        return message;
      }
      const found = message.images.map((image) => ({ image, facts: this.find(image, folder) }));
      references.push(...found.map(({ image, facts }) => ({ ref: image.ref, facts })));
      return {
        ...message,
        images: found.map(({ image, facts }) => ({ ...image, sha256: facts?.sha256 ?? image.sha256 })),
      };
    };
    return { content: { ...content, messages: content.messages.map(resolved) }, references };
  }

  private find({ ref, sha256 }: ImageRef, folder: string): LookedAtImage | null {
    if (sha256 !== null) {
      return this.byDigest.get(sha256) ?? null;
    }
    const name = [`${folder}${plainName(ref)}`, plainName(ref)].find((one) => this.byName.has(one));
    this.unused.delete(name ?? '');
    return name === undefined ? null : (this.byName.get(name) ?? null);
  }
}

/** `./a/b.jpg` and `a/b.jpg` are one file. */
export function plainName(name: string): string {
  return name.replace(/^(\.\/)+/, '');
}
