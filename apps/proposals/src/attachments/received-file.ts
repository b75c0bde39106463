import { createHash, randomUUID } from 'node:crypto';
import { type Attachment, ATTACHMENT_LIMITS, attachmentName, ProposalErrors } from '@plenum/proposals-domain';
import type { UploadedFile } from '@plenum/service-kit';
import { fileKindOf } from './file-kind.js';

const MEBIBYTE = 1_048_576;

/** A file that came to the house, with its bytes. */
export interface ReceivedFile {
  readonly file: Attachment;
  readonly content: Buffer;
}

/**
 * Reads what is sent and tells from its bytes what it is.
 * @throws `proposals.attachment-empty`, `proposals.attachment-too-large`, `proposals.attachment-kind`
 */
export async function receivedFile(receive: () => Promise<UploadedFile>): Promise<ReceivedFile> {
  const { name: given, content } = await receive();
  if (content.length === 0) throw ProposalErrors.attachmentEmpty();
  if (content.length > ATTACHMENT_LIMITS.bytes) throw ProposalErrors.attachmentTooLarge(ATTACHMENT_LIMITS.bytes / MEBIBYTE);
  const kind = await fileKindOf(content, given);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { file: { id: randomUUID(), name: attachmentName(given, kind), kind, bytes: content.length, sha256 }, content };
}
