import {
  acceptShares,
  type CeremonyKeys,
  ceremonyKeys,
  makeCertificate,
  makePolynomial,
  makeSeed,
  openPrivateKey,
} from '@plenum/ballot-crypto';
import { unwrapVerdict } from '@plenum/ballot-crypto/testing';
import type { Person } from './ballot-house.js';
import { arithmetic, type SealedVote } from './sealed-steps.js';

/** What everybody is told of a ceremony. */
export interface CeremonySeen {
  readonly scheme: string;
  readonly sharesNeeded: number;
  readonly seats: readonly { readonly seat: number; readonly memberId: string; readonly given: readonly string[] }[];
  readonly openRound: string | null;
  readonly missing: readonly string[];
  readonly certificates: readonly string[] | null;
  readonly certificatesFingerprint: string | null;
  readonly trusteesFingerprint: string | null;
}

/** The devices of a threshold group of scrutineers, by HTTP only: each keeps its seed and nothing else. */
export class TrusteeDevices {
  private readonly seeds = new Map<string, CeremonyKeys>();

  constructor(readonly vote: SealedVote) {}

  async seen(as: Person = this.vote.meeting.organiser): Promise<CeremonySeen> {
    const { status, body } = await this.vote.get(as, '/ceremony');
    expect(status).toBe(200);
    return body as CeremonySeen;
  }

  /** A certificate for the scrutineer's seat. */
  async certificateOf(scrutineer: Person): Promise<string> {
    const { seats, sharesNeeded } = await this.seen();
    const index = seats.find(({ memberId }) => memberId === scrutineer.id)?.seat ?? 1;
    return makeCertificate(arithmetic, this.keysOf(scrutineer), { size: seats.length, threshold: sharesNeeded, index });
  }

  async polynomialOf(scrutineer: Person): Promise<string> {
    return unwrapVerdict(makePolynomial(arithmetic, this.keysOf(scrutineer), await this.thresholdTrustees())).polynomial;
  }

  /** Opens and checks what was sealed for the scrutineer. */
  async outputOf(scrutineer: Person): Promise<string> {
    const { body } = await this.vote.get(scrutineer, '/ceremony/own');
    return unwrapVerdict(
      acceptShares(arithmetic, this.keysOf(scrutineer), await this.thresholdTrustees(), (body as { input: string }).input),
    ).voutput;
  }

  /** A whole ceremony. */
  async held(): Promise<this> {
    for (const scrutineer of this.vote.scrutineers)
      await this.vote.accepted(scrutineer, 'ceremony/certificates', { certificate: await this.certificateOf(scrutineer) });
    for (const scrutineer of this.vote.scrutineers)
      await this.vote.accepted(scrutineer, 'ceremony/polynomials', { polynomial: await this.polynomialOf(scrutineer) });
    for (const scrutineer of this.vote.scrutineers)
      await this.vote.accepted(scrutineer, 'ceremony/outputs', { output: await this.outputOf(scrutineer) });
    return this;
  }

  /** At the tally: the private half comes back from the service, and the seed opens it. */
  async takeKey(scrutineer: Person): Promise<void> {
    const { body } = await this.vote.get(scrutineer, '/ceremony/own');
    const { private_key: sealed } = JSON.parse((body as { output: string }).output) as { private_key: string };
    this.vote.keys.set(scrutineer.id, unwrapVerdict(openPrivateKey(arithmetic, this.keysOf(scrutineer), sealed)).secret);
  }

  keysOf({ id }: Person): CeremonyKeys {
    const keys = this.seeds.get(id) ?? ceremonyKeys(arithmetic, makeSeed());
    this.seeds.set(id, keys);
    return keys;
  }

  private async thresholdTrustees() {
    const { certificates, sharesNeeded } = await this.seen();
    return { certificates: certificates ?? [], threshold: sharesNeeded };
  }
}
