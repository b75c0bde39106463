import { FileAnswer } from '../shapes/file.responses.js';

/** The files that lie with a draft, or with a promise that is still owed. */
export class EvidenceAnswer {
  /** Of the draft, or the promise: to be sent with the next change. */
  version!: number;
  /** The first first. */
  files!: FileAnswer[];
}
