import { Injectable } from '@nestjs/common';
import {
  type Commitments,
  type Refusal,
  routePolynomials,
  type Verdict,
  verifyCertificate,
  verifyOutput,
  verifyPolynomial,
  verifyTrustees,
  writeThreshold,
  writeTrustees,
} from '@plenum/ballot-crypto';
import { type Ballot, BallotErrors, type CeremonyRound, type KeyCeremony } from '@plenum/ballot-domain';
import type { Queryable } from '@plenum/database';
import { CeremonyRepository } from '../../storage/sealed/ceremony.repository.js';
import { TrusteeKeysRepository } from '../../storage/sealed/trustee-keys.repository.js';
import { Verification } from '../verification/verification.js';

/** The keys of a ballot as they will stand on its board. */
export interface MadeKeys {
  /** Who still owes something. */
  readonly missing: readonly string[];
  /** The trustees of the archive, in canonical form; null while anybody is missing. */
  readonly trustees: string | null;
}

/** How the scrutineers' keys come to be: each one's own, or a threshold group's in three rounds. */
@Injectable()
export class KeyMaking {
  constructor(
    private readonly keys: TrusteeKeysRepository,
    private readonly ceremonies: CeremonyRepository,
    private readonly verification: Verification,
  ) {}

  async keysOf(from: Queryable, ballot: Ballot): Promise<MadeKeys> {
    const ceremony = await this.ceremonies.ceremonyOf(from, ballot);
    if (ceremony.thresholdTrustees.scheme === 'threshold') return { missing: ceremony.missing, trustees: trusteesOf(ceremony) };
    const { keys, missing } = await this.keys.keysOf(from, ballot);
    const given = keys.flatMap(({ publicKey }) => publicKey ?? []);
    return { missing, trustees: given.length > 0 && missing.length === 0 ? writeTrustees(given) : null };
  }

  /**
   * Checks what a device says in a round, as far as anybody can who does not hold the seed: every element of the group, every
   * signature, as many commitments as shares are needed, and the key that these give. Unsigned messages of older programs are refused.
   * @throws `ballot.ceremony-refused`
   */
  assertHolds(ceremony: KeyCeremony, memberId: string, round: CeremonyRound, message: string): void {
    const {
      thresholdTrustees: { needed: threshold, memberIds },
    } = ceremony;
    const { arithmetic } = this.verification;
    const index = ceremony.seatOf(memberId);
    const certificates = ceremony.whole('certificate') ?? [];
    switch (round) {
      case 'certificate': {
        const { certificate } = held(verifyCertificate(arithmetic, message, { size: memberIds.length, threshold, index }));
        return assertBound(certificate.seat !== undefined, 'threshold-certificate');
      }
      case 'polynomial':
        return assertBound(held(verifyPolynomial(arithmetic, { certificates, threshold }, index, message)).isSigned, 'threshold-signature');
      case 'output': {
        const { key } = held(
          verifyOutput(arithmetic, { certificates, threshold }, this.commitmentsOf(ceremony, certificates), index, message),
        );
        return assertBound(key.signature !== undefined, 'threshold-signature');
      }
    }
  }

  /** @throws `ballot.ceremony-refused` unless the finished threshold group is one, bound by everybody's signatures */
  assertComplete(trustees: string): void {
    assertBound(held(verifyTrustees(this.verification.arithmetic, trustees)).trustees.isBound, 'threshold-signature');
  }

  /** What the others sealed for a scrutineer's device; null until all have. */
  inputOf(ceremony: KeyCeremony, memberId: string): string | null {
    const polynomials = ceremony.whole('polynomial');
    return polynomials && (routePolynomials(polynomials)[ceremony.seatOf(memberId) - 1] ?? null);
  }

  private commitmentsOf(ceremony: KeyCeremony, certificates: readonly string[]): readonly Commitments[] {
    const thresholdTrustees = { certificates, threshold: ceremony.thresholdTrustees.needed };
    return (ceremony.whole('polynomial') ?? []).map(
      (text, nth) => held(verifyPolynomial(this.verification.arithmetic, thresholdTrustees, nth + 1, text)).commitments,
    );
  }
}

function trusteesOf(ceremony: KeyCeremony): string | null {
  const [certificates, polynomials, outputs] = [ceremony.whole('certificate'), ceremony.whole('polynomial'), ceremony.whole('output')];
  return (
    certificates &&
    polynomials &&
    outputs &&
    writeTrustees([writeThreshold(ceremony.thresholdTrustees.needed, certificates, polynomials, outputs)])
  );
}

function held<T>(verdict: Verdict<T>): T {
  if (verdict.ok) return verdict;
  const { check, at } = verdict as Refusal;
  throw BallotErrors.ceremonyRefused(check, at);
}

function assertBound(isBound: boolean, check: string): void {
  if (!isBound) throw BallotErrors.ceremonyRefused(check, 'not signed');
}
