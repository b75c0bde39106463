import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Device, drawSignInCode, SIGN_IN_CODE_ENTROPY_BYTES, type SignInSubject } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { ChangeRecords } from '@plenum/service-kit';
import { codeHash } from '../credentials/passwords/sign-in-codes.js';
import { type Account, AccountRepository } from '../storage/account.repository.js';
import { CODE_LIFE_MINUTES, CodeMail } from './code-mail.js';

/** Who asks for a code: whoever is signed in there, and what their browser says of itself. */
export interface CodeAsker {
  readonly memberId: string | null;
  readonly device: Device;
}

/** Sends a one-time code to the address that the roster has of whoever forgot the password. */
export class SendSignInCode extends Command<void> {
  constructor(
    readonly subject: SignInSubject,
    readonly asker: CodeAsker,
  ) {
    super();
  }
}

@CommandHandler(SendSignInCode)
export class SendSignInCodeHandler implements ICommandHandler<SendSignInCode> {
  private readonly log = new Logger('SendSignInCode');

  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly mail: CodeMail,
    private readonly records: ChangeRecords,
    private readonly clock: Clock,
  ) {}

  /** Answers before anything is looked up: neither the answer nor its time tells whether there is such a person, or an address. */
  async execute({ subject, asker }: SendSignInCode): Promise<void> {
    setImmediate(() => void this.send(subject, asker).catch((error: unknown) => this.log.error(`A code was not sent: ${String(error)}`)));
  }

  private async send(subject: SignInSubject, asker: CodeAsker): Promise<void> {
    const account = await this.accounts.find(subject);
    if (!account?.mail || !this.mail.isSetUp) return;
    const signInCode = drawSignInCode(randomBytes(SIGN_IN_CODE_ENTROPY_BYTES));
    if (await this.save(account, signInCode, asker)) await this.mail.send({ name: account.name, address: account.mail }, signInCode);
  }

  private save({ memberId, organisationId }: Account, signInCode: string, { memberId: actor, device }: CodeAsker): Promise<boolean> {
    const expiresAt = new Date(this.clock.now().getTime() + CODE_LIFE_MINUTES * 60_000);
    return this.database.transaction(async (tx) => {
      const isSaved = await this.accounts.saveMailCode(tx, memberId, codeHash(memberId, signInCode), expiresAt, actor);
      const request = { actor: { organisationId, memberId: actor }, action: 'mail-sign-in-code' };
      if (isSaved) await this.records.write(tx, request, { subject: { kind: 'member', id: memberId }, after: { expiresAt, device } });
      return isSaved;
    });
  }
}
