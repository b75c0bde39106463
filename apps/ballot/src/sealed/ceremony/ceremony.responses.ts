import type { CeremonyRound, KeyScheme } from '@plenum/ballot-domain';

/** How far a scrutineer is. */
export class CeremonySeatAnswer {
  /** The number among the trustees, from 1: it stands in the certificate. */
  seat!: number;
  memberId!: string;
  /** The rounds in which the scrutineer has spoken; where each makes a key of the own, `key` once it is there. */
  given!: (CeremonyRound | 'key')[];
}

/** The making of the keys as everybody of the organisation may follow it. */
export class CeremonyAnswer {
  /**
   * `threshold`: any `sharesNeeded` of the scrutineers open the box, and their keys come of a ceremony in three rounds. `all`: each offers
   * a key of the own.
   */
  scheme!: KeyScheme;
  sharesNeeded!: number;
  seats!: CeremonySeatAnswer[];
  /** The round that is open (`key` where each offers one of the own); null once the keys are complete. */
  openRound!: CeremonyRound | 'key' | null;
  /** For whom the open round waits. */
  missing!: string[];
  /** What each device needs for its polynomial, in the order of the seats; null until all are there, and where there are none. */
  certificates!: string[] | null;
  /**
   * Of the list of certificates: the scrutineers read it aloud to each other before they go on. It shows a server that tells each of them
   * another list.
   */
  certificatesFingerprint!: string | null;
  /** Of the complete keys, as they will stand on the board: read aloud, too. Null until then. */
  trusteesFingerprint!: string | null;
}

/** What a scrutineer's device needs of the ceremony besides its seed, which is kept by nobody else. */
export class OwnCeremonyAnswer {
  seat!: number;
  /** Scrutineers in all. */
  size!: number;
  sharesNeeded!: number;
  /** What the device said so far. */
  certificate!: string | null;
  polynomial!: string | null;
  /**
   * What the others sealed for it, with everybody's commitments (`vinput`): to be checked by the device, which then gives its output. Null
   * until all polynomials are there.
   */
  input!: string | null;
  /** Holds the private half, sealed for the device itself: `openPrivateKey` opens it with the seed when the sums are opened. */
  output!: string | null;
}
