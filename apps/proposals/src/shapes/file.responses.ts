import type { AttachmentKind } from '@plenum/proposals-domain';

/** A file that was attached to show something. */
export class FileAnswer {
  id!: string;
  name!: string;
  kind!: AttachmentKind;
  bytes!: number;
  /** Of its bytes, in hexadecimal. */
  sha256!: string;
}
