import type { Election, Question } from '../election/election.js';
import { type ProofBases, modQ } from '../group/arithmetic.js';
import { shortHash } from '../group/hashing.js';
import { type Randomness, randomExponent, systemRandomness } from '../group/randomness.js';
import { type BranchWitness, proveDisjunction } from '../proofs/disjunction.js';
import { proveKnowledge } from '../proofs/knowledge.js';
import type { Proof } from '../proofs/proof.js';
import { writeProof } from '../proofs/proof.js';
import { blankStatement, MARKS, marksOf, markStatement, type Statement, sumStatement } from './answer-statements.js';
import { encrypt, ciphertextText } from './ciphertext.js';
import { type Answer, writeAnswer } from './paper.js';

/** The marks on one question: 1 or 0 for each answer, or a blank paper. */
export type Marks = readonly number[] | 'blank';

/** What the voter chose, one entry a question. */
export type Choices = readonly Marks[];

/** A paper ready to cast. */
export interface SealedPaper {
  readonly text: string;
  readonly tracker: string;
  readonly credential: string;
}

/** What is inside a cell and how it was sealed. Leaves this library never: it would prove the vote to a buyer. */
export interface CellOpening {
  readonly nonce: bigint;
  readonly inside: number;
}

/** Whether these choices may be sealed: 0 or 1 for each answer, from min to max marks, blank only where allowed. */
export function areChoicesAllowed({ questions }: Election, choices: Choices): boolean {
  return choices.length === questions.length && choices.every((marks, index) => isAllowed(questions[index]!, marks));
}

function isAllowed({ answers, min, max, blank }: Question, marks: Marks): boolean {
  if (marks === 'blank') return blank;
  const sum = marks.reduce((total, mark) => total + mark, 0);
  return marks.length === answers.length && marks.every((mark) => mark === 0 || mark === 1) && sum >= min && sum <= max;
}

/**
 * Seals, proves and signs a paper on the voter's device. Every exponentiation is of g or of the election's key.
 * @throws TypeError when the choices are not allowed: an unprovable paper cannot be made.
 */
export function sealPaper(
  election: Election,
  bases: ProofBases,
  secret: bigint,
  choices: Choices,
  random: Randomness = systemRandomness,
): SealedPaper {
  return sealPaperWithOpenings(election, bases, secret, choices, random).paper;
}

/** As {@link sealPaper}, with the openings: only for proofs that are made in the same breath (three-way marks). */
export function sealPaperWithOpenings(
  election: Election,
  bases: ProofBases,
  secret: bigint,
  choices: Choices,
  random: Randomness,
): { paper: SealedPaper; answers: readonly Answer[]; openings: readonly (readonly CellOpening[])[] } {
  if (!areChoicesAllowed(election, choices)) throw new TypeError('choices: not allowed by the questions');
  const credential = bases.g.power(secret).toString();
  const start = `${election.fingerprint}|${credential}`;
  const sealed = election.questions.map((question, index) => sealAnswer(bases, start, question, choices[index]!, random));
  const unsigned = {
    election_uuid: election.uuid,
    election_hash: election.fingerprint,
    credential,
    answers: sealed.map(({ answer }) => writeAnswer(answer)),
  };
  const hash = shortHash(JSON.stringify(unsigned));
  const proof = proveKnowledge(bases.arithmetic, secret, `sig|${hash}|`, random);
  const text = JSON.stringify({ ...unsigned, signature: { hash, proof: writeProof(proof) } });
  const paper = { text, tracker: shortHash(text), credential };
  return { paper, answers: sealed.map(({ answer }) => answer), openings: sealed.map(({ openings }) => openings) };
}

function sealAnswer(
  bases: ProofBases,
  start: string,
  question: Question,
  marks: Marks,
  random: Randomness,
): { answer: Answer; openings: readonly CellOpening[] } {
  const set = marks === 'blank' ? question.answers.map(() => 0) : marks;
  const insides = question.blank ? [marks === 'blank' ? 1 : 0, ...set] : set;
  const openings = insides.map((inside) => ({ inside, nonce: randomExponent(random) }));
  const choices = openings.map(({ inside, nonce }) => encrypt(bases, inside, nonce));
  const pairs = choices.map(ciphertextText);
  const inMarks = openings.slice(question.blank ? 1 : 0);
  const ofMarks: CellOpening = {
    inside: inMarks.reduce((sum, { inside }) => sum + inside, 0),
    nonce: modQ(inMarks.reduce((sum, { nonce }) => sum + nonce, 0n)),
  };
  const prove = ({ prefix, parts }: Statement): Proof[] => {
    const open = parts.map(({ cell, value }): BranchWitness => ({ ...(cell === MARKS ? ofMarks : openings[cell]!), value }));
    return proveDisjunction(bases, prefix, open, random);
  };
  const answer = {
    choices,
    markProofs: pairs.map((pair, cell) => prove(markStatement(start, cell, pair))),
    sumProof: prove(sumStatement(start, question, pairs, marksOf(question, choices))),
    ...(question.blank && { blankProof: prove(blankStatement(start, pairs)) }),
  };
  return { answer, openings };
}
