import type { AddressInfo } from 'node:net';

import helmet from '@fastify/helmet';
import { fastify, type FastifyError } from 'fastify';

import type { MailStore } from '../mail/mail-store.js';
import type { ServiceName } from '../services/service-list.js';
import { showApiDocs } from './api-docs.js';
import { showHealth, type HealthSource } from './health.js';
import { showMails } from './mail-pages.js';
import { problem } from './problem.js';
import { proxyServices } from './proxy.js';
import { serveWebClient } from './web-client.js';

/** What stands behind the one port. */
export interface FrontDoorWish {
  readonly host: string;
  readonly port: number;
  readonly ports: Readonly<Record<ServiceName, number>>;
  readonly services: Readonly<Record<string, HealthSource>>;
  /** The folder of the built web client. */
  readonly webFolder: string;
  /** The caught mails, when mails are caught. */
  readonly mails?: MailStore;
}

/** The one port of the house, open. */
export interface FrontDoor {
  readonly url: string;
  close(): Promise<void>;
}

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
export async function openFrontDoor(wish: FrontDoorWish): Promise<FrontDoor> {
  const door = fastify({ logger: false, forceCloseConnections: true, routerOptions: { maxParamLength: 200 } });
  // Strict transport security is the word of whoever ends TLS in front of this port; services' answers keep their own headers.
  await door.register(helmet, { global: true, contentSecurityPolicy: CONTENT_SECURITY, strictTransportSecurity: false, crossOriginEmbedderPolicy: false });
  door.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    return problem(reply, status, status < 500 ? 'malformed' : 'fault', status < 500 ? error.message : 'Something went wrong');
  });
  showHealth(door, wish.services);
  showApiDocs(door, wish.ports);
  if (wish.mails) await showMails(door, wish.mails);
  await proxyServices(door, wish.ports);
  await serveWebClient(door, wish.webFolder);
  await door.listen({ host: wish.host, port: wish.port });
  return { url: urlOf(wish.host, portOf(door.server.address())), close: () => door.close() };
}

const portOf = (address: AddressInfo | string | null): number => (typeof address === 'object' && address ? address.port : 0);

const urlOf = (host: string, port: number): string => `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
