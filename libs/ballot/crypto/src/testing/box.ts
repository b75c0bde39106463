import { append, type ArchiveEnd, joined, startArchive } from '../archive/append.js';
import type { BoardSetup } from '../archive/board.js';
import type { EventType } from '../archive/event.js';
import { writeRecord } from '../archive/record.js';
import type { Roll } from '../credentials/roll.js';
import type { Election } from '../election/election.js';
import type { Arithmetic } from '../group/arithmetic.js';
import { hexHash } from '../group/hashing.js';
import type { Randomness } from '../group/randomness.js';
import { combine } from '../tally/combination.js';
import { sumEncryptedPapers, choicesOf, type SizedTally, writeTally } from '../tally/encrypted-tally.js';
import { openTally, type Result, writeResult, writeWeight } from '../tally/result.js';
import { type DecryptionFactors, makeShare, readShare } from '../tally/share.js';
import type { Trustees } from '../trustees/trustees.js';

const TIMESTAMP_S = 1_700_000_000;

/** What a ballot's archive is made of, and opened with. */
export interface BoxKeys {
  readonly arithmetic: Arithmetic;
  readonly election: Election;
  readonly trusteesText: string;
  readonly trustees: Trustees;
  readonly rollText: string;
  readonly roll: Roll;
  /** Private keys, by owner from 1: entry 0 is owner 1. */
  readonly trusteeSecrets: readonly bigint[];
  readonly random: Randomness;
}

/**
 * An archive in the making that takes anything: honest by default, and any event with any payload for a forger, always
 * with a right chain, since whoever runs the server can compute that.
 */
export class Box {
  readonly papers: string[] = [];
  readonly shares = new Map<number, DecryptionFactors>();
  private readonly pieces: Uint8Array[] = [];
  private end: ArchiveEnd;
  private sum: SizedTally | undefined;

  constructor(
    private readonly ballot: BoxKeys,
    forged: Partial<BoardSetup> = {},
  ) {
    const { election, trusteesText, rollText } = ballot;
    const started = startArchive(TIMESTAMP_S, { election: election.text, trustees: trusteesText, roll: rollText, ...forged });
    this.pieces.push(started.bytes);
    this.end = started.end;
  }

  get bytes(): Uint8Array {
    return joined(this.pieces);
  }

  get head(): ArchiveEnd['head'] {
    return this.end.head;
  }

  /** Any event: `records` are further data records it refers to. */
  event(type: EventType | string, payload?: string, ...records: readonly string[]): this {
    const { bytes, end } = append(this.end, type as EventType, payload, records);
    this.pieces.push(bytes);
    this.end = end;
    return this;
  }

  /** A record as it is, outside the chain. */
  record(kind: 'data' | 'event', content: string): this {
    this.pieces.push(writeRecord(kind, content, TIMESTAMP_S));
    return this;
  }

  /** An event spelled by the forger; the chain goes on from it. */
  spelledEvent(text: string): this {
    this.end = { timestampS: TIMESTAMP_S, head: { height: this.end.head.height + 1, hash: hexHash(text) } };
    return this.record('event', text);
  }

  /** A second Setup event. */
  setupAgain({ election, trustees, roll }: BoardSetup): this {
    const setup = JSON.stringify({ election: hexHash(election), trustees: hexHash(trustees), credentials: hexHash(roll) });
    return this.event('Setup', setup, election, trustees, roll);
  }

  cast(...papers: readonly string[]): this {
    for (const paper of papers) {
      this.papers.push(paper);
      this.event('Ballot', paper);
    }
    return this;
  }

  close(): this {
    return this.event('EndBallots');
  }

  /** The sum as it is, of the papers in this box. */
  get honestSum(): SizedTally {
    const { election, arithmetic, roll } = this.ballot;
    const credentials = this.papers.map((paper) => (JSON.parse(paper) as { credential: string }).credential);
    return (this.sum ??= sumEncryptedPapers(election, arithmetic, credentials, roll.weights, (index) => choicesOf(this.papers[index]!)));
  }

  /** The tally event, with other figures if a forger wants them; later shares and the result are of this sum. */
  tally(forged: Partial<SizedTally> = {}): this {
    const sum = { ...this.honestSum, ...forged };
    this.sum = sum;
    const text = writeTally(sum.tally);
    const sized = { num_tallied: sum.counted, total_weight: writeWeight(sum.totalWeight), encrypted_tally: hexHash(text) };
    return this.event('EncryptedTally', JSON.stringify(sized), text);
  }

  /** An owner's share, or another text in its place. */
  share(owner: number, text = this.shareText(owner)): this {
    return this.event('PartialDecryption', JSON.stringify({ owner, payload: hexHash(text) }), text);
  }

  /** What an owner's device makes. */
  shareText(owner: number): string {
    const { arithmetic, election, trusteeSecrets, trustees, random } = this.ballot;
    const text = makeShare(arithmetic, election.fingerprint, this.honestSum.tally, trusteeSecrets[owner - 1]!, random);
    this.shares.set(owner, readShare(arithmetic, election.fingerprint, this.honestSum.tally, trustees.keys[owner - 1]!.publicKey, text));
    return text;
  }

  /** The result as the shares open it. */
  get honestResult(): Result {
    const { arithmetic, trustees } = this.ballot;
    return openTally(arithmetic, this.honestSum, combine(arithmetic, trustees, this.shares));
  }

  decide(text = writeResult(this.honestResult)): this {
    return this.event('Result', text);
  }

  /** Closes, adds up, decrypts with these owners, decides. */
  finish(...owners: readonly number[]): this {
    this.close().tally();
    for (const owner of owners) this.share(owner);
    return this.decide();
  }
}
