// Every chat template, by name.
import { alpacaTemplate } from './alpaca.js';
import type { ChatTemplate } from './chat-template.js';
import { chatmlTemplate, qwen3Template, qwen25Template } from './chatml.js';
import { clipTemplate } from './clip.js';
import { gemmaTemplate } from './gemma.js';
import { llama2Template } from './llama-2.js';
import { llama3Template, llama31Template } from './llama-3.js';
import { mistralTemplate } from './mistral.js';
import { openaiTemplate } from './openai.js';
import { plainTemplate } from './plain.js';
import type { TemplateName } from './template-names.js';

export const allTemplates: Readonly<Record<TemplateName, ChatTemplate>> = {
  'llama-2': llama2Template,
  'llama-3': llama3Template,
  'llama-3.1': llama31Template,
  chatml: chatmlTemplate,
  'qwen-2.5': qwen25Template,
  'qwen-3': qwen3Template,
  mistral: mistralTemplate,
  gemma: gemmaTemplate,
  alpaca: alpacaTemplate,
  openai: openaiTemplate,
  clip: clipTemplate,
  plain: plainTemplate,
};
