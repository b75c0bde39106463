import type { ChainHead } from '../form/head.js';
import { textOf } from '../form/json.js';
import { EVENTS_MAX, PAPER_BYTES_MAX, TRUSTEES_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand, refuse, type Verdict, verdict } from '../form/verdict.js';
import { type HexHash, shortened } from '../group/hashing.js';
import { readWeight } from '../tally/result.js';
import { type ArchiveEvent, type BallotState, demandOrder, type EventType, readEvent, STATE_AFTER } from './event.js';
import { type ArchiveRecord, readRecords } from './record.js';

/** What was fixed before the first paper, as texts. */
export interface BoardSetup {
  readonly election: string;
  readonly trustees: string;
  readonly roll: string;
}

/** A paper as it stands on the board. */
export interface BoardPaper {
  /** Hexadecimal SHA-256: the sidecar names papers so. */
  readonly hash: string;
  /** The same hash as the voter sees it. */
  readonly tracker: string;
  readonly content: Uint8Array;
  readonly at: string;
}

/** The tally as it is stored, to be compared with the sum of the papers. */
export interface StoredTally {
  readonly counted: number;
  readonly totalWeight: number;
  readonly text: string;
  readonly at: string;
}

/** A share as it is stored. */
export interface StoredShare {
  readonly owner: number;
  readonly text: string;
  readonly at: string;
}

/** An archive whose form, chain and order of events are right; what its contents claim is not checked yet. */
export interface Board {
  readonly timestampS: number;
  readonly state: BallotState;
  readonly head: ChainHead;
  /** The hash of each event by height: an earlier head must be among them. */
  readonly chain: readonly string[];
  readonly setup: BoardSetup;
  readonly papers: readonly BoardPaper[];
  readonly tally?: StoredTally;
  readonly shares: readonly StoredShare[];
  readonly result?: { readonly text: string; readonly at: string };
}

/** Reads the board of an archive without checking what it claims. */
export function verifyChain(archive: Uint8Array): Verdict<{ readonly board: Board }> {
  return verdict(() => ({ board: readBoard(archive) }));
}

/**
 * Reads an archive: the form of every byte, the chain of events, their order, and that every record serves the event
 * right after it. A payload must stand between its event and the one before: nothing lies about unused. Throws `RefusalError`.
 */
export function readBoard(archive: Uint8Array, hash?: HexHash): Board {
  const { timestampS, records } = readRecords(archive, hash);
  const reader = new BoardReader();
  for (const record of records) reader.take(record);
  return { timestampS, ...reader.finish() };
}

class BoardReader {
  private readonly unused = new Map<string, ArchiveRecord>();
  private readonly seen = new Set<EventType>();
  private readonly chain: string[] = [];
  private readonly papers: BoardPaper[] = [];
  private readonly shares: StoredShare[] = [];
  private last: EventType | undefined;
  private head: ChainHead | undefined;
  private setup: BoardSetup | undefined;
  private tally: StoredTally | undefined;
  private result: { readonly text: string; readonly at: string } | undefined;

  take(record: ArchiveRecord): void {
    if (record.kind === 'event') return this.takeEvent(record);
    demand(!this.unused.has(record.hash), 'record-unused', this.nextEvent, 'the same record twice');
    this.unused.set(record.hash, record);
  }

  finish(): Omit<Board, 'timestampS'> {
    demand(this.unused.size === 0, 'record-unused', this.nextEvent, 'a record after the last event');
    if (!this.head || !this.last || !this.setup) return refuse('event-missing', this.nextEvent, 'no Setup event');
    const { head, last, setup, chain, papers, shares, tally, result } = this;
    return { state: STATE_AFTER[last], head, chain, setup, papers, shares, ...(tally && { tally }), ...(result && { result }) };
  }

  private get nextEvent(): string {
    return `event ${this.chain.length}`;
  }

  private takeEvent({ hash, content }: ArchiveRecord): void {
    const at = this.nextEvent;
    demand(this.chain.length < EVENTS_MAX, 'archive-size', at, `more than ${EVENTS_MAX} events`);
    const event = readEvent(textOf(content, 'event-form', at), this.head, at);
    demandOrder(this.seen, this.last, event.type, at);
    this.takePayload(event, at);
    demand(this.unused.size === 0, 'record-unused', at, 'a record that the event does not name');
    this.seen.add(event.type);
    this.last = event.type;
    this.head = { height: event.height, hash };
    this.chain.push(hash);
  }

  private takePayload({ type, payload }: ArchiveEvent, at: string): void {
    if (type === 'EndBallots') return demand(payload === undefined, 'event-payload', at, 'EndBallots has a payload');
    if (payload === undefined) return refuse('event-payload', at, `${type} has no payload`);
    const record = this.use(payload, at);
    if (type === 'Ballot') return this.takePaper(record, at);
    const text = textOf(record.content, 'event-payload', at);
    if (type === 'Result') this.result = { text, at };
    else if (type === 'Setup') this.takeSetup(text, at);
    else if (type === 'EncryptedTally') this.takeTally(text, at);
    else this.takeShare(text, at);
  }

  private takePaper({ hash, content }: ArchiveRecord, at: string): void {
    demand(content.length <= PAPER_BYTES_MAX, 'paper-size', at, `more than ${PAPER_BYTES_MAX} bytes`);
    this.papers.push({ hash, tracker: shortened(hash), content, at });
  }

  private takeSetup(text: string, at: string): void {
    const { election, trustees, credentials } = StrictReader.canonical(text, 'setup-form', at).object(
      'election',
      'trustees',
      'credentials',
    );
    const [first, second, third] = [election, trustees, credentials].map((place) =>
      textOf(this.use(place.hash(), at).content, 'setup-form', at),
    );
    this.setup = { election: first!, trustees: second!, roll: third! };
  }

  private takeTally(text: string, at: string): void {
    const fields = StrictReader.canonical(text, 'tally-form', at).object('num_tallied', 'total_weight', 'encrypted_tally');
    const sum = this.use(fields.encrypted_tally.hash(), at);
    this.tally = {
      counted: fields.num_tallied.count(EVENTS_MAX),
      totalWeight: readWeight(fields.total_weight),
      text: textOf(sum.content, 'tally-form', at),
      at,
    };
  }

  private takeShare(text: string, at: string): void {
    const { owner, payload } = StrictReader.canonical(text, 'share-form', at).object('owner', 'payload');
    const record = this.use(payload.hash(), at);
    demand(this.shares.length < TRUSTEES_MAX, 'share-repeated', at, `more than ${TRUSTEES_MAX} shares`);
    this.shares.push({ owner: owner.count(TRUSTEES_MAX), text: textOf(record.content, 'share-form', at), at });
  }

  private use(hash: string, at: string): ArchiveRecord {
    const record = this.unused.get(hash);
    if (!record) return refuse('event-payload', at, 'names a record that is not there');
    this.unused.delete(hash);
    return record;
  }
}
