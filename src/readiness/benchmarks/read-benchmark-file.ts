// One file of benchmark questions, one text a line: as it is in .txt; a JSON string, or an object with `text`, in .jsonl.

export interface ReadBenchmark {
  readonly texts: readonly string[];
  /** With their lines; none of the file is used where there is one. */
  readonly faults: readonly string[];
}

const shownFaultsMax = 5;

export function readBenchmarkFile(fileName: string, content: string): ReadBenchmark {
  const texts: string[] = [];
  const faults: string[] = [];
  for (const [at, line] of content.split(/\r?\n/).entries()) {
    const written = line.trim();
    const text = written === '' || !fileName.endsWith('.jsonl') ? written : textOf(written);
    if (text === null) {
      faults.push(`${fileName}:${at + 1} is neither a JSON string nor an object with "text"`);
    } else if (text !== '') {
      texts.push(text);
    }
  }
  return { texts, faults: faults.slice(0, shownFaultsMax) };
}

function textOf(line: string): string | null {
  try {
    const value: unknown = JSON.parse(line);
    const told = typeof value === 'object' && value !== null && 'text' in value ? value.text : value;
    return typeof told === 'string' ? told.trim() : null;
  } catch {
    return null;
  }
}
