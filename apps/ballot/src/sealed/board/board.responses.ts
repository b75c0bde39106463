import type { EventType } from '@plenum/ballot-crypto';

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
