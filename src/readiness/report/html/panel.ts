import { html, type Markup, type Shown } from '../../../kernel/markup.js';

export interface PanelParts {
  readonly id: string;
  readonly title: string;
  /** A sentence: what the picture answers. */
  readonly lead: Shown;
  readonly body: Shown;
}

export function panel({ id, title, lead, body }: PanelParts): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><div class="card"><p class="lead">${lead}</p>${body}</div></section>`;
}
