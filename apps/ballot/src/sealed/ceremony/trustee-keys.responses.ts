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
