import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { verifyRoll } from '@plenum/ballot-crypto';
import { assertMayRegister, BallotErrors } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Claimants } from '../../presence/claimants.js';
import { BallotChanges, type BallotVersion } from '../../access/ballot-changes.js';
import { CredentialsRepository } from '../../storage/sealed/credentials.repository.js';
import { SlipsRepository } from '../../storage/desk/slips.repository.js';
import { Verification } from '../verification/verification.js';

/** A voter who is there receives a sealed paper (领票): the device registers the public half of a secret that it drew. */
export class RegisterCredential extends Command<BallotVersion> {
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
    private readonly changes: BallotChanges,
    private readonly credentials: CredentialsRepository,
    private readonly slips: SlipsRepository,
    private readonly claimants: Claimants,
    private readonly verification: Verification,
  ) {}

  /**
   * Sent again it changes nothing. Secrecy: who registered when stands in no audit trail; the opening says how many did.
   * @throws what {@link assertMayRegister} refuses, `ballot.credential-refused`, `-issued`, `-taken`
   */
  execute({ actor, ballotId, credential }: RegisterCredential): Promise<BallotVersion> {
    const { memberId } = actor;
    return this.changes.serveUnseen({ actor, ballotId }, async (ballot, tx) => {
      const voter = await this.claimants.claimantOf(tx, ballot, memberId);
      assertMayRegister(ballot, voter);
      const verdict = verifyRoll(JSON.stringify([credential]), this.verification.arithmetic);
      if (!verdict.ok) throw BallotErrors.credentialRefused(verdict.check);
      if ((await this.slips.among(tx, ballotId, [credential])).length > 0) throw BallotErrors.credentialTaken();
      const known = await this.credentials.known(tx, ballotId, memberId, credential);
      if (known === 'own') return;
      if (known === 'anothers') throw BallotErrors.credentialTaken();
      if (voter.holds === 'credential') throw BallotErrors.credentialIssued();
      await this.credentials.register(tx, ballotId, memberId, credential);
    });
  }
}
