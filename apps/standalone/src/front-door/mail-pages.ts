import { createHash, timingSafeEqual } from 'node:crypto';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { KeptMail, MailStore } from '../mail/mail-store.js';
import { escaped, page } from './page.js';

/** The caught mails, and the word in their address that only whoever started the house has read. */
export interface MailPages {
  readonly store: MailStore;
  readonly secret: string;
}

const THIS_MACHINE = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
const NAMES_OF_THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];
/** What a proxy writes; to one on this machine everybody looks like this machine. */
const SIGNS_OF_A_PROXY = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/** Where the caught mails are shown, under the address of the house. */
export const mailAddress = (secret: string): string => `/mail/${secret}`;

/**
 * `/mail/<secret>`: the mails that would have gone out, newest first; as JSON at `/messages` below it. They hold one-time codes: shown to
 * who knows the secret, on this machine, under its own name and past no proxy; to everybody else there is nothing.
 */
export async function showMails(server: FastifyInstance, { store, secret }: MailPages): Promise<void> {
  await server.register(async (pages) => {
    pages.addHook<{ Params: { secret?: string } }>('onRequest', async (request, reply) => {
      if (!isHere(request) || !isSame(request.params.secret ?? '', secret)) return reply.callNotFound();
      return void reply.header('cache-control', 'no-store');
    });
    addPages(pages, store, mailAddress(secret));
  });
}

const isHere = ({ ip, socket, headers, hostname }: FastifyRequest): boolean =>
  [ip, socket.remoteAddress ?? ip].every((address) => THIS_MACHINE.includes(address)) &&
  NAMES_OF_THIS_MACHINE.includes(hostname.toLowerCase()) &&
  SIGNS_OF_A_PROXY.every((name) => headers[name] === undefined);

const isSame = (given: string, secret: string): boolean => timingSafeEqual(digestOf(given), digestOf(secret));

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

function addPages(server: FastifyInstance, store: MailStore, address: string): void {
  server.get('/mail/:secret', (_request, reply) => reply.type('text/html').send(page('Caught mails', tableOf(store.list(), address))));
  server.get('/mail/:secret/messages', () => ({ items: store.list(), total: store.list().length }));
  server.get<{ Params: { id: string } }>('/mail/:secret/:id', (request, reply) => {
    const mail = store.find(request.params.id);
    if (!mail) return reply.callNotFound();
    return reply.type('text/html').send(page(mail.subject || '(no subject)', bodyOf(mail, address)));
  });
  server.get<{ Params: { id: string } }>('/mail/:secret/:id/source', async (request, reply) => {
    if (!store.find(request.params.id)) return reply.callNotFound();
    return reply.type('text/plain; charset=utf-8').send(await store.raw(request.params.id));
  });
}

const tableOf = (mails: readonly KeptMail[], address: string): string =>
  mails.length === 0
    ? '<p>No mail has been sent yet.</p>'
    : `<table><tr><th>Received</th><th>To</th><th>Subject</th></tr>${mails
        .map(
          ({ id, receivedAt, to, subject }) =>
            `<tr><td>${escaped(receivedAt)}</td><td>${escaped(to.join(', '))}</td><td><a href="${address}/${id}">${escaped(subject || '(no subject)')}</a></td></tr>`,
        )
        .join('')}</table>`;

const bodyOf = ({ id, from, to, receivedAt, text, html }: KeptMail, address: string): string =>
  `<p>From ${escaped(from)} to ${escaped(to.join(', '))}, ${escaped(receivedAt)} ·
<a href="${address}/${id}/source">source</a> · <a href="${address}">all mails</a></p>
<pre>${escaped(text || html)}</pre>`;
