import type { AddressInfo } from 'node:net';

import helmet from '@fastify/helmet';
import { fastify, type FastifyError, type FastifyInstance } from 'fastify';

import type { ServiceName } from '../services/service-list.js';
import { showApiDocs } from './api-docs.js';
import { boundConnections } from './connections.js';
import { showHealth } from './health.js';
import { showMails, type MailPages } from './mail-pages.js';
import { problem } from './problem.js';
import { proxyServices } from './proxy.js';
import { upstreamsTo } from './upstreams.js';
import { serveWebClient } from './web-client.js';

/** What stands behind the one port. */
export interface FrontDoorOptions {
  readonly host: string;
  readonly port: number;
  readonly ports: Readonly<Record<ServiceName, number>>;
  /** Whose word about the address of a caller is believed: addresses, networks, or `loopback`, `linklocal`, `uniquelocal`. */
  readonly trustedProxies: readonly string[];
  /** The folder of the built web client. */
  readonly webFolder: string;
  /** Hears of faults of the door itself. */
  readonly tell?: (line: string) => void;
  /** The caught mails, when mails are caught. */
  readonly mails?: MailPages;
}

/** The one port of the house, open. */
export interface FrontDoor {
  readonly url: string;
  close(): Promise<void>;
}

const HEADERS_WITHIN_MS = 10_000;
const HEADERS_CHECK_MS = 2_000;
const ANSWERS_WITHIN_MS = 8_000; // Below the patience of whoever ends the house.

// The client's styles are made in the page by the component library: they need 'unsafe-inline'. Scripts come from files only.
const CONTENT_SECURITY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/** Opens the one port: services by prefix, health, API documentation, caught mails, and the web client for everything else. */
export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const server = fastify({
    logger: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    http: { headersTimeout: HEADERS_WITHIN_MS, connectionsCheckingInterval: HEADERS_CHECK_MS },
  });
  boundConnections(server.server, options.trustedProxies);
  const upstreams = upstreamsTo(options.ports);
  // Strict transport security is the word of whoever ends TLS in front of this port; services' answers keep their own headers.
  await server.register(helmet, {
    global: true,
    contentSecurityPolicy: CONTENT_SECURITY,
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    // What is asked for stands after the question mark, which may name people.
    if (status >= 500)
      options.tell?.(
        `The front door failed at ${request.method} ${request.url.split('?', 1)[0]}: ${error.code ?? error.name} ${error.message}`,
      );
    return problem(reply, status, status < 500 ? 'malformed' : 'fault', status < 500 ? error.message : 'Something went wrong');
  });
  showHealth(server, upstreams);
  showApiDocs(server, options.ports);
  if (options.mails) await showMails(server, options.mails);
  await proxyServices(server, upstreams);
  await serveWebClient(server, options.webFolder);
  await server.listen({ host: options.host, port: options.port });
  return { url: urlOf(options.host, portOf(server.server.address())), close: () => closeInOrder(server) };
}

/** What was asked before is answered; whoever is still sending when the time is over is not. */
async function closeInOrder(server: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), ANSWERS_WITHIN_MS);
  await server.close();
  clearTimeout(timer);
}

const portOf = (address: AddressInfo | string | null): number => (typeof address === 'object' && address ? address.port : 0);

const urlOf = (host: string, port: number): string =>
  `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
