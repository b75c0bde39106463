import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { annul, annulWithDependents, type Ballot, type Change, type RelatedBallots, reopenNomination } from '@plenum/ballot-domain';
import type { Transaction } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Sealing } from '../sealed/board/sealing.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { BallotRepository } from '../storage/ballot.repository.js';

/** Annuls a ballot after a proven violation, with the reason, and whatever hangs on its result. */
export class AnnulBallot extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly reason: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(AnnulBallot)
export class AnnulBallotHandler implements ICommandHandler<AnnulBallot> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly changes: BallotChanges,
    private readonly sealing: Sealing,
  ) {}

  /**
   * A box that is still open takes no more papers. @throws what {@link annul}, {@link annulWithDependents} and {@link reopenNomination}
   * refuse
   */
  execute({ actor, ballotId, reason, read }: AnnulBallot): Promise<BallotVersion> {
    return this.changes.updateWithFamily({ actor, ballotId, action: 'annul-ballot', read }, async (ballot, family, by, { at, tx }) => {
      const changes = [
        annul(ballot, by, reason, at),
        ...annulWithDependents(ballot, family, by, reason, at),
        ...(await this.reopened(tx, ballot, family)),
      ] as const;
      await this.sealing.stopAll(
        tx,
        family.filter(({ id }) => changes.some((change) => change.ballot.id === id && change.ballot.state === 'ANNULLED')),
      );
      return changes;
    });
  }

  /** The election whose list of candidates the primary had shortened: the latest primary alone did that. */
  private async reopened(tx: Transaction, { id, primaryOf }: Ballot, family: RelatedBallots): Promise<readonly Change[]> {
    const election = family.find((each) => each.id === primaryOf);
    const latest = election ? await this.ballots.primaryOf(tx, election.id) : null;
    const change = election && latest?.id === id ? reopenNomination(election) : null;
    return change ? [change] : [];
  }
}
