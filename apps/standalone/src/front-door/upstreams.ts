import { setTimeout as pause } from 'node:timers/promises';

import { Agent, type Dispatcher } from 'undici';

import type { ServiceName } from '../services/service-list.js';

/** A body up to this size is taken whole before a service is asked; a larger one streams through. */
export const WHOLE_BODY_BYTES_MAX = 1_048_576 + 65_536; // Above what services take as JSON, so that the refusal is theirs.

const FIRST_ANSWER_TIMEOUT_MS = 90_000; // Above the services' own request time-out, so that theirs speaks first.
const REQUEST_CONNECTIONS = 256; // Each is held for as long as a service works, never for as long as a client sends.
const UPLOAD_CONNECTIONS = 16; // A slow upload holds one of them: it delays other uploads, and nothing else.
const STREAM_CONNECTIONS = 4_096; // One for each open inbox.
const HEALTH_TIMEOUT_MS = 5_000;

/** By this the service is asked whether a request would be let in: it looks at everything but the body. */
export const ADMISSION = 'x-plenum-admission';

/** What a service says of its health, and with which status. */
export interface HealthAnswer {
  readonly isOk: boolean;
  readonly body: unknown;
}

/** What a service says to whom it does not let in. */
export interface Refusal {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** No connection of a service became free in time. */
export class OutOfReach extends Error {
  override readonly name = 'OutOfReach';
}

/**
 * The connections to one service. Streams and uploads have connections of their own: whatever is held open for long never
 * takes the place of a request.
 */
export class Upstream {
  readonly origin: string;
  private readonly requests = agentOf(REQUEST_CONNECTIONS);
  private readonly uploads = agentOf(UPLOAD_CONNECTIONS);
  private readonly streams = agentOf(STREAM_CONNECTIONS);

  constructor(port: number) {
    this.origin = `http://127.0.0.1:${port}`;
  }

  /** The shape of a dispatcher, as the proxy asks it. */
  readonly dispatcher = {
    request: (options: Dispatcher.RequestOptions, callback: (error: Error | null, data: Dispatcher.ResponseData) => void): void =>
      this.agentFor(options).request(options as never, callback as never),
  };

  /** Asks for the health over the very connections that requests take: a service that nobody reaches is not ready. */
  async health(): Promise<HealthAnswer> {
    const asked = this.requests
      .request({ origin: this.origin, path: '/health', method: 'GET' })
      .then(async ({ statusCode, body }) => ({ isOk: statusCode === 200, body: await body.json() }));
    asked.catch(() => undefined); // Whoever no longer waits does not hear it.
    // A request that waits for a connection does not hear an abort signal.
    const late = pause(HEALTH_TIMEOUT_MS, undefined, { ref: false }).then(() => {
      throw new OutOfReach();
    });
    late.catch(() => undefined);
    return Promise.race([asked, late]);
  }

  /**
   * Asks whether a request would be let in, before its body is taken. Null when it would be, or nobody answers: what becomes of the request
   * says so then.
   */
  async refusalOf({ method, url: path, headers: { authorization } }: AskedRequest): Promise<Refusal | null> {
    try {
      const headers = { [ADMISSION]: 'ask', ...(authorization === undefined ? {} : { authorization }) };
      const {
        statusCode: status,
        headers: answered,
        body,
      } = await this.requests.request({ origin: this.origin, path, method: method as Dispatcher.HttpMethod, headers });
      const text = await body.text();
      return status < 400 ? null : { status, type: String(answered['content-type']), text };
    } catch {
      return null;
    }
  }

  /** Ends the streams: they would keep the house from closing. */
  async endStreams(): Promise<void> {
    await this.streams.destroy();
  }

  async close(): Promise<void> {
    await Promise.all([this.requests.destroy(), this.uploads.destroy(), this.streams.destroy()]);
  }

  private agentFor({ method, path, headers }: Dispatcher.RequestOptions): Agent {
    if (method === 'GET' && isStream(path)) return this.streams;
    return Number((headers as Record<string, string | undefined>)['content-length'] ?? 0) > WHOLE_BODY_BYTES_MAX
      ? this.uploads
      : this.requests;
  }
}

/** What is asked for, and by whom. */
interface AskedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly authorization?: string | undefined };
}

/** Whether an address answers with a stream: by its path, as the service reads it, since whoever asks need not say what they expect. */
function isStream(address: string): boolean {
  const [path = ''] = address.split('?', 1);
  try {
    return decodeURIComponent(path).endsWith('/stream');
  } catch {
    return false; // No service has such an address.
  }
}

// A stream is silent for long.
const agentOf = (connections: number): Agent => new Agent({ connections, headersTimeout: FIRST_ANSWER_TIMEOUT_MS, bodyTimeout: 0 });

/** The connections to every service. */
export type Upstreams = Readonly<Record<ServiceName, Upstream>>;

/** Connections to each service at its port; they are made when they are first needed. */
export const upstreamsTo = (ports: Readonly<Record<ServiceName, number>>): Upstreams =>
  Object.fromEntries(Object.entries(ports).map(([service, port]) => [service, new Upstream(port)])) as unknown as Upstreams;
