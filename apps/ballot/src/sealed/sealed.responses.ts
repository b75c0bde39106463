import type { EventType } from '@plenum/ballot-crypto';
import type { Holding } from '@plenum/ballot-domain';

/** Whether a scrutineer's key is there. */
export class TrusteeKeyAnswer {
  memberId!: string;
  /** As the device sent it; null until then. */
  publicKey!: string | null;
}

/** The keys of the scrutineers, in the order of the trustees. */
export class TrusteeKeysAnswer {
  keys!: TrusteeKeyAnswer[];
  /** Of the list of all keys, for the scrutineers to read aloud to each other and compare; null until all are there. */
  fingerprint!: string | null;
}

/** How far the issuing of the papers is. */
export class CredentialsAnswer {
  /** Whether the reader has a paper. Which one, only the own device knows. */
  registered!: boolean;
  /** What the reader has to vote with, on whatever channel; null for nothing yet. */
  holds!: Holding | null;
  /** How many have a sealed paper (发出), on a device or by a slip. */
  registeredInAll!: number;
}

/** Proof that a paper is in the box. */
export class AcknowledgementAnswer {
  /** The paper's fingerprint, as it is found on the board. */
  tracker!: string;
  /** The how-manieth event of the board it is. */
  position!: number;
  /** The board's head with it. */
  head!: string;
  /** Ed25519, base64url, of `plenum-acknowledgement|<election fingerprint>|<tracker>|<position>|<head>`. */
  signature!: string;
}

/** The last line of the sidecar: at the height of the last paper on the board. */
export class SidecarHeadAnswer {
  height!: number;
  hash!: string;
}

/** Two questions of the election over the same candidates, by position from 0. */
export class QuestionPairAnswer {
  approve!: number;
  against!: number;
}

/** The end of the board: its hash fixes everything before it. For the screen in the hall and the minutes. */
export class BoardHeadAnswer {
  lastEvent!: EventType;
  height!: number;
  hash!: string;
  /** Papers on the board; where voting again is allowed, also those that no longer count. */
  papers!: number;
  electionFingerprint!: string;
  trusteesFingerprint!: string;
  rollFingerprint!: string;
  /** The end of the sidecar, where marks are three-way: fixes every line before it. */
  sidecar!: SidecarHeadAnswer | null;
  /** Public Ed25519 key of the acknowledgements, base64url; it stands in the election's description, too. */
  acknowledgementKey!: string;
}

/** What a device needs to seal a paper, to the byte as it stands on the board. */
export class BoardSetupAnswer {
  election!: string;
  trustees!: string;
  roll!: string;
  /** Whether a voter may cast again until the closing, the last paper counting: then the device keeps its secret until then. */
  revote!: boolean;
  /** Where marks are three-way: every paper must prove that it marks nobody in both questions of a pair. Empty otherwise. */
  pairs!: QuestionPairAnswer[];
}
