import { type Fraction, needed, reaches } from '@plenum/kernel';
import type { Clause } from '../presets/floors.js';
import { presetOf } from '../presets/presets.js';
import type { Ballot } from '../record/ballot.js';
import type { KindRules } from '../rules/adopted-rules.js';
import { gateRulesOf } from '../rules/rules.js';

/** How many of the roll were there at a moment, and whether they were a quorum. */
export interface QuorumAt {
  readonly present: number;
  readonly holds: boolean;
}

/** The quorum as it was proven: when the papers were issued, and once more at the close (DOMAIN 6.3, example 3). */
export interface QuorumProof {
  readonly rule: Fraction;
  readonly needed: number;
  readonly atOpening: QuorumAt;
  /** Null until the voting is closed, and where nobody signs in. */
  readonly atClose: QuorumAt | null;
  /** Where the source of the ballot's preset asks the quorum; null without one. */
  readonly clause: Clause | null;
}

/**
 * The proof of a ballot's quorum; null where its rules ask none, and until it is opened. Only the opening decides: the sources ask a quorum
 * to hold the vote, and who voted and left has voted. A quorum lost by the close is told with its clause, and it is the meeting's to judge.
 */
export function quorumProofOf(
  ballot: KindRules & Pick<Ballot, 'preset' | 'roll' | 'present' | 'atOpening' | 'reconciliation'>,
): QuorumProof | null {
  const { roll, reconciliation } = ballot;
  // Late arrivals are present, too, and were not when the quorum was proven.
  const present = ballot.atOpening?.present ?? ballot.present;
  const { quorum: rule } = gateRulesOf(ballot);
  if (rule === null || roll === null || present === null) return null;
  const at = (there: number): QuorumAt => ({ present: there, holds: reaches(there, rule, roll) });
  const atClose = reconciliation?.presentAtClose ?? null;
  const clause = presetOf(ballot.preset)?.floors.find(({ asks }) => asks === 'quorum')?.clause ?? null;
  return { rule, needed: needed(rule, roll), atOpening: at(present), atClose: atClose === null ? null : at(atClose), clause };
}
