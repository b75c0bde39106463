import type { Election, Question } from '../election/election.js';
import { type Check, demand, type Verdict, verdict } from '../form/verdict.js';
import { type ProofBases, isMember } from '../group/arithmetic.js';
import { verifyDisjunction } from '../proofs/disjunction.js';
import { verifyKnowledge } from '../proofs/knowledge.js';
import type { Proof } from '../proofs/proof.js';
import { blankStatement, MARKS, marksOf, markStatement, type Statement, sumStatement } from './answer-statements.js';
import { ciphertextText } from './ciphertext.js';
import { type Answer, type Paper, readPaper } from './paper.js';

/** What a good paper tells: whose it is, under which tracker it stands, and the pairs to add up. */
export type PaperVerdict = Verdict<{ readonly paper: Paper }>;

/**
 * Verifies one paper completely: form, election, group membership of every element, every proof, the signature.
 * Whether its credential stands on the roll, and whether the paper was cast before, is the board's knowledge.
 */
export function verifyPaper(election: Election, bases: ProofBases, content: string | Uint8Array): PaperVerdict {
  return verdict(() => ({ paper: checkPaper(election, bases, content) }));
}

/** As {@link verifyPaper}; throws `RefusalError`. */
export function checkPaper(election: Election, bases: ProofBases, content: string | Uint8Array): Paper {
  const { arithmetic } = bases;
  const paper = readPaper(election, content, arithmetic.hexHash);
  // First what costs nothing: who sends noise is to pay for it, not we.
  demand(paper.statedHash === paper.signedHash, 'paper-hash', 'signature.hash', 'is not the hash of the paper');
  // The identity would let anybody sign (BALLOT_PROTOCOL 3).
  const credential = BigInt(paper.credential);
  demand(credential !== 1n && isMember(arithmetic, credential), 'paper-credential', 'credential', 'not a key of the group');
  const start = `${election.fingerprint}|${paper.credential}`;
  paper.answers.forEach((answer, index) => checkAnswer(bases, start, election.questions[index]!, answer, `answers[${index}]`));
  const isSigned = verifyKnowledge(arithmetic, credential, `sig|${paper.signedHash}|`, paper.signature);
  demand(isSigned, 'paper-signature', 'signature.proof', 'not signed with the credential');
  return paper;
}

function checkAnswer(bases: ProofBases, start: string, question: Question, answer: Answer, at: string): void {
  const { choices, markProofs, sumProof, blankProof } = answer;
  choices.forEach(({ alpha, beta }, cell) => {
    demand(isMember(bases.arithmetic, alpha), 'paper-group', `${at}.choices[${cell}].alpha`, 'not of the group');
    demand(isMember(bases.arithmetic, beta), 'paper-group', `${at}.choices[${cell}].beta`, 'not of the group');
  });
  const marks = marksOf(question, choices);
  const pairs = choices.map(ciphertextText);
  const check = ({ prefix, parts }: Statement, proofs: readonly Proof[], name: Check, place: string, claim: string): void => {
    const branches = parts.map(({ cell, value }) => ({ pair: cell === MARKS ? marks : choices[cell]!, value }));
    demand(verifyDisjunction(bases, prefix, branches, proofs), name, `${at}.${place}`, `not proven: ${claim}`);
  };
  pairs.forEach((pair, cell) =>
    check(markStatement(start, cell, pair), markProofs[cell]!, 'paper-mark-proof', `individual_proofs[${cell}]`, '0 or 1'),
  );
  check(
    sumStatement(start, question, pairs, marks),
    sumProof,
    'paper-sum-proof',
    'overall_proof',
    `${question.min} to ${question.max} marks`,
  );
  if (blankProof) check(blankStatement(start, pairs), blankProof, 'paper-blank-proof', 'blank_proof', 'blank only without marks');
}
