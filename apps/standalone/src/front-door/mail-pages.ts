import type { FastifyInstance } from 'fastify';

import type { KeptMail, MailStore } from '../mail/mail-store.js';
import { escaped, page } from './page.js';

const THIS_MACHINE = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** `/mail`: the mails that would have gone out, newest first; as JSON at `/mail/messages`. Shown on this machine only: they hold one-time codes. */
export async function showMails(door: FastifyInstance, store: MailStore): Promise<void> {
  await door.register(async (pages) => {
    pages.addHook('onRequest', async (request, reply) => (THIS_MACHINE.includes(request.ip) ? undefined : reply.callNotFound()));
    addPages(pages, store);
  });
}

function addPages(door: FastifyInstance, store: MailStore): void {
  door.get('/mail', (_request, reply) => reply.type('text/html').send(page('Caught mails', tableOf(store.list()))));
  door.get('/mail/messages', () => ({ items: store.list(), total: store.list().length }));
  door.get<{ Params: { id: string } }>('/mail/:id', (request, reply) => {
    const mail = store.find(request.params.id);
    if (!mail) return reply.callNotFound();
    return reply.type('text/html').send(page(mail.subject || '(no subject)', bodyOf(mail)));
  });
  door.get<{ Params: { id: string } }>('/mail/:id/source', async (request, reply) => {
    if (!store.find(request.params.id)) return reply.callNotFound();
    return reply.type('text/plain; charset=utf-8').send(await store.raw(request.params.id));
  });
}

const tableOf = (mails: readonly KeptMail[]): string =>
  mails.length === 0
    ? '<p>No mail has been sent yet.</p>'
    : `<table><tr><th>Received</th><th>To</th><th>Subject</th></tr>${mails
        .map(({ id, receivedAt, to, subject }) => `<tr><td>${escaped(receivedAt)}</td><td>${escaped(to.join(', '))}</td><td><a href="/mail/${id}">${escaped(subject || '(no subject)')}</a></td></tr>`)
        .join('')}</table>`;

const bodyOf = ({ id, from, to, receivedAt, text, html }: KeptMail): string =>
  `<p>From ${escaped(from)} to ${escaped(to.join(', '))}, ${escaped(receivedAt)} · <a href="/mail/${id}/source">source</a> · <a href="/mail">all mails</a></p>
<pre>${escaped(text || html)}</pre>`;
