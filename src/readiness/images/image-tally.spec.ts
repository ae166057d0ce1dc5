import { type ImageFacts, imageBytesMax, issuesOfImage } from '../rows/image-facts.js';
import { addPicture, addReference, noImages, shownImagesMax } from './image-tally.js';

const sound: ImageFacts = {
  sha256: 'a',
  bytes: 1000,
  mediaType: 'image/png',
  decodes: true,
  width: 300,
  height: 224,
  scores: { dark: 0.32, light: 0.05, blurry: 0.29, flat: 0.3, oddAspect: 0.35 },
};
const place = { importId: 'imp_1', line: 3, ref: 'a.png' };

describe('what is wrong with a picture', () => {
  it('is nothing at the limits', () => {
    expect(issuesOfImage(sound)).toEqual([]);
  });

  it.each([
    ['small', { height: 223 }],
    ['undecodable', { decodes: false, width: null, height: null, scores: null }],
    ['undecodable', { width: null }],
    ['dark', { scores: { ...sound.scores, dark: 0.31 } }],
    ['light', { scores: { ...sound.scores, light: 0.04 } }],
    ['blurry', { scores: { ...sound.scores, blurry: 0.28 } }],
    ['flat', { scores: { ...sound.scores, flat: 0.29 } }],
    ['odd-aspect', { scores: { ...sound.scores, oddAspect: 0.34 } }],
  ])('is that it is %s', (issue, parts) => {
    expect(issuesOfImage({ ...sound, ...parts } as ImageFacts)).toEqual([issue]);
  });
});

describe('the tally of pictures', () => {
  it('counts references by what is wrong with them, and shows those', () => {
    const references = [sound, null, { ...sound, mediaType: null }, { ...sound, bytes: imageBytesMax + 1 }];
    const tally = references.reduce((sum, facts) => addReference(sum, place, facts), noImages);
    expect(tally).toMatchObject({ references: 4, missing: 1, wrongType: 1, tooLarge: 1, pictures: 0 });
    expect(tally.shown.map((one) => one.problem)).toEqual([
      'The picture was not delivered.',
      'The picture is no JPEG, PNG or WebP.',
      'The picture has more than 10 MiB.',
    ]);
  });

  it('counts distinct pictures with each of their issues', () => {
    const faint = { ...sound, height: 100, scores: { dark: 0, light: 1, blurry: 0, flat: 1, oddAspect: 1 } };
    const tally = [sound, faint, faint].reduce((sum, facts) => addPicture(sum, place, facts), noImages);
    expect(tally).toMatchObject({ pictures: 3, withIssues: 2, issues: { small: 2, dark: 2, blurry: 2 } });
    expect(tally.shown[0]?.problem).toBe('The picture is small, dark, blurry.');
  });

  it('shows at most fifty', () => {
    let tally = noImages;
    for (let at = 0; at < 60; at += 1) {
      tally = addReference(tally, { ...place, line: at }, null);
    }
    expect([tally.missing, tally.shown.length]).toEqual([60, shownImagesMax]);
  });
});
