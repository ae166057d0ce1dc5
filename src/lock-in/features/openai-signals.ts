// What a call in the OpenAI dialect gives away, in its path, its request and its answer.
import { type CallView, type FeatureSignal, fieldsOf, isGiven, isPositive, listOf, partsOf } from './feature-signal.js';

const hostedTools = new Set([
  'web_search',
  'web_search_preview',
  'file_search',
  'code_interpreter',
  'computer_use',
  'computer_use_preview',
  'image_generation',
  'mcp',
]);

const onPath =
  (...starts: readonly string[]) =>
  ({ path }: CallView) =>
    starts.some((start) => path === start || path.startsWith(`${start}/`));
const hasTool =
  (fits: (type: unknown) => boolean) =>
  ({ request }: CallView) =>
    listOf(request.tools).some((tool) => fits(tool.type));
const hasField =
  (...names: readonly string[]) =>
  ({ request }: CallView) =>
    names.some((name) => isGiven(request[name]));

export const openaiSignals: readonly FeatureSignal[] = [
  {
    id: 'openai.chat',
    feature: 'chat',
    portability: 'A',
    isState: false,
    instead: 'Nothing: most servers answer it.',
    isUsedIn: onPath('/chat/completions'),
  },
  {
    id: 'openai.embeddings',
    feature: 'embeddings',
    portability: 'B',
    isState: false,
    instead: 'The route is the same, the vectors are not: embed the sources again with an open encoder.',
    isUsedIn: onPath('/embeddings'),
  },
  {
    id: 'openai.fill-in-the-middle',
    feature: 'fill in the middle',
    portability: 'C',
    isState: false,
    instead: 'Use a model trained for it, with its own marks in the prompt.',
    isUsedIn: (call) => onPath('/completions')(call) && isGiven(call.request.suffix),
  },
  {
    id: 'openai.responses',
    feature: 'Responses route',
    portability: 'B',
    isState: false,
    instead: 'Without state it is a chat call with other names.',
    isUsedIn: onPath('/responses'),
  },
  {
    id: 'openai.server-state',
    feature: 'conversation kept at the vendor',
    portability: 'D',
    isState: true,
    instead: 'Keep the conversation in an own store and send it along.',
    isUsedIn: (call) => hasField('previous_response_id', 'conversation')(call) || call.request.store === true,
  },
  {
    id: 'openai.assistants',
    feature: 'assistants, threads, vector stores and files',
    portability: 'D',
    isState: true,
    instead: 'Own store and own retrieval; the Assistants route ended on 2026-08-26.',
    isUsedIn: onPath('/assistants', '/threads', '/vector_stores', '/files'),
  },
  {
    id: 'openai.hosted-tools',
    feature: 'tools run by the vendor',
    portability: 'D',
    isState: false,
    instead: 'Run the tools yourself and offer them as functions.',
    isUsedIn: hasTool((type) => typeof type === 'string' && hostedTools.has(type)),
  },
  {
    id: 'openai.function-calling',
    feature: 'function calling',
    portability: 'B',
    isState: false,
    instead: 'The open server needs the parser of its model.',
    isUsedIn: (call) => hasTool((type) => type === 'function')(call) || isGiven(call.request.functions),
  },
  {
    id: 'openai.parallel-tool-calls',
    feature: 'parallel tool calls',
    portability: 'B',
    isState: false,
    instead: 'Open servers ignore the setting: bear several calls in one answer.',
    isUsedIn: hasField('parallel_tool_calls'),
  },
  {
    id: 'openai.structured-output',
    feature: 'answer by a JSON schema',
    portability: 'B',
    isState: false,
    instead: 'Guided decoding by the same schema.',
    isUsedIn: ({ request }) =>
      fieldsOf(request.response_format).type === 'json_schema' ||
      fieldsOf(fieldsOf(request.text).format).type === 'json_schema',
  },
  {
    id: 'openai.token-controls',
    feature: 'control of single tokens',
    portability: 'C',
    isState: false,
    instead: 'Token numbers belong to one tokeniser: map them anew.',
    isUsedIn: ({ request }) =>
      isGiven(request.logit_bias) || request.logprobs === true || isPositive(request.top_logprobs),
  },
  {
    id: 'openai.seed',
    feature: 'seed',
    portability: 'B',
    isState: false,
    instead: 'Do not rely on it: it was a weak promise at the vendor too.',
    isUsedIn: hasField('seed'),
  },
  {
    id: 'openai.service-tier',
    feature: 'service tier',
    portability: 'C',
    isState: false,
    instead: 'Own queues with own priorities.',
    isUsedIn: hasField('service_tier'),
  },
  {
    id: 'openai.batch',
    feature: 'batch',
    portability: 'C',
    isState: true,
    instead: 'An own queue; the discount goes.',
    isUsedIn: onPath('/batches'),
  },
  {
    id: 'openai.vendor-tune',
    feature: 'model tuned at the vendor',
    portability: 'D',
    isState: true,
    instead: 'Tune an open base on the same rows.',
    isUsedIn: ({ modelAsked }) => modelAsked?.startsWith('ft:') === true,
  },
  {
    id: 'openai.hidden-reasoning',
    feature: 'hidden reasoning',
    portability: 'C',
    isState: false,
    instead: 'A reasoning model whose thoughts are visible, or a tuned one that needs none.',
    isUsedIn: (call) => hasField('reasoning_effort', 'reasoning')(call),
  },
  {
    id: 'openai.audio',
    feature: 'audio and realtime',
    portability: 'D',
    isState: false,
    instead: 'Transcribe and speak with own models.',
    isUsedIn: (call) =>
      onPath('/realtime')(call) ||
      isGiven(call.request.audio) ||
      (Array.isArray(call.request.modalities) && call.request.modalities.includes('audio')),
  },
  {
    id: 'openai.vision',
    feature: 'pictures in the prompt',
    portability: 'B',
    isState: false,
    instead: 'An open model that sees; `detail` is not supported there.',
    isUsedIn: ({ request }) =>
      partsOf(request).some((part) => part.type === 'image_url' || part.type === 'input_image'),
  },
  {
    id: 'openai.cache-discount',
    feature: 'discount for cached prompts',
    portability: 'B',
    isState: false,
    instead: 'Reckon without it: prefix caching of an own server saves time, not money.',
    isUsedIn: ({ response }) => isPositive(fieldsOf(fieldsOf(response.usage).prompt_tokens_details).cached_tokens),
  },
];
