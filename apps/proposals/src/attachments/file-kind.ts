import { ATTACHMENT_KINDS, type AttachmentKind, ProposalErrors } from '@plenum/proposals-domain';
import { fileTypeFromBuffer } from 'file-type/core';

const TEXTS = ['txt', 'csv'] as const;
const ENCODINGS = ['utf-8', 'gb18030'] as const;

/**
 * What a file is, told from its bytes, whatever it is called. A text has no mark in its bytes: it is one that is called `.txt` or `.csv`,
 * is known as nothing else, and reads as UTF-8 or GB18030 without a control character. @throws `proposals.attachment-kind`
 */
export async function fileKindOf(content: Buffer, name: string): Promise<AttachmentKind> {
  const known = await fileTypeFromBuffer(content).catch(() => undefined);
  const kind = known ? ATTACHMENT_KINDS.find((one) => one === known.ext) : TEXTS.find((one) => name.toLowerCase().endsWith(`.${one}`));
  if (!kind || (!known && !isText(content))) throw ProposalErrors.attachmentKind(ATTACHMENT_KINDS.join(', '));
  return kind;
}

const isText = (content: Buffer): boolean =>
  ENCODINGS.some((encoding) => {
    try {
      return !/[^\P{Cc}\t\r\n]/u.test(new TextDecoder(encoding, { fatal: true }).decode(content));
    } catch {
      return false;
    }
  });
