// One name for each host, whichever source speaks of it.

const known: Readonly<Record<string, string>> = {
  gemini: 'google',
  palm: 'google',
  fireworks_ai: 'fireworks-ai',
  'fireworks_ai-embedding-models': 'fireworks-ai',
  together_ai: 'togetherai',
  bedrock: 'amazon-bedrock',
  bedrock_converse: 'amazon-bedrock',
  bedrock_mantle: 'amazon-bedrock',
  'text-completion-openai': 'openai',
  azure_text: 'azure',
  cohere_chat: 'cohere',
  moonshot: 'moonshotai',
  novita: 'novita-ai',
  gmi: 'gmicloud',
  snowflake: 'snowflake-cortex',
  friendliai: 'friendli',
  vercel_ai_gateway: 'vercel',
  dashscope: 'alibaba',
  meta_llama: 'llama',
};

/** `gemini` → `google`, `vertex_ai-llama_models` → `google-vertex`, `github_copilot` → `github-copilot`. */
export function hostName(provider: string): string {
  const lower = provider.trim().toLowerCase();
  const vertex = lower === 'vertex_ai' || lower.startsWith('vertex_ai-');
  return vertex ? 'google-vertex' : (known[lower] ?? lower.replaceAll('_', '-'));
}
