// How many parameters has a decoder of the Llama kind, and how much memory does its cache take? Computed from its shape, so
// that a rounded "7B" is never mistaken for a count. Architecture: Touvron et al., 2023; grouped-query attention: Ainslie
// et al., 2023. Embedding and output matrices are counted apart (untied); no biases, as in Llama, Mistral.
import type { DecoderShape } from './model-identity.js';

/** Exact count of parameters. */
export function parametersOf({ layers, hidden, feedForward, heads, keyValueHeads, vocabulary }: DecoderShape): number {
  const headSize = hidden / heads;
  const attention = 2 * hidden * hidden + 2 * hidden * keyValueHeads * headSize;
  const feed = 3 * hidden * feedForward;
  const norms = 2 * hidden;
  return 2 * vocabulary * hidden + layers * (attention + feed + norms) + hidden;
}

/**
 * Whether a count fits the shape: an output matrix that is shared with the input makes it smaller by one such matrix, biases
 * make it larger by less than a thousandth. Mixtures of experts have more than their shape shows: nothing follows for them.
 */
export function fitsShape(parameters: number, shape: DecoderShape): boolean {
  const untied = parametersOf(shape);
  const tied = untied - shape.vocabulary * shape.hidden;
  return [tied, untied].some((count) => parameters >= count && parameters <= count * 1.001);
}

/** Bytes of cache for each token of a sequence: keys and values of every layer. @param bytesPerNumber 2 at fp16. */
export function cacheBytesPerToken({ layers, hidden, heads, keyValueHeads }: DecoderShape, bytesPerNumber = 2): number {
  return 2 * layers * keyValueHeads * (hidden / heads) * bytesPerNumber;
}
