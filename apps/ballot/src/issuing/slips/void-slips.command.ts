import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { voidSlips } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../../access/ballot-changes.js';
import { SlipsRepository } from '../../storage/desk/slips.repository.js';

/** The slips that nobody drew are voided before everybody's eyes, so that those on the board are those issued. */
export class VoidSlips extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly serials: readonly number[],
  ) {
    super();
  }
}

@CommandHandler(VoidSlips)
export class VoidSlipsHandler implements ICommandHandler<VoidSlips> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly slips: SlipsRepository,
  ) {}

  /** Sent again it changes nothing. @throws what {@link voidSlips} refuses */
  execute({ actor, ballotId, serials }: VoidSlips): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'void-slips' }, async (ballot, by, { tx }) => {
      const { change, voided } = voidSlips(ballot, by, serials, await this.slips.slipsOf(tx, ballotId));
      await this.slips.end(tx, ballotId, voided, 'voided');
      return change;
    });
  }
}
