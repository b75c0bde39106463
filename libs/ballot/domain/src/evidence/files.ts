import type { DomainError } from '@plenum/kernel';
import { type Authority, organiserOrOfficer, resultRefusal } from '../policy/authority.js';
import type { Ballot } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { hasSealed } from '../rules/vocabulary.js';
import { isThreeWay } from '../sealed/sealed-questions.js';
import { chiefsMissing } from '../tally/signing.js';

/**
 * What can be fetched of a ballot as a file: two documents for people, the board and the log of its further proofs, and the evidence (证据包).
 */
export const BALLOT_FILES = ['result-notice', 'tally-sheet', 'archive', 'sidecar', 'evidence'] as const;
export type BallotFile = (typeof BALLOT_FILES)[number];

/** Null when the member may have the documents of a signed ballot: whoever may read its result. */
export const documentRefusal = (ballot: Ballot, by: Authority): DomainError | null => resultRefusal(ballot, by) ?? unsigned(ballot);

/**
 * Null when the member may have the evidence: organisers and officers, once the tally is signed. Nobody else, the codes desk
 * included: the result is in it before it is declared, and a paper filled in in an arranged way would prove a vote to whoever arranged it.
 */
export function evidenceRefusal(ballot: Ballot, by: Authority): DomainError | null {
  const denied = organiserOrOfficer(ballot, by);
  if (denied) return denied;
  return ballot.tally === null ? BallotErrors.signaturesMissing(chiefsMissing(ballot)) : unsigned(ballot);
}

/** The files that the member may fetch now. The board of a sealed ballot is everybody's from the opening on. */
export function filesFor(ballot: Ballot, by: Authority): readonly BallotFile[] {
  const hasBoard = hasSealed(ballot.channel) && ballot.openedAt !== null;
  const has: Record<BallotFile, boolean> = {
    'result-notice': documentRefusal(ballot, by) === null,
    'tally-sheet': documentRefusal(ballot, by) === null,
    archive: hasBoard,
    sidecar: hasBoard && isThreeWay(ballot),
    evidence: evidenceRefusal(ballot, by) === null,
  };
  return BALLOT_FILES.filter((file) => has[file]);
}

function unsigned(ballot: Ballot): DomainError | null {
  const missing = chiefsMissing(ballot);
  return missing.length > 0 ? BallotErrors.signaturesMissing(missing) : null;
}
