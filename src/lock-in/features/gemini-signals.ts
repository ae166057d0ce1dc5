// What a call in the Gemini dialect gives away, in its request and its answer.
import { type CallView, type FeatureSignal, fieldsOf, isGiven, isPositive, listOf, partsOf } from './feature-signal.js';

/** From here on a prompt is long: few open models read as much. */
const longPromptTokens = 128_000;

const hasTool =
  (...names: readonly string[]) =>
  ({ request }: CallView) =>
    listOf(request.tools).some((tool) => names.some((name) => tool[name] !== undefined));
const usageOf = ({ response }: CallView) => fieldsOf(response.usageMetadata);
const setting =
  (name: string) =>
  ({ request }: CallView) =>
    isGiven(fieldsOf(request.generationConfig)[name]);

export const geminiSignals: readonly FeatureSignal[] = [
  {
    id: 'gemini.cached-content',
    feature: 'cache object at the vendor',
    portability: 'D',
    isState: true,
    instead: 'Send the prefix along; an own server caches it by itself.',
    isUsedIn: ({ request }) => isGiven(request.cachedContent),
  },
  {
    id: 'gemini.grounding',
    feature: 'grounding in the vendor’s search',
    portability: 'D',
    isState: false,
    instead: 'Own retrieval.',
    isUsedIn: hasTool('googleSearch', 'googleSearchRetrieval', 'googleMaps'),
  },
  {
    id: 'gemini.hosted-tools',
    feature: 'tools run by the vendor',
    portability: 'D',
    isState: false,
    instead: 'Run the tools yourself and offer them as functions.',
    isUsedIn: hasTool('codeExecution', 'urlContext', 'computerUse'),
  },
  {
    id: 'gemini.function-calling',
    feature: 'function calling',
    portability: 'B',
    isState: false,
    instead: 'The same functions in the OpenAI dialect.',
    isUsedIn: hasTool('functionDeclarations'),
  },
  {
    id: 'gemini.stored-files',
    feature: 'files kept at the vendor',
    portability: 'D',
    isState: true,
    instead: 'Keep the files; the vendor deletes them after 48 hours.',
    isUsedIn: ({ request }) => partsOf(request).some((part) => isGiven(part.fileData)),
  },
  {
    id: 'gemini.inline-media',
    feature: 'media in the prompt',
    portability: 'B',
    isState: false,
    instead: 'An open model that sees.',
    isUsedIn: ({ request }) => partsOf(request).some((part) => isGiven(part.inlineData)),
  },
  {
    id: 'gemini.structured-output',
    feature: 'answer by a schema',
    portability: 'B',
    isState: false,
    instead: 'Guided decoding; the dialect of the schema differs.',
    isUsedIn: (call) => setting('responseSchema')(call) || setting('responseJsonSchema')(call),
  },
  {
    id: 'gemini.thinking-budget',
    feature: 'thinking budget',
    portability: 'C',
    isState: false,
    instead: 'A reasoning model whose thoughts are visible, or a tuned one that needs none.',
    isUsedIn: setting('thinkingConfig'),
  },
  {
    id: 'gemini.safety-settings',
    feature: 'safety filter of the vendor',
    portability: 'C',
    isState: false,
    instead: 'An own guard model.',
    isUsedIn: ({ request }) => isGiven(request.safetySettings),
  },
  {
    id: 'gemini.vendor-tune',
    feature: 'model tuned at the vendor',
    portability: 'D',
    isState: true,
    instead: 'Tune an open base on the same rows.',
    isUsedIn: ({ modelAsked }) => /^(?:tunedModels|endpoints)\//.test(modelAsked ?? ''),
  },
  {
    id: 'gemini.system-instruction',
    feature: 'system prompt',
    portability: 'A',
    isState: false,
    instead: 'Nothing: every chat model has one.',
    isUsedIn: ({ request }) => isGiven(request.systemInstruction),
  },
  {
    id: 'gemini.cache-discount',
    feature: 'discount for cached prompts',
    portability: 'B',
    isState: false,
    instead: 'Reckon without it: prefix caching of an own server saves time, not money.',
    isUsedIn: (call) => isPositive(usageOf(call).cachedContentTokenCount),
  },
  {
    id: 'gemini.billed-thinking',
    feature: 'thoughts that are billed',
    portability: 'C',
    isState: false,
    instead: 'Count them into the comparison of costs.',
    isUsedIn: (call) => isPositive(usageOf(call).thoughtsTokenCount),
  },
  {
    id: 'gemini.tool-tokens',
    feature: 'tokens of the vendor’s tools',
    portability: 'C',
    isState: false,
    instead: 'Run the tools yourself and offer them as functions.',
    isUsedIn: (call) => isPositive(usageOf(call).toolUsePromptTokenCount),
  },
  {
    id: 'any.long-context',
    feature: 'prompt longer than 128,000 tokens',
    portability: 'C',
    isState: false,
    instead: 'Shorten by retrieval, or choose a base that reads as much: the context is a hard limit.',
    isUsedIn: ({ promptTokens }) => (promptTokens ?? 0) > longPromptTokens,
  },
];
