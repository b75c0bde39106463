import type { Holding } from '@plenum/ballot-domain';

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
