import { tokensOf } from '../../tokens/row-lengths.js';
import { droppedBy } from '../fates.js';
import type { Trainer } from '../trainer.js';

const rules = {
  'open-clip.no-picture': 'Pictures and captions are learnt together; a row without a picture is no pair.',
  'open-clip.no-caption': 'A pair without a caption teaches nothing and is skipped.',
  'open-clip.caption-cut': 'A caption reads 77 tokens, start and end mark included; what is beyond is cut off.',
} as const;

const noPicture = droppedBy('open-clip.no-picture');
const noCaption = droppedBy('open-clip.no-caption');

export const openClip: Trainer = {
  name: 'open-clip',
  title: 'open_clip',
  framework: 'open_clip',
  question: 'What does open_clip keep of the pairs?',
  facts: [
    'Captions are cut at 77 tokens, start and end mark included.',
    'Pairs that lack a picture or a caption are skipped in silence.',
  ],
  source: 'mlfoundations/open_clip, tokenizer.py and data.py.',
  rules,
  fateOfShape: ({ kind, messages, label }) => {
    if (kind !== 'image-text' || !messages.some((message) => (message.images?.length ?? 0) > 0)) {
      return noPicture;
    }
    return label.trim() === '' ? noCaption : null;
  },
  fateOf: (lengths, { limitTokens }) => {
    const total = tokensOf(lengths);
    const cutTokens = Math.max(0, total - (limitTokens ?? Number.POSITIVE_INFINITY));
    const wasCut = cutTokens > 0;
    return {
      fate: wasCut ? 'cut' : 'kept',
      rule: wasCut ? 'open-clip.caption-cut' : null,
      trainableTokens: total - cutTokens,
      cutTokens,
      answerCut: wasCut,
    };
  },
};
