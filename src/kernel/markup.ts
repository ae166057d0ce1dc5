// Text that is markup, and text that is not. Whatever is put into a template is escaped unless it is markup already, so
// that forgetting it cannot open a hole: rows of a data set and names in a contract are written by others.

export class Markup {
  constructor(readonly text: string) {}
}

export type Shown = Markup | string | number | null | readonly Shown[];

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '=': '&#61;',
};

const special = /[&<>"'`=]/g;
// Signs that turn the reading direction can make a line say what it does not say; control signs and halves of a pair
// show nothing.
const unseen = /(?![\t\n\r])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

function codePoint(sign: string): string {
  return `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Safe between tags and within double-quoted attributes. Signs that cannot be seen are named. */
export function escapeText(text: string): string {
  return text.replace(unseen, codePoint).replace(special, (sign) => named[sign] ?? sign);
}

function shownText(value: Shown): string {
  if (value === null) {
    return '';
  }
  if (value instanceof Markup) {
    return value.text;
  }
  return typeof value === 'object' ? value.map(shownText).join('') : escapeText(String(value));
}

/** Tag of templates: ``html`<p>${anything}</p>` ``. Attributes must be quoted. */
export function html(parts: TemplateStringsArray, ...values: readonly Shown[]): Markup {
  return new Markup(parts.reduce((text, part, at) => `${text}${shownText(values[at - 1] ?? null)}${part}`));
}

export const nothing = new Markup('');
