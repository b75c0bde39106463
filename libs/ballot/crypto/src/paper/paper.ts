import { type Election, type Question, cellsOf } from '../election/election.js';
import { PAPER_BYTES_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand } from '../form/verdict.js';
import { textOf } from '../form/json.js';
import { type HexHash, shortened } from '../group/hashing.js';
import type { Ciphertext } from '../proofs/disjunction.js';
import { type Proof, readProof, writeProof } from '../proofs/proof.js';
import { readCiphertext, writeCiphertext } from './ciphertext.js';

/** The sealed answer to one question. With blank allowed, `choices` has the blank mark in front. */
export interface Answer {
  readonly choices: readonly Ciphertext[];
  /** For each choice: it encrypts 0 or 1. */
  readonly markProofs: readonly (readonly Proof[])[];
  /** The marks add up to min..max; where blank is allowed: or the paper is blank. */
  readonly sumProof: readonly Proof[];
  /** Where blank is allowed: not blank, or no mark. */
  readonly blankProof?: readonly Proof[];
}

/** A paper as it was read: its form is right, its proofs are not checked. */
export interface Paper {
  readonly credential: string;
  readonly answers: readonly Answer[];
  /** What the signature signs, as the paper states it and as it should be. */
  readonly statedHash: string;
  readonly signedHash: string;
  readonly signature: Proof;
  /** b64 of the whole paper: what the voter keeps and finds on the board. */
  readonly tracker: string;
}

/** How many parts the sum proof of a question has. */
export const sumProofParts = ({ min, max, blank }: Question): number => max - min + 1 + (blank ? 1 : 0);

/** An answer in canonical form (BALLOT_PROTOCOL 2.4). */
export function writeAnswer({ choices, markProofs, sumProof, blankProof }: Answer): object {
  return {
    choices: choices.map(writeCiphertext),
    individual_proofs: markProofs.map((proofs) => proofs.map(writeProof)),
    overall_proof: sumProof.map(writeProof),
    ...(blankProof && { blank_proof: blankProof.map(writeProof) }),
  };
}

/**
 * Reads a paper of this election. Only the exact form of each question is taken: the foreign tool would take an answer
 * without its blank ciphertext, which then blocks the tally for good (BALLOT_PROTOCOL 3). Throws `RefusalError`.
 */
export function readPaper(election: Election, content: string | Uint8Array, hexHash: HexHash): Paper {
  demand(content.length <= PAPER_BYTES_MAX, 'paper-size', '', `more than ${PAPER_BYTES_MAX} bytes`);
  const text = typeof content === 'string' ? content : textOf(content, 'paper-form', '');
  const paper = StrictReader.canonical(text, 'paper-form').object('election_uuid', 'election_hash', 'credential', 'answers', 'signature');
  const isOfElection = paper.election_uuid.value === election.uuid && paper.election_hash.value === election.fingerprint;
  demand(isOfElection, 'paper-election', 'election_hash', 'made for another election');
  const answers = paper.answers.list(election.questions.length).map((place, index) => readAnswer(election.questions[index]!, place));
  const { hash, proof } = paper.signature.object('hash', 'proof');
  return {
    credential: paper.credential.decimal().toString(),
    answers,
    statedHash: hash.text(64),
    signedHash: shortened(hexHash(`${text.slice(0, text.lastIndexOf(',"signature":'))}}`)),
    signature: readProof(proof),
    tracker: shortened(hexHash(text)),
  };
}

function readAnswer(question: Question, place: StrictReader): Answer {
  const cells = cellsOf(question);
  const fields = question.blank
    ? place.object('choices', 'individual_proofs', 'overall_proof', 'blank_proof')
    : place.object('choices', 'individual_proofs', 'overall_proof');
  const blankProof = 'blank_proof' in fields ? (fields.blank_proof as StrictReader) : undefined;
  return {
    choices: fields.choices.list(cells).map(readCiphertext),
    markProofs: fields.individual_proofs.list(cells).map((proofs) => proofs.list(2).map(readProof)),
    sumProof: fields.overall_proof.list(sumProofParts(question)).map(readProof),
    ...(blankProof && { blankProof: blankProof.list(2).map(readProof) }),
  };
}
