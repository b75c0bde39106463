import type {} from '@fastify/multipart'; // Adds uploads to Fastify's types.
import { MalformedError } from '@plenum/kernel';
import type { FastifyRequest } from 'fastify';

const NAME_LENGTH_MAX = 200;
const BESIDES_TEXT = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A file that somebody sent. */
export interface UploadedFile {
  /** As a list shows it: one line of at most 200 characters, nothing invisible. */
  readonly name: string;
  readonly content: Buffer;
}

/** The schema of a form with one file, for the API document. */
export const ONE_FILE = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } };

/**
 * The one file of a request.
 * @param bytesMax where a larger one is to be seen as such and not refused by the body limit: only one byte more is read
 * @throws MalformedError where there is none
 */
export async function uploadedFile(request: FastifyRequest, bytesMax?: number): Promise<UploadedFile> {
  const limit = bytesMax === undefined ? {} : { throwFileSizeLimit: false, limits: { fileSize: bytesMax + 1 } };
  const file = request.isMultipart() ? await request.file(limit) : undefined;
  if (!file) throw new MalformedError([{ field: 'file', reason: 'required' }]);
  return { name: shownName(file.filename), content: await file.toBuffer() };
}

/** Of a name that is too long the middle is left out: its ending says what it is. */
function shownName(given: string): string {
  const letters = [...given.normalize('NFC').replace(/\s+/gu, ' ').replace(BESIDES_TEXT, '').replace(/ +/g, ' ').trim()];
  if (letters.length <= NAME_LENGTH_MAX) return letters.join('');
  return [...letters.slice(0, NAME_LENGTH_MAX / 2), '…', ...letters.slice(1 - NAME_LENGTH_MAX / 2)].join('');
}
