import type { ArchiveVerdict, PaperOutcome, Refusal } from '@plenum/ballot-crypto';
import type { BundleVerdict } from '../src/evidence/verify-bundle.js';

/** A file as it was chosen, with the log of outside proofs where there is one, and the head that it must extend. */
export interface Chosen {
  readonly archive: Uint8Array;
  readonly sidecar?: Uint8Array;
  readonly since?: string;
}

/** What one worker is asked to do. Every second, third, ... paper is a worker's own: all open the archive, none waits for another. */
export type Order =
  | { readonly kind: 'papers'; readonly chosen: Chosen; readonly part: number; readonly parts: number }
  | { readonly kind: 'conclusion'; readonly chosen: Chosen; readonly outcomes: readonly PaperOutcome[] }
  | { readonly kind: 'bundle'; readonly bundle: Uint8Array }
  | { readonly kind: 'archive-verdict'; readonly verdict: ArchiveVerdict };

/** Outcomes by the place of their paper. */
export type PartOutcomes = readonly (readonly [place: number, outcome: PaperOutcome])[];

/** What a worker tells: how far it is, what it found, what it needs, or that the archive cannot even be opened. */
export type Report =
  | { readonly kind: 'progress'; readonly total: number }
  | { readonly kind: 'outcomes'; readonly outcomes: PartOutcomes }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'verdict'; readonly verdict: ArchiveVerdict }
  | { readonly kind: 'archive-asked'; readonly chosen: Chosen }
  | { readonly kind: 'bundle-verdict'; readonly verdict: BundleVerdict }
  | { readonly kind: 'fault'; readonly message: string };
