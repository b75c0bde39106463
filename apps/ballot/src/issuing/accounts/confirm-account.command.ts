import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertMayConfirm } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { AccountResetsRepository } from '../../storage/desk/account-resets.repository.js';
import { BallotChanges, type BallotVersion } from '../../access/ballot-changes.js';

/** An officer has seen the person and says that the account, which was reset, is theirs. */
export class ConfirmAccount extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly memberId: string,
  ) {
    super();
  }
}

@CommandHandler(ConfirmAccount)
export class ConfirmAccountHandler implements ICommandHandler<ConfirmAccount> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly resets: AccountResetsRepository,
  ) {}

  /** @throws what {@link assertMayConfirm} refuses */
  execute({ actor, ballotId, memberId }: ConfirmAccount): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'confirm-account' }, async (ballot, by, { tx, at }) => {
      assertMayConfirm(ballot, by, memberId, await this.resets.historyOf(tx, ballot, memberId));
      await this.resets.confirm(tx, ballotId, { memberId, confirmedBy: actor.memberId, at });
      return { ballot, events: [] };
    });
  }
}
