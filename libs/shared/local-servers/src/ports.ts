import { createServer } from 'node:net';

import { LocalServerError } from './local-server-error.js';

/** Every server of this room listens here and nowhere else. */
export const LOOPBACK = '127.0.0.1';

const listenOnce = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export const freePort = (): Promise<number> => listenOnce(0);

/** Refuses (`port-taken`) when somebody listens on this port of 127.0.0.1 already. */
export async function ensurePortFree(port: number, what: string): Promise<void> {
  try {
    await listenOnce(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new LocalServerError('port-taken', `Port ${port} is taken by another program: ${what} needs another one.`);
  }
}
