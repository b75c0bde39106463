import { Injectable } from '@nestjs/common';
import { CongressErrors, signInSubject } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { accountKey, SignInAttempts } from '../credentials/attempts/sign-in-attempts.js';
import { hashed } from '../credentials/attempts/sign-in-origin.js';
import { Passwords } from '../credentials/passwords/passwords.js';
import { type Account, AccountRepository } from '../storage/account.repository.js';

/** Whether somebody who is signed in knows the password of the account. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
  ) {}

  /**
   * The account of whoever knows its password. Wrong ones are counted for this sign-in alone: whoever finds a device unlocked may not guess
   * on, and locks nobody else out.
   * @throws `congress.wrong-password`, `congress.sign-in-locked`
   */
  async assertKnown({ memberId }: Actor, signInId: string, password: string): Promise<{ readonly account: Account; readonly key: string }> {
    const account = await this.accounts.findByMember(memberId);
    if (!account) throw CongressErrors.notFound('member');
    const subject = signInSubject({ organisation: account.organisationCode, staffNo: account.staffNo });
    const [key, origin] = [accountKey(subject), { network: '', knownDevice: hashed('password', signInId) }];
    await this.attempts.charge(subject, origin);
    const isRight = await this.attempts.charged(subject, origin, () => this.passwords.matches(password, account.passwordHash, key));
    if (!isRight) throw CongressErrors.wrongPassword();
    await this.attempts.forgive(subject, origin);
    return { account, key };
  }
}
