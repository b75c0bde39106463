import type { PushTrouble } from '@plenum/contracts';

/** A device on which one is told; its address is told to nobody. */
export class PushDeviceResponse {
  id: string;
  /** It is the one that asks. */
  isThis: boolean;
  createdAt: string;
  lastReachedAt: string | null;
  /** Why the last push did not get there; null where it did. */
  trouble: PushTrouble | null;
}

/** Where one is told by Web Push. */
export class PushResponse {
  /** The key that a browser asks to be given, as base64url; null where this house pushes nothing. */
  publicKey: string | null;
  devices: PushDeviceResponse[];
  devicesMax: number;
}

/** What became of a trial push. */
export class PushTrialResponse {
  /** Why it did not get there; null where the browser's service has taken it. */
  trouble: PushTrouble | null;
}
