import { authorisedFetch } from './authorised-fetch.js';
import { readEvents, retryDelayMs, type StreamEvent } from './event-stream.js';
import type { Session } from './session.js';

interface StreamListener {
  readonly onEvent: (event: StreamEvent) => void;
  /** The line is back after it was lost: what happened meanwhile was missed. */
  readonly onReconnect: () => void;
}

/** Nothing comes for this long, not even a comment: the line is dead without having said so. */
const SILENCE_MAX_MS = 60_000;

/**
 * Follows a stream of events until it is told to stop, through lost networks, restarts and expired tokens.
 * A page that comes to the front again does not wait for the next attempt.
 * @returns what stops it
 */
export function followStream(session: Session, path: string, listener: StreamListener): () => void {
  const stopped = new AbortController();
  const send = authorisedFetch(session, (request) => fetch(request));
  let failures = 0;
  let wasConnected = false;

  const connect = async (): Promise<void> => {
    // Ended by silence, or with all of it.
    const ended = new AbortController();
    const end = () => ended.abort();
    stopped.signal.addEventListener('abort', end);
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const response = await send(new Request(path, { headers: { accept: 'text/event-stream' }, signal: ended.signal, cache: 'no-store' }));
      if (!response.ok || !response.body) throw new Error(`The stream answered ${response.status}.`);
      if (wasConnected) listener.onReconnect();
      wasConnected = true;
      failures = 0;
      timer = setTimeout(end, SILENCE_MAX_MS);
      for await (const event of readEvents(response.body, () => {
        clearTimeout(timer);
        timer = setTimeout(end, SILENCE_MAX_MS);
      })) {
        listener.onEvent(event);
      }
    } finally {
      clearTimeout(timer);
      stopped.signal.removeEventListener('abort', end);
    }
  };

  const follow = async (): Promise<void> => {
    while (!stopped.signal.aborted && session.state().status === 'signed-in') {
      await connect().catch(() => undefined);
      failures += 1;
      if (!stopped.signal.aborted) await pause(retryDelayMs(failures, Math.random()), stopped.signal);
    }
  };
  void follow();
  return () => stopped.abort();
}

/** Waits, or less when the page comes to the front or the waiting is called off. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const onVisible = () => {
      if (document.visibilityState === 'visible') done();
    };
    const timer = setTimeout(done, ms);
    document.addEventListener('visibilitychange', onVisible);
    signal.addEventListener('abort', done);
  });
}
