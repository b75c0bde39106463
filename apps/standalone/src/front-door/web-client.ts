import { existsSync } from 'node:fs';
import path from 'node:path';

import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

import { page } from './page.js';
import { problem } from './problem.js';

const YEAR_S = 31_536_000;
/** The verifier as a page is to be saved and opened from the disk: whoever checks a house does not run what the house shows. */
const TO_BE_SAVED = 'plenum-verify.html';

/** Everything that is no service's: files of the built web client, and its page for every address inside it. */
export async function serveWebClient(server: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(path.join(folder, 'index.html'));
  if (isBuilt) {
    await server.register(fastifyStatic, {
      root: folder,
      index: ['index.html'],
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, file) => {
        // Vite puts a hash of the content into the name of everything below assets/.
        void reply.header(
          'cache-control',
          file.includes(`${path.sep}assets${path.sep}`) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache',
        );
        if (path.basename(file) === TO_BE_SAVED) void reply.header('content-disposition', `attachment; filename="${TO_BE_SAVED}"`);
      },
    });
  }
  server.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html') && !request.url.startsWith('/api/');
    if (!isPage) return problem(reply, 404, 'no-such-route', 'There is nothing at this address');
    if (!isBuilt)
      return reply
        .status(503)
        .type('text/html')
        .send(page('The web client is not built', '<p>Run <code>npm run build</code> and start again.</p>'));
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
