/** What the tests use of ws, which brings no types of its own. */
declare module 'ws' {
  import type { EventEmitter } from 'node:events';

  export class WebSocket extends EventEmitter {
    constructor(address: string, options?: { readonly handshakeTimeout?: number });
    send(text: string): void;
    close(): void;
  }
}
