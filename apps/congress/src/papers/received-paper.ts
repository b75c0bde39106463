import { createHash } from 'node:crypto';
import { type BroughtFile, CongressErrors, PAPER_LIMITS } from '@plenum/congress-domain';
import type { UploadedFile } from '@plenum/service-kit';
import { paperKindOf } from './paper-kind.js';

const MEBIBYTE = 1_048_576;

/** A file that was sent, as what it is. */
export interface ReceivedPaper {
  readonly file: BroughtFile;
  readonly content: Buffer;
}

/** Takes what is sent. @throws `congress.paper-kind`, `congress.paper-too-large` */
export async function receivedPaper(receive: () => Promise<UploadedFile>): Promise<ReceivedPaper> {
  const { content } = await receive();
  if (content.length > PAPER_LIMITS.bytes) throw CongressErrors.paperTooLarge(PAPER_LIMITS.bytes / MEBIBYTE);
  const kind = paperKindOf(content);
  return { file: { kind, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }, content };
}
