// One verdict, one list of checks, one set of limits.
export { CHECKS, type Check, type Refusal, type Verdict } from './form/verdict.js';
export * from './form/limits.js';
// The group and its arithmetic.
export { G, GROUP_NAME, P, Q } from './group/belenios-2048.js';
export { type Arithmetic, type ProofBases, proofBasesOf, challengeOf, type FixedBase, isMember } from './group/arithmetic.js';
export { BigIntArithmetic, type TableSize } from './group/bigint-arithmetic.js';
export { FixedBaseTableCache } from './group/fixed-base-table.js';
export { type HexHash, hexHash, shortHash, shortened } from './group/hashing.js';
export { type Randomness, systemRandomness } from './group/randomness.js';
// Codes, credentials, the roll.
export { type VotingCodeFault, makeVotingCode, normaliseVotingCode } from './credentials/voting-code.js';
export { deriveSecret, drawSecret, publicCredential } from './credentials/credential.js';
export { makeSlips, type PrintedSlip } from './credentials/slips.js';
export { type Roll, type RollEntry, verifyRoll, writeRoll } from './credentials/roll.js';
// The election and a paper of it.
export {
  cellsOf,
  type Election,
  type ElectionDraft,
  makeElectionId,
  type Question,
  verifyElection,
  writeElection,
} from './election/election.js';
export { areChoicesAllowed, type Choices, type Marks, type SealedPaper, sealPaper } from './paper/seal-paper.js';
export type { Paper } from './paper/paper.js';
export { marksLengthMax, paperLengthMax } from './paper/paper-size.js';
export { type PaperVerdict, verifyPaper } from './paper/verify-paper.js';
export type { Ciphertext } from './proofs/disjunction.js';
// Trustees: alone, and in a threshold group.
export {
  makeTrusteeKey,
  readPrivateKey,
  type TrusteeKey,
  trusteeKeyId,
  type TrusteeKeyPair,
  verifyTrusteeKey,
} from './trustees/trustee-key.js';
export { type Certificate, certificatesFingerprint, makeCertificate, type TrusteeSeat, verifyCertificate } from './trustees/certificate.js';
export { type CeremonyKeys, ceremonyKeys, makeSeed } from './trustees/channel.js';
export {
  acceptShares,
  type CeremonyTrustees,
  makePolynomial,
  openPrivateKey,
  routePolynomials,
  verifyOutput,
  verifyPolynomial,
} from './trustees/ceremony.js';
export type { Commitments } from './trustees/polynomial.js';
export { type Threshold, writeThreshold } from './trustees/threshold.js';
export { type TrusteeGroup, type Trustees, verifyTrustees, writeTrustees } from './trustees/trustees.js';
// The sum, the shares, the result.
export { sumEncryptedPapers, choicesOf, type EncryptedTally, lastPositions, type SizedTally } from './tally/encrypted-tally.js';
export { type DecryptionFactors, makeShare, verifyShare } from './tally/share.js';
export { combine, groupsLackingShares, type FactorsByOwner } from './tally/combination.js';
export { openTally, type Result } from './tally/result.js';
// The archive.
export {
  type ArchiveAddition,
  appendClosing,
  appendPaper,
  appendResult,
  appendShare,
  appendTally,
  type ArchiveEnd,
  joined,
  startArchive,
} from './archive/append.js';
export type { BallotState, EventType } from './archive/event.js';
export type { ChainHead } from './form/head.js';
export { type Board, type BoardPaper, type BoardSetup, verifyChain } from './archive/board.js';
export {
  type ArchiveOptions,
  marksToCheck,
  openArchive,
  verifyArchive,
  verifyOnePaper,
  VERIFIER_VERSION,
} from './archive/verify-archive.js';
export type { ArchiveVerdict, OpenedArchive, PaperOutcome, VerifiedArchive, Warning } from './archive/opened-archive.js';
export { concludeArchive, sumPapers } from './archive/conclude.js';
// Three-way marks and their log.
export { isPair, type MarkPair } from './three-way/exclusivity-proof.js';
export { appendMarks, type MarksToCheck, type Sidecar, type SidecarAddition, startSidecar, verifyMarks } from './three-way/sidecar.js';
export {
  marksToChoices,
  sealThreeWay,
  type ThreeWayCount,
  threeWayCounts,
  type ThreeWayMark,
  type ThreeWayPaper,
} from './three-way/seal-three-way.js';
