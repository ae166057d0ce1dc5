// Reads a stream of server-sent events as a careful client would: blocks by empty lines, comments apart.

export interface ReadEvent {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly id: string; readonly projectId: string; readonly version: number };
}

function fieldOf(block: string, name: string): string {
  return (
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? ''
  );
}

export class EventReader {
  readonly events: ReadEvent[] = [];
  readonly retries: string[] = [];
  comments = 0;
  ended = false;
  private readonly hangUp = new AbortController();
  private done: Promise<void> = Promise.resolve();

  /** Opens the stream; throws the answer when it is not one. */
  static async open(url: string, headers: Record<string, string>): Promise<EventReader> {
    const reader = new EventReader();
    const answer = await fetch(url, { headers, signal: reader.hangUp.signal });
    if (answer.status !== 200 || answer.body === null) {
      throw Object.assign(new Error(`${answer.status} ${await answer.text()}`), { answer });
    }
    reader.done = reader.follow(answer.body);
    return reader;
  }

  /** Waits until what is asked for has come. Gives up before the test runner does, and says so. */
  async until(isThere: (reader: EventReader) => boolean): Promise<void> {
    for (let tries = 0; tries < 2000; tries += 1) {
      if (isThere(this)) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`what the test waits for did not come; ${this.events.length} events did`);
  }

  async close(): Promise<void> {
    this.hangUp.abort();
    await this.done;
  }

  private async follow(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          this.take(block);
        }
      }
    } catch {
      // Hung up, by either side.
    }
    this.ended = true;
  }

  private take(block: string): void {
    if (block.startsWith(':')) {
      this.comments += 1;
    } else if (block.startsWith('retry: ')) {
      this.retries.push(fieldOf(block, 'retry'));
    } else {
      const data = JSON.parse(fieldOf(block, 'data')) as ReadEvent['data'];
      this.events.push({ id: fieldOf(block, 'id'), type: fieldOf(block, 'event'), data });
    }
  }
}
