// The chat templates that rows can be put into, by the family of models that was tuned with them.

export const templateNames = [
  'llama-2',
  'llama-3',
  'llama-3.1',
  'chatml',
  'qwen-2.5',
  'qwen-3',
  'mistral',
  'gemma',
  'alpaca',
  'openai',
  'clip',
  'plain',
] as const;
export type TemplateName = (typeof templateNames)[number];
