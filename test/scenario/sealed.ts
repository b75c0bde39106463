import {
  basesOf, drawSecret, type Election, makeShare, makeTrusteeKey, publicCredential, readPrivateKey, sealPaper, verifyArchive, verifyElection,
} from '@plenum/ballot-crypto';
import { BeleniosTool } from '@plenum/ballot-crypto/testing';
import { serverArithmetic } from '@plenum/ballot-verification';
import type { Person } from '../lib/door.js';
import { at } from './proposals.js';
import type { Record as Minutes } from './record.js';
import { STAFF } from './staff.js';

/** Four candidates for three seats on a sealed paper: all are over half of should-attend (29 of 57), the last is not elected. */
export const SEALED_APPROVALS = { w1: 51, w2: 44, w3: 37, w4: 29 };
export const SEATS = 3;

const arithmetic = serverArithmetic();

/** The devices in the hall: each scrutineer's keeps a key, each delegate's keeps a secret. */
export class Devices {
  private readonly keys = new Map<string, string>();
  private readonly secrets = new Map<string, bigint>();
  private readonly trackers: string[] = [];

  constructor(private readonly ballot: string) {}

  /** A scrutineer's device makes a key and gives away its public half. */
  async offerKey(scrutineer: Person): Promise<void> {
    const { publicKey, privateKey } = makeTrusteeKey(arithmetic);
    this.keys.set(scrutineer.memberId, privateKey);
    await scrutineer.post(`${this.ballot}/trustee-keys`, { publicKey });
  }

  /** A delegate's device draws a secret and registers its public half: the paper is issued. */
  async receivePaper(delegate: Person): Promise<void> {
    const secret = drawSecret();
    this.secrets.set(delegate.memberId, secret);
    await delegate.post(`${this.ballot}/credentials`, { publicCredential: publicCredential(arithmetic, secret) });
  }

  /** Everybody seals and casts; the first one's network fails, and the same paper is sent again. */
  async vote(delegates: readonly Person[]): Promise<{ readonly sameAnswerTwice: boolean }> {
    const { election: text } = await at(delegates, 0).get<{ election: string }>(`${this.ballot}/board/setup`);
    const read = verifyElection(text);
    if (!read.ok) throw new Error(`the election is refused: ${read.check}`);
    const bases = basesOf(arithmetic, read.election.publicKey);
    let sameAnswerTwice = false;
    for (const [number, delegate] of delegates.entries()) {
      const { text: paper } = sealPaper(read.election, bases, this.secrets.get(delegate.memberId) ?? 0n, [marksOf(read.election, number)]);
      const acknowledged = await delegate.post<{ tracker: string }>(`${this.ballot}/papers`, { paper });
      this.trackers.push(acknowledged.tracker);
      if (number === 0) sameAnswerTwice = JSON.stringify(await delegate.post(`${this.ballot}/papers`, { paper })) === JSON.stringify(acknowledged);
    }
    return { sameAnswerTwice };
  }

  /** A scrutineer's device verifies the archive itself before it adds its share. */
  async share(scrutineer: Person): Promise<void> {
    const verdict = verifyArchive(await this.archive(scrutineer), { arithmetic });
    if (!verdict.ok || !verdict.sum) throw new Error(`the scrutineer refuses the archive: ${JSON.stringify(verdict)}`);
    const share = makeShare(arithmetic, verdict.election.fingerprint, verdict.sum.tally, readPrivateKey(this.keys.get(scrutineer.memberId) ?? ''));
    await scrutineer.post(`${this.ballot}/shares`, { share });
  }

  /** What two programs say of the archive that anybody may fetch: ours, and the one that nobody here wrote. */
  async judge(anybody: Person, minutes: Minutes): Promise<void> {
    const archive = await this.archive(anybody);
    const verdict = verifyArchive(archive, { arithmetic });
    if (!verdict.ok) throw new Error(`we refuse the archive: ${verdict.check} at ${verdict.at}`);
    const foreign = BeleniosTool.find().verify(archive, verdict.election.uuid);
    minutes.fact('the sealed archive: state, papers, result', [verdict.state, verdict.papers, verdict.result], ['decided', this.trackers.length, [Object.values(SEALED_APPROVALS)]]);
    minutes.fact('belenios-tool accepts it without a warning', [foreign.isAccepted, foreign.warnings.length], [true, 0]);
    minutes.fact('different acknowledgements', new Set(this.trackers).size, this.trackers.length);
  }

  private archive(anybody: Person): Promise<Uint8Array> {
    return anybody.download(`${this.ballot}/board/archive`);
  }
}

/**
 * What the delegate of this number marks. Each candidate's refusals stand side by side in the row of delegates, one candidate's
 * after the other's and round again, so that everybody refuses somebody and nobody marks more than there are seats.
 */
function marksOf({ questions }: Election, number: number): number[] {
  let refused = 0;
  const marks = Object.values(SEALED_APPROVALS).map((approvals) => {
    const first = refused;
    refused += STAFF - approvals;
    return (number - first + STAFF * SEATS) % STAFF < STAFF - approvals ? 0 : 1;
  });
  if (marks.length !== questions[0]?.answers.length || marks.filter((mark) => mark === 1).length > SEATS) throw new RangeError('not a paper of this election');
  return marks;
}
