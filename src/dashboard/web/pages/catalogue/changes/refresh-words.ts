const sources: Readonly<Record<string, string>> = {
  litellm: 'LiteLLM price file',
  'models.dev': 'models.dev catalogue',
  bundle: 'Bundle of another Openward',
};

/** `vendor:openai` is the vendor's own listing. */
export function sourceWord(source: string): string {
  return source.startsWith('vendor:') ? `Listing of ${source.slice('vendor:'.length)}` : (sources[source] ?? source);
}
