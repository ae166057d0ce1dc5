// The catalogue's facts as people read them.
import type { Tone } from '../../pieces/badge';

const dayMs = 86_400_000;

/** Whole days from today until an ISO day; negative: it is over. */
export function daysUntil(day: string, now = Date.now()): number {
  return Math.ceil((Date.parse(`${day}T00:00:00Z`) - now) / dayMs);
}

const soonDays = 180;

export function endWords(shutdownOn: string): readonly [Tone, string] {
  const days = daysUntil(shutdownOn);
  if (days <= 0) {
    return ['bad', days === 0 ? 'ends today' : `ended ${count(-days)} ago`];
  }
  return [days <= soonDays ? 'warn' : 'unknown', `in ${count(days)}`];
}

export function count(days: number): string {
  return days === 1 ? '1 day' : `${days.toLocaleString('en')} days`;
}

export function price(usd: string | null | undefined): string {
  if (usd === null || usd === undefined) {
    return 'not known';
  }
  const value = Number(usd);
  return `$${value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 4 })}`;
}

export function tokens(limit: number | null): string {
  if (limit === null) {
    return 'not known';
  }
  return limit >= 1_000_000
    ? `${(limit / 1_000_000).toLocaleString('en', { maximumFractionDigits: 2 })} M`
    : limit >= 1000
      ? `${Math.round(limit / 1000).toLocaleString('en')} k`
      : String(limit);
}

const opennessWords: Readonly<Record<string, string>> = {
  closed: 'Closed',
  'open-weights': 'Open weights',
  open: 'Open',
};

export function opennessWord(openness: string): string {
  return opennessWords[openness] ?? openness;
}

const componentWords: Readonly<Record<string, string>> = {
  input: 'input',
  cachedInput: 'cached input',
  cacheWrite: 'writing the cache',
  output: 'output',
};

export function componentWord(component: string): string {
  return componentWords[component] ?? component;
}

const tierWords: Readonly<Record<string, string>> = {
  standard: 'at once',
  batch: 'batch',
  flex: 'flexible',
  priority: 'priority',
  tuned: 'tuned model',
};

export function tierWord(tier: string): string {
  return tierWords[tier] ?? tier;
}

const tellerWords: Readonly<Record<string, string>> = {
  contract: 'own contract',
  'provider-api': 'the provider’s API',
  'provider-page': 'the provider’s page',
  registry: 'a public register',
  'price-file': 'a public price file',
};

export function tellerWord(teller: string): string {
  return tellerWords[teller] ?? teller;
}

const fieldWords: Readonly<Record<string, string>> = {
  contextTokens: 'context',
  outputTokensMax: 'longest output',
  shutdownOn: 'shutdown',
  listed: 'listed',
};

/** `price/standard/input` and the like. */
export function fieldWord(field: string): string {
  const [kind, tier = '', component = ''] = field.split('/');
  return kind === 'price'
    ? `${componentWord(component)}, ${tierWord(tier)}, USD per million`
    : (fieldWords[field] ?? field);
}

/** Of a rule, from its file name. */
export function ruleWord(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
