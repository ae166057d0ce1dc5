import sharp, { type Sharp } from 'sharp';
import { picture } from '../../../test/builders/upload-files.js';
import { imageBytesMax, issuesOfImage } from '../rows/image-facts.js';
import { lookAtImage, toStore } from './look-at-image.client.js';

const differing = (left: string, right: string): number => {
  const bits = BigInt(`0x${left}`) ^ BigInt(`0x${right}`);
  return bits.toString(2).replaceAll('0', '').length;
};

describe('looking at a picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('finds nothing wrong with a good %s', async (format) => {
    const facts = await lookAtImage(await picture({ seed: 1, format }));
    expect(facts).toMatchObject({ mediaType: `image/${format}`, decodes: true, width: 256, height: 256 });
    expect(issuesOfImage(facts)).toEqual([]);
  });

  it('says that a cut one does not decode, although its head is whole', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const bytes = await picture({ seed: 2, format });
      const facts = await lookAtImage(bytes.subarray(0, Math.floor(bytes.length / 2)));
      expect([format, facts.decodes, facts.dHash]).toEqual([format, false, null]);
    }
  });

  it('says what is no picture, and what is too large, and stores neither', async () => {
    const none = Buffer.from('this is text');
    const facts = await lookAtImage(none);
    expect([facts.mediaType, facts.decodes, toStore(facts, none)]).toEqual([null, false, null]);
    const large = Buffer.concat([await picture({ seed: 3 }), Buffer.alloc(imageBytesMax)]);
    expect(toStore(await lookAtImage(large), large)).toBeNull();
  });

  it('finds small, dark, light, empty, blurred and odd ones', async () => {
    const good = sharp(await picture({ seed: 4, side: 512 }));
    const issues = async (image: Sharp) => issuesOfImage(await lookAtImage(await image.png().toBuffer()));
    expect(await issues(good.clone().resize(100, 100))).toContain('small');
    expect(await issues(good.clone().linear(0.2, 0))).toContain('dark');
    expect(await issues(good.clone().linear(0.02, 250))).toContain('light');
    expect(await issues(sharp(await picture({ seed: 5, isPlain: true })))).toEqual(['blurry', 'flat']);
    expect(await issues(good.clone().blur(30))).toContain('blurry');
    expect(await issues(good.clone().resize(900, 240, { fit: 'fill' }))).toContain('odd-aspect');
  });

  it('gives near copies near hashes, whatever their size, and others distant ones', async () => {
    const bytes = await picture({ seed: 6 });
    const hash = async (image: Buffer) => (await lookAtImage(image)).dHash ?? '';
    const original = await hash(bytes);
    expect(original).toMatch(/^[0-9a-f]{16}$/);
    expect(differing(original, await hash(await sharp(bytes).resize(200, 200).jpeg().toBuffer()))).toBeLessThan(8);
    expect(differing(original, await hash(await picture({ seed: 7 })))).toBeGreaterThan(12);
  });
});
