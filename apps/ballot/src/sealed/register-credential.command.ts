import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { verifyRoll } from '@plenum/ballot-crypto';
import { assertMayRegister, BallotErrors } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Presence } from '../access/presence.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';
import { CredentialsRepository } from '../storage/credentials.repository.js';
import { Verification } from './verification.js';

/** A voter who is there receives a sealed paper (领票): the device registers the public half of a secret that it drew. */
export class RegisterCredential extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly credential: string,
  ) {
    super();
  }
}

@CommandHandler(RegisterCredential)
export class RegisterCredentialHandler implements ICommandHandler<RegisterCredential> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly credentials: CredentialsRepository,
    private readonly presence: Presence,
    private readonly verification: Verification,
  ) {}

  /** Sent again it changes nothing. @throws what {@link assertMayRegister} refuses, `ballot.credential-refused`, `-issued`, `-taken` */
  execute({ actor, ballotId, credential }: RegisterCredential): Promise<BallotReceipt> {
    const { memberId } = actor;
    return this.ballots.update({ actor, ballotId, action: 'register-credential' }, async (ballot, _by, { tx }) => {
      const onRoll = await this.credentials.isOnRoll(tx, ballotId, memberId);
      const presentMemberIds = await this.presence.of(tx, ballot);
      assertMayRegister(ballot, { onRoll, present: presentMemberIds.includes(memberId) });
      const verdict = verifyRoll(JSON.stringify([credential]), this.verification.arithmetic);
      if (!verdict.ok) throw BallotErrors.credentialRefused(verdict.check);
      const [isIssued, isTaken] = [await this.credentials.hasRegistered(tx, ballotId, memberId), await this.credentials.has(tx, ballotId, credential)];
      if (isIssued && !isTaken) throw BallotErrors.credentialIssued();
      if (isTaken && !isIssued) throw BallotErrors.credentialTaken();
      if (!isIssued) await this.credentials.register(tx, ballotId, memberId, credential);
      return { ballot, events: [] };
    });
  }
}
