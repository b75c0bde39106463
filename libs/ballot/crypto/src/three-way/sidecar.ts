import type { Election } from '../election/election.js';
import type { ChainHead } from '../form/head.js';
import { textOf } from '../form/json.js';
import { EVENTS_MAX, QUESTIONS_MAX, SIDECAR_BYTES_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand, type Verdict, verdict } from '../form/verdict.js';
import type { ProofBases } from '../group/arithmetic.js';
import { hexHash, utf8 } from '../group/hashing.js';
import type { Paper } from '../paper/paper.js';
import { type Proof, readProof, writeProof } from '../proofs/proof.js';
import { sumsOfMarks, firstInvalidProof, isPair, type MarkPair } from './exclusivity-proof.js';

/**
 * The log of outside proofs: UTF-8 lines of canonical JSON, append-only, each naming the hash of the line before. Line 0
 * names the election and its pairs of questions; each further line a paper, in the order cast, with its proofs.
 */
export interface Sidecar {
  readonly pairs: readonly MarkPair[];
  readonly head: ChainHead;
  /** A line for each paper of the archive, not yet verified. */
  readonly lines: readonly string[];
}

/** The proofs that belong to a paper, with what they speak of: a line of the log, or what a voter's device sent along. */
export type MarksToCheck = { readonly pairs: readonly MarkPair[] } & ({ readonly line: string } | { readonly sent: string });

/** What a paper's line holds: per pair of questions, per person, a proof of two parts. */
export type MarkProofs = readonly (readonly (readonly Proof[])[])[];

/** What to append to the log, and its end after that. */
export interface SidecarAddition {
  readonly bytes: Uint8Array;
  readonly end: ChainHead;
}

/** The first line. @throws TypeError unless each pair is two questions over the same answers. */
export function startSidecar(election: Election, pairs: readonly MarkPair[]): SidecarAddition {
  if (pairs.length === 0 || !pairs.every((pair) => isPair(election, pair)))
    throw new TypeError('pairs: not questions over the same answers');
  const questions = pairs.map(({ approve, against }) => [approve, against]);
  return line(JSON.stringify({ version: 1, kind: 'ext1', election: election.fingerprint, pairs: questions }), 0);
}

/** A paper's line: append it together with the paper or not at all. `marks` is what the voter's device sent along. */
export function appendMarks(end: ChainHead, paper: string, marks: string): SidecarAddition {
  return line(`{"parent":"${end.hash}","height":${end.height + 1},"paper":"${hexHash(paper)}","proofs":${marks}}`, end.height + 1);
}

/** The proofs as the voter's device sends them. */
export const writeMarks = (proofs: MarkProofs): string =>
  JSON.stringify(proofs.map((persons) => persons.map((parts) => parts.map(writeProof))));

/** Verifies what a voter's device sent along with a paper that was verified just before. */
export function verifyMarks(
  election: Election,
  bases: ProofBases,
  pairs: readonly MarkPair[],
  paper: Paper,
  marks: string,
): Verdict<object> {
  return verdict(() => {
    checkProofs(election, bases, pairs, paper, StrictReader.canonical(marks, 'sidecar-form'));
    return {};
  });
}

/**
 * Reads a log for the papers of an archive, given by hash: the chain holds, it is of this election, and has one line for
 * each paper in order. The proofs are verified paper by paper ({@link checkMarks}). Throws `RefusalError`.
 */
export function readSidecar(log: Uint8Array, election: Election, papers: readonly string[]): Sidecar {
  demand(log.length <= SIDECAR_BYTES_MAX, 'sidecar-form', '', `more than ${SIDECAR_BYTES_MAX} bytes`);
  const lines = splitLines(log);
  const [first, ...rest] = lines;
  if (first === undefined) demand(false, 'sidecar-form', 'line 0', 'empty');
  const pairs = readFirst(first!, election);
  demand(rest.length === papers.length, 'sidecar-paper', 'lines', `${rest.length} lines for ${papers.length} papers`);
  rest.forEach((text, index) => {
    const at = `line ${index + 1}`;
    const { parent, height, paper } = StrictReader.canonical(text, 'sidecar-form', at).object('parent', 'height', 'paper', 'proofs');
    demand(parent.hash() === hexHash(lines[index]!), 'sidecar-chain', at, 'does not name the line before it');
    demand(height.count(EVENTS_MAX) === index + 1, 'sidecar-chain', at, 'height is not one more');
    demand(paper.hash() === papers[index], 'sidecar-paper', at, 'is not of the paper at this place of the archive');
  });
  return { pairs, lines: rest, head: { height: rest.length, hash: hexHash(lines[lines.length - 1]!) } };
}

/** Verifies the proofs for their paper. Throws `RefusalError`. */
export function checkMarks(election: Election, bases: ProofBases, paper: Paper, marks: MarksToCheck): void {
  const proofs =
    'sent' in marks
      ? StrictReader.canonical(marks.sent, 'sidecar-form')
      : StrictReader.canonical(marks.line, 'sidecar-form').object('parent', 'height', 'paper', 'proofs').proofs;
  checkProofs(election, bases, marks.pairs, paper, proofs);
}

function checkProofs(election: Election, bases: ProofBases, pairs: readonly MarkPair[], paper: Paper, place: StrictReader): void {
  const name = { fingerprint: election.fingerprint, tracker: paper.tracker };
  place.list(pairs.length).forEach((persons, index) => {
    const { approve, against } = pairs[index]!;
    const both = sumsOfMarks(paper.answers[approve]!.choices, paper.answers[against]!.choices);
    const proofs = persons.list(both.length).map((parts) => parts.list(2).map(readProof));
    const person = firstInvalidProof(bases, name, both, proofs);
    demand(person === -1, 'sidecar-proof', `${persons.at}[${person}]`, 'not proven: not both marks');
  });
}

function readFirst(text: string, election: Election): MarkPair[] {
  const fields = StrictReader.canonical(text, 'sidecar-form', 'line 0').object('version', 'kind', 'election', 'pairs');
  fields.version.exactly(1);
  fields.kind.exactly('ext1');
  demand(fields.election.value === election.fingerprint, 'sidecar-election', 'line 0', 'made for another election');
  const pairs = fields.pairs.list({ max: QUESTIONS_MAX }).map((place) => {
    const [approve, against] = place.list(2).map((question) => question.count(QUESTIONS_MAX));
    return { approve: approve!, against: against! };
  });
  const areRight = pairs.length > 0 && pairs.every((pair) => isPair(election, pair));
  demand(areRight, 'sidecar-election', 'line 0: pairs', 'not questions over the same answers');
  return pairs;
}

function splitLines(log: Uint8Array): string[] {
  const text = textOf(log, 'sidecar-form', '');
  demand(text.endsWith('\n'), 'sidecar-form', '', 'cut off');
  return text.slice(0, -1).split('\n');
}

const line = (text: string, height: number): SidecarAddition => ({ bytes: utf8(`${text}\n`), end: { height, hash: hexHash(text) } });
