// JSON as chat templates write it: `tojson` of Transformers puts a space after every comma and colon between values.

/** A JSON text with those spaces; one that is no JSON stays as it is. Never longer than three bytes for each of its own. */
export function spacedJson(text: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  return written(value);
}

function written(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(written).join(', ')}]`;
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const fields = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${written(one)}`);
  return `{${fields.join(', ')}}`;
}
