// What a model is, apart from who serves it and what that costs.

export const opennesses = ['closed', 'open-weights', 'open'] as const;
/** `open-weights`: the weights are handed out under terms of their own. `open`: under a licence that restricts no use. */
export type Openness = (typeof opennesses)[number];

export const modelKinds = ['chat', 'completion', 'encoder', 'classifier'] as const;
export const modalities = ['text', 'image', 'audio', 'video'] as const;
export type Modality = (typeof modalities)[number];

/** Classes of the Model Openness Framework, the most open first; `below`: less than its third class asks. */
export const opennessClasses = ['I', 'II', 'III', 'below'] as const;
export type OpennessClass = (typeof opennessClasses)[number];

/** Shape of a decoder of the Llama kind: what its parameters and its memory are computed from. */
export interface DecoderShape {
  readonly layers: number;
  readonly hidden: number;
  readonly feedForward: number;
  readonly heads: number;
  readonly keyValueHeads: number;
  readonly vocabulary: number;
}

export interface ModelIdentity {
  /** As vendors call it, e.g. `gpt-4o` or `meta-llama/Llama-2-7b-chat-hf`. */
  readonly id: string;
  /** Other names of the same model. */
  readonly aliases: readonly string[];
  readonly developer: string;
  /** The host whose list prices are the model's own; null: what it costs depends on who serves it. */
  readonly host: string | null;
  readonly openness: Openness;
  /** What it does: converses, continues a text, turns texts or images into vectors, or names a class. */
  readonly kind: (typeof modelKinds)[number];
  readonly modalitiesIn: readonly Modality[];
  readonly contextTokens: number | null;
  readonly outputTokensMax: number | null;
  readonly parameters: number | null;
  /** Parameters that one token uses, where they are fewer. */
  readonly activeParameters: number | null;
  readonly shape: DecoderShape | null;
  /** An SPDX id or the name of the terms. */
  readonly licence: string | null;
  /** Family of its licence among the licences of models; null for closed ones. */
  readonly licenceFamily: string | null;
  /** By the Model Openness Framework; null: nobody has classed it that we know. */
  readonly opennessClass: OpennessClass | null;
  readonly opennessSource: string | null;
  readonly weightsRepository: string | null;
  /** ISO day. */
  readonly releasedOn: string | null;
  /** Ids of models of the same family that are meant to replace it. */
  readonly supersededBy: readonly string[];
  /** What a reader must know beside the numbers. */
  readonly note: string | null;
  readonly source: string;
  /** ISO day. */
  readonly observedOn: string;
}
