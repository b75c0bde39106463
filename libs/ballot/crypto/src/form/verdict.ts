/**
 * The name of every check of this library. A verifier that refuses names exactly one of them; the names are stable,
 * translators and scrutineers' pages rely on them.
 */
export const CHECKS = [
  // The archive as a file (BALLOT_PROTOCOL 2.5).
  'archive-size',
  'archive-record',
  'archive-header',
  'record-hash',
  'record-unused',
  // The chain of events.
  'event-form',
  'event-parent',
  'event-height',
  'event-payload',
  'event-order',
  'event-missing',
  'event-repeated',
  // What was fixed before the first paper.
  'setup-form',
  'election-form',
  'election-group',
  'election-question',
  'election-key',
  'trustees-form',
  'trustee-key',
  'trustee-proof',
  'trustee-repeated',
  'threshold-certificate',
  'threshold-coefficients',
  'threshold-signature',
  'threshold-key',
  'roll-form',
  'roll-credential',
  'roll-identity',
  'roll-repeated',
  // One paper.
  'paper-size',
  'paper-form',
  'paper-election',
  'paper-credential',
  'paper-group',
  'paper-mark-proof',
  'paper-sum-proof',
  'paper-blank-proof',
  'paper-hash',
  'paper-signature',
  'paper-off-roll',
  'paper-repeated',
  // The sum, the shares, the result.
  'tally-form',
  'tally-product',
  'tally-count',
  'tally-weight',
  'share-form',
  'share-owner',
  'share-repeated',
  'share-group',
  'share-proof',
  'result-form',
  'result-shares',
  'result-value',
  // An earlier snapshot, and the log of outside proofs.
  'since-snapshot',
  'since-extension',
  'sidecar-form',
  'sidecar-chain',
  'sidecar-election',
  'sidecar-paper',
  'sidecar-proof',
  // Messages of the key ceremony.
  'ceremony-message',
  'ceremony-secret',
] as const;

/** One of {@link CHECKS}. */
export type Check = (typeof CHECKS)[number];

/** A verifier's no: which check, where in the input, and why in a sentence for a log (English, never a secret). */
export interface Refusal {
  readonly ok: false;
  readonly check: Check;
  readonly at: string;
  readonly reason: string;
}

/** A verifier's answer. */
export type Verdict<T> = ({ readonly ok: true } & T) | Refusal;

/** Travels inside the library only: {@link verdict} turns it into an answer at every public `verify*`. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';

  constructor(
    readonly check: Check,
    readonly at: string,
    readonly reason: string,
  ) {
    super(`${check} at ${at}: ${reason}`);
  }
}

/** Refuses; the return type lets it stand where a value is expected. */
export function refuse(check: Check, at: string, reason: string): never {
  throw new RefusalError(check, at, reason);
}

/** Refuses unless `holds`. */
export function demand(holds: boolean, check: Check, at: string, reason: string): asserts holds {
  if (!holds) throw new RefusalError(check, at, reason);
}

/** Runs a verification; a refusal becomes the answer. Anything else thrown is a fault of ours and stays one. */
export function verdict<T extends object>(verify: () => T): Verdict<T> {
  try {
    return { ok: true, ...verify() };
  } catch (problem) {
    if (problem instanceof RefusalError) return { ok: false, check: problem.check, at: problem.at, reason: problem.reason };
    throw problem;
  }
}

/** Names the place around a verification that only knows the place inside. */
export function within<T>(place: string, verify: () => T): T {
  try {
    return verify();
  } catch (problem) {
    if (problem instanceof RefusalError)
      throw new RefusalError(problem.check, problem.at ? `${place}: ${problem.at}` : place, problem.reason);
    throw problem;
  }
}
