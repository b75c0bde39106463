/** What may be attached, told from the bytes. Nothing in which programs are usual: no archives, no old office files, no web pages. */
export const ATTACHMENT_KINDS = ['pdf', 'docx', 'xlsx', 'pptx', 'jpg', 'png', 'webp', 'txt', 'csv'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** How many files a text, or a reply, has at most, how large each is, how long its name. */
export const ATTACHMENT_LIMITS = { files: 10, bytes: 10 * 1024 * 1024, nameLength: 120 } as const;

/** A file that belongs to a text, a reply or a promise; its bytes are kept elsewhere. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly bytes: number;
  readonly sha256: string;
}
