import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { drawSignInCode, SIGN_IN_CODE_ENTROPY_BYTES, SIGN_IN_CODE_LIFE_DAYS } from '@plenum/congress-domain';
import type { Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { AccountRepository } from '../../storage/account.repository.js';

const DAY_MS = 86_400_000;

/** A code as it is shown once, to whoever asked for it. */
export interface IssuedCode {
  readonly memberId: string;
  readonly signInCode: string;
  readonly expiresAt: Date;
}

/** Makes one-time codes and keeps only their hashes. */
@Injectable()
export class SignInCodes {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  /** New codes for these members, in their order, by whoever gives them; the audit row is the caller's. */
  async issue(tx: Transaction, memberIds: readonly string[], givenBy: string | null): Promise<readonly IssuedCode[]> {
    const expiresAt = new Date(this.clock.now().getTime() + SIGN_IN_CODE_LIFE_DAYS * DAY_MS);
    const codes = memberIds.map((memberId) => ({
      memberId,
      signInCode: drawSignInCode(randomBytes(SIGN_IN_CODE_ENTROPY_BYTES)),
      expiresAt,
    }));
    await this.accounts.saveCodes(
      tx,
      codes.map(({ memberId, signInCode }) => ({ memberId, codeHash: codeHash(memberId, signInCode) })),
      expiresAt,
      givenBy,
    );
    return codes;
  }
}

/** What is kept of a code: 72 random bits bear a fast hash; the member makes equal codes differ. */
export const codeHash = (memberId: string, code: string): string => createHash('sha256').update(`${memberId} ${code}`).digest('base64url');
