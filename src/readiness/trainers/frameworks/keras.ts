import { fateWhenEndIsCut } from '../cut-end.js';
import { droppedBy } from '../fates.js';
import type { Trainer } from '../trainer.js';

const rules = {
  'keras.picture-not-read': 'A text model does not read pictures with captions.',
  'keras.sequence-length': 'Everything beyond sequence_length is cut off at the end.',
  'keras.answer-cut-away': 'The question alone fills sequence_length: only the question is learnt, never the answer.',
} as const;

const picture = droppedBy('keras.picture-not-read');

export const keras: Trainer = {
  name: 'keras',
  title: 'Keras with KerasHub',
  framework: 'keras',
  question: 'What does a KerasHub model learn of the rows?',
  facts: [
    'sequence_length is 1,024 unless it is set; longer texts are cut at the end.',
    'The whole text carries the loss, the question too, unless own sample weights mask it.',
  ],
  source: 'keras-team/keras-hub, CausalLMPreprocessor.',
  rules,
  fateOfShape: (row) => (row.kind === 'image-text' ? picture : null),
  fateOf: (lengths, settings) =>
    fateWhenEndIsCut(
      // Weights of turns are not read: the whole text is learnt.
      { ...lengths, turns: lengths.turns.map((turn) => ({ ...turn, learnt: turn.role === 'assistant' })) },
      { ...settings, dropsUnlearnt: false, learns: 'answers' },
      { cut: 'keras.sequence-length', unlearnt: 'keras.answer-cut-away' },
    ),
};
