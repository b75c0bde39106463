/** One event of a stream (text/event-stream): its name and its data, lines joined. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** Reads server-sent events from a body; needed because EventSource cannot send the access token. `onSign` hears every sign of life. */
export async function* readEvents(body: ReadableStream<Uint8Array>, onSign: () => void = () => undefined): AsyncGenerator<StreamEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onSign();
      const blocks = (rest + value).split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = parseEvent(block);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** One block of lines; null for comments, which only keep the line open. */
export function parseEvent(block: string): StreamEvent | null {
  const fields = block
    .split(/\r?\n/)
    .map((line) => /^(event|data): ?(.*)$/.exec(line))
    .filter((match) => match !== null);
  const values = (name: string) => fields.filter((match) => match[1] === name).map((match) => match[2] ?? '');
  const data = values('data');
  return data.length === 0 ? null : { event: values('event').pop() ?? 'message', data: data.join('\n') };
}

const RETRY_FIRST_MS = 1_000;
const RETRY_LAST_MS = 30_000;

/**
 * How long to wait before the next attempt: doubling, capped, and spread so that a restarted server is not stormed. `chance` is within [0,
 * 1).
 */
export function retryDelayMs(failures: number, chance: number): number {
  const full = Math.min(RETRY_LAST_MS, RETRY_FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(full / 2 + (full / 2) * chance);
}
