// What a fact or an alert leans on, as people read it: an address as a link under its name, an id of the service as what it is.

export interface EvidenceWords {
  readonly text: string;
  readonly url: string | null;
}

const things: Readonly<Record<string, string>> = {
  inv: 'an invoice',
  arr: 'an arrangement of the register',
  evd: 'a piece of evidence',
  exc: 'a captured call',
  gtr: 'a judged gate',
  crf: 'a document of the catalogue',
};

/** @param one as it was told: an address, a name with its address, an id, or words */
export function evidenceWords(one: string): EvidenceWords {
  const [, name, url] = /^(?:(.+?),? )?(https?:\/\/\S+)$/.exec(one) ?? [];
  if (url !== undefined) {
    return { text: name ?? url, url };
  }
  const [, kind] = /^([a-z]{3})_[0-9a-z]{26}$/.exec(one) ?? [];
  return { text: things[kind ?? ''] ?? one, url: null };
}
