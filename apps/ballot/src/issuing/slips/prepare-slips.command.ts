import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { verifyRoll } from '@plenum/ballot-crypto';
import { BallotErrors, prepareSlips, type Slip } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Verification } from '../../sealed/verification/verification.js';
import { BallotChanges, type BallotVersion } from '../../access/ballot-changes.js';
import { CredentialsRepository } from '../../storage/sealed/credentials.repository.js';
import { SlipsRepository } from '../../storage/desk/slips.repository.js';

/**
 * The codes desk made and printed slips on its own device. Secrecy: a code is never sent, only the number of its slip and its public half.
 */
export class PrepareSlips extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly batch: readonly Pick<Slip, 'serial' | 'credential'>[],
  ) {
    super();
  }
}

@CommandHandler(PrepareSlips)
export class PrepareSlipsHandler implements ICommandHandler<PrepareSlips> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly slips: SlipsRepository,
    private readonly credentials: CredentialsRepository,
    private readonly verification: Verification,
  ) {}

  /** Sent again it changes nothing. @throws what {@link prepareSlips} refuses, `ballot.credential-refused`, `ballot.credential-taken` */
  execute({ actor, ballotId, batch }: PrepareSlips): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'prepare-slips' }, async (ballot, by, { tx }) => {
      const { change, added } = prepareSlips(ballot, by, batch, await this.slips.slipsOf(tx, ballotId));
      const credentials = added.map(({ credential }) => credential);
      const verdict = verifyRoll(JSON.stringify(credentials), this.verification.arithmetic);
      if (!verdict.ok) throw BallotErrors.credentialRefused(verdict.check);
      const taken = [...(await this.slips.among(tx, ballotId, credentials)), ...(await this.credentials.among(tx, ballotId, credentials))];
      if (taken.length > 0) throw BallotErrors.credentialTaken();
      await this.slips.add(tx, ballotId, added);
      return change;
    });
  }
}
