// Reads a stream of server-sent events by hand: the browser's own reader hides signs of life and gives every kind of
// event to another listener, and the page wants both all.

export interface EventFrame {
  /** The cursor to come back with; null where the frame has none. */
  readonly id: string | null;
  /** Empty for a sign of life. */
  readonly data: string;
}

/** Ends when the stream does; throws when it breaks. */
export async function* eventFrames(body: ReadableStream<Uint8Array>): AsyncGenerator<EventFrame> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    const pieces = (rest + value).split('\n\n');
    rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      yield frameOf(piece);
    }
  }
}

function frameOf(piece: string): EventFrame {
  let id: string | null = null;
  const data: string[] = [];
  for (const line of piece.split('\n')) {
    if (line.startsWith('id: ')) {
      id = line.slice(4);
    } else if (line.startsWith('data: ')) {
      data.push(line.slice(6));
    }
  }
  return { id, data: data.join('\n') };
}
