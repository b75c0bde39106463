import {
  acceptShares,
  proofBasesOf,
  type CeremonyKeys,
  ceremonyKeys,
  type Choices,
  drawSecret,
  makeCertificate,
  makePolynomial,
  makeSeed,
  makeShare,
  makeTrusteeKey,
  openPrivateKey,
  publicCredential,
  readPrivateKey,
  sealPaper,
  type Verdict,
  verifyArchive,
  verifyElection,
} from '@plenum/ballot-crypto';
import { BeleniosTool } from '@plenum/ballot-crypto/testing';
import { serverArithmetic } from '@plenum/ballot-verification';
import type { Person } from '../lib/api-client.js';

const arithmetic = serverArithmetic();

/** What two programs say of an archive: ours, and the one that nobody here wrote. */
export interface Judgement {
  readonly state: string;
  readonly papers: number;
  readonly result: unknown;
  readonly foreign: { readonly isAccepted: boolean; readonly warnings: number };
}

interface CeremonyState {
  readonly sharesNeeded: number;
  readonly seats: readonly { readonly seat: number; readonly memberId: string }[];
  readonly certificates: readonly string[] | null;
}

/** The devices in the hall: each scrutineer's keeps a key or a seed, each delegate's keeps a secret. */
export class Devices {
  private readonly keys = new Map<string, bigint>();
  private readonly seeds = new Map<string, CeremonyKeys>();
  private readonly secrets = new Map<string, bigint>();
  /** Of the papers in the box. */
  readonly trackers: string[] = [];

  constructor(private readonly ballot: string) {}

  /** A scrutineer's device makes a key and gives away its public half: the box opens only with all of them. */
  async offerKey(scrutineer: Person): Promise<void> {
    const { publicKey, privateKey } = makeTrusteeKey(arithmetic);
    this.keys.set(scrutineer.memberId, readPrivateKey(privateKey));
    await scrutineer.post(`${this.ballot}/trustee-keys`, { publicKey });
  }

  /** The scrutineers' devices make keys together, in three rounds: any so many of them open the box. */
  async holdCeremony(scrutineers: readonly Person[]): Promise<void> {
    const [first] = scrutineers;
    const state = (): Promise<CeremonyState> => (first as Person).get<CeremonyState>(`${this.ballot}/ceremony`);
    const { seats, sharesNeeded: threshold } = await state();
    for (const scrutineer of scrutineers) {
      const keys = ceremonyKeys(arithmetic, makeSeed());
      this.seeds.set(scrutineer.memberId, keys);
      const index = seats.find(({ memberId }) => memberId === scrutineer.memberId)?.seat ?? 0;
      await scrutineer.post(`${this.ballot}/ceremony/certificates`, {
        certificate: makeCertificate(arithmetic, keys, { size: seats.length, threshold, index }),
      });
    }
    const thresholdTrustees = { certificates: (await state()).certificates ?? [], threshold };
    for (const scrutineer of scrutineers)
      await scrutineer.post(`${this.ballot}/ceremony/polynomials`, {
        polynomial: good(makePolynomial(arithmetic, this.seedOf(scrutineer), thresholdTrustees)).polynomial,
      });
    for (const scrutineer of scrutineers) {
      const { input } = await this.own(scrutineer);
      await scrutineer.post(`${this.ballot}/ceremony/outputs`, {
        output: good(acceptShares(arithmetic, this.seedOf(scrutineer), thresholdTrustees, input)).voutput,
      });
    }
  }

  /** A delegate's device draws a secret and registers its public half: the paper is issued. */
  async receivePaper(delegate: Person): Promise<void> {
    const secret = drawSecret();
    this.secrets.set(delegate.memberId, secret);
    await delegate.post(`${this.ballot}/credentials`, { publicCredential: publicCredential(arithmetic, secret) });
  }

  /** Each seals and casts what it is given; the first one's network fails, and the same paper is sent again. */
  async vote(delegates: readonly Person[], choicesOf: (number: number) => Choices): Promise<{ readonly sameAnswerTwice: boolean }> {
    const { election: text } = await (delegates[0] as Person).get<{ election: string }>(`${this.ballot}/board/setup`);
    const { election } = good(verifyElection(text));
    const bases = proofBasesOf(arithmetic, election.publicKey);
    let sameAnswerTwice = false;
    for (const [number, delegate] of delegates.entries()) {
      const { text: paper } = sealPaper(election, bases, this.secrets.get(delegate.memberId) ?? 0n, choicesOf(number));
      const acknowledged = await delegate.post<{ tracker: string }>(`${this.ballot}/papers`, { paper });
      this.trackers.push(acknowledged.tracker);
      if (number === 0)
        sameAnswerTwice = JSON.stringify(await delegate.post(`${this.ballot}/papers`, { paper })) === JSON.stringify(acknowledged);
    }
    return { sameAnswerTwice };
  }

  /** A scrutineer's device verifies the archive itself before it adds its share. */
  async share(scrutineer: Person): Promise<void> {
    const verdict = good(verifyArchive(await this.archive(scrutineer), { arithmetic }));
    if (!verdict.sum) throw new Error('the papers are not added up yet');
    const key = this.keys.get(scrutineer.memberId) ?? (await this.keyFromSeed(scrutineer));
    await scrutineer.post(`${this.ballot}/shares`, { share: makeShare(arithmetic, verdict.election.fingerprint, verdict.sum.tally, key) });
  }

  /** Fetches the archive as anybody may, and asks both programs. */
  async judge(anybody: Person): Promise<Judgement> {
    const archive = await this.archive(anybody);
    const { state, papers, result, election } = good(verifyArchive(archive, { arithmetic }));
    const { isAccepted, warnings } = BeleniosTool.find().verify(archive, election.uuid);
    return { state, papers, result, foreign: { isAccepted, warnings: warnings.length } };
  }

  private archive(anybody: Person): Promise<Uint8Array> {
    return anybody.download(`${this.ballot}/board/archive`);
  }

  private own(scrutineer: Person): Promise<{ input: string; output: string }> {
    return scrutineer.get(`${this.ballot}/ceremony/own`);
  }

  /** The private half comes back from the service as the device sealed it for itself, and the seed opens it. */
  private async keyFromSeed(scrutineer: Person): Promise<bigint> {
    const { private_key: sealed } = JSON.parse((await this.own(scrutineer)).output) as { private_key: string };
    return good(openPrivateKey(arithmetic, this.seedOf(scrutineer), sealed)).secret;
  }

  private seedOf({ memberId }: Person): CeremonyKeys {
    const keys = this.seeds.get(memberId);
    if (!keys) throw new Error('the device has no seed');
    return keys;
  }
}

function good<T>(verdict: Verdict<T>): T {
  if (!verdict.ok) throw new Error(`refused: ${verdict.check} at ${verdict.at}: ${verdict.reason}`);
  return verdict;
}
