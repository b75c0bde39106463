import type { PaperAction, PaperKind, PaperState } from '@plenum/congress-domain';

export class PaperVersionResponse {
  nth!: number;
  kind!: PaperKind;
  bytes!: number;
  /** Of its bytes, in hexadecimal. */
  sha256!: string;
  at!: string;
  sentAt!: string | null;
}

export class PaperResponse {
  id!: string;
  itemId!: string;
  title!: string;
  state!: PaperState;
  withdrawnFor!: string | null;
  /** The first first; whoever does not prepare the session sees what was sent out. */
  versions!: PaperVersionResponse[];
  /** Its newest version was not sent out in time, and keeps the session from opening without a reason. */
  late!: boolean;
  /** Whether the reader has opened the newest version that they see. */
  opened!: boolean;
  /** How many of those with a seat have opened the version sent out last; null for others than the secretariat. */
  readers!: number | null;
  allowedActions!: PaperAction[];
}

export class PapersResponse {
  sessionId!: string;
  /** Papers go out this many calendar days before the session. */
  days!: number;
  clause!: string;
  /** The last day on which they are in time, `YYYY-MM-DD`. */
  lastDay!: string;
  /** Those who have a seat in the session. */
  seated!: number;
  papers!: PaperResponse[];
  /** Whether the reader may bring in papers, and set the rule. */
  mayBring!: boolean;
  /** Goes with a change, which is refused where somebody else was first; 0 until a paper was brought in. */
  version!: number;
}

export class PaperReaderResponse {
  memberId!: string;
  name!: string;
  staffNo!: string;
  /** When they first opened the version sent out last; null while they did not. */
  openedAt!: string | null;
}

export class PaperReadersResponse {
  nth!: number;
  readers!: PaperReaderResponse[];
}
