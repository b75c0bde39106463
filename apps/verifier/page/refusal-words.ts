import { type Check } from '@plenum/ballot-crypto';
import type { BundleCheck } from '../src/evidence/verify-bundle.js';

/** What is wrong, as people are told; the exact check stands beside it. */
export const REASONS = [
  'file',
  'chain',
  'setup',
  'paper',
  'papersTwice',
  'offRoll',
  'sum',
  'share',
  'result',
  'since',
  'sidecar',
  'bundle',
  'signatures',
  'figures',
  'lots',
  'access',
  'audit',
] as const;
export type Reason = (typeof REASONS)[number];

const EXACT: Partial<Record<Check | BundleCheck, Reason>> = {
  'paper-repeated': 'papersTwice',
  'paper-off-roll': 'offRoll',
  signatures: 'signatures',
  'archive-figures': 'figures',
  'sheets-figures': 'figures',
  'hands-figures': 'figures',
  record: 'figures',
  outcome: 'figures',
  lots: 'lots',
  access: 'access',
  'record-digest': 'signatures',
  'audit-chain': 'audit',
  'audit-facts': 'audit',
  'archive-election': 'setup',
};

const BY_BEGINNING: Readonly<Record<string, Reason>> = {
  archive: 'file',
  record: 'file',
  event: 'chain',
  setup: 'setup',
  election: 'setup',
  trustees: 'setup',
  trustee: 'setup',
  threshold: 'setup',
  roll: 'setup',
  paper: 'paper',
  tally: 'sum',
  share: 'share',
  result: 'result',
  since: 'since',
  sidecar: 'sidecar',
  ceremony: 'setup',
  bundle: 'bundle',
  manifest: 'bundle',
  part: 'bundle',
};

/** The words for a check; what is not known better is a file that is not as it should be. */
export const reasonFor = (check: string): Reason => EXACT[check as Check] ?? BY_BEGINNING[check.split('-')[0] ?? ''] ?? 'file';

/** In a bundle the archive's own check stands at the beginning of the reason. */
export const checkInside = (check: string, reason: string): string =>
  check === 'archive' ? (/^([a-z-]+): /.exec(reason)?.[1] ?? check) : check;

/** A hash as people compare it: groups of four. */
export const grouped = (text: string): string => text.match(/.{1,4}/g)?.join(' ') ?? '';
