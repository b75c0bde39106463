import {
  type Arithmetic, type Bases, basesOf, type Election, type MarksToCheck, type PaperOutcome, verifyElection,
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

/** What a thread gets: papers of one election, whose frozen text makes threads independent of each other. */
export interface PaperTask {
  readonly election: string;
  readonly papers: readonly PaperToVerify[];
  /** Window of the tables for g and the election key. */
  readonly tableBits: number;
}

const arithmetics = new Map<number, Arithmetic>();
const elections = new Map<string, { readonly election: Election; readonly bases: Bases }>();

/** What the threads of the pool do. @throws TypeError on an election that is not one: its papers are not asked for. */
export function verifyPapers({ election: text, papers, tableBits }: PaperTask): PaperOutcome[] {
  const { election, bases } = elections.get(text) ?? prepare(text, tableBits);
  return papers.map(({ content, marks }) => verifyOnePaper(election, bases, content, marks));
}

function prepare(text: string, tableBits: number): { readonly election: Election; readonly bases: Bases } {
  const read = verifyElection(text);
  if (!read.ok) throw new TypeError(`election: ${read.check}`);
  const arithmetic = arithmetics.get(tableBits) ?? serverArithmetic({ bits: tableBits, tablesMax: ELECTIONS_MAX + 1 });
  arithmetics.set(tableBits, arithmetic);
  const prepared = { election: read.election, bases: basesOf(arithmetic, read.election.publicKey) };
  elections.set(text, prepared);
  if (elections.size > ELECTIONS_MAX) elections.delete(elections.keys().next().value!);
  return prepared;
}
