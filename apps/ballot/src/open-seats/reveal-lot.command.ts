import { createHash } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { revealLot } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** An officer reveals what the commitment hid; with the last one the lots are drawn. */
export class RevealLot extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly contribution: string,
  ) {
    super();
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

@CommandHandler(RevealLot)
export class RevealLotHandler implements ICommandHandler<RevealLot> {
  constructor(private readonly changes: BallotChanges) {}

  execute({ actor, ballotId, contribution }: RevealLot): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'reveal-lot' }, (ballot, by, { at }) =>
      revealLot(ballot, by, contribution, sha256, at),
    );
  }
}
