import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AttachmentFile } from './attachment-file.query.js';

/** Whatever it is, nothing in it runs, loads or is framed. */
const INERT = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** A file to be kept, never shown in place: the headers of its answer, and its bytes. */
export function keptFile(reply: FastifyReply, { name, kind, content }: AttachmentFile): StreamableFile {
  void reply.headers({ 'content-security-policy': INERT, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  const disposition = `attachment; filename="attachment.${kind}"; filename*=UTF-8''${encoded}`;
  return new StreamableFile(content, { type: 'application/octet-stream', length: content.length, disposition });
}
