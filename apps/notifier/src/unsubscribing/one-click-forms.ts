import type { FastifyInstance } from 'fastify';

const FORM_BYTES_MAX = 4_096;

/** Takes the form by which mail programs ask (RFC 8058), in parts too: it says the same each time, and the address says the rest. */
export async function takeOneClickForms(fastify: FastifyInstance): Promise<void> {
  fastify.addContentTypeParser('multipart/form-data', { bodyLimit: FORM_BYTES_MAX, parseAs: 'string' }, (_request, _form, done) =>
    done(null, {}),
  );
}
