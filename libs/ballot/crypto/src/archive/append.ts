import type { ChainHead } from '../form/head.js';
import { hexHash } from '../group/hashing.js';
import type { SizedTally } from '../tally/encrypted-tally.js';
import { writeTally } from '../tally/encrypted-tally.js';
import { type Result, writeResult, writeWeight } from '../tally/result.js';
import type { BoardSetup } from './board.js';
import { type EventType, writeEvent } from './event.js';
import { writeArchiveHeader, writeRecord } from './record.js';

/** The end of an archive that is being written: all that is needed to append, so a service keeps it in one row. */
export interface ArchiveEnd {
  readonly timestampS: number;
  readonly head: ChainHead;
}

/** Bytes to add at the end of the file, in one transaction, and the end after them. */
export interface ArchiveAddition {
  readonly bytes: Uint8Array;
  readonly end: ArchiveEnd;
}

/** Opens an archive with everything that is fixed before the first paper (Setup). `timestampS` is in Unix seconds. */
export function startArchive(timestampS: number, { election, trustees, roll }: BoardSetup): ArchiveAddition {
  const setup = JSON.stringify({ election: hexHash(election), trustees: hexHash(trustees), credentials: hexHash(roll) });
  const { bytes, end } = append({ timestampS }, 'Setup', setup, [election, trustees, roll]);
  return { bytes: joined([writeArchiveHeader(timestampS), bytes]), end };
}

/** Appends a paper that was verified, is of the roll, and was not cast before (Ballot); its hash where it is known. */
export const appendPaper = (end: ArchiveEnd, paper: string, hash?: string): ArchiveAddition => append(end, 'Ballot', paper, [], hash);

/** Closes the ballot: no paper after this (EndBallots). */
export const appendClosing = (end: ArchiveEnd): ArchiveAddition => append(end, 'EndBallots');

/** Appends the sealed sum (EncryptedTally). */
export function appendTally(end: ArchiveEnd, { counted, totalWeight, tally }: SizedTally): ArchiveAddition {
  const sum = writeTally(tally);
  const sized = JSON.stringify({ num_tallied: counted, total_weight: writeWeight(totalWeight), encrypted_tally: hexHash(sum) });
  return append(end, 'EncryptedTally', sized, [sum]);
}

/** Appends a trustee's verified share (PartialDecryption). */
export function appendShare(end: ArchiveEnd, owner: number, share: string): ArchiveAddition {
  return append(end, 'PartialDecryption', JSON.stringify({ owner, payload: hexHash(share) }), [share]);
}

/** Appends the opened sum (Result). */
export const appendResult = (end: ArchiveEnd, result: Result): ArchiveAddition => append(end, 'Result', writeResult(result));

/** Any event with its payload and the records that the payload names; the functions above are the ones to use. */
export function append(
  end: { readonly timestampS: number; readonly head?: ChainHead },
  type: EventType,
  payload?: string,
  records: readonly string[] = [],
  hash = payload === undefined ? undefined : hexHash(payload),
): ArchiveAddition {
  const { timestampS } = end;
  const event = writeEvent(end.head, type, hash);
  const data = records.map((content) => writeRecord('data', content, timestampS));
  if (payload !== undefined) data.push(writeRecord('data', payload, timestampS, hash));
  return { bytes: joined([...data, writeRecord('event', event.text, timestampS, event.head.hash)]), end: { timestampS, head: event.head } };
}

/** Pieces of an archive as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
