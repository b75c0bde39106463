import { workerData } from 'node:worker_threads';
import {
  type Arithmetic,
  type ProofBases,
  proofBasesOf,
  type Board,
  type Election,
  type MarksToCheck,
  openArchive,
  type PaperOutcome,
  type SizedTally,
  sumPapers,
  type Verdict,
  verifyElection,
  verifyOnePaper,
} from '@plenum/ballot-crypto';
import { serverArithmetic } from './openssl-arithmetic.js';

/** Elections whose tables a thread keeps; a table of 10 bits takes 7 MB. */
const ELECTIONS_MAX = 4;

/** A paper to verify, with its outside proof where its ballot has one. */
export interface PaperToVerify {
  readonly content: Uint8Array;
  readonly marks?: MarksToCheck;
}

/** What a thread is started with. */
export interface ThreadStart {
  readonly tableBits: number;
}

/** What a thread gets: papers of one election, whose frozen text makes threads independent of each other. */
export interface PaperTask {
  readonly election: string;
  readonly papers: readonly PaperToVerify[];
  /** Window of the tables for g and the election key. */
  readonly tableBits: number;
}

/** What a thread gets to add up: an archive whose papers were verified one by one, as they came. */
export interface SumTask {
  readonly archive: Uint8Array;
  readonly tableBits: number;
}

/** An archive's sum, still sealed, and where the archive ends. */
export type SummedArchive = Pick<Board, 'timestampS' | 'head' | 'shares'> & {
  readonly fingerprint: string;
  /** Papers on the board, those that were replaced included. */
  readonly papers: number;
  readonly sum: SizedTally;
};

const arithmetics = new Map<number, Arithmetic>();
const elections = new Map<string, { readonly election: Election; readonly bases: ProofBases }>();

/** Answers once a thread has loaded this file. */
export const hasStarted = (): boolean => true;

/** What the threads of the pool do. @throws TypeError on an election that is not one: its papers are not asked for. */
export function verifyPapers({ election: text, papers, tableBits }: PaperTask): PaperOutcome[] {
  const { election, bases } = elections.get(text) ?? prepare(text, tableBits);
  return papers.map(({ content, marks }) => verifyOnePaper(election, bases, content, marks));
}

/** Reads an archive strictly and adds its papers up; their proofs are not asked for again. */
export function sumArchive({ archive, tableBits }: SumTask): Verdict<SummedArchive> {
  const opened = openArchive(archive, { arithmetic: arithmeticOf(tableBits) });
  if (!opened.ok) return opened;
  const {
    board: { timestampS, head, shares, papers },
    election: { fingerprint },
  } = opened;
  const decoder = new TextDecoder();
  const credentials = papers.map(({ content }) => (JSON.parse(decoder.decode(content)) as { credential: string }).credential);
  return { ok: true, timestampS, head, shares, fingerprint, papers: papers.length, sum: sumPapers(opened, credentials) };
}

function prepare(text: string, tableBits: number): { readonly election: Election; readonly bases: ProofBases } {
  const read = verifyElection(text);
  if (!read.ok) throw new TypeError(`election: ${read.check}`);
  const prepared = { election: read.election, bases: proofBasesOf(arithmeticOf(tableBits), read.election.publicKey) };
  elections.set(text, prepared);
  if (elections.size > ELECTIONS_MAX) elections.delete(elections.keys().next().value!);
  return prepared;
}

function arithmeticOf(tableBits: number): Arithmetic {
  const arithmetic = arithmetics.get(tableBits) ?? serverArithmetic({ bits: tableBits, tablesMax: ELECTIONS_MAX + 1 });
  arithmetics.set(tableBits, arithmetic);
  return arithmetic;
}

// A thread makes its arithmetic as it starts, beside whoever reads the papers it will get.
const { tableBits } = (workerData ?? {}) as Partial<ThreadStart>;
if (tableBits !== undefined) arithmeticOf(tableBits);
