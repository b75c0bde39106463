import type { AttachmentKind } from '@plenum/proposals-domain';

/** A file of a proposal. */
export class AttachmentAnswer {
  id!: string;
  name!: string;
  kind!: AttachmentKind;
  bytes!: number;
  /** Of its bytes, in hexadecimal. */
  sha256!: string;
  at!: string;
}

export class AttachmentsAnswer {
  /** Of the proposal. */
  version!: number;
  items!: AttachmentAnswer[];
}
