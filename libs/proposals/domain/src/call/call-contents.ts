import { ProposalErrors } from '../vocabulary/proposal.errors.js';

/** How many proposals are hoped for from one delegation. */
export interface DelegationTarget {
  readonly delegationId: string;
  readonly proposals: number;
}

/**
 * How many proposals a call hopes for: of each delegation, and of those for which another number is said. A wish, which refuses nothing.
 */
export interface CallTargets {
  /** Null where none is said. */
  readonly perDelegation: number | null;
  readonly ofDelegations: readonly DelegationTarget[];
}

/** What a call says besides its window and its rules. */
export interface CallContents {
  /** What proposals are asked for on (DOMAIN 2.3, row 31); one may be about something else. */
  readonly themes: readonly string[];
  /**
   * What is no matter for a proposal (P5: state secrets, scholarly questions, individual cases and so on), in the organisation's words.
   * Whoever hands one in confirms that theirs is none of these.
   */
  readonly exclusions: readonly string[];
  readonly targets: CallTargets;
}

/** How much a call may say. */
export const CONTENT_LIMITS = {
  themes: { most: 20, characters: 60 },
  exclusions: { most: 20, characters: 200 },
  target: { min: 0, max: 1000 },
  delegations: 500,
} as const;

/**
 * The contents as they are kept: without blanks around, the same not twice.
 * @throws `proposals.setting-out-of-range`
 */
export function contentsWith({ themes = [], exclusions = [], targets = NO_TARGETS }: Partial<CallContents>): CallContents {
  return { themes: listed('themes', themes), exclusions: listed('exclusions', exclusions), targets: checkedTargets(targets) };
}

/** The targets themselves when they are sound. @throws `proposals.setting-out-of-range` */
export function checkedTargets(targets: CallTargets): CallTargets {
  const { perDelegation, ofDelegations } = targets;
  const isTwice = new Set(ofDelegations.map(({ delegationId }) => delegationId)).size < ofDelegations.length;
  const isSound = (perDelegation === null || isTarget(perDelegation)) && ofDelegations.every(({ proposals }) => isTarget(proposals));
  if (isTwice || !isSound || ofDelegations.length > CONTENT_LIMITS.delegations) throw ProposalErrors.settingOutOfRange('targets');
  return targets;
}

/** How many are hoped for from a delegation; null where nothing is said. */
export function targetOf({ perDelegation, ofDelegations }: CallTargets, delegationId: string): number | null {
  return ofDelegations.find((one) => one.delegationId === delegationId)?.proposals ?? perDelegation;
}

const NO_TARGETS: CallTargets = { perDelegation: null, ofDelegations: [] };

function listed(part: 'themes' | 'exclusions', said: readonly string[]): readonly string[] {
  const { most, characters } = CONTENT_LIMITS[part];
  const lines = [...new Set(said.map((line) => line.trim()))].filter((line) => line !== '');
  if (lines.length > most || lines.some((line) => [...line].length > characters)) throw ProposalErrors.settingOutOfRange(part);
  return lines;
}

function isTarget(proposals: number): boolean {
  const { min, max } = CONTENT_LIMITS.target;
  return Number.isInteger(proposals) && proposals >= min && proposals <= max;
}
