// Prints the OpenAPI document of one built service on standard output: node tools/lib/openapi-document.mjs SERVICE
// In a process of its own, because it stops the service half-way through its boot.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { createApiDocument } from '@plenum/service-kit';

const SECRET = 'x'.repeat(200);

/** Well-formed, and never used: in preview mode Nest makes no provider, so nothing is connected to. */
const INVENTED = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
  REDIS_URL: 'redis://127.0.0.1:1',
  JWKS_URL: 'http://127.0.0.1:1/jwks.json',
  SMTP_URL: 'smtp://127.0.0.1:1',
  PUBLIC_URL: 'http://127.0.0.1:1',
  MAIL_FROM: 'nobody@example.org',
  SIGNING_KEY: SECRET,
  EVENT_SIGNING_KEY: `-----BEGIN PRIVATE KEY-----${SECRET}`,
  EVENT_PUBLIC_KEYS: 'nobody:bm9uZQ==',
  OPERATOR_TOKEN: SECRET,
};

/** Thrown to leave the boot as soon as the application's endpoints are known. */
class EndpointsKnown extends Error {
  constructor(app) {
    super('The endpoints are known.');
    this.app = app;
  }
}

/** The service's application, its endpoints and nothing behind them. */
async function preview(service) {
  const { boot } = await import(pathToFileURL(path.resolve(import.meta.dirname, `../../apps/${service}/dist/boot.js`)).href);
  const create = NestFactory.create.bind(NestFactory);
  NestFactory.create = async (module) => {
    throw new EndpointsKnown(await create(module, new FastifyAdapter(), { preview: true, logger: ['error'], abortOnError: false }));
  };
  const environment = Object.fromEntries(Object.entries(INVENTED).map(([name, value]) => [`${service.toUpperCase()}_${name}`, value]));
  try {
    await boot(environment);
  } catch (reason) {
    if (reason instanceof EndpointsKnown) return reason.app;
    throw reason;
  }
  throw new Error(`apps/${service} booted without Nest.`);
}

const [service] = process.argv.slice(2);
const app = await preview(service);
app.setGlobalPrefix(`api/${service}`);
const { default: metadata } = await import(pathToFileURL(path.resolve(import.meta.dirname, `../../apps/${service}/dist/metadata.js`)).href);
process.stdout.write(JSON.stringify(await createApiDocument(app, service, metadata)));
process.exit(0); // What a module set up while it was described, such as a queue's timer, is of no use to anybody.
